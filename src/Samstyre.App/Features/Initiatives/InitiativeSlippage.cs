using Samstyre.Analysis;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>How an initiative's plan has moved: its end and its cost against the first and the last of its earlier reports, and the dates that its deliverables have had.</summary>
internal static class InitiativeSlippage
{
    public static void Render(HtmlWriter html, Visit visit, RoundContent content)
    {
        var texts = visit.Texts;
        var id = content.Snapshot.Standings[0].Initiative.Id;
        var (schedule, cost) = (ScheduleVariance.Of(id, content)!, CostVariance.Of(id, content)!);
        var milestones = MilestoneHistory.Of(id, content);
        html.Write($"<section aria-labelledby=\"plan\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"plan\">{texts["slippage.title"]}</h2>");
        if (schedule.DaysOverdue > 0) html.Write($"<p>{texts.Count("slippage.overdue", schedule.DaysOverdue)}</p>");
        if (HasEarlier(content)) Variances(html, visit, content, schedule, cost);
        else html.Write($"<p>{texts["slippage.firstReport"]}</p>");
        if (milestones.IsEmpty) html.Write($"<p>{texts["slippage.noDeliverables"]}</p>");
        else Milestones(html, visit, milestones, content.Snapshot.Round.CollectedOn);
        html.Write("</section>"u8);
    }

    /// <summary>In a line or two, for a page with room for no more; null where there is nothing to compare with.</summary>
    public static string? InShort(Visit visit, RoundContent content)
    {
        var texts = visit.Texts;
        var id = content.Snapshot.Standings[0].Initiative.Id;
        var (schedule, cost) = (ScheduleVariance.Of(id, content)!, CostVariance.Of(id, content)!);
        if (!HasEarlier(content)) return null;
        List<string> parts = [];
        Add(texts["column.end"], schedule.First is { } first ? (first.Round, SlippageText.Than(texts, first, visit.Name(first.Round))) : null, schedule.Last is { } last ? (last.Round, SlippageText.Than(texts, last, visit.Name(last.Round))) : null);
        Add(texts["field.totalCostMnok"], cost.TotalFirst is { } was ? (was.Round, SlippageText.Since(texts, was, visit.Name(was.Round))) : null, cost.TotalLast is { } before ? (before.Round, SlippageText.Since(texts, before, visit.Name(before.Round))) : null);
        return parts.Count == 0 ? null : string.Join(" ", parts);

        void Add(string name, (Round Round, string Words)? first, (Round Round, string Words)? last)
        {
            if (first is not { } one) return;
            parts.Add($"{name}: {one.Words}{(last is { } two && two.Round != one.Round ? $", {two.Words}" : "")}.");
        }
    }

    private static bool HasEarlier(RoundContent content) => content.Earlier.Any(snapshot => snapshot.Standings[0].ReportedIn != content.Snapshot.Standings[0].ReportedIn);

    private static void Variances(HtmlWriter html, Visit visit, RoundContent content, ScheduleVariance schedule, CostVariance cost)
    {
        var texts = visit.Texts;
        // With one earlier report the first is the last: said once.
        var two = Differ(schedule.First?.Round, schedule.Last?.Round) || Differ(cost.TotalFirst?.Round, cost.TotalLast?.Round) || Differ(cost.BudgetFirst?.Round, cost.BudgetLast?.Round);
        Parts.BeginTable(html, texts["slippage.variances"], "variances");
        ReadOnlySpan<(string, bool)> columns = [(texts["table.what"], false), (texts["slippage.now"], false), (texts["slippage.first"], false), (texts["slippage.sinceFirst"], false), (texts["slippage.last"], false), (texts["slippage.sinceLast"], false)];
        Parts.Headings(html, two ? columns : columns[..4]);
        Row(texts["column.end"], schedule.Planned?.ToText(texts.Language), Dated(schedule.First), Dated(schedule.Last));
        Row(texts["field.totalCostMnok"], Stated(cost.Total), Priced(cost.TotalFirst), Priced(cost.TotalLast));
        Row(texts["key.budget", content.Snapshot.Round.BudgetYear.ToString(System.Globalization.CultureInfo.InvariantCulture)], Stated(cost.Budget), Priced(cost.BudgetFirst), Priced(cost.BudgetLast));
        Parts.EndTable(html);

        void Row(string name, string? value, Earlier? first, Earlier? last)
        {
            html.Write($"<tr><th scope=\"row\">{name}</th><td>");
            FieldText.Write(html, texts, value);
            html.Write("</td>"u8);
            Against(html, visit, first);
            if (two) Against(html, visit, last);
            html.Write("</tr>"u8);
        }

        string? Stated(Money? money) => money is { } amount ? SlippageText.Million(texts, amount) : null;
        Earlier? Dated(DateMove? move) => move is null ? null : new(move.Round, move.Planned.ToText(texts.Language), SlippageText.Move(texts, move));
        Earlier? Priced(AmountMove? move) => move is null ? null : new(move.Round, SlippageText.Million(texts, move.Was), SlippageText.Change(texts, move));
    }

    private static bool Differ(Round? first, Round? last) => first != last;

    private static void Against(HtmlWriter html, Visit visit, Earlier? earlier)
    {
        if (earlier is null) html.Write($"<td colspan=\"2\"><span class=\"quiet\">{visit.Texts["slippage.unknown"]}</span></td>");
        else html.Write($"<td>{earlier.Value}<span class=\"item\">{visit.Name(earlier.Round)}</span></td><td>{earlier.Change}</td>");
    }

    private static void Milestones(HtmlWriter html, Visit visit, IReadOnlyList<MilestoneHistory> milestones, DateOnly today)
    {
        var texts = visit.Texts;
        var line = DateLine.Of(milestones, today);
        Parts.BeginTable(html, texts["slippage.caption"], "moved-dates");
        Parts.Headings(html, (texts["deliverable.text"], false), (texts["slippage.dates"], false), (texts["slippage.inAll"], false));
        foreach (var milestone in milestones)
        {
            html.Write($"<tr><td class=\"prose\">{milestone.Text}</td><td>");
            Dates(html, visit, milestone);
            if (milestone.Moves > 0) line?.Draw(html, milestone);
            html.Write($"</td><td>{SlippageText.InAll(texts, milestone)}</td></tr>");
        }

        Parts.EndTable(html);
    }

    /// <summary>The earlier dates struck through, each with the rounds that it stood in, and last the one it has now.</summary>
    private static void Dates(HtmlWriter html, Visit visit, MilestoneHistory milestone)
    {
        var texts = visit.Texts;
        var stood = SlippageText.Stood(milestone);
        var earlier = milestone.Planned is null ? stood.Count : stood.Count - 1;
        if (earlier > 0) html.Write("<ul class=\"dates\">"u8);
        foreach (var (date, from, to) in stood[..earlier])
            html.Write($"<li><s><span class=\"ds-sr-only\">{texts["slippage.earlier"]} </span>{date.ToText(texts.Language)}</s> <span class=\"quiet\">{(from == to ? texts["slippage.stood", visit.Name(from)] : texts["slippage.stoodFrom", visit.Name(from), visit.Name(to)])}</span></li>");
        if (earlier > 0) html.Write("<li>"u8);
        FieldText.Write(html, texts, milestone.Planned is { } planned ? planned : milestone.Dates[^1].Said.PlannedText);
        if (earlier > 0) html.Write("</li></ul>"u8);
    }

    private sealed record Earlier(Round Round, string Value, string Change);
}

using Samstyre.Analysis;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>How an initiative's plan has moved: its end and its cost against the first and the last report, and the dates that its deliverables have had.</summary>
internal static class InitiativeSlippage
{
    public static void Render(HtmlWriter html, Visit visit, RoundContent content)
    {
        var texts = visit.Texts;
        var id = content.Snapshot.Standings[0].Initiative.Id;
        var (schedule, cost) = (ScheduleVariance.Of(id, content), CostVariance.Of(id, content));
        var milestones = MilestoneHistory.Of(id, content);
        html.Write($"<section aria-labelledby=\"plan\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"plan\">{texts["slippage.title"]}</h2>");
        var moved = Moves(html, visit, schedule, cost);
        if (milestones.IsEmpty)
        {
            if (!moved) html.Write($"<p>{texts["slippage.none"]}</p>");
        }
        else
        {
            Milestones(html, visit, milestones);
        }

        html.Write("</section>"u8);
    }

    /// <summary>In one line, for a page where there is room for no more: the end and how far it has moved; null where nothing is known to have moved.</summary>
    public static string? InOneLine(TextSet texts, RoundContent content) =>
        ScheduleVariance.Of(content.Snapshot.Standings[0].Initiative.Id, content) is { First: { Days: not 0 } first } ? texts["slippage.end", first.Planned.ToText(texts.Language), Months(texts, first.Months)] : null;

    private static bool Moves(HtmlWriter html, Visit visit, ScheduleVariance? schedule, CostVariance? cost)
    {
        var texts = visit.Texts;
        List<string> lines = [];
        if (schedule is { DaysOverdue: > 0 }) lines.Add(texts["slippage.overdue", texts.Number(schedule.DaysOverdue)]);
        if (schedule?.First is { Days: not 0 } first) lines.Add(texts["slippage.end.first", visit.Name(first.Round), first.Planned.ToText(texts.Language), Months(texts, first.Months)]);
        if (schedule?.Last is { Days: not 0 } last && last.Round != schedule.First?.Round) lines.Add(texts["slippage.end.last", visit.Name(last.Round), last.Planned.ToText(texts.Language), Months(texts, last.Months)]);
        if (cost?.TotalFirst is { Change.Mnok: not 0m } dearer) lines.Add(texts["slippage.cost.first", visit.Name(dearer.Round), dearer.Was.ToText(texts.Language), Change(texts, dearer)]);
        if (cost?.TotalLast is { Change.Mnok: not 0m } since && since.Round != cost.TotalFirst?.Round) lines.Add(texts["slippage.cost.last", visit.Name(since.Round), since.Was.ToText(texts.Language), Change(texts, since)]);
        if (lines.Count == 0) return false;
        html.Write("<ul>"u8);
        foreach (var line in lines) html.Write($"<li>{line}</li>");
        html.Write("</ul>"u8);
        return true;
    }

    private static void Milestones(HtmlWriter html, Visit visit, IReadOnlyList<MilestoneHistory> milestones)
    {
        var texts = visit.Texts;
        Parts.BeginTable(html, texts["slippage.caption"]);
        Parts.Headings(html, (texts["deliverable.text"], false), (texts["slippage.dates"], false), (texts["slippage.inAll"], false));
        foreach (var milestone in milestones)
        {
            html.Write($"<tr><td class=\"prose\">{milestone.Text}</td><td>");
            var stated = milestone.Stated.ToList();
            // The date it has now stands last; those before it are struck through, and said to be earlier.
            for (var place = 0; place < stated.Count; place++)
            {
                var earlier = place < stated.Count - 1 || milestone.Planned is null;
                if (earlier) html.Write($"<s><span class=\"ds-sr-only\">{texts["slippage.earlier"]} </span>{stated[place].ToText(texts.Language)}</s> ");
                else html.Write($"{stated[place].ToText(texts.Language)}");
            }

            if (milestone.Planned is null) html.Write($"{milestone.Dates[^1].Said.PlannedText ?? texts["notStated"]}");
            html.Write("</td><td>"u8);
            if (milestone.Delivered) html.Write($"{texts["slippage.delivered"]} ");
            else if (milestone.DaysOverdue > 0) html.Write($"{texts["slippage.passed"]} ");
            if (milestone.Moves > 0) html.Write($"{texts.Count("slippage.moves", milestone.Moves)}{(milestone.Months is { } months and not 0m ? $", {Months(texts, months)}" : "")}");
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
    }

    private static string Months(TextSet texts, decimal months) => texts[months < 0m ? "slippage.monthsEarlier" : "slippage.monthsLater", texts.Number(Math.Abs(months))];

    private static string Change(TextSet texts, AmountMove move) =>
        $"{(move.Change.Mnok > 0m ? "+" : "−")}{new Money(Math.Abs(move.Change.Mnok)).ToText(texts.Language)}\u00a0{texts["unit.million"]}{(move.Share is { } share ? $" ({texts.Percent(Math.Abs(share))})" : "")}";
}

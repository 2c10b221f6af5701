using System.Collections.Immutable;
using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>One initiative on one A4 sheet for a meeting: how it goes, the money, what comes next, what it waits for and who waits for it. Long texts are cut, with a mark; the whole stands on the initiative's page.</summary>
internal static class MeetingSheet
{
    private const int Rows = 7;
    private const int LongText = 360;
    private const int ShortText = 90;
    // With three lists of so many lines of so many letters, and the texts above as long as they may be, the sheet is full.
    private const int Lines = 15;
    private const int LineLetters = 62;
    private const int DetailLetters = 55;
    private const int DateLetters = 15;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var reports = routes.ServiceProvider.GetRequiredService<ReportCache>();
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage("/tiltak/{initiative}/moteark", (visit, html) => Render(visit, html, reports, shelf));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportCache reports, ReportShelf shelf)
    {
        var key = visit.Part("initiative");
        if (visit.Round.Standing(key) is not { } standing
            || await reports.Read(visit.Portfolio.History.PortfolioId, standing.ReportId, null, visit.Round.Mask, visit.Http.RequestAborted) is not { First: { } stored }) return StatusCodes.Status404NotFound;
        var content = await InitiativeContent.Of(visit.Round, standing, ReportJson.FromUtf8(stored.Json.Span), reports, visit.Http.RequestAborted);
        var figures = await shelf.Figures(visit.Round, visit.Http.RequestAborted);
        var report = content.Reports[0];
        var texts = visit.Texts;
        Shell.Begin(html, visit, MenuEntry.Initiatives, texts["sheet.title", standing.Facts.Name], ("/tiltak", texts["list.title"]), ($"/tiltak/{key}", standing.Facts.Name));
        html.Write($"<article class=\"sheet\"><h1 class=\"ds-heading\" data-size=\"md\">{standing.Facts.Name}</h1>");
        if (standing.CarriedOver) html.Write($"<p class=\"missing\">{texts["carried.long", visit.Name(visit.Round.Round), visit.Name(standing.ReportedIn)]}</p>");
        if (report.Purpose is { } purpose) html.Write($"<p>{Cut(purpose, LongText)}</p>");
        Line(html, visit, standing);
        if (InitiativeSlippage.InShort(visit, content) is { } moved) html.Write($"<p><strong>{texts["sheet.moved"]}</strong> {moved}</p>");
        Prose(html, texts["field.statusCause"], report.StatusCause);
        Prose(html, texts["field.riskText"], report.RiskText);
        html.Write("<div class=\"sheet-columns\">"u8);
        Money(html, visit, report);
        Deliverables(html, visit, MilestoneHistory.Of(standing.Initiative.Id, content));
        WaitsFor(html, visit, report);
        WaitedForBy(html, visit, standing.Initiative.Id, figures.Register is { } register ? [.. OthersNeeds.On(register, standing.Initiative.Id)] : []);
        html.Write("</div></article>"u8);
        Shell.End(html, texts);
        return StatusCodes.Status200OK;
    }

    private static void Line(HtmlWriter html, Visit visit, Standing standing)
    {
        var (texts, facts, definition) = (visit.Texts, standing.Facts, visit.Portfolio.Definition);
        html.Write($"<dl class=\"facts\"><div><dt>{texts["column.status"]}</dt><dd>{Shapes.Mark(facts.Status, texts)}</dd></div><div><dt>{texts["column.risk"]}</dt><dd>{Shapes.Mark(facts.Risk, texts)}</dd></div><div><dt>{texts["column.phase"]}</dt><dd>");
        FieldText.Write(html, visit.Texts, facts.Phase);
        html.Write($"</dd></div><div><dt>{texts["column.end"]}</dt><dd>");
        Parts.Date(html, facts.EndDate, texts);
        html.Write($"</dd></div><div><dt>{texts["column.organisation"]}</dt><dd>");
        FieldText.Write(html, visit.Texts, definition.OrganisationByCode(facts.Organisation)?.Name);
        html.Write($"</dd></div><div><dt>{texts["column.segment"]}</dt><dd>");
        FieldText.Write(html, visit.Texts, definition.Segments.FirstOrDefault(segment => segment.Code == standing.Initiative.Segment)?.Name.In(texts.Language));
        html.Write($"</dd></div><div><dt>{texts["field.nationalId"]}</dt><dd>");
        FieldText.Write(html, visit.Texts, standing.Initiative.NationalId);
        html.Write($"</dd></div><div><dt>{texts["round"]}</dt><dd>{visit.Name(visit.Round.Round)}</dd></div></dl>");
    }

    private static void Prose(HtmlWriter html, string label, string? words)
    {
        if (string.IsNullOrWhiteSpace(words)) return;
        html.Write($"<p><strong>{label}:</strong> {Cut(words, LongText)}</p>");
    }

    private static void Money(HtmlWriter html, Visit visit, Report report)
    {
        var texts = visit.Texts;
        var year = visit.Round.Round.BudgetYear;
        Begin(html, "sheet.money", texts);
        html.Write("<dl class=\"fields\">"u8);
        foreach (var (label, amount) in (ReadOnlySpan<(string, Money?)>)
        [
            (texts["key.budget", year.ToString(CultureInfo.InvariantCulture)], Budget.In(report, year)),
            (texts["key.budget", (year + 1).ToString(CultureInfo.InvariantCulture)], Budget.In(report, year + 1)),
            (texts["field.totalCostMnok"], report.TotalCostMnok),
            (texts["field.annualOperatingCostMnok"], report.AnnualOperatingCostMnok),
        ])
        {
            html.Write($"<div><dt>{label}</dt><dd>");
            FieldText.Write(html, visit.Texts, amount);
            html.Write("</dd></div>"u8);
        }

        html.Write("</dl></section>"u8);
    }

    private static void Deliverables(HtmlWriter html, Visit visit, ImmutableArray<MilestoneHistory> milestones)
    {
        var texts = visit.Texts;
        var today = visit.Round.Round.CollectedOn;
        // What should have come already stands first: a passed date without delivery is what a meeting asks about.
        List<MilestoneHistory> dated = [.. milestones.Where(item => item.Planned is not null).OrderBy(item => item.Planned!.Value.LastDay)];
        var passed = dated.Where(item => !item.Delivered && item.Planned!.Value.LastDay < today).ToList();
        var ahead = dated.Where(item => item.Planned!.Value.LastDay >= today).ToList();
        var next = Fitting(ahead, item => DateLetters + Math.Min(item.Text.Length, ShortText) + SlippageText.Moves(texts, item).Length);
        Begin(html, "sheet.next", texts);
        if (next.Count == 0) html.Write($"<p class=\"quiet\">{texts["sheet.next.none"]}</p>");
        Items(html, next, item => html.Write($"<span class=\"when\">{item.Planned!.Value.ToText(texts.Language)}</span> {Cut(item.Text, ShortText)} <span class=\"quiet\">{SlippageText.Moves(texts, item)}</span>"));
        if (ahead.Count > next.Count) html.Write($"<p class=\"quiet\">{texts["list.more", texts.Number(ahead.Count - next.Count)]}</p>");
        if (passed.Count > 0) html.Write($"<p class=\"quiet\">{texts.Count("sheet.passed", passed.Count)} {string.Join("; ", passed.TakeLast(2).Select(item => $"{Cut(item.Text, ShortText / 2)} ({item.Planned!.Value.ToText(texts.Language)})"))}</p>");
        html.Write("</section>"u8);
    }

    private static void WaitsFor(HtmlWriter html, Visit visit, Report report)
    {
        var texts = visit.Texts;
        Begin(html, "sheet.waitsFor", texts);
        var ordered = report.Dependencies.OrderBy(dependency => dependency.Criticality ?? (Level)Enum.GetValues<Level>().Length).ThenBy(dependency => dependency.Deadline?.LastDay ?? DateOnly.MaxValue).ToList();
        if (ordered.Count == 0) html.Write($"<p class=\"quiet\">{texts["sheet.waitsFor.none"]}</p>");
        var shown = Fitting(ordered, dependency => Letters(dependency.On, ShortText / 2) + Letters(dependency.What, ShortText) + DetailLetters);
        Items(html, shown, dependency =>
        {
            html.Write($"<strong>{Cut(dependency.On ?? texts["notStated"], ShortText / 2)}</strong> {Cut(dependency.What ?? "", ShortText)} ");
            Detail(html, visit, dependency);
        });
        More(html, texts, ordered.Count - shown.Count);
    }

    private static void WaitedForBy(HtmlWriter html, Visit visit, Guid initiative, ImmutableArray<RegisteredNeed> needs)
    {
        var texts = visit.Texts;
        Begin(html, "sheet.waitedForBy", texts);
        if (needs.IsEmpty) html.Write($"<p class=\"quiet\">{texts["sheet.waitedForBy.none"]}</p>");
        var shown = Fitting(needs, need => need.Receiver.Facts.Name.Length + Letters(need.Dependency!.What, ShortText) + DetailLetters);
        Items(html, shown, need =>
        {
            InitiativeLink.Write(html, visit.Root, need.Receiver);
            html.Write($" {Cut(need.Dependency!.What ?? "", ShortText)} ");
            if (need.PartsMadeBy(initiative) is { } parts) html.Write($"<span class=\"quiet\">{texts["others.byPart", parts.In(texts.Language)]}</span> ");
            Detail(html, visit, need.Dependency);
        });
        More(html, texts, needs.Length - shown.Count);
    }

    private static void Begin(HtmlWriter html, string key, TextSet texts) => html.Write($"<section><h2 class=\"ds-heading\" data-size=\"xs\">{texts[key]}</h2>");

    /// <summary>As many of the first as a part of the sheet has room for, by the lines that their letters fill.</summary>
    internal static List<T> Fitting<T>(IReadOnlyList<T> items, Func<T, int> letters)
    {
        var (count, lines) = (0, 0);
        while (count < Math.Min(items.Count, Rows) && (lines += 1 + (letters(items[count]) / LineLetters)) <= Lines) count++;
        return [.. items.Take(count)];
    }

    private static int Letters(string? text, int longest) => Math.Min(text?.Length ?? 0, longest);

    private static void Items<T>(HtmlWriter html, List<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        html.Write("<ul>"u8);
        foreach (var item in items)
        {
            html.Write("<li>"u8);
            write(item);
            html.Write("</li>"u8);
        }

        html.Write("</ul>"u8);
    }

    private static void More(HtmlWriter html, TextSet texts, int rest)
    {
        if (rest > 0) html.Write($"<p class=\"quiet\">{texts["list.more", texts.Number(rest)]}</p>");
        html.Write("</section>"u8);
    }

    private static void Detail(HtmlWriter html, Visit visit, Dependency dependency)
    {
        html.Write("<span class=\"quiet\">"u8);
        if (dependency.Criticality is { } criticality)
        {
            html.Write($"{visit.Texts["dependency.criticality"]}: ");
            FieldText.Write(html, visit.Texts, criticality);
            html.Write(". "u8);
        }

        if ((dependency.Deadline?.ToText(visit.Texts.Language) ?? dependency.DeadlineText) is { Length: > 0 } deadline) html.Write($"{visit.Texts["dependency.deadline"]}: {Cut(deadline, ShortText / 2)}. ");
        html.Write("</span>"u8);
        if (dependency.Status is { } status) html.Write($"{Shapes.Mark(status, visit.Texts)}");
    }

    /// <summary>At most so many letters, whole words, on one line.</summary>
    internal static string Cut(string text, int longest)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest) return line;
        var end = line.LastIndexOf(' ', longest - 1);
        return line[..(end > longest / 2 ? end : longest - 1)] + "…";
    }
}

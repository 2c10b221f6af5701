using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>What a chapter's words are written from.</summary>
/// <param name="Now">The round's figures.</param>
/// <param name="Before">Figures of the round compared with; null for none.</param>
/// <param name="Prose">Writes in the report's language.</param>
/// <param name="Length">How many rows lists may have.</param>
internal sealed record ChapterInput(ReportFigures Now, ReportFigures? Before, Prose Prose, ReportLength Length)
{
    /// <summary>By chapter the words that a person wrote.</summary>
    public IReadOnlyDictionary<string, string> Edited { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A number of the round; null where it is not known.</summary>
    public decimal? Value(string figure, string category, string series) => Now.Figure(figure)?.Cell(category, series)?.Value;

    /// <summary>A series of the round added up; null where those that it rests on state nothing, or something that can't be added up.</summary>
    public decimal? Sum(string figure, string series) => Sum(Now, figure, series);

    /// <summary>The same sum of the round compared with.</summary>
    public decimal? EarlierSum(string figure, string series) => Before is null ? null : Sum(Before, figure, series);

    /// <summary>How many of those a figure is about did not report, as a share; null of nobody.</summary>
    public decimal? Missing(string figure) => Missing(Now, figure);

    /// <summary>The same share of the round compared with.</summary>
    public decimal? EarlierMissing(string figure) => Before is null ? null : Missing(Before, figure);

    /// <summary>The round compared with, in words.</summary>
    public Term EarlierRound => Before is { } before ? Prose.Round(before.Round.Round) : new Span("");

    /// <summary>The same number of the round compared with.</summary>
    public decimal? Earlier(string figure, string category, string series) => Before?.Figure(figure)?.Cell(category, series)?.Value;

    /// <summary>"In March the number was ...", of one number or several; nothing where one of them is not known.</summary>
    public ImmutableArray<Span> Then(string figure, params IReadOnlyList<decimal?> numbers) => Before is null || numbers.Contains(null)
        ? []
        : Prose.Sentence(numbers.Count == 1 ? "then.one" : "then.many", EarlierRound, Prose.Join([.. numbers.Select(number => (Term)Prose.Phrase("number.alone", Prose.Number(number, figure)))]));

    /// <summary>How many of these did not report in the round but stand with what they reported before; nothing where all reported.</summary>
    public ImmutableArray<Span> CarriedOver(ImmutableArray<Standing> standings, string figure)
    {
        var carried = standings.Where(standing => standing.CarriedOver).ToList();
        if (carried.Count == 0) return [];
        var rounds = carried.Select(standing => standing.ReportedIn).DistinctBy(round => round.Id).ToList();
        return Prose.Sentence(
            carried.Count < standings.Length ? "carried.some" : carried.Count == 1 ? "carried.only" : "carried.all",
            Prose.Number(carried.Count, figure), rounds.Count == 1 ? Prose.Round(rounds[0]) : Prose.Text(Prose.Texts["carried.rounds"]));
    }

    private static decimal? Sum(ReportFigures figures, string id, string series)
    {
        if (figures.Figure(id) is not { } figure || figure.ColumnOf(series) is not (>= 0 and var column)) return null;
        var cells = Enumerable.Range(0, figure.Categories.Length).Select(row => figure.Cell(row, column)).ToList();
        var isStated = cells.Exists(cell => cell.Value is not null and not 0m || !cell.Behind.IsEmpty) || cells.TrueForAll(cell => cell.Value is not null);
        return cells.Count == 0 || !isStated || cells.Exists(cell => cell.Value is null && !cell.Behind.IsEmpty) ? null : cells.Sum(cell => cell.Value ?? 0m);
    }

    private static decimal? Missing(ReportFigures figures, string id) =>
        figures.Figure(id) is { Population: > 0 } figure ? (decimal)figure.NotReported / figure.Population : null;
}

/// <summary>A chapter of the portfolio report.</summary>
/// <param name="Id">Anchor, and <c>chapter.id</c> its title's key.</param>
/// <param name="Words">Its sentences.</param>
/// <param name="Parts">Ids of its figures and lists, in order.</param>
internal sealed record ChapterPlan(string Id, Func<ChapterInput, IEnumerable<Paragraph>> Words, params string[] Parts)
{
    /// <summary>Whether the chapter is left out where its lists are empty and nobody wrote words for it.</summary>
    public bool CanBeLeftOut { get; init; }

    /// <summary>Whether a report has the chapter.</summary>
    public bool IsIn(ChapterInput input) => !CanBeLeftOut || input.Edited.ContainsKey(Id) || Parts.Any(id => input.Now.Listing(id) is { Rows.IsEmpty: false });
}

/// <summary>The chapters in order: where a figure stands in the report.</summary>
internal static class ReportChapters
{
    private const string Annex = "annex";

    private static readonly string[] Raw = ["all-dependencies", "all-prerequisites"];

    public static IReadOnlyList<ChapterPlan> All { get; } =
    [
        new("summary", SummaryWords.Of, "size", "movements", "new", "left", "segments", "segment-moves"),
        new("status", StatusWords.Of, "status", "risk", "red", "long-red", "causes", "cause-sentences"),
        new("progress", ProgressWords.Of, "slippage-intervals", "slippage", "moved-milestones", "green-then-worse"),
        new("changes", ChangeWords.Of, "explanations") { CanBeLeftOut = true },
        new("budget", BudgetWords.Of, "budget-by-area", "budget-by-organisation", "budget-by-group", "budget-by-source", "budget-by-phase", "budget-change", "budget-drivers"),
        new("cost", CostWords.Of, "money", "total-cost", "operating-cost", "cost-variances"),
        new("benefits", BenefitWords.Of, "benefit-maturity", "benefit-bands"),
        new("strategy", StrategyWords.Of, "strategic-fit"),
        new("dependencies", DependencyWords.Of, "dependencies-by-criticality", "dependencies-by-status", "dependencies-by-category", "critical-dependencies", "contradictions", "grave-contradictions", "all-dependencies", "prerequisites-by-kind", "all-prerequisites", "municipal-load", "foundation-needs", "foundation-measures"),
        new("next-year", NextYearWords.Of, "next-year", "next-year-budgets", "next-year-candidates", "next-year-endings"),
        new("quality", QualityWords.Of, "age-of-values", "not-reported", "data-quality", "missing-values", "inconsistencies"),
        new(Annex, _ => [], Annex),
    ];

    /// <summary>The chapters that can have words: all but the annex.</summary>
    public static IEnumerable<ChapterPlan> WithWords => All.Where(plan => plan.Id != Annex);

    /// <summary>A chapter with its words, figures and lists.</summary>
    public static Chapter Of(ChapterPlan plan, ChapterInput input)
    {
        var texts = input.Prose.Texts;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(input.Edited.TryGetValue(plan.Id, out var written) ? ReportWords.Paragraphs(written) : plan.Words(input).Where(paragraph => !paragraph.Spans.IsEmpty));
        foreach (var id in plan.Parts)
        {
            if (!input.Length.RawLists && Raw.Contains(id)) continue;
            if (input.Now.Figure(id) is { } figure) blocks.Add(FigureTables.Of(figure, texts));
            else if (input.Now.Listing(id) is { } listing) blocks.Add(FigureTables.Of(listing, texts, id == Annex ? TableKind.Annex : TableKind.List, id == Annex ? input.Length.Annex : input.Length.Lists));
            else throw new InvalidOperationException($"The chapter {plan.Id} asks for a figure that there is none of: {id}.");
        }

        return new(plan.Id, texts["chapter." + plan.Id], blocks.ToImmutable(), NewPage: plan.Id == Annex);
    }
}

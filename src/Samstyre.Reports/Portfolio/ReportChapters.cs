using System.Collections.Immutable;
using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>What a chapter's words are written from.</summary>
/// <param name="Now">The round's figures.</param>
/// <param name="Before">Figures of the round compared with; null for none.</param>
/// <param name="Prose">Writes in the report's language.</param>
internal sealed record ChapterInput(ReportFigures Now, ReportFigures? Before, Prose Prose)
{
    /// <summary>A number of the round; null where it is not known.</summary>
    public decimal? Value(string figure, string category, string series) => Now.Figure(figure)?.Cell(category, series)?.Value;

    /// <summary>The same number of the round compared with.</summary>
    public decimal? Earlier(string figure, string category, string series) => Before?.Figure(figure)?.Cell(category, series)?.Value;
}

/// <summary>A chapter of the portfolio report.</summary>
/// <param name="Id">Anchor, and <c>chapter.id</c> its title's key.</param>
/// <param name="Words">Its sentences.</param>
/// <param name="Parts">Ids of its figures and lists, in order.</param>
internal sealed record ChapterPlan(string Id, Func<ChapterInput, IEnumerable<Paragraph>> Words, params string[] Parts);

/// <summary>The chapters in order: where a figure stands in the report.</summary>
internal static class ReportChapters
{
    public static IReadOnlyList<ChapterPlan> All { get; } =
    [
        new("summary", SummaryWords.Of, "size", "movements", "new", "left"),
        new("status", StatusWords.Of, "status", "risk", "red", "causes", "cause-sentences"),
        new("annex", _ => [], "annex"),
    ];

    /// <summary>A chapter with its words, figures and lists.</summary>
    public static Chapter Of(ChapterPlan plan, ChapterInput input)
    {
        var texts = input.Prose.Texts;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(plan.Words(input));
        foreach (var id in plan.Parts)
        {
            if (input.Now.Figure(id) is { } figure) blocks.Add(FigureTables.Of(figure, texts));
            else if (input.Now.Listing(id) is { } listing) blocks.Add(FigureTables.Of(listing, texts, id == "annex" ? TableKind.Annex : TableKind.List));
            else throw new InvalidOperationException($"The chapter {plan.Id} asks for a figure that there is none of: {id}.");
        }

        return new(plan.Id, texts["chapter." + plan.Id], blocks.ToImmutable(), NewPage: plan.Id == "annex");
    }
}

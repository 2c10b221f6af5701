using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>What the portfolio needs from others, and what must be in place for the benefits.</summary>
internal static class DependencyWords
{
    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Now.Round.Standings.IsEmpty) yield break;
        yield return Prose.Paragraph(ParagraphStyle.Lead, Reported(input), Critical(input));
        yield return Prose.Paragraph(ParagraphStyle.Body, Red(input), Contradicted(input), Prerequisites(input));
    }

    private static ImmutableArray<Span> Reported(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Now.Figure("dependencies-by-criticality") is not { Population: > 0 } figure) return prose.Sentence("dependencies.none");
        var was = input.Before?.Figure(figure.Id)?.Population;
        return prose.Sentence(
            Prose.Moved("dependencies", figure.Population, was), prose.Count("dependencies", figure.Population, figure.Id), prose.Number(input.Value(figure.Id, "High", "dependencies"), figure.Id),
            prose.Number(was, figure.Id), input.EarlierRound);
    }

    private static ImmutableArray<Span> Critical(ChapterInput input) => input.Now.Listing("critical-dependencies") is { Rows.IsEmpty: false } critical
        ? input.Prose.Sentence(critical.Rows.Length == 1 ? "dependencies.critical.one" : "dependencies.critical.many", input.Prose.Number(critical.Rows.Length, critical.Id))
        : [];

    private static ImmutableArray<Span> Red(ChapterInput input)
    {
        var prose = input.Prose;
        return input.Value("dependencies-by-status", "Red", "dependencies") is > 0m and var red
            ? prose.Sentence("dependencies.red", prose.Number(red, "dependencies-by-status"), prose.Number(input.Value("dependencies-by-status", "NotStated", "dependencies"), "dependencies-by-status"))
            : [];
    }

    private static ImmutableArray<Span> Contradicted(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Now.Figure("contradictions") is not { Population: > 0 } figure) return [];
        return prose.Sentence("contradictions", prose.Count("contradictions", figure.Population, figure.Id), prose.Number(input.Sum(figure.Id, "High"), "grave-contradictions"));
    }

    private static ImmutableArray<Span> Prerequisites(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Now.Figure("prerequisites-by-kind") is not { Population: > 0 } figure) return prose.Sentence("prerequisites.none");
        var most = figure.Categories.MaxBy(category => figure.Cell(category.Key, "High")!.Value ?? 0m)!;
        return prose.Sentence(
            "prerequisites.sum", prose.Count("prerequisites", figure.Population, figure.Id), prose.Number(input.Sum(figure.Id, "High"), figure.Id),
            Prose.Text(Prose.LowerFirst(most.Name.In(prose.Language))), prose.Number(figure.Cell(most.Key, "High")!.Value, figure.Id));
    }
}

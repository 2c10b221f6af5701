using System.Collections.Immutable;
using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>Which focus areas the portfolio supports most, and which least.</summary>
internal static class StrategyWords
{
    private const string Id = "strategic-fit";
    private const int MostNamed = 3;

    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Now.Figure(Id) is not { Population: > 0 } figure) yield break;
        if (figure.NotReported == figure.Population)
        {
            yield return Prose.Paragraph(ParagraphStyle.Lead, prose.Sentence("fit.none"));
            yield break;
        }

        var areas = figure.Categories.Where(category => category.Key != "others").ToLookup(category => figure.Cell(category.Key, "High")!.Value ?? 0m);
        yield return Prose.Paragraph(ParagraphStyle.Lead, Most(input, areas), Least(input, areas), Missing(input, figure));
    }

    private static ImmutableArray<Span> Most(ChapterInput input, ILookup<decimal, FigureCategory> areas)
    {
        var prose = input.Prose;
        var high = areas.Max(area => area.Key);
        if (high == 0m) return prose.Sentence("fit.nobody");
        var count = prose.Count("initiatives", high, Id);
        if (high == 1m) return prose.Sentence("fit.single", count);
        List<FigureCategory> most = [.. areas[high]];
        if (most.Count > MostNamed) return [];
        var sentence = prose.Sentence(most.Count == 1 ? "fit.most.one" : "fit.most.many", Names(prose, most), count);
        return most.Count == 1 && input.EarlierMissing(Id) is < 1m ? Prose.InARow(sentence, input.Then(Id, input.Earlier(Id, most[0].Key, "High"))) : sentence;
    }

    private static ImmutableArray<Span> Least(ChapterInput input, ILookup<decimal, FigureCategory> areas)
    {
        var prose = input.Prose;
        List<FigureCategory> least = [.. areas[0m]];
        var all = areas.Sum(area => area.Count());
        return least.Count == 0 || least.Count == all ? []
            : least.Count <= MostNamed ? prose.Sentence(least.Count == 1 ? "fit.least.one" : "fit.least.many", Names(prose, least))
            : prose.Sentence("fit.least", prose.Number(least.Count, Id), prose.Number(all, Id));
    }

    private static ImmutableArray<Span> Missing(ChapterInput input, Figure figure)
    {
        var prose = input.Prose;
        if (figure.NotReported == 0) return [];
        var sentence = prose.Sentence("fit.missing", prose.Count("initiatives", figure.NotReported, Id));
        return input.Before?.Figure(Id) is { Population: > 0 } then ? Prose.InARow(sentence, prose.Sentence("fit.then", input.EarlierRound, prose.Count("initiatives", then.NotReported, Id))) : sentence;
    }

    private static ImmutableArray<Span> Names(Prose prose, List<FigureCategory> areas) => prose.Join([.. areas.Select(area => (Term)new Span(Prose.LowerFirst(area.Name.In(prose.Language)), Id))]);
}

using System.Collections.Immutable;
using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>What the yellow and red ones give as cause.</summary>
internal static class CauseWords
{
    private const int MostNamed = 3;

    public static ImmutableArray<Span> Of(ChapterInput input) =>
        input.Now.Figure("causes") is { Population: > 0 } causes ? Prose.InARow(MostCommon(input, causes), Missing(input, causes)) : [];

    private static ImmutableArray<Span> MostCommon(ChapterInput input, Figure causes)
    {
        var prose = input.Prose;
        var named = Named([.. causes.Categories.Where(category => category.Key is not ("other" or "none"))
            .Select(category => (category, Count: causes.Cell(category.Key, "initiatives")!.Value ?? 0m)).Where(cause => cause.Count > 0m)]);
        if (named.Count == 0) return [];
        var told = prose.Join([.. named.Select(cause => (Term)prose.Phrase("causes.named", Prose.Text(Prose.LowerFirst(cause.Category.Name.In(prose.Language))), prose.Count("initiatives", cause.Count, causes.Id)))]);
        return Prose.InARow(
            prose.Sentence(named.Count == 1 ? "causes.one" : "causes.many", told),
            input.EarlierMissing(causes.Id) is < 1m ? input.Then(causes.Id, [.. named.Select(cause => input.Earlier(causes.Id, cause.Category.Key, "initiatives"))]) : []);
    }

    /// <summary>The two most common, and those as common as the second: but where these are more than can be named, the most common alone, or none.</summary>
    private static List<(FigureCategory Category, decimal Count)> Named(List<(FigureCategory Category, decimal Count)> causes)
    {
        var counts = causes.Select(cause => cause.Count).OrderDescending().ToList();
        if (counts.Count == 0) return [];
        var two = AtLeast(counts[Math.Min(1, counts.Count - 1)]);
        if (two.Count <= MostNamed) return two;
        var most = AtLeast(counts[0]);
        return most.Count <= MostNamed ? most : [];

        List<(FigureCategory, decimal Count)> AtLeast(decimal count) => [.. causes.Where(cause => cause.Count >= count).OrderByDescending(cause => cause.Count)];
    }

    private static ImmutableArray<Span> Missing(ChapterInput input, Figure causes)
    {
        var prose = input.Prose;
        return causes.NotReported == 0 ? []
            : causes.NotReported < causes.Population ? prose.Sentence("causes.missing", prose.Number(causes.NotReported, causes.Id), prose.Count("initiatives", causes.Population, causes.Id))
            : prose.Sentence(causes.Population == 1 ? "causes.none.one" : "causes.none.many", prose.Number(causes.Population, causes.Id));
    }
}

using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>How it goes: colours, the red ones by name, and what they give as cause.</summary>
internal static class StatusWords
{
    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Round.Standings.IsEmpty) yield break;
        var prose = input.Prose;
        yield return Prose.Paragraph(ParagraphStyle.Lead, Share(input, "status", "Yellow"), Share(input, "status", "Red"), NotStated(input, "status"));
        yield return Prose.Paragraph(ParagraphStyle.Body, Share(input, "risk", "Yellow"), Share(input, "risk", "Red"), NotStated(input, "risk"));
        var red = Behind(input, "status");
        var redRisk = Behind(input, "risk");
        yield return Prose.Paragraph(
            ParagraphStyle.Body,
            red.IsEmpty && redRisk.IsEmpty ? prose.Sentence("red.none") : prose.WithNames("red.status", red),
            prose.WithNames("red.risk", redRisk),
            input.Now.Listing("long-red") is { Rows.IsEmpty: false } longRed ? prose.Sentence("red.long", prose.Count("initiatives", longRed.Rows.Length, longRed.Id)) : []);
        yield return Prose.Paragraph(ParagraphStyle.Body, Causes(input));
    }

    private static ImmutableArray<Standing> Behind(ChapterInput input, string figure) =>
        input.Now.Figure(figure)?.Cell(input.Now.Round.Round.Code, "Red")?.Behind ?? [];

    private static ImmutableArray<Span> Share(ChapterInput input, string figure, string colour)
    {
        var prose = input.Prose;
        var round = input.Now.Round;
        var count = input.Value(figure, round.Round.Code, colour);
        var key = $"{figure}.{colour.ToLowerInvariant()}";
        if (count is not > 0m) return prose.Sentence(key + ".none");
        decimal all = round.Standings.Length;
        var share = decimal.Round(count.Value / all, 2, MidpointRounding.AwayFromZero);
        decimal? was = input.Before is { Round.Standings: { IsEmpty: false } earlier } before
            ? decimal.Round((input.Earlier(figure, before.Round.Round.Code, colour) ?? 0m) / earlier.Length, 2, MidpointRounding.AwayFromZero)
            : null;
        return prose.Sentence(
            Prose.Moved(key, share, was), prose.Count("initiatives", count, figure), prose.Percent(share, figure),
            prose.Percent(was, figure), input.Before is { } other ? prose.Round(other.Round.Round) : Prose.Text(""));
    }

    private static ImmutableArray<Span> NotStated(ChapterInput input, string figure)
    {
        var missing = input.Value(figure, input.Now.Round.Round.Code, "NotStated");
        return missing is > 0m ? input.Prose.Sentence(figure + ".missing", input.Prose.Count("initiatives", missing, figure)) : [];
    }

    private static ImmutableArray<Span> Causes(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Now.Figure("causes") is not { Population: > 0 } causes) return [];
        var named = causes.Categories.Where(category => category.Key is not ("other" or "none")).Select(category => (category, Count: causes.Cell(category.Key, "initiatives")!.Value ?? 0m)).Where(pair => pair.Count > 0m).Take(2).ToList();
        var missing = causes.NotReported == 0
            ? []
            : causes.NotReported == causes.Population ? prose.Sentence("causes.none", prose.Number(causes.Population, "causes"))
            : prose.Sentence("causes.missing", prose.Number(causes.NotReported, "causes"), prose.Count("initiatives", causes.Population, "causes"));
        Span Cause(int place) => Prose.Text(Prose.LowerFirst(named[place].category.Name.In(prose.Language)));
        Span Count(int place) => prose.Count("initiatives", named[place].Count, "causes");
        var most = named.Count switch
        {
            0 => [],
            1 => prose.Sentence("causes.one", Cause(0), Count(0)),
            _ when named[0].Count == named[1].Count => prose.Sentence("causes.equal", Cause(0), Cause(1), Count(0)),
            _ => prose.Sentence("causes.two", Cause(0), Count(0), Cause(1), Count(1)),
        };
        return most.IsEmpty ? missing : missing.IsEmpty ? most : [.. most, new(" "), .. missing];
    }
}

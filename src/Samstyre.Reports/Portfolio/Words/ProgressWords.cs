using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>How far plans have slipped, and what became of the green ones.</summary>
internal static class ProgressWords
{
    private const string Id = "slippage-intervals";
    private static readonly string[] Late = ["upTo3", "3to6", "6to12", "over12"];

    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Figure(Id) is not { Population: > 0 } figure) yield break;
        var prose = input.Prose;
        yield return Prose.Paragraph(
            ParagraphStyle.Lead,
            figure.NotReported == figure.Population ? prose.Sentence("slippage.none") : Slipped(input, figure.Population - figure.NotReported),
            figure.NotReported == 0 || figure.NotReported == figure.Population ? [] : prose.Sentence("slippage.missing", prose.Count("initiatives", figure.NotReported, Id)));
        yield return Prose.Paragraph(ParagraphStyle.Body, Milestones(input), Green(input));
    }

    private static ImmutableArray<Span> Slipped(ChapterInput input, int compared)
    {
        var prose = input.Prose;
        var late = Late.Sum(interval => input.Value(Id, interval, "first") ?? 0m);
        return Prose.InARow(
            prose.Sentence((late == 0m ? "slippage.onTime" : "slippage.late") + (compared == 1 ? ".one" : ".many"), prose.Number(late, Id), prose.Count("initiatives", compared, Id)),
            input.EarlierMissing(Id) is < 1m ? input.Then(Id, Late.Sum(interval => input.Earlier(Id, interval, "first") ?? 0m)) : [],
            input.Value(Id, "over12", "first") is > 0m and var year ? prose.Sentence("slippage.year", prose.Count("initiatives", year, "slippage")) : []);
    }

    private static ImmutableArray<Span> Milestones(ChapterInput input)
    {
        const string Moved = "moved-milestones";
        var prose = input.Prose;
        // An empty list can be one of a round that came without deliverables.
        var was = input.Before?.Listing(Moved) is { Rows.IsEmpty: false } before ? before.Rows.Length : (decimal?)null;
        return Prose.InARow(
            input.Now.Listing(Moved) is { Rows.IsEmpty: false } moved ? prose.Sentence("milestones.moved", prose.Count("deliverables", moved.Rows.Length, Moved)) : prose.Sentence("milestones.none"),
            input.Then(Moved, was));
    }

    private static ImmutableArray<Span> Green(ChapterInput input)
    {
        var prose = input.Prose;
        return input.Value("green-then-worse", "all", "share") is { } share
            ? prose.Sentence("green.worse", prose.Percent(share, "green-then-worse"), prose.Number(input.Value("green-then-worse", "all", "cases"), "green-then-worse"))
            : prose.Sentence("green.few");
    }
}

using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>How far plans have slipped, and what became of the green ones.</summary>
internal static class ProgressWords
{
    private static readonly string[] Late = ["upTo3", "3to6", "6to12", "over12"];

    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Now.Figure("slippage-intervals") is not { Population: > 0 } figure) yield break;
        if (figure.NotReported == figure.Population)
        {
            yield return Prose.Paragraph(ParagraphStyle.Lead, prose.Sentence("slippage.none"));
        }
        else
        {
            var late = Late.Sum(interval => input.Value(figure.Id, interval, "first") ?? 0m);
            yield return Prose.Paragraph(
                ParagraphStyle.Lead,
                prose.Sentence(late == 0m ? "slippage.onTime" : "slippage.late", prose.Count("initiatives", late, figure.Id), prose.Number(figure.Population - figure.NotReported, figure.Id)),
                input.Before?.Figure(figure.Id) is { } then && then.NotReported < then.Population
                    ? prose.Sentence("slippage.then", input.EarlierRound, prose.Number(Late.Sum(interval => input.Earlier(figure.Id, interval, "first") ?? 0m), figure.Id))
                    : [],
                input.Value(figure.Id, "over12", "first") is > 0m and var year ? prose.Sentence("slippage.year", prose.Count("initiatives", year, "slippage")) : [],
                figure.NotReported == 0 ? [] : prose.Sentence("slippage.missing", prose.Count("initiatives", figure.NotReported, figure.Id)));
        }

        yield return Prose.Paragraph(ParagraphStyle.Body, Milestones(input), Green(input));
    }

    private static ImmutableArray<Span> Milestones(ChapterInput input) => input.Now.Listing("moved-milestones") is { Rows.IsEmpty: false } moved
        ? input.Prose.Sentence("milestones.moved", input.Prose.Count("deliverables", moved.Rows.Length, moved.Id))
        : input.Prose.Sentence("milestones.none");

    private static ImmutableArray<Span> Green(ChapterInput input)
    {
        var prose = input.Prose;
        return input.Value("green-then-worse", "all", "share") is { } share
            ? prose.Sentence("green.worse", prose.Percent(share, "green-then-worse"), prose.Number(input.Value("green-then-worse", "all", "cases"), "green-then-worse"))
            : prose.Sentence("green.few");
    }
}

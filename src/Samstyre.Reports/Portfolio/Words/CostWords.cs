using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>What it costs in all and to run, and how many do not say.</summary>
internal static class CostWords
{
    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Round.Standings.IsEmpty) yield break;
        yield return Prose.Paragraph(ParagraphStyle.Lead, Cost(input, "total-cost"), Missing(input, "total-cost"));
        yield return Prose.Paragraph(ParagraphStyle.Body, Largest(input), Cost(input, "operating-cost"), Missing(input, "operating-cost"));
    }

    private static ImmutableArray<Span> Cost(ChapterInput input, string figure)
    {
        var prose = input.Prose;
        if (input.Value("money", figure, "stated") is not (> 0m and var stated)) return prose.Sentence(figure + ".none");
        var count = prose.Count("initiatives", stated, figure);
        return input.Value("money", figure, "sum") is { } sum ? prose.Sentence(figure + ".sum", prose.Money(sum, "money"), count) : prose.Sentence(figure + ".unknown", count);
    }

    private static ImmutableArray<Span> Missing(ChapterInput input, string figure)
    {
        var prose = input.Prose;
        var (now, was) = (input.Missing(figure), input.EarlierMissing(figure));
        return now is not (> 0m and < 1m)
            ? []
            : prose.Sentence(Prose.MovedShare("cost.missing", now, was), prose.Number(input.Now.Figure(figure)!.NotReported, figure), prose.Percent(now, figure), prose.Percent(was, figure), input.EarlierRound);
    }

    private static ImmutableArray<Span> Largest(ChapterInput input)
    {
        var prose = input.Prose;
        var (count, sum, all) = (input.Value("total-cost", "over-500", "initiatives"), input.Value("total-cost", "over-500", "sum"), input.Value("money", "total-cost", "sum"));
        return count is not > 0m || sum is null || all is not > 0m ? [] : prose.Sentence("cost.largest", prose.Count("initiatives", count, "total-cost"), prose.Percent(sum, all.Value, "total-cost"));
    }
}

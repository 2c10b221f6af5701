using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>Who did not report, and what is missing or does not hold in what was reported.</summary>
internal static class QualityWords
{
    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Round.Standings.IsEmpty) yield break;
        var prose = input.Prose;
        var carried = input.Now.Listing("not-reported")?.Rows.Length ?? 0;
        yield return Prose.Paragraph(
            ParagraphStyle.Lead,
            carried == 0 ? prose.Sentence("quality.all") : prose.Sentence("quality.carried", prose.Count("initiatives", carried, "not-reported"), prose.Number(input.Now.Round.Standings.Length, "age-of-values")),
            Old(input));
        yield return Prose.Paragraph(ParagraphStyle.Body, Given(input), Inconsistent(input));
    }

    private static ImmutableArray<Span> Old(ChapterInput input) => input.Value("age-of-values", "over12", "initiatives") is > 0m and var old
        ? input.Prose.Sentence("quality.old", input.Prose.Count("initiatives", old, "age-of-values"))
        : [];

    private static ImmutableArray<Span> Given(ChapterInput input)
    {
        var prose = input.Prose;
        return input.Sum("data-quality", "missing") is > 0m and var missing ? prose.Sentence("quality.missing", prose.Number(missing, "data-quality")) : prose.Sentence("quality.whole");
    }

    private static ImmutableArray<Span> Inconsistent(ChapterInput input)
    {
        var prose = input.Prose;
        var (now, was) = ((decimal?)input.Now.Listing("inconsistencies")?.Rows.Length, (decimal?)input.Before?.Listing("inconsistencies")?.Rows.Length);
        return now is not > 0m ? prose.Sentence("quality.consistent")
            : prose.Sentence(Prose.Moved("quality.inconsistent", now, was), prose.Count("values", now, "inconsistencies"), prose.Number(was), input.EarlierRound);
    }
}

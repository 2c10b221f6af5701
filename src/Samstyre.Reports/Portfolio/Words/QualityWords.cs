using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>Who did not report, and what is missing or does not hold in what was reported.</summary>
internal static class QualityWords
{
    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Round.Standings.IsEmpty) yield break;
        yield return Prose.Paragraph(ParagraphStyle.Lead, Carried(input), Old(input));
        yield return Prose.Paragraph(ParagraphStyle.Body, Given(input), Inconsistent(input));
    }

    private static ImmutableArray<Span> Carried(ChapterInput input)
    {
        var prose = input.Prose;
        var (all, carried) = (input.Now.Round.Standings.Length, input.Now.Listing("not-reported")?.Rows.Length ?? 0);
        var key = carried == 0 ? "quality.all" : carried == all ? "quality.nobody" : "quality.carried";
        return prose.Sentence(key, prose.Number(carried, "not-reported"), prose.Count("initiatives", all, "age-of-values"));
    }

    private static ImmutableArray<Span> Old(ChapterInput input) => input.Value("age-of-values", "over12", "initiatives") is > 0m and var old
        ? input.Prose.Sentence("quality.old", input.Prose.Count("initiatives", old, "age-of-values"))
        : [];

    private static ImmutableArray<Span> Given(ChapterInput input)
    {
        const string Id = "data-quality";
        return input.Sum(Id, "missing") is > 0m and var missing
            ? Prose.InARow(input.Prose.Sentence("quality.missing", input.Prose.Count("values", missing, Id)), input.Then(Id, input.EarlierSum(Id, "missing")))
            : input.Prose.Sentence("quality.whole");
    }

    private static ImmutableArray<Span> Inconsistent(ChapterInput input)
    {
        const string Id = "inconsistencies";
        var prose = input.Prose;
        var (now, was) = ((decimal?)input.Now.Listing(Id)?.Rows.Length, (decimal?)input.Before?.Listing(Id)?.Rows.Length);
        return now is not > 0m ? prose.Sentence("quality.consistent")
            : prose.Sentence(Prose.Against("quality.inconsistent", now, was), prose.Count("values", now, Id), prose.Number(was, Id), input.EarlierRound);
    }
}

using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>How far the work on benefits has come, and what they are worth.</summary>
internal static class BenefitWords
{
    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Round.Standings.IsEmpty) yield break;
        yield return Prose.Paragraph(ParagraphStyle.Lead, Maturity(input), MaturityMissing(input));
        yield return Prose.Paragraph(ParagraphStyle.Body, Amount(input), AmountMissing(input));
    }

    private static ImmutableArray<Span> Maturity(ChapterInput input)
    {
        var prose = input.Prose;
        Span Level(string level) => prose.Count("initiatives", input.Sum("benefit-maturity", level) ?? 0m, "benefit-maturity");
        return input.Missing("benefit-maturity") == 1m ? [] : prose.Sentence("maturity", Level("High"), Level("Medium"), Level("Low"));
    }

    private static ImmutableArray<Span> MaturityMissing(ChapterInput input)
    {
        var prose = input.Prose;
        return input.Now.Figure("benefit-maturity") switch
        {
            { NotReported: 0 } or null => [],
            { } figure when figure.NotReported == figure.Population => prose.Sentence("maturity.none"),
            { } figure => prose.Sentence("maturity.missing", prose.Count("initiatives", figure.NotReported, figure.Id)),
        };
    }

    private static ImmutableArray<Span> Amount(ChapterInput input)
    {
        var prose = input.Prose;
        return input.Sum("benefit-bands", "with-amount") is > 0m and var stated
            ? prose.Sentence("benefits.sum", prose.Count("initiatives", stated, "benefit-bands"), prose.Money(input.Value("money", "benefits", "sum"), "money"))
            : prose.Sentence("benefits.none");
    }

    private static ImmutableArray<Span> AmountMissing(ChapterInput input)
    {
        var prose = input.Prose;
        var (now, was) = (input.Missing("benefit-bands"), input.EarlierMissing("benefit-bands"));
        return now is not > 0m ? [] : prose.Sentence(
            Prose.Moved("benefits.missing", now, was), prose.Number(input.Now.Figure("benefit-bands")!.NotReported, "benefit-bands"), prose.Percent(now, "benefit-bands"), prose.Percent(was, "benefit-bands"), input.EarlierRound);
    }
}

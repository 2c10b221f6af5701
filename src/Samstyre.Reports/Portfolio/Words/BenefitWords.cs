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
        const string Id = "benefit-maturity";
        var prose = input.Prose;
        string[] levels = ["High", "Medium", "Low"];
        if (input.Missing(Id) == 1m) return [];
        var (high, medium, low) = (Level(levels[0]), Level(levels[1]), Level(levels[2]));
        return Prose.InARow(prose.Sentence("maturity", high, medium, low), input.EarlierMissing(Id) is < 1m ? input.Then(Id, [.. levels.Select(level => input.EarlierSum(Id, level))]) : []);

        Term Level(string level) => prose.Count("initiatives", input.Sum(Id, level) ?? 0m, Id);
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
        if (input.Sum("benefit-bands", "with-amount") is not (> 0m and var stated)) return prose.Sentence("benefits.none");
        var count = prose.Count("initiatives", stated, "benefit-bands");
        return input.Value("money", "benefits", "sum") is { } sum ? prose.Sentence("benefits.sum", count, prose.Money(sum, "money")) : prose.Sentence("benefits.unknown", count);
    }

    private static ImmutableArray<Span> AmountMissing(ChapterInput input)
    {
        const string Id = "benefit-bands";
        var prose = input.Prose;
        var (now, was) = (input.Missing(Id), input.EarlierMissing(Id));
        return now is not > 0m ? [] : prose.Sentence(
            Prose.MovedShare("benefits.missing", now, was), prose.Count("initiatives", input.Now.Figure(Id)!.NotReported, Id), prose.Percent(now, Id), prose.Percent(was, Id), input.EarlierRound);
    }
}

using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>What the portfolio looks like next year.</summary>
internal static class NextYearWords
{
    private const string Budgets = "next-year-budgets";

    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Round.Standings.IsEmpty) yield break;
        var prose = input.Prose;
        yield return Prose.Paragraph(
            ParagraphStyle.Lead,
            Ends(input),
            input.Value("next-year", "candidates", "initiatives") switch
            {
                null => [],
                0m => prose.Sentence("next.candidates.none"),
                { } candidates => prose.Sentence("next.candidates", prose.Count("candidates", candidates, "next-year")),
            });
        yield return Prose.Paragraph(ParagraphStyle.Body, Budget(input), Missing(input));
    }

    private static ImmutableArray<Span> Ends(ChapterInput input)
    {
        var prose = input.Prose;
        var year = input.Now.Round.Round.BudgetYear;
        var missing = input.Value("next-year", "NotStated", "initiatives");
        return missing == input.Now.Round.Standings.Length
            ? prose.Sentence("next.lead.none")
            : prose.Sentence(missing is > 0m ? "next.lead.some" : "next.lead.all", Prose.Year(year + 1), Group("continuing"), Group("ending"), Group("NotStated"), Prose.Year(year));

        Term Group(string category) => prose.Count("initiatives", input.Value("next-year", category, "initiatives") ?? 0m, "next-year");
    }

    private static ImmutableArray<Span> Budget(ChapterInput input)
    {
        var prose = input.Prose;
        var next = Prose.Year(input.Now.Round.Round.BudgetYear + 1);
        return input.Missing(Budgets) == 1m ? prose.Sentence("budget.none", next)
            : input.Sum(Budgets, "budget-next") is { } sum ? prose.Sentence("next.budget", next, prose.Money(sum, Budgets))
            : prose.Sentence("budget.unknown", next);
    }

    private static ImmutableArray<Span> Missing(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Missing(Budgets) is not (> 0m and < 1m and var missing)) return [];
        var sentence = prose.Sentence("next.missing", prose.Count("initiatives", input.Now.Figure(Budgets)!.NotReported, Budgets), prose.Percent(missing, Budgets));
        if (input.Before is not { } before || input.EarlierMissing(Budgets) is not { } was) return sentence;
        var year = before.Round.Round.BudgetYear;
        return Prose.InARow(sentence, prose.Sentence(year == input.Now.Round.Round.BudgetYear ? "next.then" : "next.then.year", input.EarlierRound, prose.Percent(was, Budgets), Prose.Year(year + 1)));
    }
}

using System.Globalization;

namespace Samstyre.Reports;

/// <summary>What the portfolio looks like next year.</summary>
internal static class NextYearWords
{
    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Round.Standings.IsEmpty) yield break;
        var prose = input.Prose;
        var year = input.Now.Round.Round.BudgetYear;
        var next = Prose.Text((year + 1).ToString(CultureInfo.InvariantCulture));
        Span Group(string category) => prose.Count("initiatives", input.Value("next-year", category, "initiatives") ?? 0m, "next-year");
        yield return Prose.Paragraph(
            ParagraphStyle.Lead,
            input.Value("next-year", "NotStated", "initiatives") == input.Now.Round.Standings.Length ? prose.Sentence("next.lead.none") : prose.Sentence("next.lead", next, Group("continuing"), Group("ending"), Group("NotStated"), Prose.Text(year.ToString(CultureInfo.InvariantCulture))),
            input.Value("next-year", "candidates", "initiatives") switch
            {
                null => [],
                0m => prose.Sentence("next.candidates.none"),
                { } candidates => prose.Sentence("next.candidates", prose.Count("candidates", candidates, "next-year")),
            });
        var missing = input.Missing("next-year-budgets");
        yield return Prose.Paragraph(
            ParagraphStyle.Body,
            input.Sum("next-year-budgets", "budget-next") is { } sum ? prose.Sentence("next.budget", next, prose.Money(sum, "next-year-budgets")) : prose.Sentence("next.budget.none", next),
            missing is > 0m and < 1m ? prose.Sentence("next.missing", prose.Count("initiatives", input.Now.Figure("next-year-budgets")!.NotReported, "next-year-budgets"), prose.Percent(missing, "next-year-budgets")) : [],
            missing is > 0m and < 1m && input.EarlierMissing("next-year-budgets") is { } was ? prose.Sentence("next.then", input.EarlierRound, prose.Percent(was, "next-year-budgets")) : []);
    }
}

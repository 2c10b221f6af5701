using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The portfolio's sums (million NOK): this year's budget, total cost, yearly operating cost, and quantified benefits over the lifetime, each with how many state it and how many do not. A sum is of what is stated; where nobody states an amount there is no sum.</summary>
public static class MoneyInAll
{
    private static readonly LocalText Title = new("Penger i alt", "Pengar i alt", "Money in all");
    private static readonly LocalText Amount = new("Beløp", "Beløp", "Amount");
    private static readonly LocalText Benefits = new("Tallfestede gevinster", "Talfeste gevinstar", "Quantified benefits");
    private static readonly LocalText Stated = new("Har oppgitt", "Har oppgitt", "State it");
    private static readonly LocalText Missing = new("Har ikke oppgitt", "Har ikkje oppgitt", "Do not state it");
    private static readonly LocalText MissingShare = new("Andel som ikke har oppgitt", "Del som ikkje har oppgitt", "Share that does not state it");

    /// <summary>One category per amount. Not reported are those that state none of the four.</summary>
    public static Figure Of(RoundContent round)
    {
        var entries = round.Entries.ToList();
        (FigureCategory Category, Func<Standing, Money?>? OfStanding)[] amounts =
        [
            (new("budget", MoneyWords.InYear(FigureWords.Budget, round.Snapshot.Round.BudgetYear)), FigureWords.BudgetOf),
            (new("total-cost", MoneyWords.TotalCost), standing => standing.Facts.TotalCost),
            (new("operating-cost", MoneyWords.AnnualOperatingCost), standing => standing.Facts.AnnualOperatingCost),
            (new("benefits", Benefits), null),
        ];
        var sums = Array.ConvertAll(amounts, amount => new AmountCell(entries.Count, amount.OfStanding));
        var own = new Money?[amounts.Length];
        List<Money?> odd = [];
        var silent = 0;
        foreach (var (standing, report) in entries)
        {
            for (var amount = 0; amount < own.Length; amount++) sums[amount].Add(standing, own[amount] = amounts[amount].OfStanding is { } of ? of(standing) : report.BenefitAmountMnok);
            if (AmountRules.Oddest(own) is { } oddest) odd.Add(oddest);
            if (Array.TrueForAll(own, amount => amount is null)) silent++;
        }

        return new(
            "money", Title, Amount, FigureChart.None,
            [.. amounts.Select(amount => amount.Category)],
            [
                new("sum", MoneyWords.Sum, FigureUnit.MillionNok),
                new("stated", Stated, FigureUnit.Initiatives, Charted: false),
                new("not-stated", Missing, FigureUnit.Initiatives, Tone.NotStated, Charted: false),
                new("not-stated-share", MissingShare, FigureUnit.Share, Tone.NotStated, Charted: false),
            ],
            [.. sums.SelectMany(sum => Row(sum, entries.Count))],
            entries.Count,
            silent,
            MoneyWords.Join(
                new(
                    "Summene er av det som er oppgitt. Gevinster oppgitt bare som størrelse eller per år er ikke med i summen.",
                    "Summane er av det som er oppgitt. Gevinstar oppgitte berre som storleik eller per år er ikkje med i summen.",
                    "The sums are of what is stated. Benefits stated only as a band or per year are not in the sum."),
                AmountRules.OfOtherYears(round.Snapshot),
                AmountRules.OfOdd(odd)));
    }

    private static FigureCell[] Row(AmountCell amounts, int whole)
    {
        var (sum, missing) = (amounts.Sum, amounts.Missing);
        return [sum, FigureCells.Count(sum.Behind), missing, FigureCells.Share(missing.Behind, whole)];
    }
}

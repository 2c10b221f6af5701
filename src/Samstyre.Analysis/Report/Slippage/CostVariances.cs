using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives whose total cost or budget of the round's year has changed, the largest rise of total cost first: against their first and their last earlier report.</summary>
public static class CostVariances
{
    private static readonly LocalText Title = new("Endret kostnad og budsjett", "Endra kostnad og budsjett", "Changed cost and budget");
    private static readonly LocalText Empty = new(
        "Ingen kostnad og ikke noe budsjett er kjent endret.", "Ingen kostnad og ikkje noko budsjett er kjent endra.", "No cost or budget is known to have changed.");

    private static readonly LocalText Rule = new(
        "Beløp over null er dyrere enn før. Totalkostnad sammenlignes med den første og den siste av de tidligere rapportene som oppgir den, budsjett bare med rapporter fra samme budsjettår. Andelen er endringen delt på det tidligere beløpet.",
        "Beløp over null er dyrare enn før. Totalkostnad blir samanlikna med den første og den siste av dei tidlegare rapportane som oppgir han, budsjett berre med rapportar frå same budsjettår. Delen er endringa delt på det tidlegare beløpet.",
        "Amounts above zero are dearer than before. Total cost is compared with the first and the last of the earlier reports that state it, the budget only with reports of the same budget year. The share is the change divided by the earlier amount.");

    /// <summary>A row per initiative with a change.</summary>
    public static Listing Of(RoundContent round)
    {
        var snapshot = round.Snapshot;
        var earlier = EarlierReports.Of(round);
        var changed = snapshot.Standings
            .Select((standing, place) => (Standing: standing, Place: place, Variance: VarianceOf(place)))
            .Where(one => one.Variance.HasChanged)
            .OrderByDescending(one => one.Variance.TotalFirst?.Change.Mnok ?? 0m).ThenByDescending(one => one.Variance.BudgetFirst?.Change.Mnok ?? 0m).ThenBy(one => Order.Of(one.Standing))
            .Select(one => one.Place);
        return new(
            "cost-variances", Title,
            SlippageWords.WhoAnd(
                new("total", new("Totalkostnad nå", "Totalkostnad no", "Total cost now"), FigureUnit.MillionNok),
                new("totalFirst", new("Mot første rapport", "Mot første rapport", "Against first report"), FigureUnit.MillionNok, FigureWords.CantBeSaid),
                new("totalFirstShare", new("Andel mot første rapport", "Del mot første rapport", "Share against first report"), FigureUnit.Share, FigureWords.CantBeSaid),
                new("totalLast", new("Mot forrige rapport", "Mot førre rapport", "Against last report"), FigureUnit.MillionNok, FigureWords.CantBeSaid),
                new("totalLastShare", new("Andel mot forrige rapport", "Del mot førre rapport", "Share against last report"), FigureUnit.Share, FigureWords.CantBeSaid),
                new("budget", new("Årets budsjett nå", "Budsjettet i år no", "This year's budget now"), FigureUnit.MillionNok),
                new("budgetFirst", new("Budsjett mot første rapport", "Budsjett mot første rapport", "Budget against first report"), FigureUnit.MillionNok, FigureWords.CantBeSaid),
                new("budgetFirstShare", new("Andel av budsjett mot første rapport", "Del av budsjett mot første rapport", "Share of budget against first report"), FigureUnit.Share, FigureWords.CantBeSaid),
                new("budgetLast", new("Budsjett mot forrige rapport", "Budsjett mot førre rapport", "Budget against last report"), FigureUnit.MillionNok, FigureWords.CantBeSaid),
                new("budgetLastShare", new("Andel av budsjett mot forrige rapport", "Del av budsjett mot førre rapport", "Share of budget against last report"), FigureUnit.Share, FigureWords.CantBeSaid)),
            MadeRows.Of(changed, place => Row(snapshot.Standings[place], VarianceOf(place), snapshot.Definition)),
            Empty, Rule);

        CostVariance VarianceOf(int place) => CostVariance.Of(snapshot.Standings[place], earlier.At(place), snapshot.Round.BudgetYear);
    }

    private static ListingRow Row(Standing standing, CostVariance variance, PortfolioDefinition definition) => SlippageWords.Row(
        standing, definition,
        variance.Total, variance.TotalFirst?.Change, variance.TotalFirst?.Share, variance.TotalLast?.Change, variance.TotalLast?.Share,
        variance.Budget, variance.BudgetFirst?.Change, variance.BudgetFirst?.Share, variance.BudgetLast?.Change, variance.BudgetLast?.Share);
}

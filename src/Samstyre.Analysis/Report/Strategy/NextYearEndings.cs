using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives that are planned to end in the round's budget year, or whose planned end lies before it, the earliest end first, with their budgets (million NOK) of that year and the next. Those that state no end are not in it; <see cref="NextYearPortfolio"/> counts them.</summary>
public static class NextYearEndings
{
    private static readonly LocalText End = new("Planlagt slutt", "Planlagd slutt", "Planned end");

    /// <summary>By planned end, then by national id.</summary>
    public static Listing Of(RoundContent round)
    {
        var year = round.Snapshot.Round.BudgetYear;
        var definition = round.Snapshot.Definition;
        var ending = YearAhead.Of(round).Where(entry => entry.Ends == true).OrderBy(entry => entry.Standing.Facts.EndDate!.Value).ThenBy(entry => Order.Of(entry.Standing));
        return new(
            "next-year-endings",
            new($"Tiltak som slutter i {year} eller før", $"Tiltak som sluttar i {year} eller før", $"Initiatives that end in {year} or before"),
            Columns(year),
            Rows(ending, definition),
            new($"Ingen tiltak har oppgitt at de slutter i {year} eller før.", $"Ingen tiltak har oppgitt at dei sluttar i {year} eller før.", $"No initiative states that it ends in {year} or before."));
    }

    /// <summary>What is told of each initiative.</summary>
    internal static ImmutableArray<ListingColumn> Columns(int year) =>
    [
        new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("organisation", FigureWords.Organisation), new("phase", FigureWords.Phase), new("end", End),
        new("budget", MoneyWords.InYear(FigureWords.Budget, year), FigureUnit.MillionNok), new("budget-next", MoneyWords.InYear(FigureWords.Budget, year + 1), FigureUnit.MillionNok),
    ];

    /// <summary>A row per initiative.</summary>
    internal static MadeRows<ListingRow> Rows(IEnumerable<YearAhead> entries, PortfolioDefinition definition) => MadeRows.Of(entries, entry => SlippageWords.Row(
        entry.Standing, definition, FigureWords.NameOf(entry.Standing.Facts.Phase), entry.Standing.Facts.EndDate, entry.Budget, entry.NextBudget));
}

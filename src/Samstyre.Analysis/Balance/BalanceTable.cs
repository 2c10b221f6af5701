using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What one part of the portfolio holds.</summary>
/// <param name="Initiatives">How many initiatives.</param>
/// <param name="Budget">Their planned funding in the round's budget year, with how many state none; those are never zero.</param>
public sealed record BalanceCell(int Initiatives, Amount Budget)
{
    /// <summary>A part with nobody in it.</summary>
    public static BalanceCell Empty { get; } = new(0, new(null, 0, 0));

    /// <summary>Million NOK: nothing where nobody is in it; null where nobody of those who are states a budget, or where what they state can't be added up.</summary>
    public decimal? Mnok => Initiatives == 0 ? 0m : Budget.Sum?.Mnok;

    internal static BalanceCell Of(IReadOnlyCollection<Standing> standings) => new(standings.Count, Amount.Of(standings.Select(standing => standing.Facts.Budget)));
}

/// <summary>A value of an axis with all that has it.</summary>
/// <param name="Value">The value; the key of the last one is <c>NotStated</c> where some state nothing.</param>
/// <param name="Cell">What it holds.</param>
/// <param name="OfInitiatives">Its share of all initiatives, 0-1; null of an empty portfolio.</param>
/// <param name="OfBudget">Its share of the budget that is stated, 0-1; null where it can't be said without misleading.</param>
public sealed record BalancePart(FigureCategory Value, BalanceCell Cell, decimal? OfInitiatives, decimal? OfBudget);

/// <summary>A portfolio divided by two axes.</summary>
/// <param name="RowAxis">What the rows are.</param>
/// <param name="ColumnAxis">What the columns are.</param>
/// <param name="Rows">In the portfolio's order; those that state nothing last, where there are any. Organisations without initiatives are left out.</param>
/// <param name="Columns">The same for columns.</param>
/// <param name="Cells">Row by row; as many as rows times columns.</param>
/// <param name="Total">All initiatives.</param>
public sealed record BalanceTable(
    BalanceAxis RowAxis, BalanceAxis ColumnAxis, ImmutableArray<BalancePart> Rows, ImmutableArray<BalancePart> Columns, ImmutableArray<BalanceCell> Cells, BalanceCell Total)
{
    /// <summary>The cell at a row and a column, both from 0.</summary>
    public BalanceCell Cell(int row, int column) => Cells[(row * Columns.Length) + column];

    /// <summary>The cell of two values by key; an empty one where the table lacks one of them.</summary>
    public BalanceCell Cell(string row, string column)
    {
        var (place, across) = (PlaceOf(Rows, row), PlaceOf(Columns, column));
        return place < 0 || across < 0 ? BalanceCell.Empty : Cell(place, across);
    }

    /// <summary>The cross table of a round's content.</summary>
    /// <param name="snapshot">The round, values carried over included.</param>
    /// <param name="day">The day whose segments count: the round's own, or a later one.</param>
    /// <param name="rows">What the rows are.</param>
    /// <param name="columns">What the columns are.</param>
    public static BalanceTable Of(PortfolioSnapshot snapshot, DateOnly day, BalanceAxis rows, BalanceAxis columns)
    {
        var down = BalanceReading.Of(rows, snapshot.Definition, day);
        var across = BalanceReading.Of(columns, snapshot.Definition, day);
        var byBoth = snapshot.Standings.ToLookup(standing => (down.KeyOf(standing), across.KeyOf(standing)));
        var (rowParts, columnParts) = (Parts(snapshot, rows, down), Parts(snapshot, columns, across));
        return new(
            rows, columns, rowParts, columnParts,
            [.. from row in rowParts from column in columnParts select BalanceCell.Of([.. byBoth[(KeyOf(row.Value), KeyOf(column.Value))]])],
            BalanceCell.Of([.. snapshot.Standings]));
    }

    /// <summary>The portfolio divided by one axis.</summary>
    /// <param name="snapshot">The round, values carried over included.</param>
    /// <param name="day">The day whose segments count.</param>
    /// <param name="axis">The axis.</param>
    public static ImmutableArray<BalancePart> Parts(PortfolioSnapshot snapshot, DateOnly day, BalanceAxis axis) => Parts(snapshot, axis, BalanceReading.Of(axis, snapshot.Definition, day));

    private static ImmutableArray<BalancePart> Parts(PortfolioSnapshot snapshot, BalanceAxis axis, BalanceReading reading)
    {
        var byKey = snapshot.Standings.ToLookup(reading.KeyOf, StringComparer.Ordinal);
        var values = reading.Values.Where(value => axis != BalanceAxis.Organisation || byKey.Contains(value.Key)).ToList();
        if (byKey.Contains(null)) values.Add(BalanceReading.NotStated);
        var held = values.ConvertAll(value => byKey[KeyOf(value)].ToList());
        var shares = BudgetParts.Shares([.. held.Select(standings => FigureCells.Sum(standings.Select(standing => (standing, standing.Facts.Budget))))]);
        var all = snapshot.Standings.Length;
        return [.. values.Select((value, place) => new BalancePart(value, BalanceCell.Of(held[place]), all == 0 ? null : (decimal)held[place].Count / all, shares[place].Value))];
    }

    private static string? KeyOf(FigureCategory value) => value == BalanceReading.NotStated ? null : value.Key;

    private static int PlaceOf(ImmutableArray<BalancePart> parts, string key)
    {
        for (var place = 0; place < parts.Length; place++)
        {
            if (parts[place].Value.Key == key) return place;
        }

        return -1;
    }
}

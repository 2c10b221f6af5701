using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The budget of a round divided into parts that every initiative is in one of.</summary>
internal static class BudgetParts
{
    /// <summary>Per part: initiatives, budget (charted), initiatives without a stated budget, and share of the whole budget.</summary>
    public static Figure Of(string id, LocalText title, LocalText categoryTitle, RoundContent round, IEnumerable<(FigureCategory Category, IEnumerable<Standing> Standings)> parts)
    {
        var rows = parts.Select(part => (part.Category, Standings: part.Standings.ToList())).ToList();
        var budgets = rows.ConvertAll(row => new AmountCell(row.Standings.Count, FigureWords.BudgetOf));
        for (var row = 0; row < rows.Count; row++) rows[row].Standings.ForEach(standing => budgets[row].Add(standing, standing.Facts.Budget));
        ImmutableArray<FigureCell> sums = [.. budgets.Select(budget => budget.Sum)];
        var shares = Shares(sums);
        var cells = ImmutableArray.CreateBuilder<FigureCell>(rows.Count * 4);
        for (var row = 0; row < rows.Count; row++)
        {
            cells.Add(FigureCells.Count(rows[row].Standings));
            cells.Add(sums[row]);
            cells.Add(budgets[row].Missing);
            cells.Add(shares[row]);
        }

        return new(
            id, title, categoryTitle, FigureChart.Bars,
            [.. rows.Select(row => row.Category)],
            [
                new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives, Charted: false),
                new("budget", FigureWords.Budget, FigureUnit.MillionNok),
                new("no-budget", FigureWords.NoBudget, FigureUnit.Initiatives, Tone.NotStated, Charted: false),
                new("share", MoneyWords.ShareOfBudget, FigureUnit.Share, Charted: false),
            ],
            cells.MoveToImmutable(),
            round.Snapshot.Standings.Length,
            round.Snapshot.Standings.Count(standing => standing.Facts.Budget is null),
            AmountRules.OfBudgets(round.Snapshot));
    }

    /// <summary>What each sum is of them all; they add up to one. None is given where they come to nothing, where one of them can't be said for amounts that can't be added up, or where amounts below zero leave a whole that is smaller than a part: such shares would mislead.</summary>
    public static ImmutableArray<FigureCell> Shares(ImmutableArray<FigureCell> sums)
    {
        var whole = sums.Sum(cell => cell.Value ?? 0m);
        var told = whole > 0m && sums.All(cell => cell.Value is { } value ? Math.Abs(value) <= whole : cell.Behind.IsEmpty);
        return [.. sums.Select(cell => new FigureCell(told && cell.Value is { } value ? value / whole : null, cell.Behind))];
    }
}

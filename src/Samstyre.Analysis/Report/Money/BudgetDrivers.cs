using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What drives the change of the budget (million NOK) against an earlier round: each initiative whose stated budget changed, became stated or became unstated, then those that came in, then those that left, each with the largest move first. An initiative that states no budget where it is in the portfolio drives nothing that is known and is left out; <see cref="BudgetChange"/> counts it.</summary>
public static class BudgetDrivers
{
    private static readonly LocalText Title = new("Tiltak som endrer budsjettet", "Tiltak som endrar budsjettet", "Initiatives that change the budget");
    private static readonly LocalText None = new("Ingen tiltak endrer budsjettet.", "Ingen tiltak endrar budsjettet.", "No initiative changes the budget.");

    /// <summary>Against the round compared with; empty in the first round.</summary>
    public static Listing Of(RoundContent round) => Of(round, round.ComparedWith);

    /// <summary>Against any earlier round; empty where there is none.</summary>
    public static Listing Of(RoundContent round, PortfolioSnapshot? before)
    {
        var moves = before is null ? [] : BudgetMoves.Between(before, round.Snapshot);
        var names = BudgetMoves.Kinds.ToDictionary(kind => kind.Kind, kind => kind.Name);
        var definition = round.Snapshot.Definition;
        var drivers = moves.Where(Drives)
            .OrderBy(move => move.Kind switch { BudgetMoveKind.Entered => 1, BudgetMoveKind.Left => 2, _ => 0 })
            .ThenByDescending(move => move.Difference is { } difference ? Math.Abs(difference.Mnok) : decimal.MaxValue)
            .ThenBy(move => Order.Of(move.Standing));
        return new(
            "budget-drivers", Title,
            [
                new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("organisation", FigureWords.Organisation), new("change", MoneyWords.Change),
                new("before", MoneyWords.Before, FigureUnit.MillionNok), new("now", MoneyWords.Now, FigureUnit.MillionNok), new("difference", MoneyWords.Difference, FigureUnit.MillionNok, FigureWords.CantBeSaid),
            ],
            MadeRows.Of(drivers, move => SlippageWords.Row(move.Standing, definition, names[move.Kind], move.Before, move.Now, move.Difference)),
            before is null ? MoneyWords.FirstRound : None,
            before is null ? null : BudgetMoves.Rule(before, round.Snapshot, moves));
    }

    private static bool Drives(BudgetMove move) => !move.IsSummable || move.Difference is { Mnok: not 0m };
}

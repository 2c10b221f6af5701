using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How the sum of stated budgets (million NOK) came from an earlier round's to this one's: by initiatives whose budget grew, shrank, came in, left, became stated or became unstated. The parts add up exactly to the difference of the two sums. An initiative that states no budget in either round adds nothing and is counted apart.</summary>
public static class BudgetChange
{
    private static readonly LocalText Title = new("Endring i budsjettet", "Endring i budsjettet", "Change in the budget");

    private static readonly ImmutableArray<ListingColumn> Columns =
    [
        new("before", MoneyWords.Before, FigureUnit.MillionNok), new("now", MoneyWords.Now, FigureUnit.MillionNok),
        new("difference", MoneyWords.Difference, FigureUnit.MillionNok, FigureWords.CantBeSaid),
    ];

    /// <summary>Against the round compared with; without categories in the first round.</summary>
    public static Figure Of(RoundContent round) => Of(round, round.ComparedWith);

    /// <summary>Against any earlier round; without categories where there is none.</summary>
    public static Figure Of(RoundContent round, PortfolioSnapshot? before)
    {
        ImmutableArray<FigureSeries> series =
        [
            new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives, Charted: false),
            new("difference", MoneyWords.Difference, FigureUnit.MillionNok),
        ];
        if (before is null) return new("budget-change", Title, MoneyWords.Change, FigureChart.Bars, [], series, [], 0, 0, MoneyWords.FirstRound);

        var moves = BudgetMoves.Between(before, round.Snapshot);
        var byKind = moves.ToLookup(move => move.Kind);
        return new(
            "budget-change", Title, MoneyWords.Change, FigureChart.Bars,
            [.. BudgetMoves.Kinds.Select(kind => new FigureCategory(kind.Key, kind.Name, kind.Kind == BudgetMoveKind.NeitherStated ? Tone.NotStated : Tone.Neutral))],
            series,
            [
                .. BudgetMoves.Kinds.SelectMany(kind => new[]
                {
                    FigureCells.Count(byKind[kind.Kind].Select(move => move.Standing)),
                    Difference(kind.Kind, byKind[kind.Kind]),
                }),
            ],
            moves.Length,
            moves.Count(move => move.Before is null && move.Now is null),
            BudgetMoves.Rule(before, round.Snapshot, moves));
    }

    // As with every sum: nothing where there is nobody, and none where nobody states a budget.
    private static FigureCell Difference(BudgetMoveKind kind, IEnumerable<BudgetMove> moves)
    {
        var all = moves.ToList();
        var stated = all.Where(move => move.Before is not null || move.Now is not null).ToList();
        var known = stated.TrueForAll(move => move.IsSummable) && (all.Count == 0 || stated.Count > 0);
        return new(
            known ? stated.Sum(move => move.Difference!.Value.Mnok) : null, [.. stated.Select(move => move.Standing)],
            stated.Count == 0 ? null : new(Columns, MadeRows.Of(stated.Select(move => (move.Standing, move.Before)), one => Row(kind, one.Standing, one.Before)), Adds: 2));
    }

    private static ListingRow Row(BudgetMoveKind kind, Standing standing, Money? before)
    {
        var move = new BudgetMove(kind, standing, before, kind == BudgetMoveKind.Left ? null : standing.Facts.Budget);
        return new(standing, [move.Before, move.Now, move.Difference]);
    }
}

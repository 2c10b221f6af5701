using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How much an amount has changed.</summary>
/// <param name="Round">The round that the earlier amount was reported in.</param>
/// <param name="Was">The earlier amount.</param>
/// <param name="Change">Now less then: above zero is dearer.</param>
public sealed record AmountMove(Round Round, Money Was, Money Change)
{
    /// <summary>The change as a share of the earlier amount; null where that is under one krone.</summary>
    public decimal? Share => Was.Mnok >= 0.000001m ? Change.Mnok / Was.Mnok : null;
}

/// <summary>How much an initiative's total cost and this year's budget have changed since its first and its last earlier report. Formulas: docs/slippage.md.</summary>
/// <param name="Total">Total cost now; null is not stated.</param>
/// <param name="TotalFirst">Against the first earlier report that states a total cost; null can't be said.</param>
/// <param name="TotalLast">Against the last one that does.</param>
/// <param name="Budget">Budget of the round's year; null is not stated.</param>
/// <param name="BudgetFirst">Against the first earlier report of the same budget year that states a budget; null can't be said.</param>
/// <param name="BudgetLast">Against the last one that does.</param>
public sealed record CostVariance(Money? Total, AmountMove? TotalFirst, AmountMove? TotalLast, Money? Budget, AmountMove? BudgetFirst, AmountMove? BudgetLast)
{
    /// <summary>Of an initiative at a round; null where it is not in the round's portfolio.</summary>
    public static CostVariance? Of(Guid initiative, RoundContent round)
    {
        var (now, before) = EarlierReports.Of(initiative, round);
        return now is null ? null : Of(now, before, round.Snapshot.Round.BudgetYear);
    }

    /// <summary>Of a standing.</summary>
    /// <param name="now">How it stands.</param>
    /// <param name="before">Its reports made before that, earliest first.</param>
    /// <param name="year">The round's budget year.</param>
    internal static CostVariance Of(Standing now, IReadOnlyList<Standing> before, int year)
    {
        var (total, budget) = (now.Facts.TotalCost, BudgetOf(now, year));
        // From either end: most state a total cost, so that few of the reports between need a look.
        var (totalFirst, totalLast) = (before.FirstOrDefault(StatesTotal), before.LastOrDefault(StatesTotal));
        Standing? budgetFirst = null, budgetLast = null;
        foreach (var standing in before)
        {
            if (BudgetOf(standing, year) is null) continue;
            budgetFirst ??= standing;
            budgetLast = standing;
        }

        var (sinceFirst, ofYear) = (Move(totalFirst, totalFirst?.Facts.TotalCost, total), Move(budgetFirst, budgetFirst?.Facts.Budget, budget));
        return new(
            total, sinceFirst, ReferenceEquals(totalFirst, totalLast) ? sinceFirst : Move(totalLast, totalLast?.Facts.TotalCost, total),
            budget, ofYear, ReferenceEquals(budgetFirst, budgetLast) ? ofYear : Move(budgetLast, budgetLast?.Facts.Budget, budget));
    }

    private static bool StatesTotal(Standing standing) => standing.Facts.TotalCost is not null;

    /// <summary>Whether any of the amounts is known to have changed.</summary>
    internal bool HasChanged => IsMove(TotalFirst) || IsMove(TotalLast) || IsMove(BudgetFirst) || IsMove(BudgetLast);

    private static bool IsMove(AmountMove? move) => move is { Change.Mnok: not 0m };

    // A report's budget is that of its own round's year; another year's is another amount.
    private static Money? BudgetOf(Standing standing, int year) => standing.ReportedIn.BudgetYear == year ? standing.Facts.Budget : null;

    private static AmountMove? Move(Standing? earlier, Money? before, Money? now)
    {
        if (now is not { } stated || earlier is null || before is not { } was) return null;
        if (!stated.IsSummable || !was.IsSummable) return null;
        return new(earlier.ReportedIn, was, stated - was);
    }
}

using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>An initiative that was in the portfolio at two rounds.</summary>
/// <param name="Before">How it stood at the earlier.</param>
/// <param name="Now">How it stands at the later.</param>
public sealed record StandingChange(Standing Before, Standing Now)
{
    /// <summary>How much the budget grew; null unless both reports state one, of the same budget year.</summary>
    public Money? BudgetMove =>
        Before.ReportedIn.BudgetYear == Now.ReportedIn.BudgetYear && Before.Facts.Budget is { } was && Now.Facts.Budget is { } now ? now - was : null;
}

/// <summary>What changed in a portfolio from one round to a later one. Every list is in a stable order: budgets and dates by the size of the move, the rest by national id.</summary>
/// <param name="New">Initiatives that came in.</param>
/// <param name="Left">Initiatives that left, with the step they left by.</param>
/// <param name="StatusWorse">Status went towards red.</param>
/// <param name="StatusBetter">Status went towards green.</param>
/// <param name="RiskWorse">Risk went towards red.</param>
/// <param name="RiskBetter">Risk went towards green.</param>
/// <param name="BudgetMoves">Budgets of the same year that changed, the largest move first.</param>
/// <param name="EndMoves">Planned ends that moved, the furthest first.</param>
public sealed record PortfolioChanges(
    ImmutableArray<Standing> New,
    ImmutableArray<Departure> Left,
    ImmutableArray<StandingChange> StatusWorse,
    ImmutableArray<StandingChange> StatusBetter,
    ImmutableArray<StandingChange> RiskWorse,
    ImmutableArray<StandingChange> RiskBetter,
    ImmutableArray<StandingChange> BudgetMoves,
    ImmutableArray<StandingChange> EndMoves)
{
    /// <summary>Compares two rounds of one portfolio. A colour, budget or date that either side does not state is no change.</summary>
    public static PortfolioChanges Between(PortfolioSnapshot before, PortfolioSnapshot now)
    {
        var places = new StandingPlaces(before.Standings);
        var stayed = new bool[before.Standings.Length];
        var ordered = Order.Sorted(now.Standings);
        List<StandingChange> both = new(ordered.Length);
        var entered = ImmutableArray.CreateBuilder<Standing>();
        foreach (var standing in ordered)
        {
            if (places.Of(standing.Initiative) is not (>= 0 and var place))
            {
                entered.Add(standing);
                continue;
            }

            stayed[place] = true;
            both.Add(new(before.Standings[place], standing));
        }

        return new(
            entered.ToImmutable(),
            [.. before.Standings.Where((_, place) => !stayed[place]).OrderBy(Order.Of)
                .Where(standing => standing.Initiative.StageOn(now.Round.CollectedOn) is not null)
                .Select(standing => new Departure(standing, standing.Initiative.StageOn(now.Round.CollectedOn)!))],
            [.. both.Where(pair => pair.Now.Facts.Status > pair.Before.Facts.Status)],
            [.. both.Where(pair => pair.Now.Facts.Status < pair.Before.Facts.Status)],
            [.. both.Where(pair => pair.Now.Facts.Risk > pair.Before.Facts.Risk)],
            [.. both.Where(pair => pair.Now.Facts.Risk < pair.Before.Facts.Risk)],
            [.. both.Where(pair => pair.BudgetMove is { Mnok: not 0m }).OrderByDescending(pair => Math.Abs(pair.BudgetMove!.Value.Mnok))],
            [.. both.Where(pair => DaysMoved(pair) != 0).OrderByDescending(pair => Math.Abs(DaysMoved(pair)))]);
    }

    private static int DaysMoved(StandingChange pair) =>
        pair.Before.Facts.EndDate is { } was && pair.Now.Facts.EndDate is { } now ? now.LastDay.DayNumber - was.LastDay.DayNumber : 0;
}

/// <summary>The order that lists of initiatives stand in: by national id, those without one last, then by identity.</summary>
internal static class Order
{
    public static (int NationalId, Guid Id) Of(Standing standing) => (standing.Initiative.NationalId ?? int.MaxValue, standing.Initiative.Id);

    /// <summary>Standings in that order. A snapshot's are already, which is faster to see than to sort.</summary>
    public static ImmutableArray<Standing> Sorted(ImmutableArray<Standing> standings)
    {
        for (var place = 1; place < standings.Length; place++)
        {
            if (Of(standings[place - 1]).CompareTo(Of(standings[place])) > 0) return [.. standings.OrderBy(Of)];
        }

        return standings;
    }

    /// <summary>The standings of a round with their reports in that order.</summary>
    public static IEnumerable<(Standing Standing, Report Report)> Sorted(RoundContent round) =>
        Sorted(round.Snapshot.Standings) == round.Snapshot.Standings ? round.Entries : round.Entries.OrderBy(entry => Of(entry.Standing));
}

using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>When an initiative says that it delivers.</summary>
/// <param name="Deliverables">In the form's order.</param>
/// <param name="EndDate">When it ends; null where that is not stated.</param>
public sealed record GiverPlan(IReadOnlyList<Deliverable> Deliverables, PartialDate? EndDate);

/// <summary>A dependency whose giver has moved to later what it waits for.</summary>
/// <param name="Need">The dependency.</param>
/// <param name="Deliverable">The giver's words for what moved; null where the whole initiative ends later.</param>
/// <param name="Before">When it was planned.</param>
/// <param name="After">When it is planned now: a later day.</param>
public sealed record MovedForReceiver(RegisteredNeed Need, string? Deliverable, PartialDate Before, PartialDate After)
{
    /// <summary>Whether it now comes after the day by which it is needed; false where no day is stated.</summary>
    public bool IsTooLate => Need.NeededBy is { } needed && After.LastDay > needed.LastDay;
}

/// <summary>Which receivers wait longer than they did because of a giver's new report.</summary>
public static class MovedForReceivers
{
    /// <summary>The open dependencies of others whose named deliverable is planned later than before, or where they name no deliverable, whose giver ends later. In the register's order.</summary>
    /// <param name="register">What they need, and which deliverables that names.</param>
    /// <param name="giver">Who reports anew.</param>
    /// <param name="before">What it said before.</param>
    /// <param name="after">What it says now.</param>
    public static ImmutableArray<MovedForReceiver> Of(DependencyRegister register, Guid giver, GiverPlan before, GiverPlan after)
    {
        var moves = ImmutableArray.CreateBuilder<MovedForReceiver>();
        var places = PlacesOf(register, giver, before, after);
        foreach (var need in OthersNeeds.On(register, giver))
        {
            if (need.DeliverableOf(giver) is not { } named) Add(need, null, before.EndDate, after.EndDate);
            else if (places.TryGetValue(named, out var at)) Add(need, after.Deliverables[at.After].Text, before.Deliverables[at.Before].Planned, after.Deliverables[at.After].Planned);
        }

        return moves.ToImmutable();

        void Add(RegisteredNeed need, string? deliverable, PartialDate? was, PartialDate? now)
        {
            if (was is { } from && now is { } to && to.LastDay > from.LastDay) moves.Add(new(need, deliverable, from, to));
        }
    }

    /// <summary>Where the deliverables that the register knows stand before and after; what is in only one of them is left out.</summary>
    private static Dictionary<int, (int Before, int After)> PlacesOf(DependencyRegister register, Guid giver, GiverPlan before, GiverPlan after)
    {
        if (!register.ByInitiative.TryGetValue(giver, out var entry)) return [];
        var round = register.Snapshot.Round;
        var tracks = DeliverableTracks.Of([new(round, entry.Deliverables), new(round, before.Deliverables), new(round, after.Deliverables)]);
        return Enumerable.Range(0, after.Deliverables.Count).Select(place => tracks?[place] ?? [place, place, place])
            .Where(track => track.All(place => place != DeliverableMatch.None)).ToDictionary(track => track[0], track => (track[1], track[2]));
    }
}

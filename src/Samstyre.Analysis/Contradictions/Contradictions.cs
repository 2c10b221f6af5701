using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Finds what contradicts itself in a register: between two sides, with the calendar, and with the round before.</summary>
public static class Contradictions
{
    private const int ManyNeedIt = 3;

    private static readonly ConditionalWeakTable<DependencyRegister, StrongBox<ImmutableArray<Contradiction>>> Kept = [];

    /// <summary>All of a round: the gravest first, of the same gravity those of the dearest initiatives first. Found once for a register.</summary>
    public static ImmutableArray<Contradiction> Of(DependencyRegister register) => Kept.GetValue(register, one => new(Find(one))).Value;

    private static ImmutableArray<Contradiction> Find(DependencyRegister register)
    {
        var round = new RoundFacts(register);
        var found = new List<Contradiction>();
        foreach (var need in register.Needs)
        {
            if (need.IsPrerequisite || need.IsClosed) continue;
            AddOfOne(found, need, round);
            foreach (var giver in need.OtherSides)
            {
                if (giver != need.Receiver.Initiative.Id) AddOfBoth(found, need, giver, round);
            }
        }

        found.AddRange(Circles.In(register));
        found.AddRange(VanishedNeeds.In(register));
        found.AddRange(UnfundedParts(register));
        return Sorted(found, register);
    }

    // By gravity, by how many wait, by what the initiative costs, then in the portfolio's order, by row, and by rule.
    private static ImmutableArray<Contradiction> Sorted(List<Contradiction> found, DependencyRegister register)
    {
        const int WaitingBits = 28, RuleBits = 8;
        // Odd numbers, so that what no initiative has stands among those that cost nothing, before them.
        var ranks = new Dictionary<Guid, uint>(register.Entries.Length);
        foreach (var standing in register.Entries.Select(entry => entry.Standing).OrderByDescending(Cost).ThenBy(Order.Of)) ranks.Add(standing.Initiative.Id, ((uint)ranks.Count * 2) + 1);
        var rankOfNobody = (uint)register.Entries.Count(entry => Cost(entry.Standing) > 0m) * 2;
        return ImmutableCollectionsMarshal.AsImmutableArray(Weighted.Sort(found, one => Weighted.Of(
            ((uint)one.Severity << WaitingBits) | ((1u << WaitingBits) - 1 - (uint)one.Waiting),
            one.Receiver is { } receiver ? ranks[receiver.Initiative.Id] : rankOfNobody,
            ((one.Need is { } need ? (uint)need.Row + 1 : 0) << RuleBits) | (uint)one.Rule)));
    }

    private static decimal Cost(Standing standing) => standing.Facts.TotalCost?.Mnok ?? standing.Facts.Budget?.Mnok ?? 0m;

    // What a dependency says of itself.
    private static void AddOfOne(List<Contradiction> found, RegisteredNeed need, RoundFacts round)
    {
        if (need.NeededBy is { } deadline && deadline.LastDay < round.Today)
            found.Add(new(ContradictionRule.DeadlinePassed, need.Status == TrafficLight.Green ? Level.Low : By(need, Level.Medium)) { Need = need });
        if (need is { Criticality: Level.High, NeededBy: null }) found.Add(new(ContradictionRule.CriticalWithoutDeadline, Level.Medium) { Need = need });
        if (need.Named.Any(named => named.Target.Initiative == need.Receiver.Initiative.Id)) found.Add(new(ContradictionRule.Itself, Level.Low) { Need = need, Giver = need.Receiver });
    }

    // What it says against what its giver says.
    private static void AddOfBoth(List<Contradiction> found, RegisteredNeed need, Guid id, RoundFacts round)
    {
        if (round.Gone.TryGetValue(id, out var gone))
        {
            found.Add(new(ContradictionRule.GiverLeft, By(need, Level.High)) { Need = need, Giver = gone });
            return;
        }

        if (!round.Register.ByInitiative.TryGetValue(id, out var entry)) return;
        var giver = entry.Standing;
        var deliverable = entry.DeliverableOf(need);
        var answer = round.AnswerOf(need, id);
        // Who only makes a part that is named was never asked for: what its report leaves out says nothing.
        var isNamed = !need.IsMadeBy(id);
        if (need.NeededBy is { } needed && PlannedAfter(entry, deliverable, needed) is { } planned)
            found.Add(new(ContradictionRule.NeededBeforeDelivered, By(need, Level.High)) { Need = need, Giver = giver, Deliverable = deliverable, Delivered = planned, Answer = answer });
        if (need.Status == TrafficLight.Green)
        {
            if (giver.Facts.Status == TrafficLight.Red) found.Add(new(ContradictionRule.GreenGiverRed, By(need, Level.High)) { Need = need, Giver = giver, Answer = answer });
            if (Overdue(giver, deliverable, round.Today) is { } late) found.Add(new(ContradictionRule.GreenGiverLate, By(need, Level.High)) { Need = need, Giver = giver, Deliverable = deliverable, Delivered = late, Answer = answer });
            if (isNamed && need.Criticality == Level.High && deliverable is null && entry.Deliverables.Count > 0 && !string.IsNullOrWhiteSpace(need.Dependency?.What))
                found.Add(new(ContradictionRule.GreenNoSuchDeliverable, Level.Medium) { Need = need, Giver = giver, Answer = answer });
        }

        // Either side a step from the other says little; a giver that is worse off than its receiver believes, or two steps, does.
        if ((need.Status, giver.Facts.Status) is (TrafficLight.Red, TrafficLight.Green) or (TrafficLight.Yellow, TrafficLight.Red)) found.Add(new(ContradictionRule.StatusDiffers, By(need, Level.Medium)) { Need = need, Giver = giver, Answer = answer });
        if (isNamed && answer is null && entry.Mentions is { } mentions && !mentions.Contains(need.Receiver.Initiative.Id)) found.Add(new(ContradictionRule.UnknownToGiver, need.Criticality == Level.High ? Level.Medium : Level.Low) { Need = need, Giver = giver });
        if (NeedAnswers.StateOf(need.NeededBy, answer) == BothSides.Clash) found.Add(new(ContradictionRule.Clash, By(need, Level.High)) { Need = need, Giver = giver, Answer = answer });
    }

    private static IEnumerable<Contradiction> UnfundedParts(DependencyRegister register)
    {
        foreach (var demand in FoundationDemand.Of(register).All)
        {
            if (demand.Part.Funding == FundingState.Unfunded && demand.Initiatives.Length is >= ManyNeedIt and var waiting) yield return new(ContradictionRule.UnfundedPart, Level.High) { Part = demand.Part, Waiting = waiting };
        }
    }

    // The deliverable that is meant, or, where none was found, the first that the giver has left: it can't be in time when even that one is later.
    private static PartialDate? PlannedAfter(RegisterEntry giver, Deliverable? deliverable, PartialDate needed)
    {
        var planned = deliverable is not null ? deliverable.Planned : First(giver.Deliverables) ?? giver.Standing.Facts.EndDate;
        return planned is { } date && date.FirstDay > needed.LastDay ? date : null;
    }

    private static PartialDate? First(IReadOnlyList<Deliverable> deliverables)
    {
        PartialDate? first = null;
        foreach (var deliverable in deliverables)
        {
            // One without a date may come at any time.
            if (deliverable.Planned is not { } planned) return null;
            if (first is null || planned < first) first = planned;
        }

        return first;
    }

    private static PartialDate? Overdue(Standing giver, Deliverable? deliverable, DateOnly today)
    {
        var planned = deliverable is not null ? deliverable.Planned : giver.Facts.EndDate;
        return planned is { } date && date.LastDay < today && !DoneWords.Say(deliverable?.PlannedText) ? date : null;
    }

    // What is graver the more depends on it.
    private static Level By(RegisteredNeed need, Level critical) => need.Criticality switch
    {
        Level.High => critical,
        Level.Low => Level.Low,
        _ => critical == Level.High ? Level.Medium : Level.Low,
    };

    private sealed class RoundFacts(DependencyRegister register)
    {
        private readonly Dictionary<(Guid, string, Guid), NeedAnswer> answers = register.Answers.ToDictionary(answer => (answer.Receiver, answer.Need, answer.Giver));

        public DependencyRegister Register => register;

        public DateOnly Today { get; } = register.Snapshot.Round.CollectedOn;

        public IReadOnlyDictionary<Guid, Standing> Gone => register.Gone;

        public NeedAnswer? AnswerOf(RegisteredNeed need, Guid giver) => answers.Count == 0 ? null : answers.GetValueOrDefault((need.Receiver.Initiative.Id, need.Key, giver));
    }
}

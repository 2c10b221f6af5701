using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What the register keeps of an initiative's report.</summary>
/// <param name="Standing">The initiative as it stood.</param>
/// <param name="Deliverables">Its main deliverables, in the form's order.</param>
/// <param name="Benefit">Quantified benefits over the lifetime, million NOK; null where none is reported.</param>
/// <param name="AffectedActors">Whom it touches, in its own words; null where it does not say.</param>
public sealed record RegisterEntry(Standing Standing, IReadOnlyList<Deliverable> Deliverables, Money? Benefit, string? AffectedActors)
{
    /// <summary>The initiatives that its report names anywhere, each once: mostly a handful. Looked up only where others wait for it and it says much; null otherwise.</summary>
    public ImmutableArray<Guid>? Mentions { get; init; }

    /// <summary>Whether its report tells so much that what it leaves out can be missed: a row of a list does not.</summary>
    public bool SaysMuch { get; init; }

    /// <summary>The deliverable of its own that a dependency names; null where it names none.</summary>
    public Deliverable? DeliverableOf(RegisteredNeed need) => need.DeliverableOf(Standing.Initiative.Id) is { } number && number < Deliverables.Count ? Deliverables[number] : null;
}

/// <summary>All that the initiatives of a round need from others, and what each of it names.</summary>
/// <param name="Snapshot">The round.</param>
/// <param name="Entries">Its initiatives, in the snapshot's order.</param>
/// <param name="Needs">In the same order, of each the dependencies first and then the prerequisites.</param>
/// <param name="Targets">Everything that can be named.</param>
public sealed record DependencyRegister(PortfolioSnapshot Snapshot, ImmutableArray<RegisterEntry> Entries, ImmutableArray<RegisteredNeed> Needs, TargetCatalogue Targets)
{
    private static readonly PerRound<DependencyRegister> Kept = new(round => DependencyReader.Read(round, null));

    private readonly Lazy<IReadOnlyDictionary<TargetRef, ImmutableArray<RegisteredNeed>>> on = new(() => Waiting(Needs));
    private readonly Lazy<IReadOnlyDictionary<Guid, (int First, int Count)>> byReceiver = new(() => ByReceiver(Needs));
    private readonly Lazy<IReadOnlyDictionary<Guid, RegisterEntry>> byInitiative = new(() => Entries.ToDictionary(entry => entry.Standing.Initiative.Id));

    /// <summary>The last answer of each giver to each dependency on it.</summary>
    public ImmutableArray<NeedAnswer> Answers { get; init; } = [];

    /// <summary>Per initiative the dependencies of its report in effect at the round before.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Dependency>> Before { get; init; } = ImmutableDictionary<Guid, IReadOnlyList<Dependency>>.Empty;

    /// <summary>Initiatives of earlier rounds that are paused, stopped or withdrawn, as they stood last.</summary>
    public IReadOnlyDictionary<Guid, Standing> Gone { get; init; } = ImmutableDictionary<Guid, Standing>.Empty;

    /// <summary>The register of a round; made once for each content.</summary>
    public static DependencyRegister Of(RoundContent round) => Kept.Of(round);

    /// <summary>Has the register of a round made from that of an earlier version, where it has not been made yet: the same, and quicker where little has changed.</summary>
    /// <param name="round">The round.</param>
    /// <param name="before">Of an earlier version of the same round, in which the same fields were hidden.</param>
    public static void Continue(RoundContent round, DependencyRegister before) => Kept.MakeBy(round, key => DependencyReader.Read(key, before));

    /// <summary>The names that its texts were compared with; null for one that was not read from reports.</summary>
    internal RoundNames? Names { get; init; }

    /// <summary>Who waits for each target, in the register's order. A deliverable's waiters stand under its initiative too, and a part's under the initiatives that make it. Targets that nobody waits for are left out.</summary>
    public IReadOnlyDictionary<TargetRef, ImmutableArray<RegisteredNeed>> On => on.Value;

    /// <summary>The initiatives of the round by their identity.</summary>
    public IReadOnlyDictionary<Guid, RegisterEntry> ByInitiative => byInitiative.Value;

    /// <summary>What an initiative needs, in the register's order; empty where it needs nothing or is not in the round.</summary>
    public ImmutableArray<RegisteredNeed> NeedsOf(Guid initiative) => byReceiver.Value.TryGetValue(initiative, out var own) ? Needs.Slice(own.First, own.Count) : [];

    /// <summary>Who waits for a part of the common foundation: those who name it, and for a measure also those who name a building block that it makes better.</summary>
    public IEnumerable<RegisteredNeed> WaitingFor(TargetRef target, FoundationPart part) =>
        part.Blocks.Select(block => new TargetRef(TargetKind.BuildingBlock, block)).Prepend(target)
            .SelectMany(one => On.TryGetValue(one, out var waiting) ? waiting : []).Where(need => !need.IsClosed).Distinct();

    // The needs of an initiative stand together.
    private static Dictionary<Guid, (int First, int Count)> ByReceiver(ImmutableArray<RegisteredNeed> needs)
    {
        var places = new Dictionary<Guid, (int First, int Count)>();
        for (var first = 0; first < needs.Length;)
        {
            var (receiver, next) = (needs[first].Receiver.Initiative.Id, first + 1);
            while (next < needs.Length && needs[next].Receiver.Initiative.Id == receiver) next++;
            places.Add(receiver, (first, next - first));
            first = next;
        }

        return places;
    }

    private static Dictionary<TargetRef, ImmutableArray<RegisteredNeed>> Waiting(ImmutableArray<RegisteredNeed> needs)
    {
        var waiting = new Dictionary<TargetRef, ImmutableArray<RegisteredNeed>.Builder>();
        foreach (var need in needs)
        {
            foreach (var named in need.Named) Add(named.Target, need);
            foreach (var other in need.OtherSides) Add(TargetRef.Of(other), need);
        }

        return waiting.ToDictionary(pair => pair.Key, pair => pair.Value.DrainToImmutable());

        void Add(TargetRef target, RegisteredNeed need)
        {
            if (!waiting.TryGetValue(target, out var own)) waiting[target] = own = ImmutableArray.CreateBuilder<RegisteredNeed>(1);
            // One need names several of a giver's deliverables, and the giver is among what it names: it waits once.
            if (own.Count == 0 || !ReferenceEquals(own[^1], need)) own.Add(need);
        }
    }
}

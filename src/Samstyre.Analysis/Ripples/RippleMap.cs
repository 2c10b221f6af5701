using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What a unit of the graph is: an initiative, or a part of the common foundation.</summary>
/// <param name="Target">Its name among what can be depended on.</param>
/// <param name="Entry">The initiative; null for a part of the foundation.</param>
/// <param name="Part">The part of the foundation; null for an initiative.</param>
public sealed record RippleUnit(TargetRef Target, RegisterEntry? Entry, FoundationPart? Part);

/// <summary>A prerequisite that a delay can reach.</summary>
/// <param name="From">Node of what it names.</param>
/// <param name="Slack">Months that this can slip first.</param>
/// <param name="Need">The prerequisite.</param>
public sealed record PrerequisiteEdge(int From, int Slack, RegisteredNeed Need);

/// <summary>The graph of a round's register, with what each of its nodes and edges is. The order in which initiatives and needs come makes no difference.</summary>
public sealed class RippleMap
{
    private static readonly ConditionalWeakTable<DependencyRegister, Lazy<RippleMap>> Kept = [];

    private readonly Dictionary<TargetRef, int> unitOf = [];
    private readonly Dictionary<TargetRef, int> nodeOf = [];
    private readonly List<PlannedNode> nodes = [];
    private readonly HashSet<Guid> onMunicipalities;

    private RippleMap(DependencyRegister register)
    {
        Today = register.Snapshot.Round.CollectedOn;
        Units =
        [
            .. register.Entries.OrderBy(entry => entry.Standing.Initiative.Id).Select(entry => new RippleUnit(TargetRef.Of(entry.Standing.Initiative.Id), entry, null)),
            .. register.Snapshot.Definition.Foundation.Parts().OrderBy(pair => pair.Target.ToString(), StringComparer.Ordinal).Select(pair => new RippleUnit(pair.Target, null, pair.Part)),
        ];
        Needs = [.. register.Needs.OrderBy(need => need.Receiver.Initiative.Id).ThenBy(need => need.Key, StringComparer.Ordinal)];
        var first = new int[Units.Length + 1];
        var source = new int[Units.Length];
        for (var unit = 0; unit < Units.Length; unit++)
        {
            unitOf[Units[unit].Target] = unit;
            first[unit] = nodes.Count;
            AddNodes(Units[unit]);
            // What is past is no longer late by itself.
            source[unit] = Units[unit].Entry is { } entry && !IsClosed(entry.Standing) ? nodes.FindIndex(first[unit], node => !node.IsPast(Today)) : -1;
        }

        first[^1] = nodes.Count;
        var weight = nodes.Select(node => node.IsPast(Today) ? 0 : node.Deliverables.Length).ToArray();
        var (edges, prerequisites) = Edges(first);
        Graph = new(first, weight, source, edges);
        Prerequisites = prerequisites.ToLookup(prerequisite => prerequisite.From);
        var municipalities = register.Snapshot.Definition.Parties.Where(party => party.Kind == PartyKind.Municipalities).Select(party => new TargetRef(TargetKind.Party, party.Code)).ToHashSet();
        onMunicipalities = [.. Needs.Where(need => !need.IsClosed && need.Named.Any(named => municipalities.Contains(named.Target))).Select(need => need.Receiver.Initiative.Id)];
    }

    /// <summary>The round's day.</summary>
    public DateOnly Today { get; }

    /// <summary>What each unit is: initiatives by their identity, then the foundation's parts.</summary>
    public ImmutableArray<RippleUnit> Units { get; }

    /// <summary>The register's needs, by receiver and key; edges name them by their number here.</summary>
    public ImmutableArray<RegisteredNeed> Needs { get; }

    /// <summary>The graph.</summary>
    public RippleGraph Graph { get; }

    /// <summary>Prerequisites by the node that they name.</summary>
    public ILookup<int, PrerequisiteEdge> Prerequisites { get; }

    /// <summary>The map of a register; made once for each.</summary>
    public static RippleMap Of(DependencyRegister register) => Kept.GetValue(register, key => new(() => new(key))).Value;

    /// <summary>When a node is planned; null where no date is stated.</summary>
    public PartialDate? PlannedAt(int node) => nodes[node].Planned;

    /// <summary>Numbers of the deliverables that a node stands for; empty for an end.</summary>
    public ImmutableArray<int> DeliverablesAt(int node) => nodes[node].Deliverables;

    /// <summary>The unit of a node.</summary>
    public RippleUnit UnitAt(int node) => Units[Graph.UnitAt(node)];

    /// <summary>Whether a node stands for deliverables that are still to come.</summary>
    public bool IsToCome(int node) => Graph.Weight[node] > 0;

    /// <summary>How many dependencies of others name a unit or its deliverables.</summary>
    public int WaitedFor(RippleUnit unit)
    {
        var number = unitOf[unit.Target];
        return Graph.OutFrom[Graph.First[number + 1]] - Graph.OutFrom[Graph.First[number]];
    }

    /// <summary>The node of an initiative's end, of a deliverable or of a part of the foundation; null for anything else, and for a deliverable that is delivered.</summary>
    public int? NodeOf(TargetRef target) =>
        nodeOf.TryGetValue(target, out var node) ? node
        : unitOf.TryGetValue(target, out var unit) ? Graph.EndOf(unit)
        : null;

    /// <summary>Whether an initiative needs something of the municipalities, as a prerequisite or a dependency.</summary>
    internal bool NeedsMunicipalities(Guid initiative) => onMunicipalities.Contains(initiative);

    /// <summary>Whether an initiative has left its work: it neither waits nor is waited for.</summary>
    internal bool IsClosed(Standing standing) =>
        standing.Initiative.StageOn(Today)?.Stage is LifeStage.Completed or LifeStage.Stopped or LifeStage.Withdrawn;

    private void AddNodes(RippleUnit unit)
    {
        if (unit.Entry is not { } entry)
        {
            nodes.Add(new([], unit.Part!.Planned));
            return;
        }

        var open = entry.Deliverables.Index().Where(pair => !DoneWords.Say(pair.Item.PlannedText)).ToList();
        var stages = open.Where(pair => pair.Item.Planned is not null).GroupBy(pair => pair.Item.Planned!.Value.LastDay).OrderBy(stage => stage.Key).Select(stage => stage.ToList())
            .Concat(open.Where(pair => pair.Item.Planned is null).Select(pair => new List<(int Index, Deliverable Item)> { pair }));
        foreach (var stage in stages)
        {
            foreach (var (number, _) in stage) nodeOf[TargetRef.Of(entry.Standing.Initiative.Id, number)] = nodes.Count;
            nodes.Add(new([.. stage.Select(pair => pair.Index)], stage[0].Item.Planned));
        }

        nodes.Add(new([], entry.Standing.Facts.EndDate));
    }

    private (List<RippleEdge> Edges, List<PrerequisiteEdge> Prerequisites) Edges(int[] first)
    {
        var edges = new List<RippleEdge>(Needs.Length);
        var prerequisites = new List<PrerequisiteEdge>();
        for (var number = 0; number < Needs.Length; number++)
        {
            var need = Needs[number];
            if (need.IsClosed || need.Criticality == Level.Low || IsClosed(need.Receiver) || !unitOf.TryGetValue(TargetRef.Of(need.Receiver.Initiative.Id), out var receiver)) continue;
            foreach (var from in GiversOf(need, first))
            {
                var slack = DelayDates.Slack(nodes[from].Planned, need.NeededBy);
                if (need.IsPrerequisite) prerequisites.Add(new(from, slack, need));
                else edges.Add(new(from, ReceivingNode(first[receiver], first[receiver + 1] - 1, need.NeededBy), slack, need.Criticality == Level.High, number));
            }
        }

        return (edges, prerequisites);
    }

    // Of a giver that is named with a deliverable only the deliverable counts. Who makes a part that is named gives it.
    private IEnumerable<int> GiversOf(RegisteredNeed need, int[] first)
    {
        var deliverables = need.Named.Where(named => named.Target.Kind == TargetKind.Deliverable).Select(named => named.Target.Initiative).ToHashSet();
        var targets = need.Named.Select(named => named.Target).Where(target => target.Kind != TargetKind.Initiative || !deliverables.Contains(target.Initiative))
            .Concat(need.Makers.Select(maker => maker.Deliverable is { } number ? TargetRef.Of(maker.Initiative, number) : TargetRef.Of(maker.Initiative)));
        return targets.Where(target => target.Initiative != need.Receiver.Initiative.Id).Select(Node).Where(node => node >= 0).Distinct();

        int Node(TargetRef target)
        {
            var owner = target.Initiative is { } giver ? TargetRef.Of(giver) : target;
            if (!unitOf.TryGetValue(owner, out var unit) || (Units[unit].Entry is { } entry && IsClosed(entry.Standing))) return -1;
            return target.Kind == TargetKind.Deliverable ? nodeOf.GetValueOrDefault(target, -1) : first[unit + 1] - 1;
        }
    }

    private int ReceivingNode(int from, int end, PartialDate? neededBy)
    {
        var day = neededBy?.LastDay ?? Today;
        for (var node = from; node < end; node++)
        {
            if (nodes[node].Planned is not { } planned || planned.LastDay >= day) return node;
        }

        return end;
    }

    private readonly record struct PlannedNode(ImmutableArray<int> Deliverables, PartialDate? Planned)
    {
        public bool IsPast(DateOnly today) => Planned is { } planned && planned.LastDay < today;
    }
}

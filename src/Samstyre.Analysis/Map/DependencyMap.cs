using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Somebody or something on the map of dependencies.</summary>
/// <param name="Target">Who or what. Never a deliverable: that stands under its initiative.</param>
/// <param name="Name">What it is called.</param>
public sealed record MapNode(TargetRef Target, LocalText Name)
{
    /// <summary>National id of an initiative; null for other kinds, and before it has one.</summary>
    public int? NationalId { get; init; }

    /// <summary>Overall status; null where it is not stated, and for kinds that have none.</summary>
    public TrafficLight? Status { get; init; }

    /// <summary>Risk; null where it is not stated, and for kinds that have none.</summary>
    public TrafficLight? Risk { get; init; }

    /// <summary>Code of its segment; null where it has none.</summary>
    public string? Segment { get; init; }

    /// <summary>Code of its strategy area; null where it has none.</summary>
    public string? Area { get; init; }

    /// <summary>Code of the organisation that answers for it, an organisation's own; null where nobody does.</summary>
    public string? Organisation { get; init; }

    /// <summary>How many others it waits for in the whole round, whatever is shown.</summary>
    public int WaitsFor { get; init; }

    /// <summary>How many others wait for it in the whole round, whatever is shown.</summary>
    public int WaitedBy { get; init; }
}

/// <summary>That one waits for another: all its needs of that other in one line.</summary>
/// <param name="Receiver">Who waits.</param>
/// <param name="Giver">Whom or what it waits for.</param>
/// <param name="Needs">What it needs, in the form's order; at least one.</param>
/// <param name="IsContradicted">Whether the two sides say different things about one of them.</param>
public sealed record MapEdge(TargetRef Receiver, TargetRef Giver, ImmutableArray<RegisteredNeed> Needs, bool IsContradicted)
{
    /// <summary>The parts of the common foundation by which the giver is waited for, where no need names the giver itself; empty otherwise.</summary>
    public ImmutableArray<NamedTarget> MadeParts { get; } = PartsBetween(Needs, Giver);

    /// <summary>The highest criticality; null where none is stated.</summary>
    public Level? Criticality { get; } = Needs.Min(need => need.Criticality);

    /// <summary>The worst status that is stated; null where none is.</summary>
    public TrafficLight? Status { get; } = Needs.Max(need => need.Status);

    /// <summary>The earliest date; null where none is given.</summary>
    public PartialDate? NeededBy { get; } = Needs.Min(need => need.NeededBy);

    private static ImmutableArray<NamedTarget> PartsBetween(ImmutableArray<RegisteredNeed> needs, TargetRef giver)
    {
        ImmutableArray<NamedTarget> parts = [];
        foreach (var need in needs)
        {
            if (giver.Initiative is not { } initiative || !need.IsMadeBy(initiative)) return [];
            parts = parts.AddRange(need.Makers.Where(maker => maker.Initiative == initiative && !parts.Any(other => other.Target == maker.Part.Target)).Select(maker => maker.Part));
        }

        return parts;
    }
}

/// <summary>Who waits for whom in a round, as nodes and lines between them. What is closed is not waited for; what names nothing that is known is counted and not drawn, nor is what names its own initiative.</summary>
/// <param name="Nodes">Those on either end of a line, by kind, then by national id and key; with a focus always the focus too.</param>
/// <param name="Edges">In the order of their receivers, then of their givers.</param>
/// <param name="Unresolved">Open dependencies of the chosen initiatives that name nothing that is known.</param>
/// <param name="UnresolvedPrerequisites">Their open prerequisites that name nothing that is known.</param>
/// <param name="Closed">Needs of the chosen initiatives that their authors have closed.</param>
/// <param name="Alone">Chosen initiatives without any line; 0 with a focus.</param>
public sealed record DependencyMap(ImmutableArray<MapNode> Nodes, ImmutableArray<MapEdge> Edges, int Unresolved, int UnresolvedPrerequisites, int Closed, int Alone)
{
    /// <summary>The map of a round.</summary>
    /// <param name="register">What the round's initiatives need.</param>
    /// <param name="filter">What is shown.</param>
    /// <param name="contradicted">Receivers and givers between whom something contradicts itself; null for none.</param>
    public static DependencyMap Of(DependencyRegister register, MapFilter filter, IReadOnlySet<(Guid Receiver, Guid Giver)>? contradicted = null)
    {
        var pairs = Pairs(register);
        var nodes = MapNodes.Of(register, pairs);
        var edges = ImmutableArray.CreateBuilder<MapEdge>();
        foreach (var ((receiver, giver), all) in pairs)
        {
            if (!filter.Shows(giver.Kind) || (!filter.Concerns(nodes[receiver]) && !filter.Concerns(nodes[giver]))) continue;
            ImmutableArray<RegisteredNeed> needs = [.. all.Where(filter.Shows)];
            if (needs.IsEmpty) continue;
            edges.Add(new(receiver, giver, needs, contradicted is not null && receiver.Initiative is { } one && giver.Initiative is { } other && contradicted.Contains((one, other))));
        }

        IEnumerable<MapEdge> drawn = filter.Focus is { } focus ? MapFocus.Around(edges, focus, filter.Steps) : edges;
        var order = nodes.Values.OrderBy(node => node.Target.Kind).ThenBy(node => node.NationalId ?? int.MaxValue).ThenBy(node => node.Target.Key, StringComparer.Ordinal)
            .Select((node, place) => (node.Target, place)).ToDictionary(pair => pair.Target, pair => pair.place);
        ImmutableArray<MapEdge> shown = [.. drawn.OrderBy(edge => order[edge.Receiver]).ThenBy(edge => order[edge.Giver])];
        var ends = shown.SelectMany(edge => (TargetRef[])[edge.Receiver, edge.Giver]).ToHashSet();
        if (filter.Focus is { } middle && nodes.ContainsKey(middle)) ends.Add(middle);
        var chosen = register.Entries.Select(entry => TargetRef.Of(entry.Standing.Initiative.Id))
            .Where(target => filter.Focus is null ? filter.Concerns(nodes[target]) : ends.Contains(target)).ToHashSet();
        var own = register.Needs.Where(need => chosen.Contains(TargetRef.Of(need.Receiver.Initiative.Id))).ToList();
        return new(
            [.. ends.OrderBy(target => order[target]).Select(target => nodes[target])],
            shown,
            own.Count(need => !need.IsPrerequisite && filter.Shows(need) && need.Named.IsEmpty),
            own.Count(need => need.IsPrerequisite && filter.Shows(need) && need.Named.IsEmpty),
            own.Count(need => need.IsClosed),
            filter.Focus is null ? chosen.Count(target => !ends.Contains(target)) : 0);
    }

    // Open needs by who needs and who gives; the needs of a pair in the order of the form, whatever order the register has.
    private static Dictionary<(TargetRef Receiver, TargetRef Giver), List<RegisteredNeed>> Pairs(DependencyRegister register)
    {
        var pairs = new Dictionary<(TargetRef, TargetRef), List<RegisteredNeed>>();
        foreach (var need in register.Needs)
        {
            if (need.IsClosed) continue;
            var receiver = TargetRef.Of(need.Receiver.Initiative.Id);
            // The form's own kinds of prerequisites name whole groups, as all do: they stand in the load on others.
            foreach (var giver in need.Named.Where(named => named.Rule != NamingRule.Form).Select(named => NodeOf(named.Target)).Concat(need.Makers.Select(maker => TargetRef.Of(maker.Initiative))).Distinct())
            {
                if (giver == receiver) continue;
                if (!pairs.TryGetValue((receiver, giver), out var needs)) pairs[(receiver, giver)] = needs = [];
                needs.Add(need);
            }
        }

        foreach (var needs in pairs.Values) needs.Sort((a, b) => (a.IsPrerequisite, a.Row).CompareTo((b.IsPrerequisite, b.Row)));
        return pairs;
    }

    /// <summary>Where a target stands on the map: a deliverable under its initiative.</summary>
    public static TargetRef NodeOf(TargetRef target) => target.Initiative is { } initiative ? TargetRef.Of(initiative) : target;
}

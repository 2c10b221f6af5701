using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A map of dependencies as a table: who needs down, who gives across.</summary>
/// <param name="Rows">Those that need, with how many needs they have in all, most first. One that names several givers counts once.</param>
/// <param name="Columns">Those that give, with how many needs of them there are in all, most first.</param>
/// <param name="Total">All needs, each once.</param>
public sealed record DependencyMatrix(ImmutableArray<(MapNode Node, int Needs)> Rows, ImmutableArray<(MapNode Node, int Needs)> Columns, int Total)
{
    private readonly Dictionary<(TargetRef, TargetRef), MapEdge> edges = [];

    /// <summary>What a row needs of a column; null for nothing.</summary>
    public MapEdge? Cell(MapNode receiver, MapNode giver) => edges.GetValueOrDefault((receiver.Target, giver.Target));

    /// <summary>The table of a map.</summary>
    public static DependencyMatrix Of(DependencyMap map)
    {
        var made = new DependencyMatrix(Weighed(map, edge => edge.Receiver), Weighed(map, edge => edge.Giver), Distinct(map.Edges));
        foreach (var edge in map.Edges) made.edges[(edge.Receiver, edge.Giver)] = edge;
        return made;
    }

    private static ImmutableArray<(MapNode, int)> Weighed(DependencyMap map, Func<MapEdge, TargetRef> side)
    {
        var weight = map.Edges.GroupBy(side).ToDictionary(edges => edges.Key, Distinct);
        return [.. map.Nodes.Where(node => weight.ContainsKey(node.Target)).Select(node => (Node: node, Needs: weight[node.Target])).OrderByDescending(pair => pair.Needs)];
    }

    private static int Distinct(IEnumerable<MapEdge> edges) => edges.SelectMany(edge => edge.Needs).Distinct(ReferenceEqualityComparer.Instance).Count();
}

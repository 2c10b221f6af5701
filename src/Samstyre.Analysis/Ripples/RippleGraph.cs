namespace Samstyre.Analysis;

/// <summary>A dependency along which a delay passes.</summary>
/// <param name="From">Node of what is waited for.</param>
/// <param name="To">Node of what waits.</param>
/// <param name="Slack">Months that the first can slip before the second feels it; never negative.</param>
/// <param name="Critical">Whether much depends on it (criticality High).</param>
/// <param name="Need">Number of the dependency among the map's needs.</param>
public readonly record struct RippleEdge(int From, int To, int Slack, bool Critical, int Need);

/// <summary>How delays pass through a portfolio, as plain arrays. A unit is an initiative (or a part of the foundation); its nodes are its deliverables by date, those of the same day together, and its end, which is its last node. Within a unit every node passes its delay on unchanged to the next. Formulas: docs/ripples.md.</summary>
public sealed class RippleGraph
{
    // Longer slack than any delay can be; it fits the byte that the simulation computes with.
    internal const int MostSlack = byte.MaxValue;

    /// <summary>A graph.</summary>
    /// <param name="first">Per unit its first node, and last the number of all nodes.</param>
    /// <param name="weight">Per node how many deliverables it stands for that are still to come; 0 for ends and for what is past.</param>
    /// <param name="source">Per unit the node from which on its own lateness counts; -1 where it has none of its own.</param>
    /// <param name="edges">Dependencies, in any order.</param>
    public RippleGraph(int[] first, int[] weight, int[] source, IEnumerable<RippleEdge> edges)
    {
        (First, Weight, Source) = (first, weight, source);
        UnitOf = new int[weight.Length];
        for (var unit = 0; unit < Units; unit++) Array.Fill(UnitOf, unit, first[unit], first[unit + 1] - first[unit]);
        Edges = [.. edges.Select(edge => edge with { Slack = Math.Min(edge.Slack, MostSlack) })];
        // In one order whatever order they came in, so that every answer is the same.
        Array.Sort(Edges, (a, b) =>
            a.From != b.From ? a.From.CompareTo(b.From)
            : a.To != b.To ? a.To.CompareTo(b.To)
            : a.Slack != b.Slack ? a.Slack.CompareTo(b.Slack)
            : a.Need.CompareTo(b.Need));
        OutFrom = new int[weight.Length + 1];
        foreach (var edge in Edges) OutFrom[edge.From + 1]++;
        for (var node = 0; node < weight.Length; node++) OutFrom[node + 1] += OutFrom[node];
    }

    /// <summary>How many units.</summary>
    public int Units => First.Length - 1;

    /// <summary>How many nodes.</summary>
    public int Nodes => Weight.Length;

    /// <summary>Per unit its first node, and last the number of all nodes.</summary>
    internal int[] First { get; }

    /// <summary>Per node how many deliverables it stands for that are still to come.</summary>
    internal int[] Weight { get; }

    /// <summary>Per unit the node from which on its own lateness counts, or -1.</summary>
    internal int[] Source { get; }

    /// <summary>Per node its unit.</summary>
    internal int[] UnitOf { get; }

    /// <summary>Dependencies, ordered by <see cref="RippleEdge.From"/>.</summary>
    internal RippleEdge[] Edges { get; }

    /// <summary>Per node where its dependencies begin in <see cref="Edges"/>.</summary>
    internal int[] OutFrom { get; }

    /// <summary>The last node of a unit.</summary>
    public int EndOf(int unit) => First[unit + 1] - 1;

    /// <summary>Whether a node is the end of its unit.</summary>
    public bool IsEnd(int node) => EndOf(UnitOf[node]) == node;

    /// <summary>The unit of a node.</summary>
    public int UnitAt(int node) => UnitOf[node];
}

using Samstyre.Analysis;

namespace Samstyre.Tests.Analysis.Ripples;

/// <summary>Graphs for tests: units with so many deliverables each, all still to come.</summary>
internal static class MadeGraph
{
    /// <summary>Units with so many deliverables each.</summary>
    public static RippleGraph Of(int units, int deliverables, IEnumerable<(int From, int To, int Slack)> edges) =>
        Of([.. Enumerable.Repeat(deliverables, units)], edges.Select((edge, at) => new RippleEdge(edge.From, edge.To, edge.Slack, at % 2 == 0, at)));

    public static RippleGraph Of(int[] deliverables, IEnumerable<RippleEdge> edges)
    {
        var first = new int[deliverables.Length + 1];
        for (var unit = 0; unit < deliverables.Length; unit++) first[unit + 1] = first[unit] + deliverables[unit] + 1;
        var weight = Enumerable.Repeat(1, first[^1]).ToArray();
        for (var unit = 0; unit < deliverables.Length; unit++) weight[first[unit + 1] - 1] = 0;
        return new(first, weight, first[..^1], edges);
    }

    /// <summary>Units with one deliverable; each waits, without slack, for the end of the one before.</summary>
    public static RippleGraph Chain(int units) => Of(units, 1, Enumerable.Range(1, units - 1).Select(unit => ((2 * unit) - 1, 2 * unit, 0)));

    /// <summary>The same, and the first waits for the last.</summary>
    public static RippleGraph Circle(int units, int slack = 0) => Of(units, 1, Enumerable.Range(0, units).Select(unit => ((2 * unit) + 1, 2 * ((unit + 1) % units), slack)));
}

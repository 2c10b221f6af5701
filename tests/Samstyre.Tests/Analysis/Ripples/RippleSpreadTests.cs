using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Ripples;

/// <summary>What holds of every spread of a delay, whatever the graph.</summary>
public sealed class RippleSpreadTests
{
    /// <summary>Small graphs of any shape, circles and edges to itself included.</summary>
    public static readonly Gen<RippleGraph> Graphs =
        from deliverables in Gen.Choose(0, 3).NonEmptyListOf()
        let nodes = deliverables.Sum() + deliverables.Count
        from edges in (from start in Gen.Choose(0, nodes - 1) from to in Gen.Choose(0, nodes - 1) from slack in Gen.Elements(0, 0, 1, 2, 5, 400) from critical in Gen.Elements(true, false) select (start, to, slack, critical)).ListOf()
        select MadeGraph.Of([.. deliverables], edges.Select((edge, at) => new RippleEdge(edge.start, edge.to, edge.slack, edge.critical, at)));

    [Fact]
    public void Spread_LongerDelay_ReachesNoLess() => Prop.ForAll(Graphs.ToArbitrary(), graph =>
    {
        var before = new int[graph.Nodes];
        foreach (var months in (int?[])[1, 2, 6, 60, null])
        {
            var now = Spread(graph, 0, months);
            if (now.Zip(before).Any(pair => pair.First < pair.Second)) return false;
            before = now;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Spread_NoDelay_GrowsOnItsWay() => Prop.ForAll(Graphs.ToArbitrary(), graph => Spread(graph, graph.Nodes / 2, 9).All(months => months <= 9)).QuickCheckThrowOnFailure();

    [Fact]
    public void Spread_Result_IsTheFixpoint() => Prop.ForAll(Graphs.ToArbitrary(), graph =>
    {
        var months = Spread(graph, 0, 9);
        for (var node = 0; node < graph.Nodes; node++)
        {
            var into = graph.Edges.Where(edge => edge.To == node).Select(edge => Math.Max(0, months[edge.From] - edge.Slack)).Append(node > 0 && !graph.IsEnd(node - 1) ? months[node - 1] : 0).Max();
            if (months[node] != (node == 0 ? 9 : into)) return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Spread_OnlyCritical_ReachesNoMore() => Prop.ForAll(Graphs.ToArbitrary(), graph =>
        Spread(graph, 0, 9, criticalOnly: true).Zip(Spread(graph, 0, 9)).All(pair => pair.First <= pair.Second)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1_000)]
    public void Spread_Circle_ReachesAllOnce(int units)
    {
        Spread(MadeGraph.Circle(units), 0, 5).ShouldAllBe(months => months == 5);
        Spread(MadeGraph.Circle(units), 0, null).ShouldAllBe(months => months == int.MaxValue);
        Spread(MadeGraph.Circle(units, slack: 1), 0, 5).Count(months => months > 0).ShouldBe(Math.Min(5, units) * 2);
    }

    [Fact]
    public void Spread_TenThousandOnOne_ReachesThemAll()
    {
        var graph = MadeGraph.Of(10_001, 1, Enumerable.Range(1, 10_000).Select(unit => (0, 2 * unit, unit % 3)));
        Spread(graph, 0, 2).Count(months => months > 0).ShouldBe(2 + (2 * Enumerable.Range(1, 10_000).Count(unit => unit % 3 < 2)));
    }

    /// <summary>Per node its delay, from a delay of so many months; null never comes.</summary>
    public static int[] Spread(RippleGraph graph, int start, int? months, bool criticalOnly = false) => RippleSpread.Of(graph, start, months ?? RippleSpread.Never, criticalOnly).Months;

    public static int FirstOf(RippleGraph graph, int unit) => unit == 0 ? 0 : graph.EndOf(unit - 1) + 1;
}

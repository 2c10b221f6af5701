using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Ripples;

/// <summary>Plans with uncertain dates, against what can be reckoned out by hand.</summary>
public sealed class SimulationTests
{
    private const int Runs = 20_000;
    private static readonly LatenessDistribution Often = LatenessDistribution.Read("0: 80, 3: 11, 6: 9").Value;

    [Fact]
    public void Run_ChainWithoutSlack_IsOnTimeWhenAllBeforeAre()
    {
        var graph = MadeGraph.Chain(6);
        var result = Simulation.Run(graph, Often, 1, Runs, 2);
        for (var unit = 0; unit < 6; unit++) Near(result.Nodes[2 * unit].OnTime.Value, Math.Pow(0.8, unit + 1));
        // The mean of the first, and the mean of the largest of two.
        result.Nodes[0].Mean.ShouldBe((3 * 0.11) + (6 * 0.09), 0.05);
        result.Nodes[2].Mean.ShouldBe((6 * (1 - (0.91 * 0.91))) + (3 * ((0.91 * 0.91) - 0.64)), 0.06);
        result.Nodes[0].Ninetieth.ShouldBe(3);
    }

    [Fact]
    public void Run_Diamond_IsOnTimeAfterWhatItsSlackTakes()
    {
        // 0 delays 1 (3 months of slack) and 2 (none); both delay 3, 1 with 3 months of slack.
        var graph = MadeGraph.Of(4, 1, [(1, 2, 3), (1, 4, 0), (3, 6, 3), (5, 6, 0)]);
        var result = Simulation.Run(graph, Often, 5, Runs, 2);
        Near(result.Nodes[2].OnTime.Value, 0.8 * 0.91);
        Near(result.Nodes[4].OnTime.Value, 0.8 * 0.8);
        // 3 is on time when it, 2 and 0 are, and 1 is late by no more than its slack.
        Near(result.Nodes[6].OnTime.Value, 0.8 * 0.8 * 0.8 * 0.91);
    }

    [Fact]
    public void Run_HubOfMany_IsTheMostDangerous()
    {
        // Nine wait for the first; two wait for the eleventh.
        var graph = MadeGraph.Of(13, 1, Enumerable.Range(1, 9).Select(unit => (1, 2 * unit, 0)).Concat([(21, 22, 0), (21, 24, 0)]));
        var dangers = Simulation.Run(graph, Often, 3, Runs, 2).Dangers;
        dangers[0].Unit.ShouldBe(0);
        dangers[0].Others.ShouldBe(9 * 0.8, 0.2);
        dangers[1].Unit.ShouldBe(10);
        dangers[1].Others.ShouldBe(2 * 0.8, 0.2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1_000)]
    public void Run_Circle_IsOnTimeWhenAllAre(int units)
    {
        var result = Simulation.Run(MadeGraph.Circle(units), LatenessDistribution.Read($"0: {(100 * units) - 50}, 4: 50").Value, 2, 4_000, 2);
        Near(result.Nodes[0].OnTime.Value, Math.Pow(1 - (0.5 / units), units), 0.03);
        result.Nodes.Select(node => node.OnTime.Value).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Run_EveryDelay_IsTheRipples()
    {
        // With one certain lateness a run is the ripples of all units at once.
        Prop.ForAll(RippleSpreadTests.Graphs.ToArbitrary(), graph =>
        {
            var result = Simulation.Run(graph, LatenessDistribution.Read("7: 1").Value, 1, 3, 1);
            var largest = new int[graph.Nodes];
            for (var unit = 0; unit < graph.Units; unit++)
            {
                var months = RippleSpreadTests.Spread(graph, RippleSpreadTests.FirstOf(graph, unit), 7);
                for (var node = 0; node < graph.Nodes; node++) largest[node] = Math.Max(largest[node], months[node]);
            }

            return result.Nodes.Select(node => node.Ninetieth).SequenceEqual(largest);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Run_SameSeed_IsTheSameOnAnyNumberOfThreads()
    {
        var map = RippleMap.Of(DependencyRegister.Of(ShuffledRound.Last));
        var one = Simulation.Run(map.Graph, LatenessDistribution.BuiltIn, 11, 1_000, 1);
        foreach (var threads in (int[])[2, 3])
        {
            var same = Simulation.Run(map.Graph, LatenessDistribution.BuiltIn, 11, 1_000, threads);
            same.Nodes.ShouldBe(one.Nodes);
            same.Dangers.ShouldBe(one.Dangers);
        }

        Simulation.Run(map.Graph, LatenessDistribution.BuiltIn, 12, 1_000, 1).Nodes.ShouldNotBe(one.Nodes);
    }

    [Fact]
    public void Run_ManySeeds_IntervalsContainTheTruth()
    {
        var graph = MadeGraph.Chain(3);
        var contain = Enumerable.Range(0, 1_000).Count(seed => Simulation.Run(graph, Often, seed, 300, 1).Nodes[4].OnTime is var share && share.Low <= 0.512 && share.High >= 0.512);
        contain.ShouldBeInRange(930, 970);
    }

    [Fact]
    public void Run_RunsThatFillNoBlock_AreAllCounted()
    {
        foreach (var runs in (int[])[1, 63, 64, 65, 1_000])
        {
            var result = Simulation.Run(MadeGraph.Chain(2), LatenessDistribution.Read("0: 1").Value, 4, runs, 2);
            result.Nodes[2].OnTime.Value.ShouldBe(1);
            result.Dangers.ShouldBeEmpty();
        }
    }

    private static void Near(double share, double expected, double within = 0.012) => share.ShouldBe(expected, within);
}

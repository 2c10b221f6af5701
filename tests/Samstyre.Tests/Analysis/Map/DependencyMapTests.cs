using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.MadeMap;

namespace Samstyre.Tests.Analysis;

/// <summary>Who waits for whom, as nodes and lines.</summary>
public sealed class DependencyMapTests
{
    private static readonly DependencyRegister Generated = MemoryPortfolio.Generated(7, 120, 4) is var portfolio ? DependencyRegister.Of(portfolio.Content(portfolio.History.Latest!.Round.Code)) : null!;

    [Fact]
    public void Of_TwoNeedsOfTheSame_IsOneLineWithTheWorst()
    {
        var register = With([new(), new()], (round, _) =>
        [
            Need(round, 0, 0, [Initiative(round, 1)], Level.Low, TrafficLight.Green, PartialDate.Parse("2021-06")),
            Need(round, 0, 1, [Initiative(round, 1)], Level.High, TrafficLight.Red, PartialDate.Parse("2020-12")),
            Need(round, 0, 2, [Initiative(round, 1)]),
        ]);
        var edge = DependencyMap.Of(register, MapFilter.All).Edges.ShouldHaveSingleItem();
        (edge.Criticality, edge.Status, edge.NeededBy, edge.Needs.Length).ShouldBe((Level.High, TrafficLight.Red, PartialDate.Parse("2020-12"), 3));
        edge.IsContradicted.ShouldBeFalse();
        var contradicted = new HashSet<(Guid, Guid)> { (register.Entries[0].Standing.Initiative.Id, register.Entries[1].Standing.Initiative.Id) };
        DependencyMap.Of(register, MapFilter.All, contradicted).Edges[0].IsContradicted.ShouldBeTrue();
    }

    [Fact]
    public void Of_NothingStated_IsNothingStated()
    {
        var edge = DependencyMap.Of(MadeMap.Of(2, (0, 1)), MapFilter.All).Edges.ShouldHaveSingleItem();
        (edge.Criticality, edge.Status, edge.NeededBy).ShouldBe((null, null, null));
    }

    [Fact]
    public void Of_Deliverable_StandsUnderItsInitiative()
    {
        var register = With([new(), new()], (round, _) => [Need(round, 0, 0, [Initiative(round, 1), TargetRef.Of(round.Snapshot.Standings[1].Initiative.Id, 3)])]);
        var map = DependencyMap.Of(register, MapFilter.All);
        map.Edges.ShouldHaveSingleItem().Giver.ShouldBe(Initiative(register, 1));
        map.Nodes.Length.ShouldBe(2);
    }

    [Fact]
    public void Of_ItselfNothingAndClosed_AreCountedAndNotDrawn()
    {
        var register = With([new(), new(), new()], (round, _) =>
        [
            Need(round, 0, 0, [Initiative(round, 0)]),
            Need(round, 0, 1, []),
            Need(round, 1, 0, [Initiative(round, 2)]) with { IsClosed = true },
        ]);
        var map = DependencyMap.Of(register, MapFilter.All);
        (map.Nodes.Length, map.Edges.Length, map.Unresolved, map.Closed, map.Alone).ShouldBe((0, 0, 1, 1, 3));
    }

    [Fact]
    public void Of_Circle_IsDrawnWhole()
    {
        var map = DependencyMap.Of(MadeMap.Of(3, (0, 1), (1, 2), (2, 0)), MapFilter.All);
        (map.Nodes.Length, map.Edges.Length).ShouldBe((3, 3));
        MapLayout.Of(map).Places.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Of_TenThousandOnOne_AreAllThere()
    {
        var register = MadeMap.Of(10_001, [.. Enumerable.Range(1, 10_000).Select(number => (number, 0))]);
        var map = DependencyMap.Of(register, MapFilter.All);
        (map.Nodes.Length, map.Edges.Length, map.Nodes[0].WaitedBy).ShouldBe((10_001, 10_000, 10_000));
        MapLayout.Of(map).Places.Distinct().Count().ShouldBe(10_001);
    }

    [Theory]
    [InlineData(1, 3, 2)]
    [InlineData(2, 5, 4)]
    [InlineData(5, 7, 6)]
    public void Of_FocusInAChain_GoesSoManyStepsEachWay(int steps, int nodes, int edges)
    {
        var register = MadeMap.Of(7, [.. Enumerable.Range(0, 6).Select(number => (number, number + 1))]);
        var map = DependencyMap.Of(register, new() { Focus = Initiative(register, 3), Steps = steps });
        (map.Nodes.Length, map.Edges.Length).ShouldBe((nodes, edges));
    }

    [Fact]
    public void Of_FocusWithoutLines_StandsAlone() =>
        DependencyMap.Of(Generated, new() { Focus = new(TargetKind.Party, "nobody") }).Nodes.ShouldBeEmpty();

    [Fact]
    public void Of_OtherKinds_CanBeLeftOut()
    {
        var organisation = new TargetRef(TargetKind.Organisation, ExampleOrganisation);
        var register = With([new(), new()], (round, _) => [Need(round, 0, 0, [organisation]), Need(round, 1, 0, [organisation, Initiative(round, 0)])]);
        var all = DependencyMap.Of(register, MapFilter.All);
        all.Nodes[^1].ShouldBe(all.Nodes[^1] with { Target = organisation, Organisation = ExampleOrganisation, WaitedBy = 2 });
        DependencyMap.Of(register, new() { Hidden = [TargetKind.Organisation, TargetKind.Initiative] }).Edges.ShouldHaveSingleItem().Giver.ShouldBe(Initiative(register, 0));
        DependencyMap.Of(register, new() { Organisation = ExampleOrganisation }).Edges.Length.ShouldBe(2);
    }

    [Fact]
    public void Of_AnyFocus_IsPartOfTheWhole()
    {
        var whole = DependencyMap.Of(Generated, MapFilter.All);
        whole.Edges.Length.ShouldBeGreaterThan(50);
        Prop.ForAll(Gen.Elements(whole.Nodes.AsEnumerable()).SelectMany(_ => Gen.Choose(0, 9), (node, steps) => (node, steps)).ToArbitrary(), pair =>
        {
            var map = DependencyMap.Of(Generated, new() { Focus = pair.node.Target, Steps = pair.steps });
            return map.Nodes.All(whole.Nodes.Contains) && map.Nodes.Contains(pair.node) && map.Edges.All(edge => whole.Edges.Any(other => other.Receiver == edge.Receiver && other.Giver == edge.Giver && other.Needs.SequenceEqual(edge.Needs)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void Of_FiltersTogether_AreWhatEachLeaves()
    {
        var definition = Generated.Snapshot.Definition;
        foreach (var segment in definition.Segments.Select(segment => segment.Code))
        {
            var both = DependencyMap.Of(Generated, new() { Segment = segment, OnlyCritical = true });
            var one = DependencyMap.Of(Generated, new() { Segment = segment });
            var other = DependencyMap.Of(Generated, new() { OnlyCritical = true });
            both.Edges.Select(Ends).ShouldBe(one.Edges.Select(Ends).Intersect(other.Edges.Select(Ends)));
        }

        static (TargetRef, TargetRef) Ends(MapEdge edge) => (edge.Receiver, edge.Giver);
    }

    [Fact]
    public void Of_RowsInAnotherOrder_IsTheSame()
    {
        Text(DependencyMap.Of(Turned(Generated), MapFilter.All)).ShouldBe(Text(DependencyMap.Of(Generated, MapFilter.All)));
        MapLayout.Of(DependencyMap.Of(Turned(Generated), MapFilter.All)).Places.ShouldBe(MapLayout.Of(DependencyMap.Of(Generated, MapFilter.All)).Places);
    }

    [Fact]
    public void Layout_WithoutCircles_HasWhoWaitsToTheLeft()
    {
        Prop.ForAll(Gen.Choose(0, 29).Two().ListOf(60).ToArbitrary(), pairs =>
        {
            var map = DependencyMap.Of(MadeMap.Of(30, [.. pairs.Select(pair => (Math.Max(pair.Item1, pair.Item2), Math.Min(pair.Item1, pair.Item2)))]), MapFilter.All);
            var layout = MapLayout.Of(map);
            var place = map.Nodes.Select((node, at) => (node.Target, at)).ToDictionary(pair => pair.Target, pair => layout.Places[pair.at]);
            return layout.Places.Distinct().Count() == layout.Places.Length && map.Edges.All(edge => place[edge.Receiver].X < place[edge.Giver].X);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [Fact]
    public void Layout_Empty_IsAnEmptyPicture() => MapLayout.Of(new([], [], 0, 0, 0, 0)).Places.ShouldBeEmpty();

    [Fact]
    public void Matrix_OfAnyMap_CountsEachNeedOnce()
    {
        var map = DependencyMap.Of(Generated, MapFilter.All);
        var matrix = DependencyMatrix.Of(map);
        matrix.Rows.Sum(row => row.Needs).ShouldBe(matrix.Total);
        matrix.Columns.Sum(column => column.Needs).ShouldBe(map.Edges.Sum(edge => edge.Needs.Length), "a need of several givers stands in the column of each");
        matrix.Total.ShouldBe(map.Edges.SelectMany(edge => edge.Needs).Select(need => (need.Receiver.Initiative.Id, need.Key)).Distinct().Count());
        matrix.Rows.Select(row => row.Needs).ShouldBeInOrder(SortDirection.Descending);
        foreach (var (receiver, needs) in matrix.Rows) matrix.Columns.Sum(column => matrix.Cell(receiver, column.Node)?.Needs.Length ?? 0).ShouldBeGreaterThanOrEqualTo(needs);
    }

    private const string ExampleOrganisation = "nhn";
}

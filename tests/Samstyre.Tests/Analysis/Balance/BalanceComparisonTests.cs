using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Balance;

/// <summary>Two moments of a portfolio beside each other.</summary>
public sealed class BalanceComparisonTests
{
    private static readonly PortfolioHistory Example = MemoryPortfolio.Example.History;
    private static readonly DateOnly Day = Example.Latest!.Round.CollectedOn;

    [Fact]
    public void Of_TheSameMomentTwice_DiffersInNothing()
    {
        var moment = PortfolioMoment.Of(Example, Day)!;
        var comparison = BalanceComparison.Of(moment, moment, BalanceAxis.Area, BalanceAxis.Segment);
        comparison.Cells.ShouldAllBe(change => change.Initiatives == 0 && (change.Mnok ?? 0m) == 0m);
        (comparison.Came.Length, comparison.Left.Length, comparison.Moved.Length).ShouldBe((0, 0, 0));
        comparison.Total.Is.Initiatives.ShouldBe(59);
    }

    [Fact]
    public void Of_MarchAgainstOctober_IsTheDifferenceOfBoth()
    {
        var march = PortfolioMoment.Of(Example with { Snapshots = Example.Snapshots[..1] }, Example.Snapshots[0].Round.CollectedOn)!;
        var october = PortfolioMoment.Of(Example, Day)!;
        var comparison = BalanceComparison.Of(march, october, BalanceAxis.Organisation, BalanceAxis.Status);
        (comparison.Total.Was.Initiatives, comparison.Total.Is.Initiatives).ShouldBe((52, 59));
        (comparison.Came.Length - comparison.Left.Length).ShouldBe(7);
        comparison.Cells.Sum(change => change.Initiatives).ShouldBe(7);
        comparison.RowTotals.Sum(change => change.Initiatives).ShouldBe(7);
        comparison.ColumnTotals.Sum(change => change.Initiatives).ShouldBe(7);
        comparison.Rows.Select(row => row.Key).ShouldBeUnique();
    }

    [Fact]
    public void Of_InitiativesThatCameLeftAndMoved_NamesThem()
    {
        var after = new DateOnly(2020, 12, 1);
        var latest = Example.Latest!;
        var (leaves, moves) = (latest.Standings[0], latest.Standings[1]);
        var segment = moves.Initiative.Segment == "observe" ? "inspire" : "observe";
        var comes = new Initiative(Guid.NewGuid(), null, "Nytt tiltak", "co-govern", [new(after, LifeStage.Candidate, null), new(after, LifeStage.InPortfolio, null)]);
        var changed = Example with
        {
            Snapshots = [.. Example.Snapshots[..^1], latest with { Standings = [.. latest.Standings.Select(Changed)] }],
            Candidates = [.. Example.Candidates, comes],
        };
        var comparison = BalanceComparison.Of(PortfolioMoment.Of(changed, Day)!, PortfolioMoment.Of(changed, after)!, BalanceAxis.Segment, BalanceAxis.Area);
        comparison.Came.ShouldHaveSingleItem().Name.ShouldBe("Nytt tiltak");
        comparison.Left.ShouldHaveSingleItem().Initiative.Id.ShouldBe(leaves.Initiative.Id);
        var moved = comparison.Moved.ShouldHaveSingleItem();
        (moved.Initiative.Id, moved.Was, moved.Became).ShouldBe((moves.Initiative.Id, moves.Initiative.Segment, segment));
        comparison.Total.Initiatives.ShouldBe(-1, "what has not reported is told beside the table, not in it");

        Standing Changed(Standing standing) =>
            standing == leaves ? standing with { Initiative = standing.Initiative with { Life = [.. standing.Initiative.Life, new(after, LifeStage.Stopped, "x")] } }
            : standing == moves ? standing with { Initiative = standing.Initiative with { Segment = segment, Segments = [new(after, standing.Initiative.Segment, segment, "x", null)] } }
            : standing;
    }

    [Fact]
    public void Change_WhereOneSideStatesNoMoney_HasNoDifference()
    {
        new BalanceChange(new(1, new(null, 0, 1)), new(1, new(new Money(4m), 1, 0))).Mnok.ShouldBeNull();
        new BalanceChange(BalanceCell.Empty, new(1, new(new Money(4m), 1, 0))).Mnok.ShouldBe(4m);
    }

    [Fact]
    public void Of_BeforeTheFirstRound_IsNothing() => PortfolioMoment.Of(Example with { Snapshots = ImmutableArray<PortfolioSnapshot>.Empty }, Day).ShouldBeNull();

    [Fact]
    public void NextYear_ListsAndFigures_AreTheWholePortfolio()
    {
        var round = MemoryPortfolio.Example.Content("2020-10");
        (NextYearEndings.Of(round).Rows.Length + NextYearContinuing.Of(round).Rows.Length).ShouldBe(59);
        var (areas, organisations) = (NextYearBudgets.Of(round), NextYearByOrganisation.Of(round));
        foreach (var series in (string[])["initiatives", "budget", "budget-next", "no-budget-next"]) organisations.Total(series).ShouldBe(areas.Total(series));
        organisations.Total("budget-next").ShouldBe(OctoberForm.All.Sum(form => form.NextBudget ?? 0m));
        organisations.NotReported.ShouldBe(OctoberForm.All.Count(form => form.NextBudget is null));
    }
}

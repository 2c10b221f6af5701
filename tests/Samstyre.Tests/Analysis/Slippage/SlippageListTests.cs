using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>Slippage and cost over the portfolio.</summary>
public sealed class SlippageListTests
{
    private static readonly RoundContent Mixed = Of(
        ("2020-03-31", [Ending("2021-06"), Ending("2021-06"), Ending("2021-06"), Ending("2021-06"), Ending("2021-06"), Ending("2021-06"), Ending(null), Ending("2021-06")]),
        ("2020-10-31", [Ending("2021-03"), Ending("2021-06"), Ending("2021-09"), Ending("2021-12"), Ending("2022-06"), Ending("2022-07"), Ending("2021-06"), Ending(null)]));

    [Theory]
    [InlineData("ahead", 1)]
    [InlineData("onTime", 1)]
    [InlineData("upTo3", 1)]
    [InlineData("3to6", 1)]
    [InlineData("6to12", 1)]
    [InlineData("over12", 1)]
    [InlineData("unknown", 2)]
    public void Intervals_OneOfEach_HoldTheirUpperLimit(string key, int count)
    {
        // Moved by -3, 0, 3, 6, 12 and 13 months; one stated no end before and one states none now.
        SlippageIntervals.Of(Mixed).Cell(key, "first")!.Value.ShouldBe(count);
        SlippageIntervals.Of(Mixed).Cell(key, "last")!.Value.ShouldBe(count);
    }

    [Fact]
    public void Intervals_NotReported_AreThoseThatCantBeSaid() => SlippageIntervals.Of(Mixed).NotReported.ShouldBe(2);

    [Fact]
    public void Slippage_Rows_AreThoseThatMovedTheFurthestFirst() =>
        Samstyre.Analysis.Slippage.Of(Mixed).Rows.Select(row => row.Cells[^2]).ShouldBe([13.0m, 12.0m, 6.0m, 3.0m, -3.0m]);

    [Fact]
    public void Slippage_October2020_HasNoEarlierEndToCompareWith()
    {
        // The table of March 2020 holds no end dates, and no form of October has an end before 31.10.2020.
        var round = MemoryPortfolio.Example.Content("2020-10");
        Samstyre.Analysis.Slippage.Of(round).Rows.ShouldBeEmpty();
        SlippageIntervals.Of(round).NotReported.ShouldBe(round.Snapshot.Standings.Length);
    }

    [Fact]
    public void CostVariance_ChangedTwice_IsAgainstFirstAndLast()
    {
        var variance = CostVariance.Of(Initiative(0), OfOne(("2019-10-31", Costing(100m, 2019, 9m)), ("2020-03-31", Costing(120m, 2020, 40m)), ("2020-10-31", Costing(150m, 2020, 30m))))!;

        // 150 - 100 = 50, half of 100; 150 - 120 = 30, a quarter of 120.
        (variance.TotalFirst!.Change.Mnok, variance.TotalFirst.Share).ShouldBe((50m, 0.5m));
        (variance.TotalLast!.Change.Mnok, variance.TotalLast.Share).ShouldBe((30m, 0.25m));
        // The budget of 2019 is another year's: 30 - 40 = -10, a quarter of 40, against both.
        (variance.BudgetFirst!.Change.Mnok, variance.BudgetFirst.Share, variance.BudgetFirst.Round.Code).ShouldBe((-10m, -0.25m, "2020-03-31"));
        variance.BudgetLast.ShouldBe(variance.BudgetFirst);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void CostVariance_AgainstNothingOrLess_HasNoShare(int was)
    {
        var variance = CostVariance.Of(Initiative(0), OfOne(("2020-03-31", Costing(was, 2020, null)), ("2020-10-31", Costing(150m, 2020, null))))!;
        (variance.TotalFirst!.Change.Mnok, variance.TotalFirst.Share, variance.BudgetFirst).ShouldBe((150m - was, null, null));
    }

    [Fact]
    public void CostVariances_October2020_AreTheBudgetsThatDifferFromMarch()
    {
        // From the files of both rounds: EPJ-løftet 32 then 31.5 (total row); MF Helse stands in both.
        var round = MemoryPortfolio.Example.Content("2020-10");
        var row = CostVariances.Of(round).Rows.Single(one => one.Standing!.Initiative.NationalId == 11);
        var columns = CostVariances.Of(round).Columns.Select(column => column.Key).ToList();
        row.Cells[columns.IndexOf("budget")].ShouldBe(new Money(31.5m));
        row.Cells[columns.IndexOf("budgetFirst")].ShouldBe(new Money(-0.5m));
        row.Cells[columns.IndexOf("totalFirst")].ShouldBeNull();
    }

    private static Report Costing(decimal total, int year, decimal? budget) => new()
    {
        TotalCostMnok = new(total),
        FundingCols = [$"{year}"],
        FundingTotal = [budget is { } amount ? new Money(amount) : null],
    };
}

using Samstyre.Domain;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.Checking;

namespace Samstyre.Tests.Analysis;

public sealed class ChangeRulesTests
{
    [Theory]
    [InlineData(30, 40, "significant-change")]
    [InlineData(30, 41, "value-jumped")]
    [InlineData(30, 19, "value-jumped")]
    [InlineData(30, 20, "significant-change")]
    [InlineData(30, 33, null)]
    [InlineData(0, 5, "value-jumped")]
    [InlineData(0.2, 0.6, null)]
    [InlineData(-30, -41, "value-jumped")]
    public void Amount_Changed_IsToldOnceByTheStrongerRule(decimal was, decimal now, string? code) =>
        Found(new() { TotalCostMnok = new(now) }, new() { TotalCostMnok = new(was) }).ShouldBe(code is null ? [] : [$"{code}@totalCostMnok"]);

    [Fact]
    public void Amount_NotStatedOnEitherSide_IsNoJump()
    {
        Found(new() { TotalCostMnok = new(50m) }, new()).ShouldBeEmpty();
        Found(new() { TotalCostMnok = new(50m) }).ShouldBeEmpty();
        Found(new(), new() { TotalCostMnok = new(50m) }).ShouldBe(["significant-change@totalCostMnok"]);
    }

    [Theory]
    [InlineData("Ny leverandør", true)]
    [InlineData("Anslag", false)]
    [InlineData(" Anslag ", false)]
    [InlineData("TBD", false)]
    [InlineData(null, false)]
    public void Amount_JumpedWithAComment_OnlyANewOneExplains(string? comment, bool explained)
    {
        var found = Found(new() { TotalCostMnok = new(90m), CostComments = comment }, new() { TotalCostMnok = new(30m), CostComments = "Anslag" });
        found.Contains("value-jumped@totalCostMnok").ShouldBe(!explained);
    }

    [Fact]
    public void Funding_SourceJumped_TotalIsNotToldToo()
    {
        var before = Funded(("HOD", [1m, 10m, 10m, null]), ("KS", [1m, 5m, 5m, null])) with { FundingTotal = [new(2m), new(15m), new(15m), null] };
        var now = Funded(("HOD", [1m, 10m, 30m, null]), ("KS", [1m, 5m, 5m, null])) with { FundingTotal = [new(2m), new(15m), new(35m), null] };
        Found(now, before).ShouldBe(["value-jumped@funding.0.y.2"]);
        Found(now with { FundingComments = "Tilleggsbevilgning" }, before).ShouldBeEmpty();
        var totals = before with { Funding = [] };
        Found(totals with { FundingTotal = now.FundingTotal }, totals).ShouldBe(["value-jumped@fundingTotal.2"]);
    }

    [Fact]
    public void Budget_OfAYearToCome_Disappeared()
    {
        var before = Funded(("HOD", [1m, 10m, 20m, null]), ("KS", [1m, 5m, 5m, null]));
        var finding = Run(before with { Funding = [new("HOD", [new(1m), new(10m), null, null]), new("KS", [new(1m), new(5m), null, null])] }, before).Findings.ShouldHaveSingleItem();
        (finding.Key, finding.Values.Single().Value).ShouldBe(("budget-disappeared@fundingTotal.2", new Money(25m)));
        Run(new(), before).Findings.Select(one => one.Key).ShouldBe(["significant-change@funding.was0.y.0", "significant-change@funding.was1.y.0", "budget-disappeared@funding"], ignoreOrder: true);
        Run(new(), before).Findings.Single(one => one.Code == "budget-disappeared").Values.Select(value => value.Value).ShouldBe([new Money(15m), new Money(25m)]);
    }

    [Fact]
    public void Budget_YearsMovedOnOrNeverStated_IsNotMissed()
    {
        var before = new Report { FundingCols = ["<2019", "2019", "2020", "2021"], Funding = [new("HOD", [new(1m), new(2m), new(3m), new(0m)])] };
        var now = new Report { FundingCols = ["<2020", "2020>"], Funding = [new("HOD", [new(3m), new(3m)])] };
        Fields("budget-disappeared", now, before).ShouldBeEmpty();
        Fields("budget-disappeared", before with { Funding = [new("HOD", [new(1m), new(2m), new(3m)])] }, before).ShouldBeEmpty();
        Fields("budget-disappeared", now, null).ShouldBeEmpty();
    }

    [Fact]
    public void Change_Significant_AsksForAnExplanation()
    {
        var before = new Report { Status = TrafficLight.Green, EndDate = PartialDate.OfMonth(2021, 6), Deliverables = [new("Pilot", null, PartialDate.OfMonth(2021, 1))] };
        var now = before with { Status = TrafficLight.Yellow, StatusCause = "Forsinket", EndDate = PartialDate.OfMonth(2021, 12), Deliverables = [] };
        // The new cause is the explanation of the worse status.
        Found(now, before).ShouldBe(["significant-change@deliverables.was0", "significant-change@endDate"]);
        Run(now, before, null, ("endDate", "Anbudet ble klaget på"), ("significant-change@deliverables.was0", "Slått sammen")).MaySubmit.ShouldBeTrue();
        Found(now with { StatusCause = null }, before).ShouldContain("significant-change@status");
    }
}

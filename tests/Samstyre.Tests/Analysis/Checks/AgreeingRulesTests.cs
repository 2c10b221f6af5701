using Samstyre.Domain;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.Checking;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>The rules about values within one report: at which field each is told. When they are broken: <see cref="ConsistencyRulesTests"/>.</summary>
public sealed class AgreeingRulesTests
{
    [Fact]
    public void FundingTotal_EveryColumnThatDiffers_IsNamed()
    {
        var report = Funded(("A", [1m, 2m, 3m, null])) with { FundingTotal = [new(9m), new(2m), new(9m), new(9m)] };
        var findings = Run(report).Findings;
        findings.Select(finding => finding.Key).ShouldBe(["funding-total-differs@fundingTotal.0", "funding-total-differs@fundingTotal.2"]);
        findings[1].Values.Select(value => (value.Field, value.Value)).ShouldBe([("fundingTotal.2", new Money(9m)), ("funding", new Money(3m))]);
    }

    [Fact]
    public void TotalCost_BelowFunding_IsTheField()
    {
        var funded = Funded(("A", [100m, 20m, null, null]));
        Found(funded with { TotalCostMnok = new(90m) }).ShouldBe(["total-cost-below-funded@totalCostMnok"]);
        Found(funded with { TotalCostMnok = new(120m) }).ShouldBeEmpty();
        Found(funded).ShouldBeEmpty();
    }

    [Fact]
    public void CauseAndMitigation_Missing_AreTheFieldsToFillIn()
    {
        var result = Run(new() { Status = TrafficLight.Yellow, Risk = TrafficLight.Red });
        result.Findings.Select(finding => finding.Key).ShouldBe(["cause-missing@statusCause", "mitigation-missing@riskText"]);
        result.Findings[0].Values.Select(value => value.Field).ShouldBe(["statusCause", "status"]);
        result.MaySubmit.ShouldBeFalse();
        Found(new() { Status = TrafficLight.Yellow, StatusCause = "Forsinket", Risk = TrafficLight.Red, RiskText = "Følges opp" }).ShouldBeEmpty();
    }

    [Fact]
    public void Dates_OutOfOrder_NameTheDateAndTheEnd()
    {
        var report = Delivering(("A", "2021-05"), ("B", "2021-07"), ("C", "2022")) with { EndDate = PartialDate.OfMonth(2021, 6), PhaseEnd = PartialDate.OfMonth(2021, 8) };
        Found(report).ShouldBe(["deliverable-after-end@deliverables.1.planned", "deliverable-after-end@deliverables.2.planned", "phase-after-end@phaseEnd"]);
        Run(report).Findings[0].Values.Select(value => value.Field).ShouldBe(["deliverables.1.planned", "endDate"]);
        Found(report with { EndDate = null }).ShouldBeEmpty();
    }

    [Fact]
    public void End_PassedInARunningPhase_IsTheField()
    {
        Found(Ending("2020-09")).ShouldBe(["end-passed@endDate"]);
        Found(Ending("2020-09", Phase.Realisation)).ShouldBeEmpty();
        Found(Ending(null)).ShouldBeEmpty();
    }

    [Fact]
    public void CriticalDependency_WithoutDeadlineOrStatus_IsNamedByRow()
    {
        Found(new()
        {
            Dependencies =
            [
                new("A", null, null, null, Level.High, null, PartialDate.OfYear(2021), TrafficLight.Green), new("B", null, null, null, Level.High, "løpende", null, null),
                new("C", null, null, null, Level.High, "lukket", null, null), new("D", null, null, null, Level.Medium, null, null, null), new("E", null, null, null, null, null, null, null),
            ],
        }).ShouldBe(["critical-dependency-without-deadline@dependencies.1.deadline", "critical-dependency-without-status@dependencies.1.status"]);
    }

    [Theory]
    [InlineData("2020-09", null, true)]
    [InlineData("2020-10", null, false)]
    [InlineData("2020", null, false)]
    [InlineData("2020-09", "levert sept 2020", false)]
    [InlineData("2020-09", "delvis levert", true)]
    [InlineData(null, "løpende", false)]
    public void Deliverable_DatePassedAndOpen_IsNamed(string? planned, string? words, bool broken)
    {
        var report = new Report { Phase = Phase.Execution, Deliverables = [new("Pilot", words, planned is null ? null : PartialDate.Parse(planned))] };
        Found(report).ShouldBe(broken ? ["deliverable-overdue@deliverables.0.planned"] : []);
        Found(report with { Phase = Phase.Realisation }).ShouldBeEmpty();
    }
}

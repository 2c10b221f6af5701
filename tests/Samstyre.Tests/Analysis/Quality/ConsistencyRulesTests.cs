using System.Text.Json;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>Each rule on a report that keeps it and one that breaks it, and all of them against the files of October 2020.</summary>
public sealed class ConsistencyRulesTests
{
    private static readonly DateOnly Today = new(2020, 10, 31);

    private static string[] Broken(Report report) => [.. ConsistencyRules.All.Where(rule => !rule.Test(report, Today).IsEmpty).Select(rule => rule.Code)];

    [Fact]
    public void All_EmptyReport_BreaksNothing() => Broken(new()).ShouldBeEmpty();

    [Theory]
    [InlineData(10.1, 0)]
    [InlineData(10.15, 0)]
    [InlineData(10.2, 1)]
    [InlineData(9.8, 1)]
    public void FundingTotal_BeyondRounding_Differs(double total, int broken)
    {
        // Two sources and a total, each rounded to a tenth: 4 + 6 = 10 may stand as 9.85 to 10.15.
        var report = new Report { FundingCols = ["2020"], Funding = [new("A", [new(4m)]), new("B", [new(6m)])], FundingTotal = [new((decimal)total)] };
        Broken(report).Count(code => code == "funding-total-differs").ShouldBe(broken);
    }

    [Fact]
    public void FundingTotal_NoSourceStatesTheYear_CantBeJudged() =>
        Broken(new() { FundingCols = ["2020"], Funding = [new("A", [null])], FundingTotal = [new(5m)] }).ShouldBeEmpty();

    [Theory]
    [InlineData(100, true)]
    [InlineData(130, false)]
    public void TotalCost_BelowFundingUpToThisYear_IsBroken(int cost, bool broken)
    {
        // 50 before 2019, 30 in 2019 and 40 this year are 120; 2021 and later are not funded yet.
        var report = new Report { TotalCostMnok = new(cost), FundingCols = [">2019", "2019", "2020", "2021", "2022>"], FundingTotal = [new(50m), new(30m), new(40m), new(900m), new(900m)] };
        Broken(report).Contains("total-cost-below-funded").ShouldBe(broken);
    }

    [Theory]
    [InlineData(TrafficLight.Yellow, null, true)]
    [InlineData(TrafficLight.Red, " ", true)]
    [InlineData(TrafficLight.Red, "Forsinket", false)]
    [InlineData(TrafficLight.Green, null, false)]
    [InlineData(null, null, false)]
    public void Cause_YellowOrRed_MustBeGiven(TrafficLight? status, string? cause, bool broken) =>
        Broken(new() { Status = status, StatusCause = cause }).Contains("cause-missing").ShouldBe(broken);

    [Fact]
    public void Mitigation_RedRisk_MustBeGiven()
    {
        Broken(new() { Risk = TrafficLight.Red }).ShouldBe(["mitigation-missing"]);
        Broken(new() { Risk = TrafficLight.Red, Risks = [new("1", "Brann", null, null, null)] }).ShouldBe(["mitigation-missing"]);
        Broken(new() { Risk = TrafficLight.Red, Risks = [new("1", "Brann", null, "Slukke", null)] }).ShouldBeEmpty();
        Broken(new() { Risk = TrafficLight.Red, RiskText = "Vi følger med" }).ShouldBeEmpty();
        Broken(new() { Risk = TrafficLight.Yellow }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2022-01", "2021-12", true)]
    [InlineData("2021-12", "2021-12", false)]
    [InlineData("2021", "2021-06", false)]
    [InlineData("2022", "2021-06", true)]
    public void Phase_EndsAfterTheEnd_IsBroken(string phase, string end, bool broken) =>
        Broken(new() { PhaseEnd = PartialDate.Parse(phase), EndDate = PartialDate.Parse(end) }).Contains("phase-after-end").ShouldBe(broken);

    [Fact]
    public void Deliverables_AfterTheEnd_AreNamed()
    {
        var report = Delivering(("A", "2021-06"), ("B", "2021-07"), ("C", "2022"), ("D", "løpende")) with { EndDate = PartialDate.OfMonth(2021, 6) };
        var values = ConsistencyRules.All.Single(rule => rule.Code == "deliverable-after-end").Test(report, Today);
        values.Select(value => value.Field).ShouldBe(["endDate", "deliverables[1]", "deliverables[2]"]);
    }

    [Theory]
    [InlineData("2020-09", Phase.Execution, true)]
    [InlineData("2020-10", Phase.Execution, false)]
    [InlineData("2020-09", Phase.Realisation, false)]
    [InlineData("2020-09", null, false)]
    public void EndPassed_RunningPhase_IsBroken(string end, Phase? phase, bool broken) =>
        Broken(new() { EndDate = PartialDate.Parse(end), Phase = phase }).Contains("end-passed").ShouldBe(broken);

    [Fact]
    public void Dependency_HighWithoutDeadline_IsBroken()
    {
        Broken(new() { Dependencies = [new("A", null, null, null, Level.High, "løpende", null, null)] }).ShouldBe(["critical-dependency-without-deadline"]);
        Broken(new() { Dependencies = [new("A", null, null, null, Level.High, "lukket", null, null), new("A", null, null, null, Level.Low, null, null, null)] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(100_000, false)]
    [InlineData(100_000.1, true)]
    [InlineData(-100_001, true)]
    [InlineData(1e15, true)]
    public void Amount_AboveAllThatAnInitiativeCanCost_IsBroken(double million, bool broken)
    {
        Money amount = new((decimal)million);
        Broken(new() { TotalCostMnok = amount }).Contains("amount-too-high").ShouldBe(broken);
        Broken(new() { BenefitAmountMnok = amount }).Contains("amount-too-high").ShouldBe(broken);
        Broken(new() { FundingCols = ["2020"], Funding = [new("A", [amount])] }).Contains("amount-too-high").ShouldBe(broken);
    }

    [Fact]
    public void Amount_TooHigh_IsNamedWhereItStands()
    {
        var report = new Report { TotalCostMnok = new(1e6m), FundingCols = ["2020", "2021"], Funding = [new("A", [new(1m), new(1e6m)])], FundingTotal = [new(1m), new(1e6m)] };
        var values = ConsistencyRules.All.Single(rule => rule.Code == "amount-too-high").Test(report, Today);
        values.Select(value => (value.Field, value.Name.Bokmal)).ShouldBe([("totalCostMnok", "Totalkostnad"), ("funding[0].y[1]", "A 2021"), ("fundingTotal[1]", "Sum 2021")]);
    }

    [Fact]
    public void Amount_TooHigh_IsSaidUnderTheSumItIsIn()
    {
        var round = OfOne(("2020-10-31", new Report { TotalCostMnok = new(1e15m), FundingCols = ["2020"], FundingTotal = [new(1e15m)] }));
        foreach (var figure in (Figure[])[MoneyInAll.Of(round), BudgetByArea.Of(round), TotalCost.Of(round), NextYearPortfolio.Of(round)])
            figure.Rule!.Bokmal.ShouldContain("1 tiltak har oppgitt et beløp på over 100 milliarder kroner, som trolig er feil; det er med i summen.");
    }

    [Fact]
    public void All_Rules_AreWordedInThreeLanguages()
    {
        ConsistencyRules.All.Select(rule => rule.Code).ShouldBeUnique();
        ConsistencyRules.All.ShouldAllBe(rule => rule.Sentence.Nynorsk != null && rule.Sentence.English != null);
    }

    [Fact]
    public void Inconsistencies_October2020_AreTheFiles()
    {
        var round = MemoryPortfolio.Example.Content("2020-10");
        var sentences = ConsistencyRules.All.ToDictionary(rule => rule.Sentence, rule => rule.Code);
        var found = Inconsistencies.Of(round).Rows.Where(row => !row.Standing!.CarriedOver).GroupBy(row => sentences[(LocalText)row.Cells[4]!]).ToDictionary(group => group.Key, group => group.Count());
        foreach (var (code, test) in Expected) found.GetValueOrDefault(code).ShouldBe(October.Reports.Count(test), code);
        found.Keys.Except(Expected.Select(rule => rule.Code)).ShouldBeEmpty();
    }

    [Fact]
    public void Inconsistencies_ManyValues_TellFive()
    {
        var late = Delivering([.. Enumerable.Range(1, 9).Select(number => ($"Leveranse {number}", (string?)"2022"))]) with { EndDate = PartialDate.OfYear(2021) };
        var text = (LocalText)Inconsistencies.Of(OfOne(("2020-10-31", late))).Rows.Single().Cells[5]!;
        text.Bokmal.ShouldBe("Sluttdato: 2021; Leveranse 1: 2022; Leveranse 2: 2022; Leveranse 3: 2022; Leveranse 4: 2022; og 5 til");
        text.English.ShouldEndWith("; and 5 more");
    }

    private static readonly (string Code, Func<JsonElement, bool> Test)[] Expected =
    [
        ("cause-missing", report => October.Text(report, "status") is "Yellow" or "Red" && October.Text(report, "statusCause") is null),
        ("mitigation-missing", report => October.Text(report, "risk") == "Red" && October.Text(report, "riskText") is null && !October.Rows(report, "risks").Any()),
        ("phase-after-end", report => IsAfter(October.Text(report, "phaseEnd"), October.Text(report, "endDate"))),
        ("deliverable-after-end", report => October.Rows(report, "deliverables").Any(row => IsAfter(October.Text(row, "planned"), October.Text(report, "endDate")))),
        ("end-passed", report => October.Text(report, "endDate") is { } end && October.LastDay(end) < October.Day && October.Text(report, "phase") is { } phase && phase != "Realisation"),
        ("critical-dependency-without-deadline", report => October.Rows(report, "dependencies").Any(row => October.Text(row, "criticality") == "High" && October.Text(row, "deadline") is null && October.Text(row, "deadlineText") != "Lukket")),
        ("funding-total-differs", report => Enumerable.Range(0, Columns(report).Count).Any(column =>
            TotalOf(report, column) is { } total && SourcesOf(report, column) is { Count: > 0 } sources && Math.Abs(total - sources.Sum()) > 0.05m * (sources.Count + 1))),
        ("total-cost-below-funded", report =>
        {
            // The files' columns: before 2019, 2019, 2020, 2021, 2022 and later; the first three are funded by October 2020.
            var amounts = Enumerable.Range(0, Math.Min(3, Columns(report).Count)).Select(column => TotalOf(report, column) ?? (SourcesOf(report, column) is { Count: > 0 } sources ? sources.Sum() : null)).OfType<decimal>().ToList();
            return October.Text(report, "totalCostMnok") is not null && report.GetProperty("totalCostMnok").GetDecimal() < amounts.Sum() - (0.05m * (amounts.Count + 1));
        }),
    ];

    private static bool IsAfter(string? date, string? end) => date is not null && end is not null && October.FirstDay(date) > October.LastDay(end);

    private static List<JsonElement> Columns(JsonElement report) => [.. October.Rows(report, "fundingCols")];

    private static decimal? TotalOf(JsonElement report, int column) => October.Rows(report, "fundingTotal").Skip(column).Select(October.Number).FirstOrDefault();

    private static List<decimal> SourcesOf(JsonElement report, int column) =>
        [.. October.Rows(report, "funding").Select(source => October.Rows(source, "y").Skip(column).Select(October.Number).FirstOrDefault()).OfType<decimal>()];
}

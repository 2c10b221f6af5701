using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

public sealed class ChangesTests
{
    private static readonly Report Before = new()
    {
        Name = "Blå journal",
        Status = TrafficLight.Green,
        TotalCostMnok = new(10m),
        FundingCols = [">2019", "2020"],
        Funding = [new("HOD", [new Money(1m), new Money(2m)])],
        Deliverables = [new("Pilot", "12.20", PartialDate.OfMonth(2020, 12)), new("Sluttrapport", null, null)],
        Dependencies = [new("NHN", "Tilgang", null, "3", Level.High, null, null, null)],
    };

    [Fact]
    public void Between_SameReport_IsEmpty() => ReportChanges.Between(Before, ReportJson.FromUtf8(ReportJson.ToUtf8(Before))).ShouldBeEmpty();

    [Fact]
    public void Between_ChangedFieldsAndRows_GivesEachOnceInTheFormsOrder()
    {
        var now = Before with
        {
            Status = TrafficLight.Yellow,
            TotalCostMnok = null,
            FundingCols = ["<2019", "2020"],
            Funding = [new("HOD", [new Money(1m), new Money(3m)])],
            Deliverables = [new("Pilot", "06.21", PartialDate.OfMonth(2021, 6))],
            Dependencies = [new("NHN", "Tilgang", null, "3", Level.Low, null, null, null)],
        };
        ReportChanges.Between(Before, now).Select(change => (change.Field, change.Item)).ShouldBe(
        [
            ("totalCostMnok", null), ("deliverables", "Pilot"), ("deliverables", "Sluttrapport"), ("funding", "HOD, 2020"), ("status", null), ("dependencies", "NHN – Tilgang"),
        ], ignoreOrder: false);
    }

    [Fact]
    public void Between_RoundsOfTheExample_FindsTheNewOnes()
    {
        var history = MemoryPortfolio.Example.History;
        var changes = PortfolioChanges.Between(history.At("2020-03")!, history.At("2020-10")!);
        changes.New.Length.ShouldBe(history.At("2020-10")!.Standings.Length - 52 + changes.Left.Length);
        changes.StatusWorse.ShouldAllBe(change => change.Now.Facts.Status > change.Before.Facts.Status);
    }

    [Fact]
    public void Between_TwoRoundsAndBack_MirrorsNewAndWorse()
    {
        var (before, now) = (ShuffledSnapshot.Rounds[1], ShuffledSnapshot.Rounds[2]);
        var there = PortfolioChanges.Between(before, now);
        var back = PortfolioChanges.Between(now, before);
        there.StatusWorse.Select(change => change.Now.Initiative.Id).ShouldBe(back.StatusBetter.Select(change => change.Now.Initiative.Id));
        there.New.Length.ShouldBeGreaterThan(0);
        there.Left.Length.ShouldBeGreaterThan(0);
        there.New.Select(standing => standing.Initiative.Id).ShouldNotContain(there.Left[0].Last.Initiative.Id);
    }

    [Fact]
    public void Between_BudgetsOfDifferentYears_AreNoMove()
    {
        var (before, now) = (ShuffledSnapshot.Rounds[0], ShuffledSnapshot.Rounds[3]);
        var other = now with { Standings = [.. now.Standings.Select(standing => standing with { ReportedIn = standing.ReportedIn with { CollectedOn = standing.ReportedIn.CollectedOn.AddYears(5) } })] };
        PortfolioChanges.Between(before, other).BudgetMoves.ShouldBeEmpty();
    }

    [Fact]
    public void Between_ShuffledInitiatives_IsTheSame() => ShuffledSnapshot.ShouldGiveTheSame(now => PortfolioChanges.Between(ShuffledSnapshot.Rounds[0], now));

    [Fact]
    public void ReportFields_Keys_AreTheInterchangeFormats()
    {
        string[] aboutTheReport = ["source", "findings", "provenance"];
        var properties = typeof(Report).GetProperties().Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]).Except(aboutTheReport);
        // The printed headings of the funding table are shown with its amounts.
        ReportFields.All.Select(field => field.Key.Split('.')[0]).Distinct().ShouldBe(properties.Except(["fundingCols"]), ignoreOrder: true);
    }

    [Fact]
    public void At_PathIntoAField_IsTheField()
    {
        ReportFields.At("funding[1].y[2]")!.Key.ShouldBe("funding");
        ReportFields.At("benefitMaturity.plan")!.Key.ShouldBe("benefitMaturity.plan");
        ReportFields.At("nonsense").ShouldBeNull();
    }
}

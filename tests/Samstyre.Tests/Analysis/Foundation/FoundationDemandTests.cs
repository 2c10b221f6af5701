using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>Who needs which part of the common foundation, and what lacks a plan or funding.</summary>
public sealed class FoundationDemandTests
{
    [Fact]
    public void Of_MeasureWithBlocks_CountsThoseWhoNeedTheBlocksOnce()
    {
        var demand = Of(
            Needing(("Grunndata", Level.High, "2021"), ("RM5-T3", Level.Low, null)),
            Needing(("RESH", Level.Medium, "2020-12"), ("Nytt folkeregister", null, null)),
            Needing(("Altinn", Level.High, null)));
        var measure = demand.Find("RM5-T3").ShouldNotBeNull();
        (measure.Initiatives.Length, measure.Critical.Length, measure.Needs.Length).ShouldBe((2, 1, 4));
        measure.FirstNeeded.ShouldBe(PartialDate.OfMonth(2020, 12));
        demand.Find("grunndata")!.Initiatives.Length.ShouldBe(2);
        demand.Find("altinn")!.Critical.Length.ShouldBe(1);
        demand.Find("RM2-T1")!.Initiatives.ShouldBeEmpty();
        demand.Find("nothing").ShouldBeNull();
    }

    [Fact]
    public void Lacking_HasWhatIsNeededAndNotPlannedOrPaid_TheMostCriticalFirst()
    {
        var lacking = Of(Needing(("Altinn", Level.Low, null)), Needing(("HelseID", Level.High, null)), Needing(("Verktøykatalogen", Level.Low, null)), Needing(("Altinn", Level.Low, null))).Lacking;
        // HelseID is told of through its measure, which has a plan and no word on money.
        lacking.Select(part => part.Part.Code).ShouldBe(["RM3-T2", "altinn", "verktoykatalog"]);
        (lacking[0].LacksPlan, lacking[0].LacksFunding).ShouldBe((false, true));
        (lacking[1].LacksPlan, lacking[1].LacksFunding).ShouldBe((true, true));
    }

    [Fact]
    public void Of_PartlyFundedAndClosedNeeds_AreNotLackingAndNotCounted()
    {
        var demand = Of(Needing(("RM5-T3", Level.High, null)), new() { Dependencies = [Row("Altinn") with { DeadlineText = "Lukket" }] });
        demand.Find("RM5-T3")!.LacksFunding.ShouldBeFalse();
        demand.Find("altinn")!.Needs.ShouldBeEmpty();
    }

    [Fact]
    public void TooEarly_IsWhatIsNeededBeforeThePlan()
    {
        var part = Of(Needing(("HelseID", Level.High, "2020-03")), Needing(("HelseID", Level.High, "2021"))).Find("RM3-T2").ShouldNotBeNull();
        part.TooEarly.ShouldHaveSingleItem().NeededBy.ShouldBe(PartialDate.OfMonth(2020, 3));
    }

    [Fact]
    public void Roadmap_ShowsPlansAndNeedsByYear()
    {
        var roadmap = FoundationRoadmap.Of(Of(Needing(("HelseID", Level.High, "2021-06")), Needing(("HelseID", Level.Low, "2021"))));
        roadmap.FirstYear.ShouldBe(2020);
        var line = roadmap.Lines.Single(line => line.Part.Part.Code == "RM3-T2");
        line.Years[0].ShouldBe(new(true, true, 0));
        line.Years[1].ShouldBe(new(false, false, 2));
        roadmap.Lines.ShouldAllBe(other => other.Years.Length == roadmap.Years);
        FoundationRoadmap.Of(new([], [], [])).Years.ShouldBe(0);
    }

    [Fact]
    public void Roadmap_DateFarAhead_StandsInTheLastYear()
    {
        var roadmap = FoundationRoadmap.Of(Of(Needing(("Altinn", Level.High, "2150"))));
        roadmap.Years.ShouldBe(12);
        roadmap.Lines.Single(line => line.Part.Part.Code == "altinn").Years[^1].Needed.ShouldBe(1);
    }

    private static FoundationDemand Of(params Report[] reports) => FoundationDemand.Of(DependencyRegister.Of(MadeRound.Of(reports)));

    private static Report Needing(params (string On, Level? Criticality, string? By)[] needs) =>
        new() { Dependencies = [.. needs.Select(need => Row(need.On) with { Criticality = need.Criticality, Deadline = need.By is null ? null : PartialDate.Parse(need.By) })] };

    private static Dependency Row(string on) => new(on, "Noe", null, null, null, null, null, null);
}

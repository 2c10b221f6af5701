using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>What those who follow dependencies change of the foundation and of clarifications.</summary>
public sealed class FoundationChangesTests
{
    private static readonly PortfolioDefinition Portfolio = ExamplePortfolio.Definition;
    private static readonly PartPlan Plan = new("norsk-helsenett", PartialDate.OfYear(2020), PartialDate.OfHalf(2021, 1), TrafficLight.Yellow, FundingState.Unfunded);

    [Theory]
    [InlineData(TargetKind.Measure, "RM5-T3")]
    [InlineData(TargetKind.BuildingBlock, "helseid")]
    public void Plan_OfAPart_ChangesThatPartAlone(TargetKind kind, string code)
    {
        var target = new TargetRef(kind, code);
        var changed = FoundationChanges.Plan(Portfolio, target, Plan).Value;
        var part = changed.Foundation.Parts().Single(one => one.Target == target).Part;
        (part.Owner, part.From, part.Planned, part.Status, part.Funding).ShouldBe((Plan.Owner, Plan.From, Plan.Planned, Plan.Status, Plan.Funding));
        changed.Foundation.Parts().Where(one => one.Target != target).ShouldBe(Portfolio.Foundation.Parts().Where(one => one.Target != target));
    }

    [Fact]
    public void Plan_ThatCannotBe_IsRefused()
    {
        var target = new TargetRef(TargetKind.Measure, "RM5-T3");
        FoundationChanges.Plan(Portfolio, new(TargetKind.Measure, "helseid"), Plan).Problems[0].Code.ShouldBe("FoundationPartUnknown");
        FoundationChanges.Plan(Portfolio, target, Plan with { Owner = "x" }).Problems[0].Code.ShouldBe("FoundationOwnerUnknown");
        FoundationChanges.Plan(Portfolio, target, Plan with { From = PartialDate.OfYear(2022) }).Problems[0].Code.ShouldBe("PlanEndsBeforeItBegins");
    }

    [Fact]
    public void Add_NewClarification_HasItsPlan()
    {
        var added = FoundationChanges.Add(Portfolio, ClarificationKind.Funding, " Satsingsforslag 2022 ", new("HOD", PartialDate.OfYear(2021), null, false)).Value.Clarifications[^1];
        (added.Code, added.Kind, added.Name.Bokmal, added.Owner, added.Due).ShouldBe(("satsingsforslag-2022", ClarificationKind.Funding, "Satsingsforslag 2022", "HOD", PartialDate.OfYear(2021)));
    }

    [Theory]
    [InlineData("", ClarificationKind.Law, "ClarificationNameEmpty")]
    [InlineData("...", ClarificationKind.Law, "ClarificationNameEmpty")]
    [InlineData("Noe nytt", null, "ClarificationKindMissing")]
    [InlineData("helse id", ClarificationKind.Component, "ClarificationNameTaken")]
    [InlineData("snomed-ct", ClarificationKind.Standard, "ClarificationNameTaken")]
    public void Add_ThatCannotBe_IsRefused(string name, ClarificationKind? kind, string code) =>
        FoundationChanges.Add(Portfolio, kind, name, new(null, null, null, false)).Problems[0].Code.ShouldBe(code);

    [Fact]
    public void Follow_Clarification_ChangesItAlone()
    {
        var changed = FoundationChanges.Follow(Portfolio, "snomed-ct", new("E-helse", null, TrafficLight.Green, true)).Value;
        changed.Clarifications.Count(one => one.Done).ShouldBe(1);
        FoundationChanges.Follow(Portfolio, "x", new(null, null, null, true)).Problems[0].Code.ShouldBe("ClarificationUnknown");
        FoundationChanges.Follow(Portfolio, "snomed-ct", new(new string('x', 201), null, null, true)).Problems[0].Code.ShouldBe("ClarificationOwnerTooLong");
    }
}

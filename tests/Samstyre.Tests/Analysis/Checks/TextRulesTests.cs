using Samstyre.Domain;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.Checking;

namespace Samstyre.Tests.Analysis;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("<id>", "<id>")]
    [InlineData("Frist <mm.åå>", "<mm.åå>")]
    [InlineData("<Ja/Nei>", "<Ja/Nei>")]
    [InlineData("< 10 mill <navn på virksomhet>", "<navn på virksomhet>")]
    [InlineData("xxx", "xxx")]
    [InlineData("Prosjektet heter XXXX enn så lenge", "XXXX")]
    [InlineData("Lorem ipsum dolor", "Lorem")]
    public void Placeholder_LeftInAText_StopsSubmission(string text, string found)
    {
        var result = Run(new() { Purpose = text }, explained: ("placeholder-left@purpose", "Det skal stå slik"));
        var finding = result.Findings.ShouldHaveSingleItem();
        (finding.Key, finding.Values[0].Value, finding.Explanation, result.MaySubmit).ShouldBe(("placeholder-left@purpose", found, null, false));
    }

    [Theory]
    [InlineData("TBD*", "TBD")]
    [InlineData("Eier er tbd", "tbd")]
    [InlineData(" ??? ", "???")]
    public void Undecided_LeftInAText_AsksWhen(string text, string found)
    {
        var finding = Run(new() { CostComments = text }).Findings.ShouldHaveSingleItem();
        (finding.Key, finding.Values[0].Value).ShouldBe(("undecided-left@costComments", found));
        Run(new() { CostComments = text }, explained: ("undecided-left@costComments", "Avklares i BP2 i mars")).MaySubmit.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Under <10 mill. i 2020, >5 mill. i 2021")]
    [InlineData("a < b og c > d")]
    [InlineData("<p>Avsnitt</p><br/>")]
    [InlineData("Skriv til <ola@eksempel.no> eller <https://eksempel.no>")]
    [InlineData("<a href=\"x\">lenke</a>")]
    [InlineData("Fase xx, explorative, Tbdekk, hva nå?")]
    [InlineData("<<<<<<<<")]
    [InlineData("Slutter med <")]
    [InlineData(null)]
    public void Texts_WithoutPlaceholders_BreakNothing(string? text) => Found(new() { Purpose = text }).ShouldBeEmpty();

    [Fact]
    public void Texts_ThatTheFormDoesNotAsk_AreNotTheReportersToCorrect()
    {
        Found(new() { OrganisationText = "<Virksomhet>", PhaseText = "TBD", Phase = Phase.Concept }).ShouldBeEmpty();
        Fields("value-missing", new() { Name = "A", PrimaryFocusArea = "1.1" }, required: [ReportPart.Identity]).ShouldNotContain("organisation");
    }

    [Fact]
    public void Placeholders_InRows_AreNamedByRow() => Found(new()
    {
        Deliverables = [new("Pilot", "12.20", PartialDate.OfMonth(2020, 12)), new("<leveranse>", "TBD", null)],
        Funding = [new("<kilde>", [])],
        BenefitKinds = [new("xxx", null)],
        Risks = [new("<id>", "Brann", null, "TBD", null)],
        Prerequisites = new() { EhrGp = new(Level.High, "<mm.åå>") },
        Dependencies = [new("<prosjekt>", null, "TBD", null, Level.Low, "<mm.åå>", null, null)],
    }).ShouldBe(
    [
        "placeholder-left@deliverables.1.text", "undecided-left@deliverables.1.planned", "placeholder-left@funding.0.source", "placeholder-left@benefitKinds.0.kind", "placeholder-left@risks.0.id",
        "undecided-left@risks.0.measure", "placeholder-left@prerequisites.ehrGp.when", "placeholder-left@dependencies.0.on", "placeholder-left@dependencies.0.deadline", "undecided-left@dependencies.0.purpose",
    ]);

    [Fact]
    public void RequiredPart_Blank_StopsSubmission()
    {
        Found(new(), required: [ReportPart.Cost, ReportPart.Risk, ReportPart.Prerequisites, ReportPart.Dependencies]).ShouldBe(["part-blank@totalCostMnok", "part-blank@risk"]);
        Found(new() { CostComments = " " }, required: [ReportPart.Cost]).ShouldBe(["part-blank@totalCostMnok"]);
        Found(new()).ShouldBeEmpty();
    }

    [Fact]
    public void RequiredPart_PartlyFilledIn_TellsWhatIsMissing()
    {
        var result = Run(new() { CostComments = "Beregnes i planfasen", AnnualOperatingCostMnok = new(0m) }, required: [ReportPart.Cost]);
        result.Findings.Select(finding => (finding.Key, finding.Severity)).ShouldBe([("value-missing@totalCostMnok", FindingSeverity.Info)]);
        result.MaySubmit.ShouldBeTrue();
    }

    [Fact]
    public void Risk_WordsWithoutColour_StopsSubmission()
    {
        Found(new() { RiskText = "Lite folk", AffectedActorsText = "Alle" }, required: [ReportPart.Risk]).ShouldBe(["risk-missing@risk"]);
        Found(new() { RiskText = "Lite folk", AffectedActorsText = "Alle", Risk = TrafficLight.Green }, required: [ReportPart.Risk]).ShouldBeEmpty();
        Found(new() { RiskText = "Lite folk" }).ShouldBeEmpty();
    }
}

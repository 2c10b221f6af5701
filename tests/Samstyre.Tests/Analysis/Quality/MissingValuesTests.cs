using Samstyre.Analysis;
using Samstyre.App.Texts;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Testing;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>Which of the form's values are missing, by initiative.</summary>
public sealed class MissingValuesTests
{
    [Theory]
    [InlineData("2020-03")]
    [InlineData("2020-10")]
    public void Of_ExampleRound_AgreesWithTheFigurePerOrganisation(string code)
    {
        var round = MemoryPortfolio.Example.Content(code);
        var (listing, figure) = (MissingValues.Of(round), DataQuality.Of(round));
        foreach (var category in figure.Categories)
        {
            var cell = figure.Cell(category.Key, "missing")!;
            var own = listing.Rows.Where(row => cell.Behind.Contains(row.Standing!)).ToList();
            own.Sum(row => (int)row.Cells[3]!).ShouldBe((int)cell.Value!.Value, category.Key);
            own.Sum(row => Names(row, Language.Bokmal).Length).ShouldBe((int)cell.Value.Value, category.Key);
            cell.Rows!.Rows.Select(row => row.Cells[1]).ShouldBe(cell.Behind.Select(standing => own.Single(row => row.Standing == standing).Cells[4]));
        }

        listing.Rows.Length.ShouldBe(figure.Categories.Sum(category => figure.Cell(category.Key, "missing")!.Behind.Length));
    }

    [Fact]
    public void Of_ReportWithoutManagerAndPhase_NamesThemInEveryLanguage()
    {
        var round = OfOne(("2020-10-31", Full with { ManagerText = " ", Phase = null }));
        var row = MissingValues.Of(round).Rows.Single();
        row.Cells[3].ShouldBe(2);
        Names(row, Language.Bokmal).ShouldBe(["Leder", "Fase nå"]);
        Names(row, Language.Nynorsk).ShouldBe(["Leiar", "Fase no"]);
        Names(row, Language.English).ShouldBe(["Manager", "Phase now"]);
    }

    [Fact]
    public void Of_FullReport_IsEmpty() => MissingValues.Of(OfOne(("2020-10-31", Full))).Rows.IsEmpty.ShouldBeTrue();

    [Fact]
    public void AskedFields_AreCalledWhatThePagesCallThem()
    {
        // Benefits can be given in five fields; none of their labels covers them all.
        foreach (var field in AskedFields.All.Where(field => field.Fields[0] != "benefitBand"))
        {
            foreach (var language in Enum.GetValues<Language>()) field.Name.In(language).ShouldBe(ScreenTexts.All[(int)language]["field." + field.Fields[0]]);
        }
    }

    private static string[] Names(ListingRow row, Language language) => ((LocalText)row.Cells[4]!).In(language).Split("; ");

    private static Report Full => new()
    {
        Name = "A", Organisation = ExamplePortfolio.Definition.Organisations[0].Code, OwnerText = "B", ManagerText = "C", Revised = PartialDate.OfMonth(2020, 9), Purpose = "D",
        TotalCostMnok = new(1m), AnnualOperatingCostMnok = new(1m), Deliverables = [new("E", null, null)], FundingTotal = [new Money(1m)], PrimaryFocusArea = "1.1",
        StrategicFit = new SortedDictionary<string, Level> { ["1.1"] = Level.High }, Phase = Phase.Execution, PhaseEnd = PartialDate.OfYear(2021), EndDate = PartialDate.OfYear(2022),
        FollowsProjectWizard = true, MultiPhase = false, RevisedAnnually = true, BenefitOwnersText = "F",
        BenefitMaturity = new(Answer.Yes, Answer.Yes, Answer.No, Answer.No),
        BenefitText = "G", LifetimeText = "H", Status = TrafficLight.Green, Risk = TrafficLight.Green, RiskText = "I", AffectedActorsText = "J",
    };
}

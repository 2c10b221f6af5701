using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>What the portfolio expects of the municipalities and of the common foundation.</summary>
public sealed class OthersFiguresTests
{
    private static readonly RoundContent October = MemoryPortfolio.Example.Content("2020-10");

    [Theory]
    [InlineData("ehrMunicipal")]
    [InlineData("orgMunicipal")]
    public void MunicipalLoad_October2020_IsWhatTheFormsSay_ByYear(string kind)
    {
        var figure = MunicipalLoad.Of(October);
        var stated = October.Reports.Select(report => kind == "ehrMunicipal" ? report.Prerequisites.EhrMunicipal : report.Prerequisites.OrgMunicipal)
            .Where(row => row is not null && (row.Criticality is not null || !string.IsNullOrWhiteSpace(row.When)) && !DoneWords.Say(row.When)).Select(row => October.DateOf(row!.When)?.LastDay.Year).ToList();

        foreach (var year in (int[])[2020, 2021, 2022, 2023]) (figure.Cell(year.ToString(System.Globalization.CultureInfo.InvariantCulture), kind)?.Value ?? 0).ShouldBe(stated.Count(one => one == year));
        figure.Cell("NotStated", kind)!.Value.ShouldBe(stated.Count(one => one is null));
        figure.Categories.Sum(category => figure.Cell(category.Key, kind)!.Value).ShouldBe(stated.Count);
    }

    [Fact]
    public void MunicipalLoad_OfYearsWithNothingBetweenOthers_ShowsThem_AndWhatIsFarAheadTogether()
    {
        Prerequisite When(string when) => new(Level.High, when);
        var round = OfOne(("2020-10-31", new Report { Prerequisites = new() { EhrMunicipal = When("2022"), OrgMunicipal = When("2031") } }));
        var figure = MunicipalLoad.Of(round with { WrittenDates = new Dictionary<string, PartialDate> { ["2022"] = PartialDate.Parse("2022"), ["2031"] = PartialDate.Parse("2031") } });

        figure.Categories.Select(category => category.Name.In(Language.English)).ShouldBe(["2020", "2021", "2022", "After 2025"]);
        figure.Cell("2022", "ehrMunicipal")!.Value.ShouldBe(1);
        figure.Cell("2021", "ehrMunicipal")!.Value.ShouldBe(0);
        (figure.Population, figure.NotReported).ShouldBe((2, 0));
    }

    [Fact]
    public void MunicipalLoad_WhereNothingIsExpected_HasNoRows()
    {
        var figure = MunicipalLoad.Of(OfOne(("2020-10-31", new Report())));
        figure.Categories.ShouldBeEmpty();
        figure.Population.ShouldBe(0);
    }

    [Fact]
    public void FoundationNeeds_October2020_AreTheOpenRowsThatNameAMeasureOrItsBlocks_TheMostCriticalFirst()
    {
        var figure = FoundationNeeds.Of(October);
        var register = DependencyRegister.Of(October);
        figure.Categories.ShouldNotBeEmpty();
        foreach (var category in figure.Categories)
        {
            var measure = October.Snapshot.Definition.Foundation.Measures.Single(one => one.Code == category.Key);
            var needs = register.Needs.Where(need => !need.IsClosed && need.Named.Any(named => (named.Target.Kind == TargetKind.Measure && named.Target.Key == measure.Code) || (named.Target.Kind == TargetKind.BuildingBlock && measure.Blocks.Contains(named.Target.Key)))).ToList();
            figure.Cell(category.Key, "initiatives")!.Value.ShouldBe(needs.Select(need => need.Receiver.Initiative.Id).Distinct().Count());
            figure.Cell(category.Key, "critical")!.Value.ShouldBe(needs.Where(need => need.Criticality == Level.High).Select(need => need.Receiver.Initiative.Id).Distinct().Count());
        }

        figure.Categories.Select(category => figure.Cell(category.Key, "critical")!.Value).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void FoundationList_October2020_HasTheFiguresMeasuresInItsOrder_WithThePlanOfThePortfolio()
    {
        var (figure, list) = (FoundationNeeds.Of(October), FoundationNeeds.List(October));
        list.Rows.Select(row => ((LocalText)row.Cells[0]!).Bokmal).ShouldBe(figure.Categories.Select(category => category.Name.Bokmal));
        list.Rows.Select(row => (int)row.Cells[4]!).ShouldBe(figure.Categories.Select(category => (int)figure.Cell(category.Key, "initiatives")!.Value!));
        list.Rows.Select(row => row.Cells[2]).ShouldBe(figure.Categories.Select(category => (object?)October.Snapshot.Definition.Foundation.Measures.Single(one => one.Code == category.Key).Planned));
    }

    [Fact]
    public void Foundation_OfAPortfolioThatHasNone_IsEmpty()
    {
        var round = OfOne(("2020-10-31", new Report()));
        FoundationNeeds.Of(round with { Snapshot = round.Snapshot with { Definition = round.Snapshot.Definition with { Foundation = CommonFoundation.None } } }).Categories.ShouldBeEmpty();
    }
}

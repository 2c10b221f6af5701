using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>What initiatives expect of those who do not report, by quarter.</summary>
public sealed class LoadOnOthersTests
{
    [Fact]
    public void Of_PrerequisitesByKind_StandInTheQuarterOfTheirLastDay()
    {
        var load = Of(5, Municipal("2021", Level.High), Municipal("2021-11", Level.Low), Municipal("2021-Q2", null));
        var row = load.Rows.ShouldHaveSingleItem();
        row.Key.ShouldBe("ehrMunicipal");
        load.Columns.Select(column => column.Key).ShouldBe(["2021-Q2", "2021-Q3", "2021-Q4"]);
        row.Cells.Select(cell => (cell.Initiatives, cell.Critical)).ShouldBe([(1, 0), (0, 0), (2, 1)]);
    }

    [Fact]
    public void Of_NamedParties_HaveARowEach()
    {
        var load = Of(5, new() { Dependencies = [On("DIPS", "2020-12"), On("EPJ-leverandørene", null)] }, new() { Dependencies = [On("DIPS", "2020-12") with { Criticality = Level.High }] }, new() { Dependencies = [On("Bufdir", "2021")] });
        load.Rows.Select(row => row.Key).ShouldBe(["ehr-vendors", "dips"]);
        load.Columns.Select(column => column.Key).ShouldBe(["2020-Q4", "undated"]);
        load.Rows[0].Cells.Select(cell => cell.Initiatives).ShouldBe([0, 1]);
        load.Rows[1].Cells.Select(cell => (cell.Initiatives, cell.Critical)).ShouldBe([(2, 1), (0, 0)]);
    }

    [Fact]
    public void TooFull_IsWhereMoreMeetThanTheThreshold()
    {
        Report[] reports = [.. Enumerable.Repeat(Municipal("2021", Level.High), 3)];
        Of(2, reports).TooFull.ShouldHaveSingleItem().Cell.Initiatives.ShouldBe(3);
        Of(3, reports).TooFull.ShouldBeEmpty();
        // What has no date meets nowhere.
        Of(2, [.. Enumerable.Repeat(Municipal("snart", Level.High), 3)]).TooFull.ShouldBeEmpty();
    }

    [Fact]
    public void Of_DatesFarAway_AreKeptOutsideTheQuarters()
    {
        var load = Of(5, Municipal("1999", null), Municipal("2021-Q1", null), Municipal("2150", null), Municipal("snart", null));
        load.Columns.Length.ShouldBe(27);
        (load.Columns[0].Time, load.Columns[25].Time, load.Columns[26].Time).ShouldBe((LoadTime.Earlier, LoadTime.Later, LoadTime.Undated));
        load.Rows[0].Cells.Sum(cell => cell.Initiatives).ShouldBe(4);
    }

    [Theory]
    [InlineData("1999")]
    [InlineData("2150")]
    [InlineData("snart")]
    public void Of_OneDate_CountsIt(string when) => Of(5, Municipal(when, null)).Rows.ShouldHaveSingleItem().Cells.Sum(cell => cell.Initiatives).ShouldBe(1);

    [Fact]
    public void Of_NothingExpected_IsEmpty()
    {
        var load = Of(5, new Report());
        load.Rows.ShouldBeEmpty();
        load.Columns.ShouldBeEmpty();
    }

    [Fact]
    public void Of_EveryNeed_StandsInOneColumn()
    {
        string[] dates = ["2015", "2018-Q4", "2019-H1", "2020-10-31", "2024", "2031-Q1", "2027", "x"];
        var load = Of(5, [.. dates.Select(date => Municipal(date, null))]);
        load.Rows[0].Cells.Sum(cell => cell.Needs.Length).ShouldBe(dates.Length);
        load.Columns.Count(column => column.Time == LoadTime.Quarter).ShouldBeLessThanOrEqualTo(24);
    }

    private static LoadOnOthers Of(int threshold, params Report[] reports)
    {
        var written = reports.Select(report => report.Prerequisites.EhrMunicipal?.When).OfType<string>().Distinct().Where(words => PartialDate.TryParse(words, out _)).ToDictionary(words => words, PartialDate.Parse);
        return LoadOnOthers.Of(DependencyRegister.Of(MadeRound.Of(reports) with { WrittenDates = written }), threshold);
    }

    private static Report Municipal(string when, Level? criticality) => new() { Prerequisites = new() { EhrMunicipal = new(criticality, when) } };

    private static Dependency On(string on, string? by) => new(on, "Leveranser", null, null, null, null, by is null ? null : PartialDate.Parse(by), null);
}

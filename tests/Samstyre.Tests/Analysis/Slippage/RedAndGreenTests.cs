using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>What became of green initiatives, and which have been red for long.</summary>
public sealed class RedAndGreenTests
{
    private static Report Green(string end = "2021-06") => Ending(end, status: TrafficLight.Green);

    private static Report Yellow(string end = "2021-06") => Ending(end, status: TrafficLight.Yellow);

    private static Report Red => Ending("2025", status: TrafficLight.Red);

    [Fact]
    public void GreenThenWorse_TwelveCases_CountsSlippedAndWorse()
    {
        // Of twelve: three turned yellow, one of them slipped too; one slipped and stayed green; one moved by exactly a month, which is no slip.
        Report[] then = [Yellow(), Yellow(), Yellow("2021-12"), Green("2021-08"), Green("2021-07"), .. Enumerable.Repeat(Green(), 7)];
        var figure = GreenThenWorse.Of(Of(("2020-03-31", [.. Enumerable.Repeat(Green(), 12)]), ("2020-10-31", then)));
        figure.Series.Select(series => figure.Cell("2020-03-31", series.Key)!.Value).ShouldBe([12m, 2m, 3m, 4m, 4m / 12m]);
        figure.Cell("all", "share")!.Value.ShouldBe(4m / 12m);
        (figure.Population, figure.NotReported).ShouldBe((12, 0));
    }

    [Fact]
    public void GreenThenWorse_NineCases_ShowsNeitherNumbersNorRows()
    {
        var figure = GreenThenWorse.Of(Of(("2020-03-31", [.. Enumerable.Repeat(Green(), 10)]), ("2020-10-31", [.. Enumerable.Repeat(Yellow(), 9)])));
        figure.Cell("all", "cases")!.Value.ShouldBe(9);
        foreach (var series in figure.Series.Skip(1))
        {
            figure.Cell("all", series.Key)!.Value.ShouldBeNull();
            figure.Cell("all", series.Key)!.Behind.ShouldBeEmpty();
        }

        // The tenth has no later report.
        (figure.Population, figure.NotReported).ShouldBe((10, 1));
    }

    [Fact]
    public void GreenThenWorse_EndPassed_HasSlipped()
    {
        // Planned for 30.6.2020 and still running on 31.10.2020.
        var figure = GreenThenWorse.Of(Of(("2020-03-31", [.. Enumerable.Repeat(Green("2020-06"), 10)]), ("2020-10-31", [.. Enumerable.Repeat(Green("2020-06"), 10)])));
        figure.Cell("all", "slipped")!.Value.ShouldBe(10);
    }

    [Fact]
    public void GreenThenWorse_FifthRoundAfter_IsNotLookedAt()
    {
        var same = Enumerable.Repeat(Green(), 10).ToArray();
        var figure = GreenThenWorse.Of(Of(("2020-01-31", same), ("2020-02-28", same), ("2020-03-31", same), ("2020-04-30", same), ("2020-05-31", same), ("2020-06-30", [.. Enumerable.Repeat(Yellow(), 10)])));
        (figure.Cell("2020-01-31", "worse")!.Value, figure.Cell("2020-02-28", "worse")!.Value, figure.Cell("all", "cases")!.Value).ShouldBe((0m, 10m, 50m));
    }

    [Theory]
    [InlineData("2020-03-31", null)]
    [InlineData("2020-04-01", 91)]
    public void LongRed_NinetyDays_IsNotMoreThanNinety(string day, int? days)
    {
        // 1.1.2020 to 31.3.2020 is 30 + 29 + 31 = 90 days.
        var rows = LongRed.Of(OfOne(("2020-01-01", Red), (day, Red))).Rows;
        rows.Select(row => row.Cells[5]).ShouldBe(days is null ? [] : [days]);
    }

    [Fact]
    public void LongRed_BrokenRow_CountsFromTheBreak()
    {
        // Red, yellow, red: the row begins on 1.3.2020, 245 days before 1.11.2020, and holds the round it did not report in.
        var row = LongRed.Of(OfOne(("2019-01-01", Red), ("2020-01-01", Yellow()), ("2020-03-01", Red), ("2020-06-01", null), ("2020-11-01", Red))).Rows.Single();
        (row.Cells[4], row.Cells[5], row.Cells[6]).ShouldBe((new DateOnly(2020, 3, 1), 245, 3));
        ((LocalText)row.Cells[3]!).English.ShouldBe("More than 90 days");
    }

    [Fact]
    public void LongRed_OverAYear_StandsOut()
    {
        var row = LongRed.Of(OfOne(("2019-01-01", Red), ("2020-01-02", Red))).Rows.Single();
        (row.Cells[5], ((LocalText)row.Cells[3]!).English).ShouldBe((366, "More than 365 days"));
    }

    [Fact]
    public void LongRed_NotRedNow_IsLeftOut() => LongRed.Of(OfOne(("2019-01-01", Red), ("2020-01-02", Yellow()))).Rows.ShouldBeEmpty();
}

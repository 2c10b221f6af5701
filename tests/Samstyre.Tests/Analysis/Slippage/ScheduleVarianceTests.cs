using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>Each rule of docs/slippage.md about dates, with its arithmetic.</summary>
public sealed class ScheduleVarianceTests
{
    private static readonly Guid One = Initiative(0);

    [Fact]
    public void Of_EndMovedTwice_IsAgainstFirstAndLastReport()
    {
        var variance = ScheduleVariance.Of(One, OfOne(("2019-10-31", Ending("2020-12")), ("2020-03-31", Ending("2021-03")), ("2020-10-31", Ending("2021-06"))))!;

        // 31.12.2020 to 30.6.2021 is six months and 181 days; 31.3.2021 to 30.6.2021 three months and 91 days.
        (variance.First!.Months, variance.First.Days, variance.First.Round.Code).ShouldBe((6.0m, 181, "2019-10-31"));
        (variance.Last!.Months, variance.Last.Days, variance.Last.Round.Code).ShouldBe((3.0m, 91, "2020-03-31"));
        variance.DaysOverdue.ShouldBe(0);
    }

    [Fact]
    public void Of_OverdueUnmovedEnd_CountsAsToday()
    {
        var variance = ScheduleVariance.Of(One, OfOne(("2020-03-31", Ending("2020-06")), ("2020-10-31", Ending("2020-06"))))!;

        // 30.6.2020 has passed by 31.10.2020: 123 days, four months.
        variance.CountsAs.ShouldBe(new DateOnly(2020, 10, 31));
        (variance.DaysOverdue, variance.First!.Days, variance.First.Months, variance.Last!.Days).ShouldBe((123, 123, 4.0m, 123));
    }

    [Fact]
    public void Of_OverdueInFirstReport_IsLateByItsOwnPlan()
    {
        var variance = ScheduleVariance.Of(One, OfOne(("2020-10-31", Ending("2020-06"))))!;
        (variance.First!.Days, variance.First.Months, variance.First.Planned).ShouldBe((123, 4.0m, PartialDate.OfMonth(2020, 6)));
    }

    [Fact]
    public void Of_PulledForwardAndMissed_IsLateByItsOwnPlan()
    {
        var variance = ScheduleVariance.Of(One, OfOne(("2020-03-31", Ending("2021-12")), ("2020-10-31", Ending("2020-06"))))!;

        // Against 31.12.2021 today would be 14 months ahead; its own plan of 30.6.2020 is 123 days overdue.
        variance.First!.Days.ShouldBe(123);
    }

    [Fact]
    public void Of_PulledForward_IsAhead()
    {
        var variance = ScheduleVariance.Of(One, OfOne(("2020-03-31", Ending("2021-12")), ("2020-10-31", Ending("2021-06"))))!;
        (variance.First!.Months, variance.First.Days).ShouldBe((-6.0m, -184));
    }

    [Theory]
    [InlineData(Phase.Realisation, 0)]
    [InlineData(Phase.Closing, 123)]
    [InlineData(null, 123)]
    public void Of_EndPassed_IsOverdueUntilRealisation(Phase? phase, int overdue) =>
        ScheduleVariance.Of(One, OfOne(("2020-10-31", Ending("2020-06", phase))))!.DaysOverdue.ShouldBe(overdue);

    [Fact]
    public void Of_EndOnTheDay_IsNotOverdue() => ScheduleVariance.Of(One, OfOne(("2020-10-31", Ending("2020-10"))))!.DaysOverdue.ShouldBe(0);

    [Fact]
    public void Of_FirstReportWithoutEnd_IsAgainstTheFirstThatStatesOne()
    {
        var variance = ScheduleVariance.Of(One, OfOne(("2019-10-31", Ending(null)), ("2020-03-31", Ending("2021-03")), ("2020-10-31", Ending("2021-06"))))!;
        variance.First!.Round.Code.ShouldBe("2020-03-31");
    }

    [Fact]
    public void Of_NoEndNow_CantBeSaid()
    {
        var variance = ScheduleVariance.Of(One, OfOne(("2020-03-31", Ending("2021-03")), ("2020-10-31", Ending(null))))!;
        (variance.Planned, variance.First, variance.Last).ShouldBe((null, null, null));
    }

    [Fact]
    public void Of_DidNotReport_StandsWithItsLastReportAgainstTheOnesBefore()
    {
        var variance = ScheduleVariance.Of(One, OfOne(("2019-10-31", Ending("2020-12")), ("2020-03-31", Ending("2021-03")), ("2020-10-31", null)))!;
        (variance.First!.Months, variance.Last!.Round.Code).ShouldBe((3.0m, "2019-10-31"));
    }

    [Fact]
    public void Of_NotInTheRound_IsNull() => ScheduleVariance.Of(Initiative(9), OfOne(("2020-10-31", Ending("2020-06")))).ShouldBeNull();

    [Theory]
    [InlineData("2020-12-31", "2021-02-28", "2.0")]
    [InlineData("2020-01-15", "2020-02-15", "1.0")]
    [InlineData("2020-06-30", "2020-06-15", "-0.5")]
    public void Of_Months_AreCalendarMonths(string from, string to, string months) =>
        ScheduleVariance.Of(One, OfOne(("2019-01-01", Ending(from)), ("2019-02-01", Ending(to))))!.First!.Months
            .ShouldBe(decimal.Parse(months, System.Globalization.CultureInfo.InvariantCulture), 0.05m);

    [Fact]
    public void Of_AnyOverdueForecast_IsNeverLessThanTheDaysItIsOverdue()
    {
        var dates = Gen.Choose(0, 2500).Select(days => new DateOnly(2015, 1, 1).AddDays(days)).Select(day => $"{day:yyyy-MM-dd}");
        Prop.ForAll(dates.Three().ToArbitrary(), planned =>
        {
            var variance = ScheduleVariance.Of(One, OfOne(("2014-01-01", Ending(planned.Item1)), ("2014-06-01", Ending(planned.Item2)), ("2020-10-31", Ending(planned.Item3))))!;
            var overdue = Math.Max(0, new DateOnly(2020, 10, 31).DayNumber - variance.Planned!.Value.LastDay.DayNumber);
            return variance.DaysOverdue == overdue && (overdue == 0 || (variance.First!.Days >= overdue && variance.Last!.Days >= overdue));
        }).Check(Quietly.Try(100));
    }
}

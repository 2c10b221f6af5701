using Samstyre.App.Portfolio;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Web;

public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("2020-01-31T23:30:00Z", "01.02.2020 00:30")]
    [InlineData("2020-07-31T21:59:00Z", "31.07.2020 23:59")]
    [InlineData("2020-03-29T00:59:00Z", "29.03.2020 01:59")]
    [InlineData("2020-03-29T01:00:00Z", "29.03.2020 03:00")]
    [InlineData("2020-07-31T23:59:00+02:00", "31.07.2020 23:59")]
    public void Text_OfAPortfolioInOslo_IsNorwegianTime(string moment, string expected) => Text(moment, "Europe/Oslo").ShouldBe(expected);

    [Fact]
    public void Text_OfAPortfolioElsewhere_IsItsTime() => Text("2020-01-31T23:30:00Z", "America/Toronto").ShouldBe("31.01.2020 18:30");

    [Fact]
    public void Text_ZoneThatTheMachineDoesNotKnow_IsUtcAndSaysSo() => Text("2020-01-31T23:30:00Z", "Nowhere/Nothing").ShouldBe("31.01.2020 23:30 UTC");

    [Fact]
    public void Day_AroundMidnight_IsThePortfoliosDay() => LocalTime.Day(Moment("2020-01-31T23:30:00Z"), ExamplePortfolio.Definition).ShouldBe("01.02.2020");

    private static string Text(string moment, string zone) => LocalTime.Text(Moment(moment), ExamplePortfolio.Definition with { TimeZone = zone });

    private static DateTimeOffset Moment(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}

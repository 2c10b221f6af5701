using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis.Ripples;

/// <summary>How late deliverables become: seen in the portfolio's history, or set by the office.</summary>
public sealed class LatenessDistributionTests
{
    [Fact]
    public void Of_TwentyMoves_AreCountedInMonths()
    {
        var distribution = LatenessDistribution.Of(Moved(20));
        distribution.Origin.ShouldBe(LatenessOrigin.Observed);
        // Ten move by three months, ten come earlier.
        distribution.ToText().ShouldBe("0: 10, 3: 10");
    }

    [Fact]
    public void Of_Nineteen_SayNothing() => LatenessDistribution.Of(Moved(19)).ShouldBe(LatenessDistribution.BuiltIn);

    [Theory]
    [InlineData("0: 60, 3: 20\n12 : 5", "0: 60, 3: 20, 12: 5")]
    [InlineData("3:1;0:1", "0: 1, 3: 1")]
    public void Read_Lines_AreTheDistribution(string written, string expected) => LatenessDistribution.Read(written).Value.ToText().ShouldBe(expected);

    [Theory]
    [InlineData(null, "LatenessMissing")]
    [InlineData(" , ", "LatenessMissing")]
    [InlineData("tre måneder", "LatenessNotRead")]
    [InlineData("-3: 1", "LatenessNotRead")]
    [InlineData("3: 1,5", "LatenessNotRead")]
    [InlineData("99999999999: 1", "LatenessNotRead")]
    [InlineData("121: 1", "LatenessTooLong")]
    [InlineData("3: 0", "LatenessWeight")]
    [InlineData("3: 1000001", "LatenessWeight")]
    [InlineData("3: 1, 3: 2", "LatenessTwice")]
    public void Read_Mistake_IsNamed(string? written, string code) => LatenessDistribution.Read(written).Problems.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Theory]
    [InlineData("2021-01-31", "2021-02-28", 1)]
    [InlineData("2021-01-31", "2021-02-27", 0)]
    [InlineData("2021-06", "2021-05", -1)]
    [InlineData("2021", "2022-H1", 6)]
    public void Between_Dates_AreWholeMonths(string from, string to, int months) => DelayDates.Between(PartialDate.Parse(from).LastDay, PartialDate.Parse(to).LastDay).ShouldBe(months);

    [Theory]
    [InlineData("2021", 2, "2022-02")]
    [InlineData("2021-01-31", 1, "2021-02-28")]
    [InlineData("2021", 12, "2022")]
    [InlineData("2021-Q4", 3, "2022-Q1")]
    [InlineData("2020-H2", 6, "2021-H1")]
    [InlineData("2199-06", 6, "2199-12")]
    [InlineData("2199-06", 7, null)]
    [InlineData("2199", 60, null)]
    public void Later_Date_KeepsItsWidthWhereItCan(string from, int months, string? expected) => DelayDates.Later(PartialDate.Parse(from), months)?.ToString().ShouldBe(expected);

    private static RoundContent Moved(int moves) => Of(
        ("2020-03-31", [.. Enumerable.Range(0, moves).Select(place => Delivering(($"Leveranse {place}", "2021-06")))]),
        ("2020-10-31", [.. Enumerable.Range(0, moves).Select(place => Delivering(($"Leveranse {place}", place % 2 == 0 ? "2021-09" : "2021-03")))]));
}

using Samstyre.Analysis;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>Status and risk over the rounds, against the numbers of the March 2020 report.</summary>
public sealed class LightsFiguresTests
{
    [Theory]
    [InlineData("Green", 18, 14)]
    [InlineData("Yellow", 31, 34)]
    [InlineData("Red", 2, 3)]
    [InlineData("NotStated", 1, 1)]
    public void Of_March2020_IsTheReports(string colour, int status, int risk)
    {
        var round = MemoryPortfolio.Example.Content("2020-03");
        StatusOverRounds.Of(round).Cell("2020-03", colour)!.Value.ShouldBe(status);
        RiskOverRounds.Of(round).Cell("2020-03", colour)!.Value.ShouldBe(risk);
    }

    [Fact]
    public void Of_LaterRound_HasACategoryPerRound() =>
        StatusOverRounds.Of(MemoryPortfolio.Example.Content("2020-10")).Categories.Select(category => category.Key).ShouldBe(["2020-03", "2020-10"]);

    [Fact]
    public void Of_ShuffledInitiatives_IsTheSame()
    {
        ShuffledRound.ShouldGiveTheSame(StatusOverRounds.Of);
        ShuffledRound.ShouldGiveTheSame(RiskOverRounds.Of);
    }
}

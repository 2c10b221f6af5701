using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Rounds;

public sealed class ReportingRhythmTests
{
    [Theory]
    [InlineData(4, 4, "0 1 2 3")]
    [InlineData(4, 2, "1 3")]
    [InlineData(4, 1, "3")]
    [InlineData(3, 2, "1 2")]
    [InlineData(2, 4, "0 1")]
    [InlineData(1, 1, "0")]
    [InlineData(6, 4, "1 2 4 5")]
    [InlineData(4, 0, "")]
    [InlineData(4, -1, "")]
    public void ReportsIn_RoundsOfAYear_AreSpreadWithTheLast(int rounds, int reports, string places) =>
        string.Join(' ', Enumerable.Range(0, rounds).Where(place => ReportingRhythm.ReportsIn(place, rounds, reports))).ShouldBe(places);

    [Fact]
    public void ReportsIn_AnyRhythm_HasThatManyAndTheLast() =>
        Prop.ForAll(Gen.Choose(1, 60).Two().ToArbitrary(), pair =>
        {
            var (rounds, reports) = pair;
            var places = Enumerable.Range(0, rounds).Where(place => ReportingRhythm.ReportsIn(place, rounds, reports)).ToList();
            return places.Count == Math.Min(rounds, reports) && places[^1] == rounds - 1;
        }).Check(Quietly.Try());

    [Fact]
    public void ReportsIn_AbsurdNumbers_DoesNotOverflow() =>
        ReportingRhythm.ReportsIn(int.MaxValue - 1, int.MaxValue, int.MaxValue - 1).ShouldBeTrue();

    [Fact]
    public void Of_UnorderedRounds_GivesTheirOrder()
    {
        Round[] rounds = [new(new(1, 0, 0, new byte[8]), "2026-10", new(2026, 10, 1)), new(new(2, 0, 0, new byte[8]), "2026-03", new(2026, 3, 1)), new(new(3, 0, 0, new byte[8]), "2026-06", new(2026, 6, 1))];
        ReportingRhythm.Of(rounds, 2).Select(round => round.Code).ShouldBe(["2026-06", "2026-10"]);
    }
}

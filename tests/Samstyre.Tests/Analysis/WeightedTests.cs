using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>What is sorted by one number stands as it would compared by all that the number holds.</summary>
public sealed class WeightedTests
{
    [Fact]
    public void Sort_ByTwoParts_IsTheOrderOfBoth_AndWhatIsEqualStaysAsItStood()
    {
        var items = from moves in Gen.Choose(0, 3) from days in Gen.Elements<int?>(null, int.MinValue + 1, -400, 0, 1, int.MaxValue) select (Moves: moves, Days: days);
        Prop.ForAll(items.ListOf().ToArbitrary(), some =>
        {
            var numbered = some.Select((one, place) => (one.Moves, one.Days, Place: place)).ToList();
            Weighted.Sort(numbered, one => Weighted.Of(Weighted.Descending(one.Moves), Weighted.Descending(one.Days)))
                .ShouldBe(numbered.OrderByDescending(one => one.Moves).ThenByDescending(one => one.Days));
        }).Check(Quietly.Try());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public void Contradictions_StandByGravity_ByHowManyWait_ByCost_ThenInThePortfoliosOrder(ulong seed)
    {
        var portfolio = MemoryPortfolio.Generated(seed, 400, 3);
        var found = Contradictions.Of(DependencyRegister.Of(portfolio.Content(portfolio.History.Latest!.Round.Code)));
        found.Length.ShouldBeGreaterThan(100);

        found.ShouldBe(found.OrderBy(one => one.Severity).ThenByDescending(one => one.Waiting).ThenByDescending(one => one.Receiver?.Facts.TotalCost?.Mnok ?? one.Receiver?.Facts.Budget?.Mnok ?? 0)
            .ThenBy(one => one.Receiver is { } receiver ? Order.Of(receiver) : default).ThenBy(one => one.Need?.Row).ThenBy(one => one.Rule));
    }
}

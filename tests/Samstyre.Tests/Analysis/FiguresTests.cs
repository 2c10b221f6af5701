using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>The numbers of the March 2020 portfolio report, and the properties of the figures.</summary>
public sealed class FiguresTests
{
    private static readonly PortfolioSnapshot March = MemoryPortfolio.Example.History.At("2020-03")!;

    [Fact]
    public void PortfolioSize_March2020_IsTheReports()
    {
        var size = PortfolioSize.Of(March);
        size.Initiatives.ShouldBe(52);
        size.Organisations.ShouldBe(10);
        size.Budget.Sum.ShouldBe(new Money(1571m));
        size.Budget.NotReported.ShouldBe(0);
        size.Reported.ShouldBe(52);
        size.TotalCost.ShouldBe(new Amount(null, 0, 52));
    }

    [Fact]
    public void StatusDistribution_March2020_IsTheReports() => StatusDistribution.Of(March).ShouldBe(new(18, 31, 2, 1));

    [Fact]
    public void RiskDistribution_March2020_IsTheReports() => RiskDistribution.Of(March).ShouldBe(new(14, 34, 3, 1));

    [Theory]
    [InlineData("direktoratet-for-e-helse", 10, 635)]
    [InlineData("helse-midt-norge", 5, 239)]
    [InlineData("helsedirektoratet", 15, 233)]
    public void BudgetByOrganisation_March2020_IsTheReports(string code, int initiatives, int million)
    {
        var share = BudgetByOrganisation.Of(March).Single(share => share.Code == code);
        share.Initiatives.ShouldBe(initiatives);
        share.Budget.Sum.ShouldBe(new Money(million));
    }

    [Fact]
    public void BudgetByStrategyArea_March2020_IsTheReports()
    {
        var shares = BudgetByStrategyArea.Of(March);
        shares.Select(share => share.Initiatives).ShouldBe([15, 9, 11, 10, 6, 1]);
        shares.Select(share => share.Budget.Sum!.Value.Mnok).ShouldBe([576m, 173m, 351m, 233m, 233m, 5m]);
    }

    [Fact]
    public void Amount_NobodyStatesOne_IsNotZero()
    {
        Amount.Of([null, null]).ShouldBe(new(null, 0, 2));
        Amount.Of([null, Money.Zero]).ShouldBe(new(Money.Zero, 1, 1));
    }

    [Fact]
    public void Share_EmptyPortfolio_IsZero() => StatusDistribution.Of(March with { Standings = [] }).Share(TrafficLight.Red).ShouldBe(0m);

    [Fact]
    public void Figures_ShuffledInitiatives_AreTheSame()
    {
        ShuffledSnapshot.ShouldGiveTheSame(PortfolioSize.Of);
        ShuffledSnapshot.ShouldGiveTheSame(StatusDistribution.Of);
        ShuffledSnapshot.ShouldGiveTheSame(RiskDistribution.Of);
        ShuffledSnapshot.ShouldGiveTheSame(BudgetByOrganisation.Of);
        ShuffledSnapshot.ShouldGiveTheSame(BudgetByStrategyArea.Of);
        ShuffledSnapshot.ShouldGiveTheSame(NeedsAttention.Of);
    }

    [Fact]
    public void Figures_OfAnyRound_AddUpToTheWhole()
    {
        foreach (var round in ShuffledSnapshot.Rounds)
        {
            var size = PortfolioSize.Of(round);
            BudgetByOrganisation.Of(round).Sum(share => share.Initiatives).ShouldBe(size.Initiatives);
            BudgetByStrategyArea.Of(round).Sum(share => share.Budget.NotReported).ShouldBe(size.Budget.NotReported);
            StatusDistribution.Of(round).Total.ShouldBe(size.Initiatives);
        }
    }
}

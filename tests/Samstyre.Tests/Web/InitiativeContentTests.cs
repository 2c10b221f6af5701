using Samstyre.Analysis;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Web;

/// <summary>A page of one initiative reads that initiative's reports alone and says the same as the report of the whole round.</summary>
public sealed class InitiativeContentTests
{
    [Fact]
    public async Task Of_EveryInitiativeOfTheExample_SlipsAsInTheWholeRound() => await Moves(MemoryPortfolio.Example);

    [Fact]
    public async Task Of_EveryInitiativeOfAGeneratedPortfolio_SlipsAsInTheWholeRound() => (await Moves(MemoryPortfolio.Generated(20, 60, 6))).ShouldBeGreaterThan(0);

    private static async Task<int> Moves(MemoryPortfolio portfolio)
    {
        var index = new PortfolioIndex(portfolio.History);
        var reports = new ReportCache(portfolio.Source, 1_000_000);
        var moves = 0;
        foreach (var round in index.Rounds)
        {
            var whole = portfolio.Content(round.Round.Code);
            foreach (var standing in round.Snapshot.Standings)
            {
                var (stored, _) = await reports.Read(index.History.PortfolioId, standing.ReportId, null, ReportMask.None, TestContext.Current.CancellationToken);
                var alone = await InitiativeContent.Of(round, standing, ReportJson.FromUtf8(stored!.Json.Span), reports, TestContext.Current.CancellationToken);
                var id = standing.Initiative.Id;
                ScheduleVariance.Of(id, alone).ShouldBe(ScheduleVariance.Of(id, whole));
                CostVariance.Of(id, alone).ShouldBe(CostVariance.Of(id, whole));
                Told(id, alone).ShouldBe(Told(id, whole));
                moves += MilestoneHistory.Of(id, alone).Sum(milestone => milestone.Moves);
            }
        }

        return moves;
    }

    private static IEnumerable<string> Told(Guid initiative, RoundContent content) => MilestoneHistory.Of(initiative, content)
        .Select(milestone => $"{milestone.Text} {milestone.Delivered} {milestone.DaysOverdue} {milestone.Moves} {milestone.Days} {milestone.Months} {string.Join(", ", milestone.Dates.Select(date => $"{date.Round.Code} {date.Said}"))}");
}

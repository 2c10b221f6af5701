using System.Text;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Web;

/// <summary>What is read of a round that has changed since it was read.</summary>
public sealed class RoundContentsTests
{
    private static readonly ReportMask WithoutPurpose = new(["purpose"], false);

    private readonly MemoryPortfolio portfolio = MemoryPortfolio.Generated(7, 60, 4);
    private readonly Dictionary<Guid, Guid> madeOf = [];
    private readonly List<Guid> asked = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Load_OfARoundThatHasNotChanged_ReadsNothing()
    {
        var contents = new RoundContents(Source);
        await Load(contents, portfolio.History);
        asked.Count.ShouldBeGreaterThan(100);
        asked.Clear();

        await Load(contents, portfolio.History with { Version = portfolio.History.Version + 1 });

        asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Load_AfterOneReportOfARoundWasRevised_ReadsThatAlone(int round)
    {
        var contents = new RoundContents(Source);
        await Load(contents, portfolio.History);
        asked.Clear();

        var revised = Revised(portfolio.History, round, 5, with: 9);

        Same(await Load(contents, revised), await Load(new(portfolio.Source with { Reports = Source.Reports }), revised, unheard: true));
        asked.ShouldHaveSingleItem().ShouldBe(revised.Snapshots[round].Standings[5].ReportId);
    }

    [Fact]
    public async Task Load_AfterManyChanges_IsWhatSomebodyReadsWhoHasReadNothingBefore()
    {
        foreach (var seed in Enumerable.Range(0, 40))
        {
            var random = new Random(seed);
            var contents = new RoundContents(Source);
            var history = portfolio.History;
            for (var change = 0; change < 4; change++)
            {
                Same(await Load(contents, history), await Load(new(Source), history));
                for (var time = random.Next(4); time > 0; time--)
                {
                    var round = random.Next(history.Snapshots.Length);
                    history = random.Next(3) == 0 ? Hidden(history, round, random.Next(10)) : Revised(history, round, random.Next(10), random.Next(10));
                }

                if (random.Next(6) == 0) history = history with { Snapshots = history.Snapshots.RemoveAt(random.Next(history.Snapshots.Length - 1)) };
            }
        }
    }

    [Fact]
    public async Task Load_AfterSomethingBecameConfidential_ReadsThatReportAnew()
    {
        var contents = new RoundContents(Source);
        await Load(contents, portfolio.History);
        asked.Clear();

        await Load(contents, Hidden(portfolio.History, 3, 5));

        asked.ShouldHaveSingleItem().ShouldBe(portfolio.History.Snapshots[3].Standings[5].ReportId);
    }

    [Fact]
    public async Task Load_ForSomebodyWhoSeesLess_TakesNothingOfWhatWasReadForOthers()
    {
        var contents = new RoundContents(Source);
        (await Load(contents, portfolio.History)).Reports.ShouldContain(report => report.Purpose != null);

        var less = await contents.Load(portfolio.History, portfolio.History.Latest!, null, WithoutPurpose, Cancellation);

        less.Reports.ShouldAllBe(report => report.Purpose == null);
        (await Load(contents, portfolio.History)).Reports.ShouldContain(report => report.Purpose != null);
    }

    [Fact]
    public async Task Load_AsOfAMoment_KeepsNothing()
    {
        var contents = new RoundContents(Source);
        await contents.Load(portfolio.History, portfolio.History.Latest!, DateTimeOffset.UnixEpoch, ReportMask.None, Cancellation);
        var all = asked.Count;

        await contents.Load(portfolio.History, portfolio.History.Latest!, DateTimeOffset.UnixEpoch, ReportMask.None, Cancellation);

        asked.Count.ShouldBe(2 * all);
    }

    // A revised report says what another one says.
    private PortfolioSource Source => portfolio.Source with
    {
        Reports = async (id, reports, mask, only, cancellation) =>
        {
            asked.AddRange(reports);
            var wanted = reports.ToDictionary(report => report, report => madeOf.GetValueOrDefault(report, report));
            var found = await portfolio.Source.Reports(id, [.. wanted.Values.Distinct()], mask, only, cancellation);
            return wanted.ToDictionary(pair => pair.Key, pair => found[pair.Value] with { Id = pair.Key });
        },
    };

    private async Task<RoundContent> Load(RoundContents contents, PortfolioHistory history, bool unheard = false)
    {
        var before = asked.ToList();
        var content = await contents.Load(history, history.Latest!, null, ReportMask.None, Cancellation);
        if (!unheard) return content;
        asked.Clear();
        asked.AddRange(before);
        return content;
    }

    private PortfolioHistory Revised(PortfolioHistory history, int round, int place, int with)
    {
        var standings = history.Snapshots[round].Standings;
        var (was, id) = (standings[place].ReportId, Guid.CreateVersion7());
        madeOf[id] = madeOf.GetValueOrDefault(standings[with].ReportId, standings[with].ReportId);
        // A report that was carried over is the one that is revised, or the round's own where it reports now.
        return Changed(history, standing => standing.ReportId == was, standing => standing with { ReportId = id, Revision = standing.Revision + 1 });
    }

    private static PortfolioHistory Hidden(PortfolioHistory history, int round, int place)
    {
        var was = history.Snapshots[round].Standings[place].ReportId;
        return Changed(history, standing => standing.ReportId == was, standing => standing with { Facts = standing.Facts with { Confidential = [.. standing.Facts.Confidential, "purpose"] } });
    }

    private static PortfolioHistory Changed(PortfolioHistory history, Func<Standing, bool> which, Func<Standing, Standing> how) => history with
    {
        Version = history.Version + 1,
        Snapshots = [.. history.Snapshots.Select(snapshot => snapshot with { Standings = [.. snapshot.Standings.Select(standing => which(standing) ? how(standing) : standing)] })],
    };

    private static void Same(RoundContent one, RoundContent other)
    {
        Text(one).ShouldBe(Text(other));

        static string Text(RoundContent content)
        {
            var text = new StringBuilder();
            foreach (var (standing, report) in content.Entries)
            {
                text.Append(standing.ReportId).Append(Encoding.UTF8.GetString(ReportJson.ToUtf8(report))).AppendLine();
                foreach (var (round, items) in content.Deliverables[standing.Initiative.Id]) text.Append(round.Code).AppendJoin(';', items).AppendLine();
                if (content.DependenciesBefore.TryGetValue(standing.Initiative.Id, out var needs)) text.AppendJoin(';', needs).AppendLine();
            }

            return text.ToString();
        }
    }
}

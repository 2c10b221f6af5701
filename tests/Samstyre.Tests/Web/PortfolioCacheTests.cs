using Microsoft.Extensions.Logging.Abstractions;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Web;

/// <summary>The portfolios in memory: asked for seldom, loaded when changed, shown while the database is away.</summary>
public sealed class PortfolioCacheTests
{
    private const string Code = "e-health";
    private readonly SteppedTime time = new();
    private long version = 1;
    private int asked;
    private int loaded;
    private Exception? trouble;

    [Fact]
    public async Task Get_WithinTheTime_AsksTheStoreNothing()
    {
        var cache = Cache();
        var first = await Get(cache);
        (await Get(cache)).ShouldBeSameAs(first);
        (asked, loaded).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Get_AfterTheTime_LoadsOnlyWhatHasChanged()
    {
        var cache = Cache();
        var first = await Get(cache);
        time.Pass(TimeSpan.FromSeconds(1));
        (await Get(cache)).ShouldBeSameAs(first);
        (asked, loaded).ShouldBe((1, 1));
        version = 2;
        time.Pass(TimeSpan.FromSeconds(1));
        (await Get(cache)).ShouldNotBeSameAs(first);
        (asked, loaded).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Get_DatabaseAway_ShowsWhatWasRead()
    {
        var cache = Cache();
        var first = await Get(cache);
        trouble = new Npgsql.NpgsqlException("away");
        time.Pass(TimeSpan.FromSeconds(1));
        (await Get(cache)).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task Get_ManyAtFirst_LoadsOnce()
    {
        var cache = Cache();
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Get(cache))));
        all.Distinct().Count().ShouldBe(1);
        loaded.ShouldBe(1);
    }

    [Fact]
    public async Task Get_UnknownPortfolio_IsNull() => (await Cache().Get("annen", Audience.Public, TestContext.Current.CancellationToken)).ShouldBeNull();

    [Fact]
    public async Task ReportCache_Twice_ReadsTheStoreOnce()
    {
        var reads = 0;
        var example = MemoryPortfolio.Example;
        var source = example.Source with { Reports = (portfolio, ids, mask, only, cancellation) => { reads++; return example.Source.Reports(portfolio, ids, mask, only, cancellation); } };
        var id = example.History.Latest!.Standings[0].ReportId;
        var cache = new ReportCache(source, 1_000_000);
        StoredContent? first = (await cache.Read(default, id, null, ReportMask.None, TestContext.Current.CancellationToken)).First;
        (await cache.Read(default, id, null, ReportMask.None, TestContext.Current.CancellationToken)).First.ShouldBeSameAs(first);
        reads.ShouldBe(1);
    }

    [Fact]
    public async Task ReportCache_MoreThanItsBytes_ForgetsWhatNobodyAsksFor()
    {
        var reads = 0;
        var example = MemoryPortfolio.Example;
        var source = example.Source with { Reports = (portfolio, ids, mask, only, cancellation) => { reads++; return example.Source.Reports(portfolio, ids, mask, only, cancellation); } };
        var ids = example.History.Latest!.Standings.Select(standing => standing.ReportId).ToList();
        var cache = new ReportCache(source, 10_000);
        foreach (var id in ids.Append(ids[0])) await cache.Read(default, id, null, ReportMask.None, TestContext.Current.CancellationToken);
        reads.ShouldBe(ids.Count + 1);
    }

    [Fact]
    public async Task ReportCache_DeliverablesTwice_ReadsTheStoreOnce()
    {
        var reads = 0;
        var example = MemoryPortfolio.Example;
        var source = example.Source with { Reports = (portfolio, ids, mask, only, cancellation) => { reads++; return example.Source.Reports(portfolio, ids, mask, only, cancellation); } };
        Guid[] ids = [example.History.Latest!.Standings[0].ReportId, example.History.Latest!.Standings[1].ReportId, Guid.NewGuid()];
        var cache = new ReportCache(source, 1_000_000);
        var first = await cache.Deliverables(default, ids[..2], ReportMask.None, TestContext.Current.CancellationToken);
        (await cache.Deliverables(default, ids[..2], ReportMask.None, TestContext.Current.CancellationToken)).ShouldBe(first);
        reads.ShouldBe(1);
        (await cache.Deliverables(default, ids, ReportMask.None, TestContext.Current.CancellationToken)).Keys.ShouldBe(ids[..2], ignoreOrder: true);
    }

    private PortfolioCache Cache() => new(
        MemoryPortfolio.Example.Source with
        {
            Version = (code, _) =>
            {
                asked++;
                return trouble is null ? Task.FromResult<long?>(code == Code ? version : null) : Task.FromException<long?>(trouble);
            },
            Load = async (code, _, _) =>
            {
                await Task.Yield();
                if (code != Code) return null;
                Interlocked.Increment(ref loaded);
                return MemoryPortfolio.Example.History with { Version = version };
            },
        },
        new(MemoryPortfolio.Example.Source),
        time,
        TimeSpan.FromMilliseconds(250),
        NullLogger<PortfolioCache>.Instance);

    private static Task<PortfolioIndex?> Get(PortfolioCache cache) => cache.Get(Code, Audience.Office, TestContext.Current.CancellationToken).AsTask();

    private sealed class SteppedTime : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan time) => now += time.Ticks;
    }
}

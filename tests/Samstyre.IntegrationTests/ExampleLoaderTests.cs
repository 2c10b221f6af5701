using Samstyre.App.Features.Demo;
using Samstyre.Import;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class ExampleLoaderTests(PostgresFixture postgres)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadWhatIsMissing_CutOffTheFirstTime_CompletesTheExampleAndThenRests()
    {
        await using var database = await postgres.CreateDatabase();
        await using var db = Db.Open(database.ConnectionString);
        using var cut = new CancellationTokenSource();
        var loading = ExampleLoader.LoadWhatIsMissing(db, new CuttingClock(cut, after: 12), cut.Token);
        await Should.ThrowAsync<OperationCanceledException>(() => loading);

        (await ExampleLoader.LoadWhatIsMissing(db, TimeProvider.System, Cancellation)).ShouldBeTrue();
        (await ExampleLoader.LoadWhatIsMissing(db, TimeProvider.System, Cancellation)).ShouldBeFalse();

        var history = await SnapshotLoader.Load(db, "e-health", null, Cancellation);
        history!.Snapshots.Select(snapshot => (snapshot.Standings.Length, snapshot.Standings.Count(standing => !standing.CarriedOver))).ShouldBe([(52, 52), (59, 40)]);
    }

    [Fact]
    public async Task LoadWhatIsMissing_SomebodysOwnPortfolio_IsLeftAlone()
    {
        await using var database = await postgres.CreateDatabase();
        await using var db = Db.Open(database.ConnectionString);
        (await PortfolioStore.Save(db, ExamplePortfolio.Definition, "office", TimeProvider.System.GetUtcNow(), Cancellation)).Succeeded.ShouldBeTrue();
        (await ExampleLoader.LoadWhatIsMissing(db, TimeProvider.System, Cancellation)).ShouldBeFalse();
        (await PortfolioStore.List(db, Cancellation)).Single().Rounds.ShouldBe(0);
    }

    /// <summary>Cancels when it has been asked for the time so often: somewhere in the middle of the load.</summary>
    private sealed class CuttingClock(CancellationTokenSource cut, int after) : TimeProvider
    {
        private int asked;

        public override DateTimeOffset GetUtcNow()
        {
            if (++asked == after) cut.Cancel();
            return base.GetUtcNow();
        }
    }
}

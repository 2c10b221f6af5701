using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class PublicationTests(PostgresFixture postgres)
{
    private static readonly Report Journal = new() { Name = "Kjernejournal", NationalId = 60, Organisation = "Norsk Helsenett", Status = TrafficLight.Yellow };

    [Fact]
    public async Task Publish_ThenCorrected_TheReportStandsAsPublishedUntilItIsPublishedAgain()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        await store.Import(round, "a.txt", Journal);
        (await Publish(store, null)).Value.Revision.ShouldBe(1);
        (await ReportImport.Save(store.Db, store.Portfolio, round.Id, TestStore.File("b.txt"), [Journal], TestStore.Actor, store.Tick(), dryRun: false, TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("RoundPublished");
        (await Reopen(store, round, " ")).Problems.ShouldHaveSingleItem().Code.ShouldBe("RoundStepNeedsReason");
        (await Reopen(store, round, "Wrong status")).Value.ShouldBe(RoundState.InReview);
        await store.Import(round, "b.txt", Journal with { Status = TrafficLight.Red });
        var shelf = new ReportShelf(PortfolioSource.Of(store.Db));

        (await Status(store, shelf)).ShouldBe((1m, 0m));
        (await Status(store, new(PortfolioSource.Of(store.Db)))).ShouldBe((1m, 0m));

        (await Publish(store, "Corrected")).Value.ShouldSatisfyAllConditions(second => second.Revision.ShouldBe(2), second => second.Reason.ShouldBe("Corrected"));
        (await Status(store, shelf)).ShouldBe((0m, 1m));
        (await store.Count("publication")).ShouldBe(2);
        (await store.Scalar<long>("select count(*) from audit_entry where action = 'RoundPublished'")).ShouldBe(2);
    }

    [Fact]
    public async Task Publish_AgainWithoutReason_IsRefused()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Round("2020-03");
        (await Publish(store, null)).Succeeded.ShouldBeTrue();
        (await Publish(store, " ")).Problems.ShouldHaveSingleItem().Code.ShouldBe("PublicationNeedsReason");
        (await store.Count("publication")).ShouldBe(1);
    }

    [Fact]
    public async Task Publish_NoSuchRound_IsRefused()
    {
        await using var store = await TestStore.Create(postgres);
        (await Publish(store, null)).Problems.ShouldHaveSingleItem().Code.ShouldBe("RoundUnknown");
    }

    [Fact]
    public async Task Import_BegunBeforeAPublicationAndSavedAfterIt_IsRefusedAndChangesNothing()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Round("2020-03");
        var begun = store.Tick();
        (await Publish(store, null)).Succeeded.ShouldBeTrue();
        var other = await store.Round("2020-10");
        var late = await ReportImport.Save(store.Db, store.Portfolio, other.Id, TestStore.File("a.txt"), [Journal], TestStore.Actor, begun, dryRun: false, TestStore.Cancellation);
        late.Problems.ShouldHaveSingleItem().Code.ShouldBe("PublishedMeanwhile");
        (await store.Count("report")).ShouldBe(0);
        await store.Import(other, "a.txt", Journal);
        (await store.Count("report")).ShouldBe(1);
    }

    private static Task<Outcome<RoundState>> Reopen(TestStore store, Round round, string reason) =>
        CalendarStore.Move(store.Db, store.Portfolio, round.Id, RoundState.InReview, reason, TestStore.Actor, store.Tick(), TestStore.Cancellation);

    private static Task<Outcome<Publication>> Publish(TestStore store, string? reason) =>
        PublicationStore.Publish(store.Db, store.Portfolio, "2020-03", reason, TestStore.Actor, new Clock(store.Tick()), TestStore.Cancellation);

    private static async Task<(decimal? Yellow, decimal? Red)> Status(TestStore store, ReportShelf shelf)
    {
        var index = new PortfolioIndex(await store.History());
        var figure = (await shelf.Figures(index.Latest!, TestStore.Cancellation)).Figure("status")!;
        return (figure.Cell("2020-03", "Yellow")!.Value, figure.Cell("2020-03", "Red")!.Value);
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class SnapshotLoaderTests(PostgresFixture postgres)
{
    private static readonly Report Journal = new() { Name = "Kjernejournal", NationalId = 60, Organisation = "Norsk Helsenett", Status = TrafficLight.Green };

    [Fact]
    public async Task Load_NoSuchPortfolio_IsNull()
    {
        await using var store = await TestStore.Create(postgres);
        (await SnapshotLoader.Load(store.Db, "nothing", null, TestStore.Cancellation)).ShouldBeNull();
        (await SnapshotLoader.Load(store.Db, "e-health", TestStore.Start.AddDays(-1), TestStore.Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Load_PortfolioWithoutRounds_IsEmpty()
    {
        await using var store = await TestStore.Create(postgres);
        var history = await store.History();
        (history.PortfolioId, history.Version, history.Snapshots.Length, history.Latest).ShouldBe((store.Portfolio, 1, 0, null));
    }

    [Fact]
    public async Task Load_InitiativeThatDoesNotReport_IsCarriedOver()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Import(await store.Round("2020-03"), "a.txt", Journal);
        await store.Round("2020-10");
        var history = await store.History();
        history.Snapshots.Select(snapshot => (snapshot.Round.Code, snapshot.Standings[0].CarriedOver, snapshot.Standings[0].ReportedIn.Code)).ShouldBe([("2020-03", false, "2020-03"), ("2020-10", true, "2020-03")]);
        history.Version.ShouldBe(4);
    }

    [Fact]
    public async Task Load_AsOfAMoment_StandsAsItStoodThen()
    {
        await using var store = await TestStore.Create(postgres);
        var march = await store.Round("2020-03");
        await store.Import(march, "a.txt", Journal);
        var first = store.Now;
        await store.Import(march, "b.txt", Journal with { Status = TrafficLight.Red });
        await store.Import(march, "c.txt", Journal with { Name = "Grunndata", NationalId = 61 });
        await store.Round("2020-10");

        var then = (await store.History(first)).Snapshots.ShouldHaveSingleItem();
        then.Standings.Select(standing => (standing.Facts.Name, standing.Facts.Status, standing.Revision)).ShouldBe([("Kjernejournal", TrafficLight.Green, 1)]);
        (await store.History(first.AddTicks(-10))).Snapshots.ShouldHaveSingleItem().Standings.ShouldBeEmpty();
        var now = await store.History();
        now.Snapshots.Length.ShouldBe(2);
        now.Snapshots[0].Standings.Select(standing => (standing.Facts.Status, standing.Revision)).ShouldBe([(TrafficLight.Red, 2), (TrafficLight.Green, 1)]);
    }

    [Fact]
    public async Task Load_WordsThatComeBack_AreOneString()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Import(await store.Round("2020-03"), "a.txt", Journal);
        await store.Import(await store.Round("2020-10"), "b.txt", Journal);
        var history = await store.History();
        var (march, october) = (history.Snapshots[0].Standings[0], history.Snapshots[1].Standings[0]);
        march.Facts.Name.ShouldBeSameAs(october.Facts.Name);
        march.Facts.Organisation.ShouldBeSameAs(history.Definition.Organisations[0].Code);
    }

    [Fact]
    public async Task Load_WhileOthersImport_SeesAllOfAFileOrNothing()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        var importing = Task.Run(async () =>
        {
            for (var file = 0; file < 20; file++)
                await store.Import(round, $"{file}.json", [.. Enumerable.Range(1, 25).Select(id => Journal with { NationalId = id, Name = $"Tiltak {id}", TotalCostMnok = new(file) })]);
        }, TestStore.Cancellation);
        do
        {
            var standings = (await store.History()).Latest!.Standings;
            standings.Length.ShouldBeOneOf(0, 25);
            standings.Select(standing => (standing.Facts.TotalCost, standing.Revision)).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        }
        while (!importing.IsCompleted);
        await importing;
    }
}

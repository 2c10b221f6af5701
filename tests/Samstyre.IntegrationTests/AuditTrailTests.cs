using System.Text.Json;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class AuditTrailTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Of_RoundAndInitiative_GivesWhatConcernsThemNewestFirst()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Register(new InitiativeRegistration(60, "Kjernejournal", [], "nhn", "observe", []), new InitiativeRegistration(61, "Grunndata", [], "nhn", "observe", []));
        var first = await store.Round("2020-03");
        var second = await store.Round("2020-10");
        var import = await store.Import(first, "a.txt", new Report { Name = "Kjernejournal", NationalId = 60 });
        await store.Import(second, "b.txt", new Report { Name = "Kjernejournal", NationalId = 60 }, new Report { Name = "Grunndata", NationalId = 61 });

        var initiative = import.Forms.Single().InitiativeId!.Value;
        (await Actions(store, new(RoundId: first.Id))).ShouldBe(["ReportsImported", "InitiativeChanged", "RoundCreated"]);
        (await Actions(store, new(RoundId: second.Id))).ShouldBe(["ReportsImported", "InitiativeChanged", "RoundCreated"]);
        (await Actions(store, new(InitiativeId: initiative))).ShouldBe(["ReportsImported", "InitiativeChanged", "InitiativeAdded"]);
        (await Actions(store, new(Subject: "import"))).ShouldBe(["ReportsImported", "ReportsImported"]);
        (await Actions(store, new(SubjectId: first.Id))).ShouldBe(["RoundCreated"]);
        (await Actions(store, new(RoundId: second.Id, InitiativeId: initiative))).ShouldBeEmpty();
        (await AuditTrail.Verify(store.Db, store.Portfolio, TestStore.Cancellation)).Whole.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_Pages_GiveEveryEntryOnce()
    {
        await using var store = await TestStore.Create(postgres);
        for (var year = 2010; year < 2017; year++) await store.Round($"{year}-03");
        var all = await AuditTrail.Of(store.Db, store.Portfolio, new(), cancellation: TestStore.Cancellation);
        all.Select(row => row.Position).ShouldBe([8, 7, 6, 5, 4, 3, 2, 1]);
        all[^1].ShouldSatisfyAllConditions(row => row.Actor.ShouldBe(TestStore.Actor), row => row.Action.ShouldBe("PortfolioCreated"), row => row.SubjectId.ShouldBe(store.Portfolio), row => row.RecordedAt.ShouldBe(TestStore.Start.AddMinutes(1)));
        List<AuditRow> paged = [];
        foreach (var page in (int[])[1, 2, 3, 4]) paged.AddRange(await AuditTrail.Of(store.Db, store.Portfolio, new(), page, 3, TestStore.Cancellation));
        paged.ShouldBe(all);
        (await AuditTrail.Of(store.Db, Guid.NewGuid(), new(), cancellation: TestStore.Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Register_InitiativeChanged_SaysOnlyWhatIsNoLongerAsItWas()
    {
        await using var store = await TestStore.Create(postgres);
        LifeEvent entered = new(new(2019, 1, 1), LifeStage.InPortfolio, null), paused = new(new(2020, 2, 1), LifeStage.Paused, "Waits");
        await store.Register(new InitiativeRegistration(60, "Kjernejournal", ["KJ"], "nhn", "observe", [entered]));
        Details(await Last(store, "InitiativeAdded")).ShouldBe("""{"after":{"life":[{"on":"2019-01-01","stage":"InPortfolio","reason":null}],"name":"Kjernejournal","names":["KJ"],"segment":"observe","nationalId":60,"organisation":"nhn"}}""");

        await store.Register(new InitiativeRegistration(60, "Kjernejournal", [], null, "co-govern", [paused]));
        Details(await Last(store, "InitiativeChanged")).ShouldBe(
            """{"after":{"life":[{"on":"2020-02-01","stage":"Paused","reason":"Waits"}],"segment":"co-govern","organisation":null},"before":{"life":[{"on":"2019-01-01","stage":"InPortfolio","reason":null}],"segment":"observe","organisation":"nhn"}}""");
    }

    [Fact]
    public async Task Save_DefinitionReplaced_SaysWhichPartsChanged()
    {
        await using var store = await TestStore.Create(postgres);
        await PortfolioStore.Save(store.Db, TestStore.Definition with { Name = new("Digital helse") }, TestStore.Actor, store.Tick(), TestStore.Cancellation);
        Details(await Last(store, "PortfolioChanged")).ShouldBe("""{"code":"e-health","after":{"name":{"bokmal":"Digital helse"}},"before":{"name":{"bokmal":"E-helse"}}}""");
    }

    [Fact]
    public async Task Publish_Again_SaysTheRevisionBeforeAndAfter()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        foreach (var reason in (string?[])[null, "Corrected"])
            (await PublicationStore.Publish(store.Db, store.Portfolio, "2020-03", reason, TestStore.Actor, new Clock(store.Tick()), TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        var entries = await AuditTrail.Of(store.Db, store.Portfolio, new(RoundId: round.Id), cancellation: TestStore.Cancellation);
        entries.Select(Details).ShouldBe([
            """{"code":"2020-03","after":{"revision":2},"before":{"revision":1},"reason":"Corrected","revision":2}""",
            """{"code":"2020-03","after":{"revision":1},"reason":null,"revision":1}""",
            """{"code":"2020-03","after":{"code":"2020-03","collectedOn":"2020-03-20"}}"""]);
    }

    private static async Task<AuditRow> Last(TestStore store, string action) =>
        (await AuditTrail.Of(store.Db, store.Portfolio, new(), cancellation: TestStore.Cancellation)).First(row => row.Action == action);

    private static async Task<IEnumerable<string>> Actions(TestStore store, AuditFilter filter) =>
        (await AuditTrail.Of(store.Db, store.Portfolio, filter, cancellation: TestStore.Cancellation)).Select(row => row.Action);

    private static string Details(AuditRow row) => JsonSerializer.Serialize(JsonDocument.Parse(row.Details).RootElement);

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

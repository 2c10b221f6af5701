using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class InitiativeStoreTests(PostgresFixture postgres)
{
    private static readonly LifeEvent In2019 = new(new(2019, 1, 15), LifeStage.InPortfolio, "Med i januar");

    private static readonly InitiativeRegistration Journal = new(60, "Kjernejournal", ["KJ"], "nhn", "co-govern", [In2019]);

    [Fact]
    public async Task Register_Twice_ChangesNothingTheSecondTime()
    {
        await using var store = await TestStore.Create(postgres);
        (await store.Register(Journal, Journal with { NationalId = null, Name = "Grunndata", OtherNames = [] })).ShouldBe(new(2, 0, 0));
        var version = await PortfolioVersion.Of(store.Db, "e-health", TestStore.Cancellation);
        (await store.Register(Journal, Journal with { NationalId = null, Name = "Grunndata", OtherNames = [] })).ShouldBe(new(0, 0, 2));
        (await PortfolioVersion.Of(store.Db, "e-health", TestStore.Cancellation)).ShouldBe(version);
    }

    [Fact]
    public async Task Register_ReportUnderAnotherName_IsMatchedToIt()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Register(Journal);
        var form = (await store.Import(await store.Round("2020-03"), "a.txt", new Report { Name = "kj." })).Forms.ShouldHaveSingleItem();
        (form.NationalId, form.IsNewInitiative, form.Outcome).ShouldBe((60, false, FormOutcome.Added));
        var standing = (await store.History()).Latest!.Standings.ShouldHaveSingleItem();
        (standing.Initiative.Name, standing.Initiative.Segment, standing.Facts.Name).ShouldBe(("Kjernejournal", "co-govern", "kj."));
        standing.Initiative.Life.ShouldBe([In2019]);
    }

    [Fact]
    public async Task Register_InitiativeKnownFromAReport_GetsNumberSegmentAndLife()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Import(await store.Round("2020-03"), "a.txt", new Report { Name = "KJERNEJOURNAL" });
        (await store.Register(Journal)).ShouldBe(new(0, 1, 0));
        var initiative = (await store.History()).Latest!.Standings.ShouldHaveSingleItem().Initiative;
        (initiative.NationalId, initiative.Name, initiative.Segment).ShouldBe((60, "Kjernejournal", "co-govern"));
        initiative.Life.ShouldBe([In2019]);
    }

    [Fact]
    public async Task Register_SegmentAndLifeChange_StandAsTheyStoodWhenLookingBack()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Register(Journal);
        await store.Import(await store.Round("2020-03"), "a.txt", new Report { NationalId = 60, Name = "Kjernejournal" });
        var before = store.Now;
        var paused = new LifeEvent(new(2020, 2, 1), LifeStage.Paused, null);
        (await store.Register(Journal with { Segment = "observe", Life = [In2019, paused] })).ShouldBe(new(0, 1, 0));
        (await store.History()).Latest!.Standings.ShouldBeEmpty();
        var then = (await store.History(before)).Latest!.Standings.ShouldHaveSingleItem().Initiative;
        (then.Segment, then.Life.Count).ShouldBe(("co-govern", 1));

        await store.Register(Journal with { Segment = "observe" });
        var now = (await store.History()).Latest!.Standings.ShouldHaveSingleItem().Initiative;
        (now.Segment, now.Life.Count).ShouldBe(("observe", 1));
    }

    [Fact]
    public async Task Register_NumberGivenTwice_IsRefused()
    {
        await using var store = await TestStore.Create(postgres);
        var refused = await InitiativeStore.Register(store.Db, store.Portfolio, [Journal, Journal with { Name = "Annet" }], TestStore.Actor, store.Tick(), TestStore.Cancellation);
        refused.Problems.ShouldHaveSingleItem().Code.ShouldBe("NationalIdTwice");
        (await store.Count("initiative")).ShouldBe(0);
    }
}

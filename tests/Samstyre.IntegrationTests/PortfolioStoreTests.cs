using System.Text.Json;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class PortfolioStoreTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Save_SameDefinitionAgain_ChangesNothing()
    {
        await using var store = await TestStore.Create(postgres);
        var again = (await PortfolioStore.Save(store.Db, TestStore.Definition, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value;
        again.ShouldBe(new SavedPortfolio(store.Portfolio, Created: false, Changed: false, 1));
        (await store.Count("audit_entry")).ShouldBe(1);
    }

    [Fact]
    public async Task Save_ChangedDefinition_ReplacesItAndKeepsTheOldOneForLookingBack()
    {
        await using var store = await TestStore.Create(postgres);
        var before = store.Now;
        var saved = (await PortfolioStore.Save(store.Db, TestStore.Definition with { Name = new("E-helse 2") }, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value;
        saved.ShouldBe(new SavedPortfolio(store.Portfolio, Created: false, Changed: true, 2));
        (await store.History()).Definition.Name.Bokmal.ShouldBe("E-helse 2");
        (await store.History(before)).Definition.Name.Bokmal.ShouldBe("E-helse");
        var found = (await PortfolioStore.Find(store.Db, "e-health", TestStore.Cancellation)).ShouldNotBeNull();
        (found.Version, found.Definition.Organisations[0].Aliases[0]).ShouldBe((2, "NHN"));
        (await PortfolioStore.Find(store.Db, "nothing", TestStore.Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Save_RulesOfReporting_ComeBackAsTheyWere()
    {
        await using var store = await TestStore.Create(postgres);
        var rules = new ReportingRules(
            new Dictionary<string, IReadOnlyList<ReportPart>> { ["observe"] = [ReportPart.Identity, ReportPart.Risk], ["inspire"] = [ReportPart.Status] }, new(0.25m, 2.5m, 14),
            [new(ReportPart.Cost, Audience.Committees, Before: false, After: true)]);
        var definition = TestStore.Definition with { Reporting = rules };
        (await PortfolioStore.Save(store.Db, definition, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value.Changed.ShouldBeTrue();
        var found = (await PortfolioStore.Find(store.Db, "e-health", TestStore.Cancellation)).ShouldNotBeNull().Definition.Reporting;
        found.PartsOf("observe").ShouldBe([ReportPart.Identity, ReportPart.Risk]);
        found.PartsOf("inspire").ShouldBe([ReportPart.Status]);
        found.Significant.ShouldBe(rules.Significant);
        found.Masking.ShouldBe(rules.Masking);
        (await PortfolioStore.Save(store.Db, definition, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value.Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task Save_FoundationPartiesAndClarifications_ComeBackAsTheyWere()
    {
        await using var store = await TestStore.Create(postgres);
        var measure = new FoundationPart("RM1-T1", new("Tiltaket", null, "The measure"), ["T"])
        {
            Goal = "RM1", Owner = "nhn", Initiatives = [160], Blocks = ["id"], From = PartialDate.OfYear(2019), Planned = PartialDate.OfQuarter(2021, 3), Status = TrafficLight.Yellow, Funding = FundingState.Partly,
        };
        var definition = TestStore.Definition with
        {
            Foundation = new([new("RM1", new("Mål"))], [measure], [new("id", new("Pålogging"), [])]),
            Parties = [new("gp", PartyKind.GeneralPractitioners, new("Fastleger"), ["Fastlege"])],
            Clarifications = [new("act", ClarificationKind.Law, new("Loven"), ["Lov"]) { Owner = "HOD", Due = PartialDate.OfDay(2021, 7, 1), Status = TrafficLight.Red, Done = true }],
        };
        (await PortfolioStore.Save(store.Db, definition, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value.Changed.ShouldBeTrue();
        var found = (await PortfolioStore.Find(store.Db, "e-health", TestStore.Cancellation)).ShouldNotBeNull().Definition;
        JsonSerializer.Serialize(found.Foundation).ShouldBe(JsonSerializer.Serialize(definition.Foundation));
        JsonSerializer.Serialize(found.Parties).ShouldBe(JsonSerializer.Serialize(definition.Parties));
        JsonSerializer.Serialize(found.Clarifications).ShouldBe(JsonSerializer.Serialize(definition.Clarifications));
        (await PortfolioStore.Save(store.Db, definition, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value.Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task Save_WordsOfCausesAndTimeZone_ComeBackAsTheyWere()
    {
        await using var store = await TestStore.Create(postgres);
        var definition = TestStore.Definition with { TimeZone = "America/Toronto", Causes = new([new("rooms", new("Lokaler", null, "Rooms"), new(["*kontor*"], [], ["office*"]))], new(["ikke"], ["ikkje"], [])) };
        (await PortfolioStore.Save(store.Db, definition, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value.Changed.ShouldBeTrue();
        var found = (await PortfolioStore.Find(store.Db, "e-health", TestStore.Cancellation)).ShouldNotBeNull().Definition;
        found.TimeZone.ShouldBe("America/Toronto");
        found.Causes.Causes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(cause => cause.Key.ShouldBe("rooms"), cause => cause.Words.Bokmal.ShouldBe(["*kontor*"]), cause => cause.Words.English.ShouldBe(["office*"]));
        found.Causes.Negations.Nynorsk.ShouldBe(["ikkje"]);
    }

    [Fact]
    public async Task Find_DefinitionStoredBeforeTheWordsOfCausesAndTheTimeZone_HasTheDefaults()
    {
        await using var store = await TestStore.Create(postgres);
        (await store.Scalar<long>("update portfolio set definition = definition - 'causes' - 'timeZone' returning version")).ShouldBe(1);
        var found = (await PortfolioStore.Find(store.Db, "e-health", TestStore.Cancellation)).ShouldNotBeNull().Definition;
        (found.Causes, found.TimeZone).ShouldBe((CauseList.Default, "Europe/Oslo"));
        (await store.History()).Definition.Causes.ShouldBe(CauseList.Default);
    }

    [Fact]
    public async Task Save_CodeThatIsNone_IsRefused()
    {
        await using var store = await TestStore.Create(postgres);
        var refused = await PortfolioStore.Save(store.Db, TestStore.Definition with { Code = "E helse" }, TestStore.Actor, store.Tick(), TestStore.Cancellation);
        refused.Problems.ShouldHaveSingleItem().Code.ShouldBe("PortfolioCodeForm");
    }

    [Fact]
    public async Task List_Portfolio_TellsWhatItHolds()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Import(await store.Round("2020-03"), "a.txt", new Report { Name = "A" }, new Report { Name = "B" });
        var row = (await PortfolioStore.List(store.Db, TestStore.Cancellation)).ShouldHaveSingleItem();
        row.ShouldBe(new PortfolioRow(store.Portfolio, "e-health", "E-helse", 3, 1, 2));
    }

    [Fact]
    public async Task Create_CodeTaken_IsRefused()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Round("2020-03");
        var refused = await RoundStore.Create(store.Db, store.Portfolio, "2020-03", new(2020, 3, 31), TestStore.Actor, store.Tick(), TestStore.Cancellation);
        var problem = refused.Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Field).ShouldBe(("RoundCodeTaken", "code"));
        (await PortfolioVersion.Of(store.Db, "e-health", TestStore.Cancellation)).ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mars 2020")]
    [InlineData("../x")]
    public async Task Create_CodeThatIsNone_IsRefused(string code)
    {
        await using var store = await TestStore.Create(postgres);
        var refused = await RoundStore.Create(store.Db, store.Portfolio, code, new(2020, 3, 31), TestStore.Actor, store.Tick(), TestStore.Cancellation);
        refused.Problems.ShouldHaveSingleItem().Code.ShouldBe("RoundCodeForm");
    }

    [Fact]
    public async Task Create_PortfolioUnknown_IsRefused()
    {
        await using var store = await TestStore.Create(postgres);
        var refused = await RoundStore.Create(store.Db, Guid.CreateVersion7(store.Now), "2020-03", new(2020, 3, 31), TestStore.Actor, store.Tick(), TestStore.Cancellation);
        refused.Problems.ShouldHaveSingleItem().Code.ShouldBe("PortfolioUnknown");
    }

    [Fact]
    public async Task List_Rounds_CountsWhatCameIn()
    {
        await using var store = await TestStore.Create(postgres);
        var october = await store.Round("2020-10");
        var march = await store.Round("2020-03");
        await store.Import(march, "a.txt", new Report { Name = "A" }, new Report { Name = "B" }, new Report { Purpose = "No name" });
        await store.Import(march, "b.txt", new Report { Name = "A", Purpose = "Corrected" });
        var rounds = await RoundStore.List(store.Db, store.Portfolio, TestStore.Cancellation);
        rounds.ShouldBe([new(march.Id, "2020-03", march.CollectedOn, 2, 2, 3, 1), new(october.Id, "2020-10", october.CollectedOn, 0, 0, 0, 0)]);
    }

    [Fact]
    public async Task PortfolioVersion_NoSuchPortfolio_IsNull()
    {
        await using var store = await TestStore.Create(postgres);
        (await PortfolioVersion.Of(store.Db, "nothing", TestStore.Cancellation)).ShouldBeNull();
    }
}

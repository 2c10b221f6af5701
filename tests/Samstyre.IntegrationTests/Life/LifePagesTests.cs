using System.Net;
using System.Text.RegularExpressions;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Life;

/// <summary>The office takes initiatives through their lives, moves their segments and answers proposals, in the browser without script.</summary>
public sealed partial class LifePagesTests(PostgresFixture postgres)
{
    private const string Page = "/nb/e-health/arbeid/livslop";
    private const string One = Page + "/164";

    [Theory]
    [InlineData(LifeStage.Paused, "satt på vent", "På vent til:", "01.06.2021")]
    [InlineData(LifeStage.Completed, "fullført og i drift", "Lærte:", "Begynn tidlig")]
    [InlineData(LifeStage.Stopped, "stanset", "", "Ingen penger")]
    [InlineData(LifeStage.Withdrawn, "trukket fra porteføljen", "", "Ingen penger")]
    public async Task Step_ThatIsTaken_StandsInTheTableWithReasonCaseAndWho(LifeStage stage, string word, string label, string words)
    {
        await using var world = await World();
        using var office = await LogIn(world);
        (await office.Get($"{One}?steg={stage}")).Text.ShouldContain($"name=\"steg\" value=\"{stage}\"");
        (await Take(office, One, stage, ("til", "01.06.2021"), ("overlevert", "Drift"), ("levert", "En løsning"), ("laert", "Begynn tidlig"))).Location.ShouldBe(One + "?lagret=steg");
        var text = (await office.Get(One)).Text;
        foreach (var wanted in (string[])[word, label, words, "Ingen penger", "Sak 4/21", "Navn kontor"]) text.ShouldContain(wanted);
        (await office.Get($"{Page}?steg={stage}")).Text.ShouldContain("Kjernejournal");
        (await office.Get(Page + "?steg=Candidate")).Text.ShouldNotContain("Kjernejournal</a></th>");
    }

    [Fact]
    public async Task PausedInitiative_ComesBack()
    {
        await using var world = await World();
        using var office = await LogIn(world);
        await Take(office, One, LifeStage.Paused);
        (await Take(office, One, LifeStage.InPortfolio)).Location.ShouldBe(One + "?lagret=steg");
        (await world.Store.Scalar<string>("select string_agg(stage, ' ' order by step) from life_event e join initiative i on i.id = e.initiative_id where i.national_id = 164")).ShouldBe("InPortfolio Paused InPortfolio");
    }

    [Fact]
    public async Task Merge_LeadsToTheOther_AndBothShowIt()
    {
        await using var world = await World();
        using var office = await LogIn(world);
        (await Take(office, One, LifeStage.Merged, ("inn", "5"))).Location.ShouldBe(One + "?lagret=steg");
        var text = (await office.Get(One)).Text;
        text.ShouldContain("Dette livsløpet er slutt.");
        text.ShouldContain("class=\"family\"");
        (await office.Get(Page + "/5")).Text.ShouldContain("class=\"family\"");
        // Its last values stay until the other has reported; from then on the round says where it went.
        var later = await world.Store.Round("2021-03", new(2021, 3, 31));
        await world.Store.Import(later, "mars.json", Report(5, "Folkeregister", 0));
        (await office.Get("/nb/e-health/2021-03/tiltak/5")).Text.ShouldMatch("Kom fra: <a[^>]*tiltak/164\">Kjernejournal</a>");
        (await office.Get("/nb/e-health/2021-03/tiltak/164")).Text.ShouldMatch("Ble til: <a[^>]*tiltak/5\">Folkeregister</a>");
    }

    [Fact]
    public async Task Split_MakesNewOnes_InTheSameSegment()
    {
        await using var world = await World();
        using var office = await LogIn(world);
        (await Take(office, One, LifeStage.Split, ("navn-1", "Journal øst"), ("virksomhet-1", "nhn"), ("navn-2", "Journal vest"), ("virksomhet-2", "fhi"), ("inn-1", "5"))).Location.ShouldBe(One + "?lagret=steg");
        (await world.Store.Scalar<long>("select count(*) from succession")).ShouldBe(3);
        (await world.Store.Scalar<long>("select count(*) from initiative where name like 'Journal %' and segment = 'coordinate'")).ShouldBe(2);
        (await office.Get(One)).Text.ShouldContain("Journal vest");
    }

    [Theory]
    [InlineData(LifeStage.Paused, "dato", "i går", "Skriv dagen som 31.10.2020.")]
    [InlineData(LifeStage.Paused, "dato", "01.01.2019", "Dagen er før tiltakets siste steg.")]
    [InlineData(LifeStage.Paused, "til", "01.01.2020", "Pausen må slutte etter dagen den begynner.")]
    [InlineData(LifeStage.Paused, "grunn", " ", "Skriv hvorfor, høyst 4000 tegn.")]
    [InlineData(LifeStage.Merged, "inn", "", "Velg tiltaket det slås sammen med.")]
    [InlineData(LifeStage.Merged, "inn", "164", "Et tiltak kan ikke bli til seg selv.")]
    [InlineData(LifeStage.Merged, "inn", "9999", "Tiltaket finnes ikke i porteføljen.")]
    [InlineData(LifeStage.Split, "inn-1", "5", "Nevn minst to tiltak det deles i.")]
    [InlineData(LifeStage.Split, "navn-1", "Journal øst", "Velg virksomheten som har ansvaret")]
    [InlineData(LifeStage.Split, "virksomhet-1", "nhn", "Skriv navnet på det nye tiltaket")]
    [InlineData(LifeStage.Candidate, "sak", "x", "Tiltaket kan ikke ta det steget derfra det er nå.")]
    public async Task StepThatCannotBe_IsSaidBesideTheField_AndWhatWasWrittenIsKept(LifeStage stage, string field, string value, string sentence)
    {
        await using var world = await World();
        using var office = await LogIn(world);
        var before = await world.Store.Count("life_event");
        var answer = await Take(office, One, stage, (field, value));
        ((int)answer.Status).ShouldBe(422);
        answer.Text.ShouldContain(sentence);
        if (stage != LifeStage.Candidate) WebUtility.HtmlDecode(answer.Text).ShouldContain(field == "grunn" ? "Sak 4/21" : "Ingen penger");
        (await world.Store.Count("life_event")).ShouldBe(before);
    }

    [Fact]
    public async Task Segment_ThatIsMoved_IsInItsHistory_AndRefusalsAreSaid()
    {
        await using var world = await World();
        using var office = await LogIn(world);
        (await office.Post(One, One + "/segment", ("segment", "observe"), ("segment-dato", "01.11.2020"), ("segment-grunn", "Roligere nå"), ("segment-sak", "Sak 9"))).Location.ShouldBe(One + "?lagret=segment");
        var text = (await office.Get(One)).Text;
        foreach (var wanted in (string[])["Roligere nå", "Sak 9", "Navn kontor", "01.11.2020"]) text.ShouldContain(wanted);
        (string Segment, string Day, string Sentence)[] wrong = [("", "01.12.2020", "Velg et segment."), ("observe", "01.12.2020", "Tiltaket er alt i det segmentet."), ("inspire", "01.10.2020", "Dagen er før segmentet sist ble endret."), ("inspire", "snart", "Skriv dagen som 31.10.2020.")];
        foreach (var (segment, day, sentence) in wrong)
        {
            var answer = await office.Post(One, One + "/segment", ("segment", segment), ("segment-dato", day), ("segment-grunn", "Ny grunn"));
            ((int)answer.Status).ShouldBe(422);
            answer.Text.ShouldContain(sentence);
            answer.Text.ShouldContain("Ny grunn");
        }

        (await world.Store.Count("segment_change")).ShouldBe(1);
    }

    [Fact]
    public async Task Proposal_DeclinedWithAReason_IsGoneUntilItsFactsChange_AndAcceptedItMoves()
    {
        await using var world = await World();
        using var office = await LogIn(world);
        var first = (await office.Get(Page)).Text;
        first.ShouldContain("Tiltaket melder 5 avhengigheter med høy kritikalitet.");
        var key = Key().Match(first).Groups["key"].Value;
        var refused = await office.Post(Page, null, ("forslag", key), ("svar", "nei"), ("grunn-" + key, ""));
        ((int)refused.Status).ShouldBe(422);
        refused.Text.ShouldContain("Skriv hvorfor tiltaket blir i segmentet.");
        (await office.Post(Page, null, ("forslag", key), ("svar", "nei"), ("grunn-" + key, "Vi følger det tett nok"))).Location.ShouldBe(Page + "?lagret=avslag");
        var after = (await office.Get(Page)).Text;
        Key().IsMatch(after).ShouldBeFalse();
        after.ShouldContain("Vi følger det tett nok");
        ((int)(await office.Post(Page, null, ("forslag", key), ("svar", "ja"))).Status).ShouldBe(422);

        await world.Store.Import(await world.Store.Round("2021-03", new(2021, 3, 31)), "mars.json", Report(164, "Kjernejournal", 6));
        var again = Key().Match((await office.Get(Page)).Text).Groups["key"].Value;
        again.ShouldNotBe(key);
        (await office.Post(Page, null, ("forslag", again), ("svar", "ja"))).Location.ShouldBe(Page + "?lagret=segment");
        (await world.Store.Scalar<string>("select segment from initiative where national_id = 164")).ShouldBe("co-govern");
        (await world.Store.Scalar<string>("select reason from segment_change")).ShouldBe("Tiltaket melder 6 avhengigheter med høy kritikalitet.");
        (await office.Get("/nb/e-health/arbeid/logg")).Text.ShouldContain("Koordinere → Samstyre");
    }

    [Fact]
    public async Task Others_AreTurnedAway()
    {
        await using var world = await World();
        await world.Store.Person("kari@example.org", new RoleGrant(Role.Reporter, "nhn"));
        using var reporter = world.Server.Visitor();
        await reporter.LogIn("kari@example.org", TestStore.Password);
        foreach (var address in (string[])[Page, One]) ((int)(await reporter.Get(address)).Status).ShouldBe(404);
        (await reporter.Get("/nb/e-health/arbeid")).Text.ShouldNotContain("livslop");
    }

    private static Task<Reply> Take(Visitor office, string page, LifeStage stage, params (string Name, string Value)[] own)
    {
        var fields = new Dictionary<string, string> { ["steg"] = stage.ToString(), ["dato"] = "01.01.2021", ["grunn"] = "Ingen penger", ["sak"] = "Sak 4/21" };
        foreach (var (name, value) in own) fields[name] = value;
        return office.Post(page, null, [.. fields.Select(field => (field.Key, field.Value))]);
    }

    private static Report Report(int id, string name, int critical) => new()
    {
        Name = name, NationalId = id, Organisation = "Norsk Helsenett", OrganisationText = "NHN",
        Dependencies = [.. Enumerable.Range(1, critical).Select(number => new Dependency($"Leverandør {number}", "Drift", null, null, Level.High, null, null, null))],
    };

    private static async Task<Visitor> LogIn(LifeWorld world)
    {
        var office = world.Server.Visitor();
        await office.LogIn("kontor@example.org", TestStore.Password);
        return office;
    }

    private async Task<LifeWorld> World()
    {
        var store = await TestStore.Create(postgres);
        await PortfolioStore.Save(store.Db, TestStore.Definition with { Segments = ExamplePortfolio.Definition.Segments }, TestStore.Actor, store.Tick(), TestStore.Cancellation);
        await store.Register(new(164, "Kjernejournal", [], "nhn", "coordinate", [new(new(2020, 1, 1), LifeStage.InPortfolio, "Med fra start")]), new InitiativeRegistration(5, "Folkeregister", [], "fhi", "co-govern", [new(new(2020, 1, 1), LifeStage.InPortfolio, null)]));
        await store.Import(await store.Round("2020-10"), "oktober.json", Report(164, "Kjernejournal", 5), Report(5, "Folkeregister", 0));
        await store.Person("kontor@example.org", new RoleGrant(Role.PortfolioOffice));
        return new(store, await TestServer.Start(store.Db));
    }

    private sealed record LifeWorld(TestStore Store, TestServer Server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            await Store.DisposeAsync();
        }
    }

    [GeneratedRegex("name=\"forslag\" value=\"(?<key>[^\"]+)\"")]
    private static partial Regex Key();
}

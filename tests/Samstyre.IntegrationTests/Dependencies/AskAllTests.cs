using System.Net;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Dependencies;

/// <summary>Every contradiction can be asked about: those of a circle, those who wait for a part that nobody pays, and what is gone from a form.</summary>
public sealed class AskAllTests(PostgresFixture postgres)
{
    private const string Desk = "/nb/e-health/arbeid";
    private const string Queue = Desk + "/avhengigheter";
    private const string Circle = Queue + "/ring/1", Part = Queue + "/grunnmur/loft";
    private const string Public = "/nb/e-health/2020-12/avhengigheter";

    private static readonly Dependency Lost = Need("Gamma", "Det gamle registeret", Level.High);

    private static string Gone => $"{Queue}/2/{NeedKey.Of([Lost])[0]}";

    [Theory]
    [InlineData(Circle)]
    [InlineData(Part)]
    [InlineData("gone")]
    public async Task Question_OfEachKind_StandsOnTheAskedSideAndTakesAReply(string kind)
    {
        var page = kind == "gone" ? Gone : kind;
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        var beta = await world.Id(2);
        for (var times = 0; times < 2; times++)
            (await office.Post(page, page + "/spor?regel=Vanished", ("hvem", beta), ("sporsmal", "Hva nå?"))).Location.ShouldNotBeNull().ShouldStartWith(page);
        var question = (await world.Questions()).ShouldHaveSingleItem();
        (await Text(office, page)).ShouldContain("<q>Hva nå?</q>");
        (await Text(office, Queue + "?del=motsigelser")).ShouldContain(">spurt ");

        using var reporter = await world.LoggedIn("fhi");
        var own = await Text(reporter, Desk + "/andre-venter/2");
        own.ShouldContain("Hva nå?");
        if (kind == "gone") own.ShouldContain("Om noe dere meldte sist, og som ikke står i skjemaet nå: Gamma: Det gamle registeret");
        else own.ShouldContain("Om noe dere har meldt at dere trenger: " + (kind == Part ? "Felles løft" : "Kilde"));
        var key = question.Id.ToString("N");
        (await reporter.Post(Desk + "/andre-venter/2", Desk + "/andre-venter/2/sporsmal", ("sporsmal", key), ("svar-" + key, "Vi ser på det"))).Location.ShouldNotBeNull();
        (await Text(office, page)).ShouldContain((kind == "gone" ? "Svar på spørsmål" : "Beta") + ": Vi ser på det");
        (await Text(office, Queue + "?del=svar")).ShouldContain(kind == "gone" ? Gone + "\">Beta: Gamma: Det gamle registeret" : "Svar på spørsmål: Vi ser på det");
    }

    [Fact]
    public async Task Circle_ShowsEachStepAndAsksAllOnTheirOwnDependency()
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        var page = await Text(office, Circle);
        page.ShouldContain("3 tiltak venter på hverandre i ring: Alfa → Beta → Gamma → Alfa. Hvem kan levere først, og når?");
        page.ShouldContain("<span>Gamma (venter på Alfa)</span>");
        page.ShouldContain($"{Queue}/1/{NeedKey.Of(Alfa)[0]}\">Beta: Grensesnitt</a>");
        (await Text(office, Queue + "/ring/3")).ShouldContain("De venter på hverandre");

        (string, string)[] all = [.. (await world.Ids(1, 2, 3)).Select(id => ("hvem", id)), ("sporsmal", "Hvem først?")];
        (await office.Post(Circle, Circle + "/spor", all)).Location.ShouldBe(Circle + "?side=1&lagret=spurt");
        var sent = await Text(office, Circle + "?side=1&lagret=spurt");
        sent.ShouldContain("Spørsmålet er sendt til Alfa, Beta, Gamma.");
        sent.ShouldContain("Venter på svar: Alfa, Beta, Gamma");
        (await world.Questions()).Select(question => (question.Asked == question.Receiver, question.Rule)).ShouldBe([(true, "Circle"), (true, "Circle"), (true, "Circle")]);
        (await Text(office, $"{Queue}/1/{NeedKey.Of(Alfa)[0]}")).ShouldContain("<q>Hvem først?</q>");
        (await world.Store.Scalar<string[]>("select array_agg(address || ' ' || subject order by address) from message where kind = 'need'"))
            .ShouldBe(["fhi@example.org Spørsmål om en avhengighet: Beta", "nhn@example.org Spørsmål om en avhengighet: Alfa, Gamma"]);

        (await office.Post(Circle, Circle + "/spor", all)).Location.ShouldBe(Circle + "?side=1&lagret=venter");
        (await Text(office, Circle + "?side=1&lagret=venter")).ShouldContain("Det ble ikke sendt på nytt.");
        (await world.Questions()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Part_AsksThoseWhoMakeItAndThoseWhoWait()
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        var page = await Text(office, Part);
        page.ShouldContain("3 tiltak trenger Felles løft i felles grunnmur, som ingen finansierer. Hvem kan betale, og hva skjer hvis ingen gjør det?");
        page.ShouldContain("<p>Lages av: <a class=\"ds-link\" href=\"/nb/e-health/2020-12/tiltak/4\">Delta</a></p>");
        page.ShouldContain("<span>Delta (lager det)</span>");
        page.ShouldContain("<span>Alfa (trenger det)</span>");
        (await Text(office, $"{Queue}/1/{NeedKey.Of(Alfa)[1]}")).ShouldContain("</ul><p class=\"quiet\">Tiltak som lager dette: Delta (lager Felles løft)</p>");
        await office.Post(Part, Part + "/spor", ("hvem", await world.Id(4)), ("sporsmal", "Hvem betaler?"));
        using var maker = await world.LoggedIn("nhn");
        (await Text(maker, Desk + "/andre-venter/4")).ShouldContain("Om noe Alfa trenger fra dere: Felles løft");
        (await Text(office, Public + "/grunnmur/loft")).ShouldContain($"href=\"{Part}?regel=UnfundedPart\">Spør dem det gjelder</a>");
        (await Text(maker, Public + "/grunnmur/loft")).ShouldNotContain("Spør dem det gjelder");
    }

    [Fact]
    public async Task Gone_ShowsWhatWasReportedAndAsksTheGiverToo()
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        var page = await Text(office, Gone + "?regel=Vanished");
        page.ShouldContain("Dette sto i forrige runde, men står ikke i skjemaet nå.");
        page.ShouldContain("Beta meldte «Gamma: Det gamle registeret» (grønn) sist, og sier ikke noe om den nå. Den ble ikke meldt som oppfylt. Hva stemmer?");
        page.ShouldContain("<span>Gamma (skal levere)</span>");
        page.ShouldNotContain("Hva ordene peker på");
        await office.Post(Gone, Gone + "/spor?regel=Vanished", ("hvem", await world.Id(3)), ("sporsmal", "Er den levert?"));
        using var giver = await world.LoggedIn("nhn");
        (await Text(giver, Desk + "/andre-venter/3")).ShouldContain("Om noe Beta meldte sist, og som ikke står i skjemaet nå: Gamma: Det gamle registeret");
        (await office.Post(Gone, Gone + "/notat", ("notat", "Spør på møtet"))).Location.ShouldBe(Gone + "?lagret=notat");
        (await Text(office, Gone)).ShouldContain("Spør på møtet");
    }

    [Fact]
    public async Task Contradictions_AllLeadToWhereOneAsks()
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        foreach (var list in (string[])[Public + "/motsigelser", Queue + "?del=motsigelser"])
        {
            var text = await Text(office, list);
            foreach (var address in (string[])[Circle + "?regel=Circle", Part + "?regel=UnfundedPart", Gone + "?regel=Vanished"])
            {
                text.ShouldContain($"href=\"{address}\"");
                await Text(office, address);
            }
        }
    }

    [Theory]
    [InlineData("hvem", "", "Kryss av hvem som skal spørres.")]
    [InlineData("sporsmal", " ", "Skriv hva du spør om")]
    public async Task Question_ThatLacksSomething_IsRefused(string field, string value, string sentence)
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        (string, string)[] posted = field == "hvem" ? [(field, value), ("sporsmal", "Hva nå?")] : [("hvem", await world.Id(1)), (field, value)];
        var answer = await office.Post(Circle, Circle + "/spor", posted);
        ((int)answer.Status).ShouldBe(422);
        WebUtility.HtmlDecode(answer.Text).ShouldContain(sentence);
        (await world.Questions()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Group_ThatIsNotThereOrNotForOne_IsNotFound()
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        foreach (var address in (string[])[Queue + "/ring/4", Queue + "/ring/999", Queue + "/grunnmur/helseid", Queue + "/grunnmur/finnes-ikke", Circle + "?runde=2020-10", $"{Queue}/3/{NeedKey.Of([Lost])[0]}"])
            ((int)(await office.Get(address)).Status).ShouldBe(404, address);
        foreach (var person in (string[])["nhn", "utvalg"])
        {
            using var visitor = await world.LoggedIn(person);
            var token = Visitor.TokenOf((await visitor.Get("/nb/konto")).Text);
            foreach (var page in (string[])[Circle, Part, Gone])
            {
                ((int)(await visitor.Get(page)).Status).ShouldBe(404, page);
                ((int)(await visitor.PostRaw(page + "/spor", ("token", token), ("hvem", await world.Id(1)), ("sporsmal", "Hei"))).Status).ShouldBe(404, page);
            }
        }

        using var architect = await world.LoggedIn("arkitekt");
        foreach (var page in (string[])[Circle, Part, Gone]) await Text(architect, page);
        (await world.Questions()).ShouldBeEmpty();
    }

    [Fact]
    public async Task LongCircle_ShowsFiftyAndSaysHowManyThereAre()
    {
        await using var world = await World(120);
        using var office = await world.LoggedIn("kontor");
        var first = await Text(office, Queue + "/ring/1000");
        first.ShouldContain("Siden viser 50 av 120 tiltak.");
        first.Split("name=\"hvem\"").Length.ShouldBe(51);
        var last = await Text(office, Queue + "/ring/1000?side=3");
        last.ShouldContain("Siden viser 20 av 120 tiltak.");
        last.ShouldContain("<span>Ledd 119 (venter på Ledd 0)</span>");
        await office.Post(Queue + "/ring/1000?side=3", Queue + "/ring/1000/spor?side=3", [.. (await world.Ids([.. Enumerable.Range(1100, 20)])).Select(id => ("hvem", id)), ("sporsmal", "Hvem først?")]);
        (await world.Questions()).Count.ShouldBe(20);
        (await world.Store.Scalar<string>("select subject from message where kind = 'need'")).ShouldMatch("^Spørsmål om en avhengighet: Ledd \\d+, Ledd \\d+, Ledd \\d+ og 17 til$");
    }

    private static Report Alfa => Report(1, "Alfa", "Norsk Helsenett") with { Dependencies = [Need("Beta", "Grensesnitt", Level.High), Need("Felles løft", "Felles løft", Level.High)] };

    private static Dependency Need(string on, string what, Level criticality) => new(on, what, "Å dele", "3", criticality, "12.2021", PartialDate.OfMonth(2021, 12), TrafficLight.Green);

    private static Report Report(int id, string name, string organisation) => new() { Name = name, NationalId = id, Organisation = organisation, Status = TrafficLight.Green };

    private static async Task<string> Text(Visitor visitor, string address)
    {
        var reply = await visitor.Get(address);
        ((int)reply.Status).ShouldBe(200, address);
        return WebUtility.HtmlDecode(reply.Text);
    }

    /// <summary>Three in a circle, who all wait for a part that a fourth makes and nobody pays; one of them has left out a dependency. And a longer circle, where that is asked for.</summary>
    private async Task<AskWorld> World(int links = 0)
    {
        var store = await TestStore.Create(postgres);
        var definition = TestStore.Definition with { Foundation = new([], [], [new("helseid", new("HelseID"), []), new("loft", new("Felles løft"), []) { Funding = FundingState.Unfunded, Initiatives = [4] }]) };
        (await PortfolioStore.Save(store.Db, definition, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        var beta = Report(2, "Beta", "Folkehelseinstituttet");
        await store.Import(await store.Round("2020-10"), "oktober.json", beta with { Dependencies = [Lost] });
        await store.Import(
            await store.Round("2020-12"),
            "desember.json",
            [
                Alfa,
                beta with { Dependencies = [Need("Gamma", "Kilde", Level.High) with { On = "Prosjektet Gamma" }, Need("Felles løft", "Felles løft", Level.Medium)] },
                Report(3, "Gamma", "Norsk Helsenett") with { Dependencies = [Need("Alfa", "Innhold", Level.Medium), Need("Felles løft", "Felles løft", Level.Low)] },
                Report(4, "Delta", "Norsk Helsenett"),
                .. Enumerable.Range(0, links).Select(place => Report(1000 + place, $"Ledd {place}", "Folkehelseinstituttet") with { Dependencies = [Need($"Ledd {(place + 1) % links}", "Svar", Level.Low)] }),
            ]);
        await store.Person("kontor@example.org", new RoleGrant(Role.PortfolioOffice));
        await store.Person("arkitekt@example.org", new RoleGrant(Role.ArchitectureOffice));
        await store.Person("utvalg@example.org", new RoleGrant(Role.CommitteeMember));
        await store.Person("nhn@example.org", new RoleGrant(Role.Reporter, "nhn"));
        await store.Person("fhi@example.org", new RoleGrant(Role.Reporter, "fhi"));
        foreach (var round in (string[])["2020-10", "2020-12"])
            (await PublicationStore.Publish(store.Db, store.Portfolio, round, null, TestStore.Actor, new SteppedClock(store.Tick()), TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        store.Tick();
        return new(store, await TestServer.Start(store.Db));
    }

    private sealed class AskWorld(TestStore store, TestServer server) : IAsyncDisposable
    {
        public TestStore Store => store;

        public async Task<Visitor> LoggedIn(string person)
        {
            var visitor = server.Visitor();
            (await visitor.LogIn(person + "@example.org", TestStore.Password)).Location.ShouldNotBeNull();
            return visitor;
        }

        /// <summary>An initiative's identity, as forms name it.</summary>
        public async Task<string> Id(int nationalId) => (await Ids(nationalId))[0];

        public async Task<string[]> Ids(params int[] nationalIds) =>
            [.. (await store.Scalar<Guid[]>($"select array_agg(id order by national_id) from initiative where national_id in ({string.Join(",", nationalIds)})")).Select(id => id.ToString("N"))];

        public Task<IReadOnlyList<NeedQuestion>> Questions() => NeedStore.Questions(store.Db, store.Portfolio, null, null, TestStore.Cancellation);

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            await store.DisposeAsync();
        }
    }
}

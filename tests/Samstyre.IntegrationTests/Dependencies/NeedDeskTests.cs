using System.Net;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Dependencies;

/// <summary>Those who follow dependencies say what words name, ask both sides and note, in the browser without script.</summary>
public sealed class NeedDeskTests(PostgresFixture postgres)
{
    private const string Queue = "/nb/e-health/arbeid/avhengigheter";
    private const string Names = Queue + "/navn";
    private const string Words = "Det store registeret";

    private static readonly Report Journal = Report(164, "Kjernejournal", "Norsk Helsenett") with
    {
        Dependencies =
        [
            new(Words, "Nytt grensesnitt", "Å vise data", "3", Level.High, "snarest mulig", null, TrafficLight.Green),
            new("Folkeregister", "Pilot", "Å prøve", "4", Level.High, "06.2021", PartialDate.OfMonth(2021, 6), TrafficLight.Green),
        ],
    };

    private static readonly Report Register = Report(5, "Folkeregister", "Folkehelseinstituttet") with { Status = TrafficLight.Red, Deliverables = [new("Pilot", "12.2022", PartialDate.OfMonth(2022, 12))] };

    private static string Unclear => $"{Queue}/164/{NeedKey.Of(Journal)[0]}";

    private static string Clear => $"{Queue}/164/{NeedKey.Of(Journal)[1]}";

    [Fact]
    public async Task Words_ThatAreTaught_ResolveTheRow_AndTakenBackTheyWaitAgain()
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        var queue = await Text(office, Queue);
        queue.ShouldContain($"{Words}: Nytt grensesnitt");
        queue.ShouldContain("Ord å avgjøre (1)");
        (await Text(office, Unclear)).ShouldContain("Ordene peker ikke på noe kjent.");
        var target = await Folkeregister(world);
        (await Text(office, Unclear + "?sok=folkereg")).ShouldContain($"value=\"{target}\"");
        (await office.Post(Unclear + "?sok=folkereg", Unclear + "/navn", ("valg", "mal"), ("ord", Words), ("mal", target.ToString()))).Location.ShouldBe(Unclear + "?lagret=navn");
        (await Text(office, Queue)).ShouldContain("Ord å avgjøre (0)");
        var page = await Text(office, Unclear);
        page.ShouldContain("Folkeregister (tiltak) <span class=\"quiet\">100 % sikkert: lært bort av noen".Replace("100 %", "100\u00a0%"));
        page.ShouldContain("ubesvart");
        (await Text(office, Names)).ShouldContain("Navn kontor");
        (await office.Post(Names, Names + "/fjern", ("ord", Words))).Location.ShouldBe(Names + "?lagret=tilbake");
        (await Text(office, Queue)).ShouldContain("Ord å avgjøre (1)");
        (await Text(office, Names)).ShouldContain("Ingen ord er lært bort ennå.");
        (await world.Actions()).ShouldBe(["NameForgotten", "NameTaught"]);
        (await Text(office, "/nb/e-health/arbeid/logg")).ShouldContain("Ord i avhengigheter lært bort");
    }

    [Fact]
    public async Task Words_ThatNameNobody_AreDecided()
    {
        await using var world = await World();
        using var architect = await world.LoggedIn("arkitekt");
        (await architect.Post(Unclear, Unclear + "/navn", ("valg", "ingen"), ("ord", "noe annet"))).Location.ShouldBe(Unclear + "?lagret=navn");
        (await Text(architect, Queue)).ShouldContain("Ord å avgjøre (0)");
        (await Text(architect, Unclear)).ShouldContain("Noen har avgjort at ordene ikke peker på noe porteføljen følger.");
        (await architect.Post(Unclear, Unclear + "/navn", ("valg", "tilbake"), ("ord", Words))).Location.ShouldBe(Unclear + "?lagret=tilbake");
        (await Text(architect, Queue)).ShouldContain("Ord å avgjøre (1)");
    }

    [Fact]
    public async Task PublishedRound_IsWorkedOnAsItIs_AndItsReportStaysAsItWasPublished()
    {
        await using var world = await World();
        (await PublicationStore.Publish(world.Store.Db, world.Store.Portfolio, "2020-10", null, TestStore.Actor, new SteppedClock(world.Store.Tick()), TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        world.Store.Tick();
        using var architect = await world.LoggedIn("arkitekt");
        using var anybody = world.Nobody();
        const string Report = "/nb/e-health/2020-10/rapport.json";
        var published = (await anybody.Get(Report)).Text;
        (await Text(architect, Queue)).ShouldContain("Ord å avgjøre (1)");
        (await architect.Post(Unclear, Unclear + "/navn", ("valg", "ingen"))).Location.ShouldBe(Unclear + "?lagret=navn");
        (await Text(architect, Queue)).ShouldContain("Ord å avgjøre (0)");
        (await anybody.Get(Report)).Text.ShouldBe(published);
    }

    [Fact]
    public async Task Question_StandsOncePerSide_AndEachContactGetsOneLetter()
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        (await Text(office, Queue)).ShouldContain("ikke spurt");
        var page = await Text(office, Clear + "?regel=NeededBeforeDelivered");
        page.ShouldContain("Kjernejournal trenger «Folkeregister: Pilot» innen juni 2021, men Folkeregister planlegger «Pilot» først desember 2022. Hva stemmer?");
        var sides = await world.Store.Scalar<Guid[]>("select array_agg(id order by national_id) from initiative");
        (string, string)[] fields = [("hvem", sides[0].ToString("N")), ("hvem", sides[1].ToString("N")), ("sporsmal", "Når kommer den?")];
        for (var times = 0; times < 2; times++) (await office.Post(Clear, Clear + "/spor?regel=NeededBeforeDelivered", fields)).Location.ShouldBe(Clear + "?lagret=spurt");
        (await NeedStore.Questions(world.Store.Db, world.Store.Portfolio, null, null, TestStore.Cancellation)).Select(question => (question.Asked, question.Rule, question.Words))
            .ShouldBe([(sides[0], "NeededBeforeDelivered", "Når kommer den?"), (sides[1], "NeededBeforeDelivered", "Når kommer den?")], ignoreOrder: true);
        (await world.Store.Scalar<string[]>("select array_agg(address || ' ' || subject order by address) from message where kind = 'need'"))
            .ShouldBe(["kari@example.org Spørsmål om en avhengighet: Kjernejournal", "ola@example.org Spørsmål om en avhengighet: Folkeregister"]);
        (await Text(office, Queue)).ShouldContain(">spurt ");
        (await Text(office, Clear)).ShouldContain("Venter på svar");
        (await world.Actions()).ShouldBe(["NeedAsked", "NeedAsked"]);

        var first = (await NeedStore.Questions(world.Store.Db, world.Store.Portfolio, sides[0], null, TestStore.Cancellation)).Single();
        (await NeedStore.Reply(world.Store.Db, world.Store.Portfolio, first.Id, sides[0], "I desember", TestStore.Actor, world.Store.Tick(), TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        var queue = await Text(office, Queue);
        queue.ShouldContain("Svar (1)");
        queue.ShouldContain("Svar på spørsmål: I desember");
        var answer = new NeedAnswer(sides[1], NeedKey.Of(Journal)[1], sides[0], AnswerKind.Accepted, PartialDate.OfMonth(2022, 12), null, "", world.Store.Tick(), TestStore.Actor);
        (await NeedStore.Answer(world.Store.Db, world.Store.Portfolio, answer, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        (await Text(office, Queue)).ShouldContain("leverer som ønsket, desember 2022</td>");
    }

    [Fact]
    public async Task Note_StandsOnThePage_AndInTheLog()
    {
        await using var world = await World();
        using var architect = await world.LoggedIn("arkitekt");
        (await architect.Post(Clear, Clear + "/notat", ("notat", "Ta det opp i rådet"))).Location.ShouldBe(Clear + "?lagret=notat");
        var page = await Text(architect, Clear);
        page.ShouldContain("Ta det opp i rådet");
        page.ShouldContain("Navn arkitekt");
        (await world.Actions()).ShouldBe(["NeedNoted"]);
    }

    [Theory]
    [InlineData("/navn", "valg", "mal", "Kryss av minst ett treff")]
    [InlineData("/spor", "sporsmal", "Er det sant?", "Kryss av hvem som skal spørres.")]
    [InlineData("/spor", "sporsmal", " ", "Skriv hva du spør om")]
    [InlineData("/notat", "notat", " ", "Skriv notatet")]
    public async Task Deed_ThatLacksSomething_SaysSo_AndKeepsWhatWasTyped(string deed, string field, string value, string sentence)
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        var answer = await office.Post(Unclear, Unclear + deed, (field, value), ("ord", "Mine ord"));
        ((int)answer.Status).ShouldBe(422);
        var text = WebUtility.HtmlDecode(answer.Text);
        text.ShouldContain(sentence);
        text.ShouldContain(deed == "/navn" ? "value=\"Mine ord\"" : value);
        (await world.Actions()).ShouldBeEmpty();
    }

    [Fact]
    public async Task TaughtWords_ThatAreEmpty_AreRefused()
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        var answer = await office.Post(Unclear, Unclear + "/navn", ("valg", "mal"), ("ord", " "), ("mal", (await Folkeregister(world)).ToString()));
        ((int)answer.Status).ShouldBe(422);
        WebUtility.HtmlDecode(answer.Text).ShouldContain("Skriv ordene slik de står i skjemaet");
        answer.Text.ShouldContain("href=\"#ord\"");
    }

    [Fact]
    public async Task Need_ThatIsNotThere_IsNotFound()
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        foreach (var address in (string[])[$"{Queue}/164/finnes-ikke", $"{Queue}/999/{NeedKey.Of(Journal)[0]}", $"{Queue}/5/{NeedKey.Of(Journal)[0]}", Queue + "?runde=1999-01", Unclear + "?runde=1999-01"])
            ((int)(await office.Get(address)).Status).ShouldBe(404, address);
        ((int)(await office.Post(Unclear, $"{Queue}/164/finnes-ikke/notat", ("notat", "Hei"))).Status).ShouldBe(404);
    }

    [Theory]
    [InlineData("kari")]
    [InlineData("utvalg")]
    public async Task Desk_IsNotForReportersAndCommittees(string person)
    {
        await using var world = await World();
        using var visitor = await world.LoggedIn(person);
        foreach (var address in (string[])[Queue, Unclear, Names]) ((int)(await visitor.Get(address)).Status).ShouldBe(404, address);
        (await visitor.Get("/nb/e-health/arbeid")).Text.ShouldNotContain("arbeid/avhengigheter");
    }

    [Fact]
    public async Task Queue_ShowsWhatIsChosen()
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor");
        (await Text(office, Queue + "?virksomhet=nhn&kritikalitet=High")).ShouldContain("Ord å avgjøre (1)");
        foreach (var choice in (string[])["?virksomhet=fhi", "?kritikalitet=Low"])
        {
            var text = await Text(office, Queue + choice);
            text.ShouldContain("Ord å avgjøre (0)");
            text.ShouldContain("Ingenting passer med valgene dine.");
        }

        var alone = await Text(office, Queue + "?del=motsigelser");
        alone.ShouldContain("Motsigelser (");
        alone.ShouldNotContain("Ord å avgjøre (");
    }

    private static async Task<string> Text(Visitor visitor, string address)
    {
        var reply = await visitor.Get(address);
        ((int)reply.Status).ShouldBe(200, address);
        return WebUtility.HtmlDecode(reply.Text);
    }

    private static async Task<TargetRef> Folkeregister(DeskWorld world) => TargetRef.Of(await world.Store.Scalar<Guid>("select id from initiative where national_id = 5"));

    private static Report Report(int id, string name, string organisation) => new() { Name = name, NationalId = id, Organisation = organisation, Status = TrafficLight.Green };

    private async Task<DeskWorld> World()
    {
        var store = await TestStore.Create(postgres);
        await store.Import(await store.Round("2020-10"), "oktober.json", Journal, Register);
        await store.Person("kontor@example.org", new RoleGrant(Role.PortfolioOffice));
        await store.Person("arkitekt@example.org", new RoleGrant(Role.ArchitectureOffice));
        await store.Person("utvalg@example.org", new RoleGrant(Role.CommitteeMember));
        await store.Person("kari@example.org", new RoleGrant(Role.Reporter, "nhn"));
        await store.Person("ola@example.org", new RoleGrant(Role.Reporter, "fhi"));
        return new(store, await TestServer.Start(store.Db));
    }

    private sealed class DeskWorld(TestStore store, TestServer server) : IAsyncDisposable
    {
        public TestStore Store => store;

        public Visitor Nobody() => server.Visitor();

        public async Task<Visitor> LoggedIn(string person)
        {
            var visitor = server.Visitor();
            (await visitor.LogIn(person + "@example.org", TestStore.Password)).Location.ShouldNotBeNull();
            return visitor;
        }

        /// <summary>What the log says was done about dependencies, by name.</summary>
        public Task<string[]> Actions() => store.Scalar<string[]>("select coalesce(array_agg(action order by action), array[]::text[]) from audit_entry where action like 'Need%' or action like 'Name%'");

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            await store.DisposeAsync();
        }
    }
}

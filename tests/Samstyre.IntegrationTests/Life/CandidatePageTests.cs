using System.Net;
using Samstyre.Import;
using Samstyre.IntegrationTests.Reporting;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Life;

/// <summary>The pages of candidates as people meet them: who sees what, what is asked, what is refused.</summary>
public sealed class CandidatePageTests(PostgresFixture postgres)
{
    private const string List = "/nb/e-health/arbeid/kandidater";
    private const string New = List + "/ny";

    [Fact]
    public async Task Candidate_AssessedByBothSides_ComesIntoThePortfolio_AndEachIsTold()
    {
        await using var world = await World();
        using var reporter = await world.LoggedIn("kari@example.org");
        using var office = await world.LoggedIn("kontor@example.org");
        (await reporter.Get(List)).Text.ShouldContain("Ingen kandidater ennå");
        var page = await Announce(reporter, answers: [("svar-1", "Yes"), ("kommentar-1", "Alt er digitalt"), ("svar-2", "No")]);
        (await reporter.Get(List)).Text.ShouldContain("Venter på kontoret");
        (await Told(world)).ShouldBe(1);

        await Redirected(office.Post(page, page + "/svar", ("svar-1", "Yes"), ("svar-2", "Yes"), ("svar-3", "Yes"), ("svar-5", "Yes")));
        await Redirected(office.Post(page, page + "/melding", ("melding", "Hva med kommunene?")));
        (await Told(world)).ShouldBe(2);
        var seen = WebUtility.HtmlDecode((await reporter.Get(page)).Text);
        seen.ShouldContain("Venter på svar fra melderen");
        seen.ShouldContain("Hva med kommunene?");
        seen.ShouldContain("Svarene er ulike på spørsmål 2. Norsk Helsenett kommer til Utenfor, porteføljekontoret til Samstyre.");
        seen.ShouldContain("versjon 1");
        seen.ShouldNotContain("/avgjor");
        await Redirected(reporter.Post(page, page + "/melding", ("melding", "De er med.")));

        (await office.Get(page)).Text.ShouldContain("Kontorets svar peker mot: Samstyre.");
        await Redirected(office.Post(page, page + "/avgjor", ("utfall", "In"), ("segment", "co-govern"), ("dato", "30.12.2030"), ("grunn", "Nasjonal løsning"), ("sak", "12/20")));
        var decided = WebUtility.HtmlDecode((await reporter.Get(page)).Text);
        decided.ShouldContain("I porteføljen fra 30.12.2030. Segment: Samstyre");
        decided.ShouldContain("Navn kontor");
        (await Told(world)).ShouldBe(4);
        (await world.Store.Scalar<string>("select segment from initiative where name = 'Digital hjemmeoppfølging'")).ShouldBe("co-govern");
        var refused = await office.Post(page, page + "/avgjor", ("utfall", "Out"), ("dato", "30.12.2030"), ("grunn", "Nei"));
        WebUtility.HtmlDecode(refused.Text).ShouldContain("Saken er allerede avgjort.");
    }

    [Fact]
    public async Task Candidate_OfAnotherOrganisation_IsNotThere()
    {
        await using var world = await World();
        using var reporter = await world.LoggedIn("kari@example.org");
        using var other = await world.LoggedIn("ola@example.org");
        var page = await Announce(reporter);
        (await other.Get(List)).Text.ShouldNotContain("Digital hjemmeoppf");
        var there = await other.Get(page);
        there.Status.ShouldBe(HttpStatusCode.NotFound);
        there.Text.ShouldBe((await other.Get($"{List}/{Guid.NewGuid():N}")).Text);
        there.Text.ShouldBe((await other.Get(List + "/noe")).Text);
        foreach (var step in (string[])["/svar", "/melding", "/avgjor"]) (await other.Post(List, page + step, ("svar-1", "Yes"), ("melding", "Hei"))).Status.ShouldBe(HttpStatusCode.NotFound, step);
        // Nor is it named to somebody who announces a like one.
        var like = await other.Post(New, null, [.. Fields("Digital hjemmeoppfølging", "fhi")]);
        like.Location.ShouldNotBeNull();
        (await world.Store.Count("assessment_message")).ShouldBe(0);
        (await world.Store.Count("assessment_answer")).ShouldBe(0);
    }

    [Fact]
    public async Task Reporter_CannotDecide_NorAnnounceForAnother()
    {
        await using var world = await World();
        using var reporter = await world.LoggedIn("kari@example.org");
        var page = await Announce(reporter);
        (await reporter.Post(page, page + "/avgjor", ("utfall", "In"), ("segment", "co-govern"), ("dato", "30.12.2030"), ("grunn", "Vi vil"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.Store.Count("admission_decision")).ShouldBe(0);
        (await reporter.Post(New, null, [.. Fields("Noe helt annet", "fhi")])).Text.ShouldContain("Velg virksomheten som har ansvaret.");
    }

    [Theory]
    [InlineData("", "nhn", "Formål", "Skriv navnet på tiltaket")]
    [InlineData("...", "nhn", "Formål", "Skriv navnet på tiltaket")]
    [InlineData("Noe nytt", "", "Formål", "Velg virksomheten som har ansvaret.")]
    [InlineData("Noe nytt", "nhn", " ", "Skriv hva tiltaket er for")]
    public async Task Announcement_WithWrongFields_SaysWhatToDo_AndKeepsTheRest(string name, string organisation, string purpose, string sentence)
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor@example.org");
        var reply = await office.Post(New, null, ("innmelding", Guid.NewGuid().ToString()), ("navn", name), ("virksomhet", organisation), ("formal", purpose), ("svar-1", "Yes"), ("kommentar-1", "Beholdt"));
        ((int)reply.Status).ShouldBe(422);
        WebUtility.HtmlDecode(reply.Text).ShouldContain(sentence);
        reply.Text.ShouldContain("Beholdt</textarea>");
        (await world.Store.Count("announcement")).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "co-govern", "", "30.12.2030", "Fordi", "Velg hva som er avgjort.")]
    [InlineData("7", "co-govern", "", "30.12.2030", "Fordi", "Velg hva som er avgjort.")]
    [InlineData("In", "finnes-ikke", "", "30.12.2030", "Fordi", "Velg et segment")]
    [InlineData("In", "co-govern", "", "i morgen", "Fordi", "Skriv dagen som 31.10.2020.")]
    [InlineData("In", "co-govern", "", "01.01.2019", "Fordi", "Dagen er før")]
    [InlineData("Out", "", "", "30.12.2030", "", "Skriv hvorfor")]
    [InlineData("Undecided", "", "", "30.12.2030", "Fordi", "Skriv hvilken dag")]
    [InlineData("Undecided", "", "30.12.2030", "30.12.2030", "Fordi", "Skriv hvilken dag")]
    public async Task Decision_WithWrongFields_SaysWhatToDo_AndNothingChanges(string outcome, string segment, string until, string on, string reason, string sentence)
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor@example.org");
        var page = await Announce(office);
        var reply = await office.Post(page, page + "/avgjor", ("utfall", outcome), ("segment", segment), ("til", until), ("dato", on), ("grunn", reason), ("sak", "1/20"));
        ((int)reply.Status).ShouldBe(422);
        WebUtility.HtmlDecode(reply.Text).ShouldContain(sentence);
        reply.Text.ShouldContain("value=\"1/20\"");
        (await world.Store.Count("admission_decision")).ShouldBe(0);
    }

    [Fact]
    public async Task Announcement_LikeAnother_IsAskedAbout_AndMadeWhenItIsAnother()
    {
        await using var world = await World();
        using var reporter = await world.LoggedIn("kari@example.org");
        var page = await Announce(reporter);
        var fields = Fields("Digital oppfølging hjemme", "nhn", ("svar-1", "Yes"), ("kommentar-1", "Beholdt"));
        var asked = await reporter.Post(New, null, [.. fields]);
        ((int)asked.Status).ShouldBe(200);
        var html = WebUtility.HtmlDecode(asked.Text);
        html.ShouldContain("Er dette det samme tiltaket?");
        html.ShouldContain($"href=\"{page}\">Digital hjemmeoppfølging</a>");
        html.ShouldContain("value=\"Digital oppfølging hjemme\"");
        html.ShouldContain("Beholdt</textarea>");
        (await world.Store.Count("announcement")).ShouldBe(1);
        (await reporter.Post(New, null, [.. fields, ("annet", "ja")])).Location.ShouldNotBeNull();
        (await world.Store.Count("announcement")).ShouldBe(2);
        (await world.Store.Count("assessment_answer")).ShouldBe(1);
    }

    [Fact]
    public async Task Post_SentTwice_IsHarmless()
    {
        await using var world = await World();
        using var reporter = await world.LoggedIn("kari@example.org");
        using var office = await world.LoggedIn("kontor@example.org");
        var fields = Fields("Digital hjemmeoppfølging", "nhn", ("svar-1", "Yes"));
        var page = (await reporter.Post(New, null, [.. fields])).Location!.Split('?')[0];
        (await reporter.Post(New, null, [.. fields])).Location!.Split('?')[0].ShouldBe(page);
        foreach (var _ in (int[])[1, 2])
        {
            await Redirected(reporter.Post(page, page + "/svar", ("svar-2", "Yes")));
            await Redirected(reporter.Post(page, page + "/melding", ("melding", "Hei\r\nder")));
            await Redirected(office.Post(page, page + "/avgjor", ("utfall", "Undecided"), ("til", "31.12.2030"), ("dato", "01.12.2030"), ("grunn", "Venter")));
        }

        foreach (var _ in (int[])[1, 2]) await Redirected(office.Post(page, page + "/avgjor", ("utfall", "Out"), ("dato", "30.12.2030"), ("grunn", "Nei ")));
        (await world.Store.Count("announcement")).ShouldBe(1);
        (await world.Store.Count("assessment_message")).ShouldBe(1);
        (await world.Store.Count("admission_decision")).ShouldBe(2);
        (await world.Store.Scalar<long>("select count(*) from assessment_answer where question = 'several-actors'")).ShouldBe(1);
        // Announced, the message and two decisions.
        (await Told(world)).ShouldBe(4);
    }

    [Fact]
    public async Task Answers_OfTwoPeopleOfOneSide_DoNotUndoEachOther()
    {
        await using var world = await World();
        using var reporter = await world.LoggedIn("kari@example.org");
        using var office = await world.LoggedIn("kontor@example.org");
        var page = await Announce(office);
        await Redirected(office.Post(page, page + "/svar", ("svar-1", "Yes"), ("kommentar-1", "Først")));
        // A form that was opened before that, and that changes another question alone.
        await Redirected(office.Post(page, page + "/svar", ("svar-1", ""), ("sett-svar-1", ""), ("svar-2", "No"), ("sett-svar-2", "")));
        (await world.Store.Count("assessment_answer")).ShouldBe(2);
        (await world.Store.Scalar<long>("select count(*) from assessment_answer where side = 'Office'")).ShouldBe(2);
        var tooLong = await reporter.Post(page, page + "/svar", ("svar-1", "No"), ("kommentar-1", new string('a', 8_001)));
        ((int)tooLong.Status).ShouldBe(422);
        WebUtility.HtmlDecode(tooLong.Text).ShouldContain("En kommentar kan ha høyst 8000 tegn.");
        (await world.Store.Count("assessment_answer")).ShouldBe(2);
    }

    [Fact]
    public async Task Log_TellsOfACandidateInWords()
    {
        await using var world = await World();
        using var office = await world.LoggedIn("kontor@example.org");
        var page = await Announce(office, answers: [("svar-1", "Yes")]);
        await Redirected(office.Post(page, page + "/avgjor", ("utfall", "In"), ("segment", "co-govern"), ("dato", "30.12.2030"), ("grunn", "Ja")));
        var log = WebUtility.HtmlDecode((await office.Get("/nb/e-health/arbeid/logg")).Text);
        foreach (var words in (string[])["Tiltak meldt inn som kandidat", "Sjekkliste besvart", "digital: Ja", "Kandidat avgjort", "I porteføljen", "Samstyre"]) log.ShouldContain(words);
    }

    private async Task<FormWorld> World()
    {
        var world = await FormWorld.Create(postgres);
        var definition = TestStore.Definition with { Checklist = ExamplePortfolio.Definition.Checklist, Segments = ExamplePortfolio.Definition.Segments };
        await PortfolioStore.Save(world.Store.Db, definition, TestStore.Actor, world.Store.Tick(), TestStore.Cancellation);
        return world;
    }

    private static IEnumerable<(string Name, string Value)> Fields(string name, string organisation, params (string, string)[] answers) =>
        [("innmelding", Guid.NewGuid().ToString()), ("navn", name), ("virksomhet", organisation), ("formal", "Oppfølging av pasienter hjemme"), .. answers];

    /// <summary>Announces one and gives the address of its page.</summary>
    private static async Task<string> Announce(Visitor visitor, params (string, string)[] answers) =>
        (await visitor.Post(New, null, [.. Fields("Digital hjemmeoppfølging", "nhn", answers)])).Location.ShouldNotBeNull().Split('?')[0];

    private static async Task Redirected(Task<Reply> reply) => (await reply).Status.ShouldBe(HttpStatusCode.Redirect);

    private static Task<long> Told(FormWorld world) => world.Store.Scalar<long>("select count(*) from message where kind = 'candidate'");
}

using System.Net;
using System.Text.RegularExpressions;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Pages;

/// <summary>The office edits the report's words over HTTP, without script; the public reads them once they are published.</summary>
public sealed partial class WorkbenchTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Bench = "/nb/e-health/arbeid/rapport/2020-03";
    private const string Summary = Bench + "/summary";
    private const string Report = "/nb/e-health/2020-03/rapport";
    private const string Ours = "Vi har tolv tiltak.\n\nAndre avsnitt med <b>merker</b>.";
    private static readonly Report Journal = new() { Name = "Kjernejournal", NationalId = 60, Organisation = "Norsk Helsenett", Status = TrafficLight.Yellow };
    private static readonly Report Register = new() { Name = "Folkeregister", NationalId = 61, Organisation = "Folkehelseinstituttet", Status = TrafficLight.Green };

    private TestStore store = null!;
    private TestServer server = null!;
    private SteppedClock clock = null!;
    private Visitor office = null!;
    private Visitor everybody = null!;
    private Round round = null!;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.Create(postgres);
        round = await store.Round("2020-03");
        await store.Import(round, "a.txt", Journal);
        await store.Person("kontor@example.org", new RoleGrant(Role.PortfolioOffice));
        await store.Person("kollega@example.org", new RoleGrant(Role.PortfolioOffice));
        await store.Person("nhn@example.org", new RoleGrant(Role.Reporter, "nhn"));
        clock = new(TestStore.Start.AddDays(1));
        server = await TestServer.Start(store.Db, clock);
        office = await LoggedIn("kontor@example.org");
        everybody = server.Visitor();
    }

    public async ValueTask DisposeAsync()
    {
        office.Dispose();
        everybody.Dispose();
        await server.DisposeAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Save_ThenPublish_EverybodyReadsItAndLaterEditsWait()
    {
        (await office.Get("/nb/e-health/arbeid/rapport")).Location.ShouldBe(Bench);
        (await Save(office, Ours)).Location.ShouldBe(Bench + "#summary");
        (await office.Get(Bench)).Text.ShouldContain("Vi har tolv tiltak.");
        (await office.Get(Report)).Text.ShouldContain("Vi har tolv tiltak.");
        (await everybody.Get(Report)).Status.ShouldBe(HttpStatusCode.NotFound);

        await Publish(null);
        await Reads("Vi har tolv tiltak.");
        (await everybody.Get(Report)).Text.ShouldContain("&lt;b&gt;merker&lt;/b&gt;");
        (await everybody.Get("/en/e-health/2020-03/rapport")).Text.ShouldContain("The portfolio has ");

        (await Save(office, "Vi har tretten tiltak.")).Location.ShouldBe(Bench + "#summary");
        (await office.Get(Bench)).Text.ShouldSatisfyAllConditions(text => text.ShouldContain("Vi har tretten tiltak."), text => text.ShouldContain("Venter på publisering"));
        await Reads("Vi har tolv tiltak.");
        (await office.Get(Report)).Text.ShouldContain("Vi har tolv tiltak.");

        await Publish("Rettet teksten");
        await Reads("Vi har tretten tiltak.");
        (await office.Get(Bench)).Text.ShouldNotContain("Venter på publisering");
        (await AuditTrail.Verify(store.Db, store.Portfolio, TestStore.Cancellation)).Whole.ShouldBeTrue();
    }

    [Fact]
    public async Task Save_NumbersChangeAfterwards_BothDraftsAreShownUntilItIsSavedAnew()
    {
        await Save(office, Ours);
        (await office.Get(Bench)).Text.ShouldNotContain("Tallene er endret siden");
        await store.Import(round, "b.txt", Register);
        (await office.Get(Bench)).Text.ShouldContain("Tallene er endret siden");
        var page = (await office.Get(Summary)).Text;
        page.ShouldContain("Porteføljen har ett tiltak fra én virksomhet");
        page.ShouldContain("Porteføljen har to tiltak fra to virksomheter");
        page.ShouldContain("Vi har tolv tiltak.");
        (await office.Get(Report)).Text.ShouldContain("Vi har tolv tiltak.");

        // Whoever has read it against the new numbers saves it as it is.
        await Save(office, Ours);
        (await office.Get(Bench)).Text.ShouldNotContain("Tallene er endret siden");
        (await store.Count("report_text")).ShouldBe(2);
    }

    [Fact]
    public async Task Save_NumbersChangeMeanwhile_TheAuthorIsToldAndKeepsTheText()
    {
        var before = (await office.Get(Summary)).Text;
        await store.Import(round, "b.txt", Register);
        var told = await Send(office, before, Ours);
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Text.ShouldContain("Tallene ble endret mens du skrev");
        told.Text.ShouldContain("Vi har tolv tiltak.");
        (await store.Count("report_text")).ShouldBe(0);
        (await Send(office, told.Text, Ours)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await store.Count("report_text")).ShouldBe(1);
    }

    [Fact]
    public async Task Save_TwoAtOnce_TheSecondIsToldAndSeesBoth()
    {
        using var colleague = await LoggedIn("kollega@example.org");
        var before = (await colleague.Get(Summary)).Text;
        await Save(office, Ours);
        var told = await Send(colleague, before, "Kollegaens tekst.");
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain("En annen lagret denne delen mens du skrev"), text => text.ShouldContain("Navn kontor lagret denne teksten"), text => text.ShouldContain("Vi har tolv tiltak."), text => text.ShouldContain("Kollegaens tekst.</textarea>"));
        (await store.Scalar<string>("select text from report_text")).ShouldBe(Ours);

        (await Send(colleague, told.Text, "Kollegaens tekst.")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await office.Get(Report)).Text.ShouldContain("Kollegaens tekst.");
        (await office.Get(Summary)).Text.ShouldContain("Versjon 1, Navn kontor");
    }

    [Fact]
    public async Task Save_SentTwice_IsOneVersion()
    {
        var before = (await office.Get(Summary)).Text;
        foreach (var _ in Enumerable.Range(0, 2)) (await Send(office, before, Ours)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await store.Count("report_text")).ShouldBe(1);
        (await store.Count("audit_entry where action = 'ReportTextSaved'")).ShouldBe(1);
    }

    [Fact]
    public async Task Save_TheDraftItself_KeepsFollowingTheNumbers()
    {
        var page = (await office.Get(Summary)).Text;
        (await Send(office, page, WebUtility.HtmlDecode(Area().Match(page).Groups["text"].Value).Replace('\u00a0', ' '))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await store.Count("report_text")).ShouldBe(0);
    }

    [Fact]
    public async Task Back_ToTheDraft_KeepsTheVersionsAndPublishesTheDraft()
    {
        await Save(office, Ours);
        (await office.Post(Summary, null, ("sett", "1"), ("valg", "utkast"))).Location.ShouldBe(Bench + "#summary");
        var page = (await office.Get(Summary)).Text;
        page.ShouldContain("Versjon 2");
        page.ShouldContain("Vi har tolv tiltak.");
        await Publish(null);
        var report = (await everybody.Get(Report)).Text;
        report.ShouldNotContain("tolv tiltak");
        (await store.Scalar<string>("select details -> 'before' ->> 'text' from audit_entry where action = 'ReportTextWithdrawn'")).ShouldBe(Ours);
    }

    [Fact]
    public async Task Save_NothingOrTooMuch_IsRefusedWithASentence()
    {
        (await Save(office, " \n ")).ShouldSatisfyAllConditions(reply => reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity), reply => reply.Text.ShouldContain("Skriv en tekst"));
        (await Save(office, new string('a', 200_001))).ShouldSatisfyAllConditions(reply => reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity), reply => reply.Text.ShouldContain("200 000 tegn"));
        (await Save(office, new string('ø', 100_000))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await store.Count("report_text")).ShouldBe(1);
    }

    [Fact]
    public async Task Pages_OfTheWorkbench_AreTheOfficesAlone()
    {
        using var reporter = await LoggedIn("nhn@example.org");
        foreach (var address in (string[])["/nb/e-health/arbeid/rapport", Bench, Summary])
        {
            (await reporter.Get(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await everybody.Get(address)).Location.ShouldStartWith("/nb/logg-inn");
        }

        (await reporter.Post("/nb/e-health/arbeid", Summary, ("tekst", "Hei"))).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var address in (string[])[Bench + "/annex", Bench + "/finnes-ikke", "/nb/e-health/arbeid/rapport/1999-01"]) (await office.Get(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await store.Count("report_text")).ShouldBe(0);
    }

    /// <summary>On the page and in a file.</summary>
    private async Task Reads(string words)
    {
        (await everybody.Get(Report)).Text.ShouldContain(words);
        (await everybody.Get(Report + ".html")).Text.ShouldContain(words);
    }

    private async Task<Reply> Save(Visitor visitor, string text) => await Send(visitor, (await visitor.Get(Summary)).Text, text);

    private Task<Reply> Send(Visitor visitor, string page, string text)
    {
        clock.Now = clock.Now.AddMinutes(1);
        return visitor.PostRaw(Summary, ("token", Visitor.TokenOf(page)), ("sett", Hidden(page, "sett")), ("utkast", Hidden(page, "utkast")), ("tekst", text.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    private async Task Publish(string? reason)
    {
        clock.Now = clock.Now.AddMinutes(1);
        (await PublicationStore.Publish(store.Db, store.Portfolio, "2020-03", reason, TestStore.Actor, clock, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        clock.Now = clock.Now.AddMinutes(1);
    }

    private async Task<Visitor> LoggedIn(string email)
    {
        var visitor = server.Visitor();
        (await visitor.LogIn(email, TestStore.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
        return visitor;
    }

    private static string Hidden(string page, string name) => Regex.Match(page, $"name=\"{name}\" value=\"(?<value>[^\"]*)\"").Groups["value"].Value;

    [GeneratedRegex("<textarea[^>]*>\n(?<text>[^<]*)</textarea>")]
    private static partial Regex Area();
}

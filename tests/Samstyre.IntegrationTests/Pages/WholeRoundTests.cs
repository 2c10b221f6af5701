using System.Net;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Pages;

/// <summary>A whole round over HTTP, without script: planned, opened, filled in, returned, corrected, approved, published, read.</summary>
public sealed class WholeRoundTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Desk = "/nb/e-health/arbeid";
    private const string Form = Desk + "/innmelding/2020-12/164";
    private static readonly Report Journal = new()
    {
        Name = "Kjernejournal", NationalId = 164, Organisation = "Norsk Helsenett", OrganisationText = "NHN", OwnerText = "Eva Eier", ManagerText = "Per Leder", Purpose = "En journal for alle.", Revised = PartialDate.OfMonth(2020, 10),
        Status = TrafficLight.Yellow, StatusCause = "Forsinket leverandør", Risk = TrafficLight.Green, RiskText = "Lite", Phase = Phase.Execution, PhaseEnd = PartialDate.OfMonth(2021, 6), EndDate = PartialDate.OfMonth(2022, 6),
        TotalCostMnok = new Money(100m), PrimaryFocusArea = "1.1", LifetimeText = "10 år", BenefitBand = BenefitBand.Over100, BenefitOwnersText = "Alle",
        FundingCols = ["<2019", "2019", "2020", "2021", "2022>"], Funding = [new("Staten", [null, new Money(10m), new Money(20m), new Money(30m), null])], FundingTotal = [null, new Money(10m), new Money(20m), new Money(30m), null],
        Deliverables = [new("Pilot", "03.2021", PartialDate.OfMonth(2021, 3)), new("Innføring", "12.2021", PartialDate.OfMonth(2021, 12))],
        Dependencies = [new("NHN", "Drift", "Å kjøre", "4", Level.Medium, null, null, TrafficLight.Green)],
    };

    private TestStore store = null!;
    private TestServer server = null!;
    private Visitor office = null!;
    private Visitor reporter = null!;
    private SteppedClock clock = null!;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.Create(postgres);
        clock = new(TestStore.Start.AddDays(1));
        var october = await store.Round("2020-10");
        await store.Import(october, "oktober.json", Journal, new Report { Name = "Folkeregister", NationalId = 5, Organisation = "Folkehelseinstituttet", Status = TrafficLight.Green });
        await store.Register(new InitiativeRegistration(164, "Kjernejournal", [], "nhn", "co-govern", []));
        await store.Person("kontor@example.org", new RoleGrant(Role.PortfolioOffice));
        await store.Person("nhn@example.org", new RoleGrant(Role.Reporter, "nhn"));
        await store.Person("fhi@example.org", new RoleGrant(Role.Reporter, "fhi"));
        server = await TestServer.Start(store.Db, clock);
        office = await LoggedIn("kontor@example.org");
        reporter = await LoggedIn("nhn@example.org");
        (await office.Post(Desk + "/runder", null, ("samlet", "15.12.2020"), ("apner", "01.12.2020"), ("frist", "10.12.2020"))).Location.ShouldBe(Desk + "/runder/2020-12");
        (await Step("Open")).Location.ShouldBe(Desk + "/runder/2020-12");
    }

    public async ValueTask DisposeAsync()
    {
        office.Dispose();
        reporter.Dispose();
        await server.DisposeAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Round_FromOpeningToPublication_IsReadByThePublic()
    {
        (await reporter.Get(Desk)).Text.ShouldContain("Kjernejournal");
        var page = (await reporter.Get(Form + "/status")).Text;
        page.ShouldContain("Forsinket leverandør");

        // Red needs no other cause than the one that stands, but a worse rating has to be explained.
        (await Save("status", ("status", "Red"))).Location.ShouldBe(Form + "/framdrift");
        var refused = await Send();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("vesentlig endring");
        (await Save("status", ("explain:significant-change@status", "Leverandøren gikk konkurs"))).Location.ShouldBe(Form + "/framdrift");
        (await Send()).Location.ShouldBe(Form + "/send?sendt=ja");
        (await State()).ShouldBe("Submitted");

        var review = (await office.Get(Desk + "/kontroll/2020-12/164")).Text;
        review.ShouldContain("Leverandøren gikk konkurs");
        review.ShouldContain("gul");
        (await office.Post(Desk + "/kontroll/2020-12/164", Desk + "/kontroll/2020-12/164/tilbake", ("melding", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.Post(Desk + "/kontroll/2020-12/164", Desk + "/kontroll/2020-12/164/tilbake", ("melding", "Oppgi ny sluttdato"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await reporter.Get(Form)).Text.ShouldContain("Oppgi ny sluttdato");

        await Save("framdrift", ("endDate", "des 2022"), ("explain:significant-change@endDate", "Ny leverandør"));
        (await Send()).Location.ShouldBe(Form + "/send?sendt=ja");
        await office.Post(Desk + "/kontroll/2020-12/164", Desk + "/kontroll/2020-12/164/godkjenn");
        (await State()).ShouldBe("Approved");

        using var everybody = server.Visitor();
        (await everybody.Get("/nb/e-health/2020-12")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Step("Published")).Status.ShouldBe(HttpStatusCode.Redirect);
        var published = await everybody.Get("/nb/e-health/2020-12/tiltak/164");
        published.Status.ShouldBe(HttpStatusCode.OK);
        published.Text.ShouldContain("desember 2022");
        published.Text.ShouldNotContain("Eva Eier");
        published.Text.ShouldNotContain("Per Leder");
        (await everybody.Get("/nb/e-health/2020-12/rapport")).Status.ShouldBe(HttpStatusCode.OK);
        (await store.Scalar<long>("select count(*) from report r join round o on o.id = r.round_id where o.code = '2020-12'")).ShouldBe(2);
        (await AuditTrail.Verify(store.Db, store.Portfolio, TestStore.Cancellation)).Whole.ShouldBeTrue();
    }

    [Fact]
    public async Task Send_NothingChanged_IsRecordedAsSuch()
    {
        var answer = await reporter.Post(Form, Form + "/send", ("innsending", Guid.NewGuid().ToString()), ("uendret", "ja"));
        answer.Location.ShouldBe(Form + "/send?sendt=ja", answer.Text);
        (await store.Scalar<bool>("select unchanged from submission")).ShouldBeTrue();
    }

    [Fact]
    public async Task Send_TheSameTwice_IsOneSubmission()
    {
        var request = Guid.NewGuid().ToString();
        foreach (var _ in Enumerable.Range(0, 2)) (await reporter.Post(Form, Form + "/send", ("innsending", request), ("uendret", "ja"))).Location.ShouldBe(Form + "/send?sendt=ja");
        (await store.Count("submission")).ShouldBe(1);
    }

    [Fact]
    public async Task Save_AmountsAndDatesAsPeopleWriteThem_AreShownBackAsRead()
    {
        await Save("kostnad", ("totalCostMnok", "112 500 000"), ("annualOperatingCostMnok", "18,7 mill"));
        var page = (await reporter.Get(Form + "/kostnad")).Text;
        page.ShouldContain("Vi leser det som 112,5");
        page.ShouldContain("Vi leser det som 18,7");
        await Save("framdrift", ("endDate", "snart"));
        (await reporter.Get(Form + "/framdrift")).Text.ShouldContain("href=\"#endDate\"");
        (await Send()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Rows_AddedMovedAndRemoved_KeepTheirWords()
    {
        await Save("leveranser", ("rad", "deliverables:ny"));
        var row = (await store.Scalar<string>("select value from draft_value where field = 'deliverables'")).Split(',')[^1];
        await Save("leveranser", ($"deliverables.{row}.text", "Evaluering"), ($"deliverables.{row}.planned", "12.2022"), ("rad", $"deliverables:opp:{row}"));
        await Save("leveranser", ("rad", "deliverables:fjern:0"));
        (await store.Scalar<string>("select value from draft_value where field = 'deliverables'")).ShouldBe($"{row},1");
        var page = (await reporter.Get(Form + "/leveranser")).Text;
        page.IndexOf("Evaluering", StringComparison.Ordinal).ShouldBeInRange(1, page.IndexOf("Innføring", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_WhatAnotherChangedMeanwhile_KeepsBothTexts()
    {
        using var colleague = await LoggedIn("nhn@example.org");
        var before = (await colleague.Get(Form + "/status")).Text;
        await Save("status", ("statusCause", "Min årsak"));
        (await colleague.PostRaw(Form + "/status", ("token", Visitor.TokenOf(before)), ("statusCause", "En annen årsak"), ("sett.statusCause", Seen(before, "statusCause")), ("videre", "neste"))).Location.ShouldBe(Form + "/status#statusCause");
        var both = (await reporter.Get(Form + "/status")).Text;
        both.ShouldContain("Min årsak");
        both.ShouldContain("En annen årsak");
        (await Send()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var rival = await store.Scalar<Guid>("select id from draft_rival");
        await Save("status", ("valg", $"bruk:{rival}"));
        (await store.Scalar<string>("select value from draft_value where field = 'statusCause'")).ShouldBe("En annen årsak");
        (await store.Count("draft_rival where settled_at is null")).ShouldBe(0);
    }

    [Fact]
    public async Task Save_WhatNobodyTouched_ChangesNothing()
    {
        var page = (await reporter.Get(Form + "/status")).Text;
        await reporter.PostRaw(Form + "/status", ("token", Visitor.TokenOf(page)), ("statusCause", "Forsinket leverandør"), ("sett.statusCause", Seen(page, "statusCause")));
        (await store.Count("draft_value")).ShouldBe(0);
    }

    [Fact]
    public async Task Form_OfAnotherOrganisation_IsNotThere()
    {
        using var other = await LoggedIn("fhi@example.org");
        foreach (var address in (string[])[Form, Form + "/status", Form + "/send"]) (await other.Get(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Post(Desk, Form + "/status", ("status", "Green"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await store.Count("draft_value")).ShouldBe(0);
    }

    [Fact]
    public async Task Questions_OfTheOffice_AreAnsweredByTheReporter()
    {
        await office.Post(Desk + "/kontroll/2020-12/164", Desk + "/kontroll/2020-12/164/sporsmal", ("felt", "endDate"), ("sporsmal", "Er datoen sikker?"));
        (await reporter.Get(Form)).Text.ShouldContain("Er datoen sikker?");
        var question = await store.Scalar<Guid>("select id from question");
        await reporter.Post(Form, Form + "/svar", ("sporsmal", question.ToString()), ("svar", "Ja, ganske."));
        (await office.Get(Desk + "/kontroll/2020-12/164")).Text.ShouldContain("Ja, ganske.");
    }

    [Fact]
    public async Task Rating_OfTheOffice_StandsBesideTheReporters()
    {
        await office.Post(Desk + "/kontroll/2020-12/164", Desk + "/kontroll/2020-12/164/vurdering", ("kontor-status", "Red"), ("kontor-risiko", ""), ("grunn", "Vi ser det annerledes"));
        var page = (await office.Get(Desk + "/kontroll/2020-12/164")).Text;
        page.ShouldContain("Vi ser det annerledes");
        page.ShouldContain("Virksomhetens og kontorets vurdering");
    }

    [Fact]
    public async Task Confidential_Part_IsSeenByTheOfficeAlone()
    {
        await reporter.Post(Form + "/send", null, ("innsending", Guid.NewGuid().ToString()), ("deler", "Cost"));
        await Step("Published");
        using var everybody = server.Visitor();
        (await everybody.Get("/nb/e-health/2020-12/tiltak/164")).Text.ShouldNotContain("100\u00a0mill");
        (await everybody.Get("/nb/e-health/2020-12/eksport.json")).Text.ShouldNotContain("totalCostMnok\":100");
        (await office.Get("/nb/e-health/2020-12/tiltak/164")).Text.ShouldContain("Totalkostnad");
        (await everybody.Get("/nb/e-health/2020-12/eksport.csv")).Text.ShouldNotContain("100");
    }

    [Fact]
    public async Task Reminder_SentTwiceInADay_IsOneMessage()
    {
        (await office.Post(Desk + "/runder/2020-12", Desk + "/runder/2020-12/paminn")).Location.ShouldBe(Desk + "/runder/2020-12?paminnet=2");
        (await office.Post(Desk + "/runder/2020-12", Desk + "/runder/2020-12/paminn")).Location.ShouldBe(Desk + "/runder/2020-12?paminnet=0");
        (await store.Scalar<string>("select body from message where address = 'nhn@example.org'")).ShouldContain("/arbeid/innmelding/2020-12/164");
    }

    [Fact]
    public async Task Calendar_AsAFeed_HoldsTheRound()
    {
        using var everybody = server.Visitor();
        var feed = (await everybody.Get("/nb/e-health/kalender.ics")).Text;
        feed.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        feed.ShouldContain("DTSTART;VALUE=DATE:20201210");
    }

    private Task<Reply> Save(string page, params (string, string)[] fields) => SaveAs(reporter, page, fields);

    private static async Task<Reply> SaveAs(Visitor visitor, string page, (string Name, string Value)[] fields)
    {
        var html = (await visitor.Get($"{Form}/{page}")).Text;
        var seen = fields.Select(field => ("sett." + field.Name, Seen(html, field.Name))).Where(field => field.Item2.Length > 0);
        return await visitor.PostRaw($"{Form}/{page}", [("token", Visitor.TokenOf(html)), .. fields, .. seen, ("videre", "neste")]);
    }

    private Task<Reply> Send() => reporter.Post(Form + "/send", null, ("innsending", Guid.NewGuid().ToString()));

    private Task<Reply> Step(string to) => office.Post(Desk + "/runder/2020-12", Desk + "/runder/2020-12/steg", ("til", to));

    private Task<string> State() => store.Scalar<string>("select a.state from assignment a join initiative i on i.id = a.initiative_id where i.national_id = 164");

    private static string Seen(string html, string field)
    {
        var start = html.IndexOf($"name=\"sett.{field}\" value=\"", StringComparison.Ordinal);
        if (start < 0) return "";
        start = html.IndexOf("value=\"", start, StringComparison.Ordinal) + 7;
        return html[start..html.IndexOf('"', start)];
    }

    private async Task<Visitor> LoggedIn(string email)
    {
        var visitor = server.Visitor();
        (await visitor.LogIn(email, TestStore.Password)).Location.ShouldBe(Desk);
        return visitor;
    }
}

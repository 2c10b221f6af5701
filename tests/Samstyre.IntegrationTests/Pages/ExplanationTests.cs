using System.Net;
using System.Text.RegularExpressions;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Pages;

/// <summary>What a reporter explains on the web stands in the published report's chapter of changes.</summary>
public sealed class ExplanationTests(PostgresFixture postgres) : IAsyncLifetime
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
    private Visitor everybody = null!;
    private SteppedClock clock = null!;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.Create(postgres);
        clock = new(TestStore.Start.AddDays(1));
        await store.Import(await store.Round("2020-10"), "oktober.json", Journal);
        await store.Register(new InitiativeRegistration(164, "Kjernejournal", [], "nhn", "co-govern", []));
        await store.Person("kontor@example.org", new RoleGrant(Role.PortfolioOffice));
        await store.Person("nhn@example.org", new RoleGrant(Role.Reporter, "nhn"));
        server = await TestServer.Start(store.Db, clock);
        (office, reporter, everybody) = (server.Visitor(), server.Visitor(), server.Visitor());
        await office.LogIn("kontor@example.org", TestStore.Password);
        await reporter.LogIn("nhn@example.org", TestStore.Password);
        await office.Post(Desk + "/runder", null, ("samlet", "15.12.2020"), ("apner", "01.12.2020"), ("frist", "10.12.2020"));
        await Step("Open");
        await Save("status", ("status", "Red"));
        await Save("framdrift", ("endDate", "des 2022"));
        await Save("status", ("explain:significant-change@status", "Leverandøren gikk konkurs"));
        await Save("framdrift", ("explain:significant-change@endDate", "Ny leverandør må læres opp"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in (Visitor[])[office, reporter, everybody]) visitor.Dispose();
        await server.DisposeAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Explanations_OfASubmission_StandInTheReportWhenItIsPublished()
    {
        await Send();
        (await office.Get("/nb/e-health/2020-12/rapport/explanations")).Text.ShouldContain("Leverandøren gikk konkurs");
        await Step("Published");
        var page = (await everybody.Get("/nb/e-health/2020-12/rapport")).Text;
        page.ShouldContain("to vesentlige endringer");
        page.ShouldContain("Leverandøren gikk konkurs");
        page.ShouldContain("Ny leverandør må læres opp");
        (await everybody.Get("/nb/e-health/2020-12/rapport.json")).Text.ShouldContain("Leverandøren gikk konkurs");
    }

    [Fact]
    public async Task Explanations_OfConfidentialFields_AreLeftOutForEverybody()
    {
        await Send(("deler", "Governance"));
        (await office.Get("/nb/e-health/2020-12/rapport")).Text.ShouldNotContain("må læres opp");
        await Step("Published");
        foreach (var address in (string[])["rapport", "rapport.json", "rapport.html", "rapport/explanations"])
        {
            var text = (await everybody.Get("/nb/e-health/2020-12/" + address)).Text;
            text.ShouldContain("Leverandøren gikk konkurs");
            text.ShouldNotContain("må læres opp");
        }
    }

    [Fact]
    public async Task Explanations_OfACorrection_WaitForTheNextPublication()
    {
        await Send();
        await Step("Published");
        await Step("InReview", ("begrunnelse-InReview", "Feil i skjemaet"));
        (await office.Post(Desk + "/kontroll/2020-12/164", Desk + "/kontroll/2020-12/164/tilbake", ("melding", "Rett forklaringen"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await Save("status", ("explain:significant-change@status", "Leverandøren ble kjøpt opp"));
        await Send();
        (await everybody.Get("/nb/e-health/2020-12/rapport")).Text.ShouldSatisfyAllConditions(text => text.ShouldContain("gikk konkurs"), text => text.ShouldNotContain("kjøpt opp"));
        await Step("Published", ("begrunnelse-Published", "Rettet"));
        (await everybody.Get("/nb/e-health/2020-12/rapport")).Text.ShouldSatisfyAllConditions(text => text.ShouldNotContain("gikk konkurs"), text => text.ShouldContain("kjøpt opp"));
    }

    private async Task Save(string page, params (string Name, string Value)[] fields)
    {
        clock.Now = clock.Now.AddMinutes(1);
        var html = (await reporter.Get($"{Form}/{page}")).Text;
        var seen = fields.Select(field => ("sett." + field.Name, Regex.Match(html, $"name=\"sett.{Regex.Escape(field.Name)}\" value=\"(?<seen>[^\"]*)\"").Groups["seen"].Value)).Where(field => field.Value.Length > 0);
        (await reporter.PostRaw($"{Form}/{page}", [("token", Visitor.TokenOf(html)), .. fields, .. seen, ("videre", "neste")])).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task Send(params (string, string)[] fields)
    {
        clock.Now = clock.Now.AddMinutes(1);
        (await reporter.Post(Form + "/send", null, [("innsending", Guid.NewGuid().ToString()), .. fields])).Location.ShouldBe(Form + "/send?sendt=ja");
    }

    private async Task Step(string to, params (string, string)[] fields)
    {
        clock.Now = clock.Now.AddMinutes(1);
        (await office.Post(Desk + "/runder/2020-12", Desk + "/runder/2020-12/steg", [("til", to), .. fields])).Status.ShouldBe(HttpStatusCode.Redirect);
        clock.Now = clock.Now.AddMinutes(1);
    }
}

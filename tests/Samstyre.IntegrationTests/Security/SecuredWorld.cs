using System.Text;
using Microsoft.Extensions.Logging;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;

namespace Samstyre.IntegrationTests.Security;

/// <summary>Everybody who can come to the door.</summary>
[Flags]
internal enum Who
{
    None = 0,
    Nobody = 1,

    /// <summary>Logged in, without a role anywhere.</summary>
    NoRole = 2,

    /// <summary>The portfolio office and administrator of another portfolio.</summary>
    Elsewhere = 4,

    /// <summary>Reporter of another organisation.</summary>
    Other = 8,

    /// <summary>Reporter of the organisation whose initiative it is.</summary>
    Own = 16,
    Committee = 32,
    Architects = 64,
    Office = 128,
    Administrator = 256,
    LoggedIn = NoRole | Elsewhere | Other | Own | Committee | Architects | Office | Administrator,
    Everybody = LoggedIn | Nobody,
}

/// <summary>A portfolio with a published round, an open one with drafts, a returned form and questions, and one of everybody who can come to it.</summary>
internal sealed class SecuredWorld : IAsyncDisposable
{
    public const string Root = "/nb/e-health";
    public const string Desk = Root + "/arbeid";

    /// <summary>The form of the reporter's own organisation, with a draft.</summary>
    public const string Form = Desk + "/innmelding/2020-12/164";

    /// <summary>The form of another organisation, returned with a message.</summary>
    public const string OtherForm = Desk + "/innmelding/2020-12/5";

    /// <summary>Words that only some may see; each says in its letters what it is.</summary>
    public const string DraftWord = "Kladdeord";
    public const string ReturnWord = "Returord";
    public const string QuestionWord = "Spørsmålsord";
    public const string RatingWord = "Vurderingsord";
    public const string AttachmentWord = "Vedleggsord";
    public const string CandidateWord = "Kandidatord";
    public const string OriginalWord = "original-";

    public static readonly string[] Persons = ["Eva Eierson", "Per Ledersen"];
    private readonly Dictionary<Who, Visitor> visitors = [];

    private SecuredWorld(TestStore store, TestServer server, SteppedClock clock) => (Store, Server, Clock) = (store, server, clock);

    public TestStore Store { get; }

    public TestServer Server { get; }

    public SteppedClock Clock { get; }

    public Guid Administrator { get; private set; }

    public Guid Invited { get; private set; }

    public Guid Attachment { get; private set; }

    /// <summary>The page of a candidate that the reporter's own organisation announced.</summary>
    public string Candidate { get; private set; } = "";

    public string Invitation { get; private set; } = "";

    public string Reset { get; private set; } = "";

    public static IEnumerable<Who> All => Enum.GetValues<Who>().Where(who => who is not (Who.None or Who.LoggedIn or Who.Everybody));

    public static Report Journal => new()
    {
        Name = "Kjernejournal", NationalId = 164, Organisation = "Norsk Helsenett", OrganisationText = "NHN", OwnerText = Persons[0], ManagerText = Persons[1], Purpose = "En journal for alle.", Revised = PartialDate.OfMonth(2020, 10),
        Status = TrafficLight.Yellow, StatusCause = "Forsinket leverandør", Risk = TrafficLight.Green, RiskText = "Lite", Phase = Phase.Execution, PhaseEnd = PartialDate.OfMonth(2021, 6), EndDate = PartialDate.OfMonth(2022, 6),
        TotalCostMnok = new Money(100m), PrimaryFocusArea = "1.1", LifetimeText = "10 år", BenefitBand = BenefitBand.Over100, BenefitOwnersText = "Alle",
        FundingCols = ["<2019", "2019", "2020", "2021", "2022>"], Funding = [new("Staten", [null, new Money(10m), new Money(20m), new Money(30m), null])], FundingTotal = [null, new Money(10m), new Money(20m), new Money(30m), null],
        Deliverables = [new("Pilot", "03.2021", PartialDate.OfMonth(2021, 3)), new("Innføring", "12.2021", PartialDate.OfMonth(2021, 12))],
        Dependencies = [new("NHN", "Drift", "Å kjøre", "4", Level.Medium, null, null, TrafficLight.Green)],
    };

    // The two wait for each other: a contradiction that both can be asked about.
    private static Report WaitingFor(Report report, string other) => report with { Dependencies = [.. report.Dependencies, new(other, "Grensesnitt", "Å vise svar", "3", Level.High, "12.2021", PartialDate.OfMonth(2021, 12), TrafficLight.Yellow)] };

    /// <param name="postgres">Where its store is.</param>
    /// <param name="log">Where its server's log goes; null for the console.</param>
    public static async Task<SecuredWorld> Create(PostgresFixture postgres, ILoggerProvider? log = null)
    {
        var store = await TestStore.Create(postgres);
        var clock = new SteppedClock(TestStore.Start.AddDays(1));
        var world = new SecuredWorld(store, await TestServer.Start(store.Db, clock, log: log), clock);
        await store.Import(await store.Round("2020-10"), OriginalWord + "okt.json", WaitingFor(Journal, "Folkeregister"), WaitingFor(Journal with { Name = "Folkeregister", NationalId = 5, Organisation = "Folkehelseinstituttet", OrganisationText = "FHI" }, "Kjernejournal"));
        await store.Register(new(164, "Kjernejournal", [], "nhn", "co-govern", []), new InitiativeRegistration(5, "Folkeregister", [], "fhi", "co-govern", []));
        await world.People();
        (await PublicationStore.Publish(store.Db, store.Portfolio, "2020-10", null, TestStore.Actor, clock, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        clock.Now += TimeSpan.FromMinutes(1);
        var office = await world.As(Who.Office);
        (await office.Post(Desk + "/runder", null, ("samlet", "15.12.2020"), ("apner", "01.12.2020"), ("frist", "10.12.2020"))).Location.ShouldBe(Desk + "/runder/2020-12");
        (await office.Post(Desk + "/runder/2020-12", Desk + "/runder/2020-12/steg", ("til", "Open"))).Location.ShouldBe(Desk + "/runder/2020-12");
        (await (await world.As(Who.Own)).Post(Form + "/status", null, ("statusCause", DraftWord))).Location.ShouldNotBeNull();
        (await (await world.As(Who.Own)).PostFile(Form, Form + "/vedlegg", "vedlegg", "notat.txt", Encoding.UTF8.GetBytes(AttachmentWord))).Location.ShouldNotBeNull();
        world.Attachment = await store.Scalar<Guid>("select id from attachment");
        (await (await world.As(Who.Other)).Post(OtherForm, OtherForm + "/send", ("innsending", Guid.NewGuid().ToString()), ("uendret", "ja"))).Location.ShouldBe(OtherForm + "/send?sendt=ja");
        var announced = await (await world.As(Who.Own)).Post(Desk + "/kandidater/ny", null, ("innmelding", Guid.NewGuid().ToString()), ("navn", "Digital hjemmeoppfølging"), ("virksomhet", "nhn"), ("formal", CandidateWord));
        world.Candidate = announced.Location!.Split('?')[0];
        const string Review = Desk + "/kontroll/2020-12/5";
        foreach (var (step, fields) in ((string, (string, string)[])[])[
            ("/tilbake", [("melding", ReturnWord)]), ("/sporsmal", [("felt", "endDate"), ("sporsmal", QuestionWord)]), ("/vurdering", [("kontor-status", "Red"), ("grunn", RatingWord)])])
            (await office.Post(Review, Review + step, fields)).Location.ShouldBe(Review);
        return world;
    }

    /// <summary>One of those, logged in.</summary>
    public async Task<Visitor> As(Who who)
    {
        if (visitors.TryGetValue(who, out var visitor)) return visitor;
        return visitors[who] = await Fresh(who);
    }

    /// <summary>The same with a browser of their own.</summary>
    public async Task<Visitor> Fresh(Who who)
    {
        var visitor = Server.Visitor();
        if (who != Who.Nobody) (await visitor.LogIn(EmailOf(who), TestStore.Password)).Location.ShouldNotBeNull(who.ToString());
        return visitor;
    }

    public static string EmailOf(Who who) => who.ToString().ToLowerInvariant() + "@example.org";

    /// <summary>A token that a form of theirs would carry.</summary>
    public static async Task<string> TokenFor(Visitor visitor, Who who) => Visitor.TokenOf((await visitor.Get(who == Who.Nobody ? "/nb/logg-inn" : "/nb/konto")).Text);

    /// <summary>Saves a page of the form on what stands there now.</summary>
    public static async Task<Reply> Save(Visitor visitor, string page, params (string Name, string Value)[] fields)
    {
        var html = (await visitor.Get(page)).Text;
        var seen = fields.Select(field => ("sett." + field.Name, Seen(html, field.Name))).Where(field => field.Item2.Length > 0);
        return await visitor.PostRaw(page, [("token", Visitor.TokenOf(html)), .. fields, .. seen, ("videre", "neste")]);
    }

    /// <summary>What the page says was seen of a field; empty where it is not on the page.</summary>
    public static string Seen(string html, string field)
    {
        var start = html.IndexOf($"name=\"sett.{field}\" value=\"", StringComparison.Ordinal);
        if (start < 0) return "";
        start = html.IndexOf("value=\"", start, StringComparison.Ordinal) + 7;
        return html[start..html.IndexOf('"', start)];
    }

    /// <summary>A hash of everything in the store but when sessions were last seen.</summary>
    public async Task<string> Content()
    {
        var tables = await Store.Scalar<string[]>("select array_agg(table_name::text order by table_name) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('session', 'protection_key')");
        return await Store.Scalar<string>("select md5(concat(" + string.Join(", ", tables.Select(table => $"(select string_agg(md5(t::text), '' order by t::text) from {table} t)")) + "))");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors.Values) visitor.Dispose();
        await Server.DisposeAsync();
        await Store.DisposeAsync();
    }

    private async Task People()
    {
        await Store.Person(EmailOf(Who.NoRole));
        await Store.Person(EmailOf(Who.Other), new RoleGrant(Role.Reporter, "fhi"));
        await Store.Person(EmailOf(Who.Own), new RoleGrant(Role.Reporter, "nhn"));
        await Store.Person(EmailOf(Who.Committee), new RoleGrant(Role.CommitteeMember));
        await Store.Person(EmailOf(Who.Architects), new RoleGrant(Role.ArchitectureOffice));
        await Store.Person(EmailOf(Who.Office), new RoleGrant(Role.PortfolioOffice));
        Administrator = (await Store.Person(EmailOf(Who.Administrator), new RoleGrant(Role.Administrator))).Id;
        var elsewhere = await Store.Person(EmailOf(Who.Elsewhere));
        var other = (await PortfolioStore.Save(Store.Db, TestStore.Definition with { Code = "other" }, TestStore.Actor, Store.Tick(), TestStore.Cancellation)).Value.Id;
        foreach (var role in (Role[])[Role.PortfolioOffice, Role.Administrator, Role.ArchitectureOffice]) await GrantStore.Give(Store.Db, other, elsewhere.Id, new(role), TestStore.Actor, Store.Tick(), TestStore.Cancellation);
        Invited = (await AccountStore.FindOrCreate(Store.Db, "invitert@example.org", "Ida Invitert", "nb", Store.Tick(), TestStore.Cancellation)).Value.Id;
        await GrantStore.Give(Store.Db, Store.Portfolio, Invited, new(Role.CommitteeMember), TestStore.Actor, Store.Tick(), TestStore.Cancellation);
        Invitation = await OneTimeLinks.Issue(Store.Db, Invited, LinkPurpose.Invitation, Clock.Now, TestStore.Cancellation);
        Reset = await OneTimeLinks.Issue(Store.Db, elsewhere.Id, LinkPurpose.Reset, Clock.Now, TestStore.Cancellation);
    }
}

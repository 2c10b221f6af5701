using Samstyre.Domain;
using Samstyre.IntegrationTests.Security;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;

namespace Samstyre.IntegrationTests.Dependencies;

/// <summary>A published round in which one initiative waits for another's deliverable, an open round after it, and whoever reports for the two.</summary>
internal sealed class WaitingWorld(TestStore store, TestServer server, SteppedClock clock) : IAsyncDisposable
{
    public const string Desk = "/nb/e-health/arbeid";

    /// <summary>Of the one that others wait for.</summary>
    public const string Page = Desk + "/andre-venter/164";
    public const string GiverForm = Desk + "/innmelding/2020-12/164";

    /// <summary>Of the one that waits.</summary>
    public const string ReceiverForm = Desk + "/innmelding/2020-12/5";

    public const string Giver = "nhn@example.org", Receiver = "fhi@example.org", Office = "kontor@example.org";

    public TestStore Store => store;

    /// <summary>The server's moment, after the publication.</summary>
    public DateTimeOffset Now => clock.Now;

    public Guid Waits { get; private set; }

    public Guid Gives { get; private set; }

    /// <summary>What tells the dependency from others on the page.</summary>
    public string Need { get; private set; } = "";

    public string NeedKeyOfRow { get; private set; } = "";

    public static async Task<WaitingWorld> Create(PostgresFixture postgres)
    {
        var store = await TestStore.Create(postgres);
        var clock = new SteppedClock(TestStore.Start.AddDays(1));
        var world = new WaitingWorld(store, await TestServer.Start(store.Db, clock), clock);
        var receiver = SecuredWorld.Journal with
        {
            Name = "Folkeregister", NationalId = 5, Organisation = "Folkehelseinstituttet", OrganisationText = "FHI",
            Dependencies = [new("Kjernejournal", "Pilot", "Å vise svar", null, Level.High, null, PartialDate.OfMonth(2021, 4), TrafficLight.Green)],
        };
        await store.Import(await store.Round("2020-10"), "okt.json", SecuredWorld.Journal, receiver);
        await store.Register(new(164, "Kjernejournal", [], "nhn", "co-govern", []), new InitiativeRegistration(5, "Folkeregister", [], "fhi", "co-govern", []));
        await store.Person(Giver, new RoleGrant(Role.Reporter, "nhn"));
        await store.Person(Receiver, new RoleGrant(Role.Reporter, "fhi"));
        await store.Person(Office, new RoleGrant(Role.PortfolioOffice));
        (await PublicationStore.Publish(store.Db, store.Portfolio, "2020-10", null, TestStore.Actor, clock, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        clock.Now += TimeSpan.FromMinutes(1);
        using var office = await world.LoggedIn(Office);
        (await office.Post(Desk + "/runder", null, ("samlet", "15.12.2020"), ("apner", "01.12.2020"), ("frist", "10.12.2020"))).Location.ShouldNotBeNull();
        (await office.Post(Desk + "/runder/2020-12", Desk + "/runder/2020-12/steg", ("til", "Open"))).Location.ShouldNotBeNull();
        world.Waits = await store.Scalar<Guid>("select id from initiative where national_id = 5");
        world.Gives = await store.Scalar<Guid>("select id from initiative where national_id = 164");
        world.NeedKeyOfRow = NeedKey.Of(receiver)[0];
        world.Need = $"{world.Waits:N}-{world.NeedKeyOfRow}";
        return world;
    }

    public async Task<Visitor> LoggedIn(string email)
    {
        var visitor = server.Visitor();
        (await visitor.LogIn(email, TestStore.Password)).Location.ShouldNotBeNull(email);
        return visitor;
    }

    /// <summary>Answers the dependency.</summary>
    public Task<Reply> Answer(Visitor visitor, string kind, string date = "", string words = "", string certainty = "") => visitor.Post(
        Page, Page + "/svar", ("behov", Need), ("svar-" + Need, kind), ("dato-" + Need, date), ("ord-" + Need, words), ("sikkerhet-" + Need, certainty));

    /// <summary>Asks the giver about the dependency.</summary>
    public async Task<string> Ask(string words)
    {
        (await NeedStore.Ask(store.Db, store.Portfolio, [new(Waits, NeedKeyOfRow, Gives)], null, words, TestStore.Actor, clock.Now, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        return (await store.Scalar<Guid>("select id from need_question")).ToString("N");
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await store.DisposeAsync();
    }
}

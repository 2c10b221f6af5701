using System.Text;
using Samstyre.App.Features.Calendar;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Samstyre.Tests.Import;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>An open round with one initiative of Norsk Helsenett that has reported before, and whoever works with it.</summary>
internal sealed class FormWorld(TestStore store, TestServer server, Assignment assignment) : IAsyncDisposable
{
    public const string Form = "/nb/e-health/arbeid/innmelding/2020-12/417";

    public TestStore Store => store;

    public TestServer Server => server;

    public Assignment Assignment => assignment;

    /// <summary>The form of the round before, whose values the form starts from.</summary>
    public static SampleForm Sample => new SampleForm().With("Ansvarlig virksomhet", "Norsk Helsenett");

    public static async Task<FormWorld> Create(PostgresFixture postgres, SampleForm? prior = null)
    {
        var store = await TestStore.Create(postgres);
        var march = await store.Round("2020-10");
        await store.Import(march, "oktober.txt", (prior ?? Sample).Read() with { Organisation = "Norsk Helsenett" });
        var planned = await CalendarStore.Plan(store.Db, store.Portfolio, "2020-12", new(2020, 12, 15), new(2020, 11, 15), new(2020, 11, 30), TestStore.Actor, store.Tick(), TestStore.Cancellation);
        await OpenRound.Open(store.Db, await store.History(), planned.Value, TestStore.Actor, store.Tick(), TestStore.Cancellation);
        await store.Person("kari@example.org", new RoleGrant(Role.Reporter, "nhn"));
        await store.Person("ola@example.org", new RoleGrant(Role.Reporter, "fhi"));
        await store.Person("kontor@example.org", new RoleGrant(Role.PortfolioOffice));
        var row = (await AssignmentStore.Find(store.Db, store.Portfolio, "2020-12", "417", TestStore.Cancellation))!;
        return new(store, await TestServer.Start(store.Db), row.Assignment);
    }

    public async Task<Visitor> LoggedIn(string email)
    {
        var visitor = server.Visitor();
        await visitor.LogIn(email, TestStore.Password);
        return visitor;
    }

    public Task<Draft> Draft() => DraftStore.Load(store.Db, store.Portfolio, assignment, TestStore.Cancellation);

    public Task<IReadOnlyList<DraftProposal>> Waiting() => ProposalStore.Waiting(store.Db, store.Portfolio, assignment, TestStore.Cancellation);

    public static Task<Reply> Upload(Visitor visitor, SampleForm form, string name = "skjema.txt") => Upload(visitor, form.ToString(), name);

    public static Task<Reply> Upload(Visitor visitor, string text, string name = "skjema.txt") => visitor.PostFile(Form, Form + "/dokument", "fil", name, Encoding.UTF8.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await store.DisposeAsync();
    }
}

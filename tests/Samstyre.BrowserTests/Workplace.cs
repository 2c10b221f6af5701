using Microsoft.Playwright;
using Samstyre.App.Access;
using Samstyre.App.Features.Demo;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;
using Samstyre.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Samstyre.BrowserTests;

/// <summary>The example portfolio in a store of one's own with its demo people and a reporter for each of some organisations, and a server on it.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    public const string Desk = "/nb/e-health/arbeid";
    public const string Office = "kontor@example.org";
    public const string Administrator = "admin@example.org";

    // That of the demo people.
    private const string Password = "eksempel i fjorden";
    private const string Actor = "test";

    private readonly TestDatabase database;
    private readonly BrowserFixture browser;
    private readonly TestServer server;
    private readonly TimeProvider clock;

    private Workplace(TestDatabase database, Db db, BrowserFixture browser, TestServer server, TimeProvider clock, Guid portfolio) =>
        (this.database, Db, this.browser, this.server, this.clock, Portfolio) = (database, db, browser, server, clock, portfolio);

    public Db Db { get; }

    public Guid Portfolio { get; }

    public Uri Address => server.Address;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string EmailOf(string organisation) => organisation + "@example.net";

    public static async Task<Workplace> Open(PostgresFixture postgres, BrowserFixture browser, params string[] organisations)
    {
        var database = await postgres.CreateDatabase();
        var db = Db.Open(database.ConnectionString);
        var clock = new GoingClock();
        await ExampleLoader.LoadWhatIsMissing(db, clock, Cancellation);
        var portfolio = (await PortfolioStore.Find(db, ExamplePortfolio.Definition.Code, Cancellation))!.Id;
        var hash = Passwords.Hash(Password);
        foreach (var organisation in organisations)
        {
            var account = (await AccountStore.FindOrCreate(db, EmailOf(organisation), "Innmelder for " + ExamplePortfolio.Definition.OrganisationByCode(organisation)!.Name, "nb", clock.GetUtcNow(), Cancellation)).Value;
            await AccountStore.SetPassword(db, account.Id, hash, Cancellation);
            await GrantStore.Give(db, portfolio, account.Id, new(Role.Reporter, organisation), Actor, clock.GetUtcNow(), Cancellation);
        }

        return new(database, db, browser, await TestServer.Start(db, clock), clock, portfolio);
    }

    /// <summary>Plans the round of December 2020 and opens it.</summary>
    public async Task OpenRound()
    {
        var planned = await CalendarStore.Plan(Db, Portfolio, "2020-12", new(2020, 12, 15), new(2020, 11, 1), new(2020, 11, 30), Actor, clock.GetUtcNow(), Cancellation);
        _ = (await App.Features.Calendar.OpenRound.Open(Db, (await SnapshotLoader.Load(Db, ExamplePortfolio.Definition.Code, null, Cancellation))!, planned.Value, Actor, clock.GetUtcNow(), Cancellation)).Value;
    }

    /// <summary>A browser that nobody has logged in by.</summary>
    public Task<IPage> Visit(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true) => browser.OpenAt(Address, address, width, scheme, script);

    /// <summary>A browser of somebody's who has logged in, by hand.</summary>
    public async Task<IPage> LogIn(string email, Func<IPage, IHands> handsOf, bool script = true)
    {
        var page = await Visit("/nb/logg-inn", script: script);
        var hands = handsOf(page);
        await hands.Write(page.GetByLabel("E-post"), email);
        await hands.Write(page.GetByLabel("Passord"), Password);
        await page.Arrive(() => hands.Press(page.GetByRole(AriaRole.Button, new() { Name = "Logg inn", Exact = true })));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await Db.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Every answer is a millisecond after the one before, as two publications must be.</summary>
    private sealed class GoingClock : TimeProvider
    {
        private static readonly DateTimeOffset Beginning = new(2020, 11, 5, 9, 0, 0, TimeSpan.Zero);
        private long asked;

        public override DateTimeOffset GetUtcNow() => Beginning.AddMilliseconds(Interlocked.Increment(ref asked));
    }
}

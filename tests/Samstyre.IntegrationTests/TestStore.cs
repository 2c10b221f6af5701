using System.Text;
using Npgsql;
using Samstyre.App.Access;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

/// <summary>A migrated store of one test's own, with a small portfolio in it.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    public const string Actor = "test";
    public const string Password = "blå elv under bru 27";
    private static readonly Lazy<string> PasswordHash = new(() => Passwords.Hash(Password));

    public static readonly DateTimeOffset Start = new(2020, 4, 1, 8, 0, 0, TimeSpan.Zero);

    public static readonly PortfolioDefinition Definition = new(
        "e-health",
        new("E-helse"),
        [new("1", new("Digitalisering av arbeidsprosesser"), [new("1.1", new("Journal"))])],
        [new("co-govern", "S", new("Samstyre"), 4), new("observe", "O", new("Observere"), 2)],
        [new("state", new("Staten"))],
        [new("nhn", "Norsk Helsenett", "state", ["NHN"]), new("fhi", "Folkehelseinstituttet", "state", ["FHI"])],
        [new("1", new("Tjenester"))])
    {
        Foundation = new([], [], [new("helseid", new("HelseID"), [])]),
    };

    private readonly TestDatabase database;
    private int minutes;

    private TestStore(TestDatabase database)
    {
        this.database = database;
        Db = Db.Open(database.ConnectionString);
    }

    public Db Db { get; }

    public string ConnectionString => database.ConnectionString;

    public Guid Portfolio { get; private set; }

    /// <summary>Every command comes a minute after the one before.</summary>
    public DateTimeOffset Now => Start.AddMinutes(minutes);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TestStore> Create(PostgresFixture postgres)
    {
        var store = new TestStore(await postgres.CreateDatabase());
        store.Portfolio = (await PortfolioStore.Save(store.Db, Definition, Actor, store.Tick(), Cancellation)).Value.Id;
        return store;
    }

    public async Task<Round> Round(string code, DateOnly? collectedOn = null) =>
        (await RoundStore.Create(Db, Portfolio, code, collectedOn ?? DateOnly.Parse(code + "-20", System.Globalization.CultureInfo.InvariantCulture), Actor, Tick(), Cancellation)).Value;

    /// <summary>Imports reports from a file of that content.</summary>
    public async Task<ImportResult> Import(Round round, string file, params Report[] reports) =>
        (await ReportImport.Save(Db, Portfolio, round.Id, File(file), reports, Actor, Tick(), dryRun: false, Cancellation)).Value;

    public async Task<RegisterSaved> Register(params InitiativeRegistration[] register) =>
        (await InitiativeStore.Register(Db, Portfolio, register, Actor, Tick(), Cancellation)).Value;

    public async Task<PortfolioHistory> History(DateTimeOffset? asOf = null) => (await SnapshotLoader.Load(Db, Definition.Code, asOf, Cancellation)).ShouldNotBeNull();

    /// <summary>Somebody with a role, who can log in with <see cref="Password"/>.</summary>
    public async Task<Account> Person(string email, params RoleGrant[] grants)
    {
        var account = (await AccountStore.FindOrCreate(Db, email, "Navn " + email.Split('@')[0], "nb", Tick(), Cancellation)).Value;
        await AccountStore.SetPassword(Db, account.Id, PasswordHash.Value, Cancellation);
        foreach (var grant in grants) await GrantStore.Give(Db, Portfolio, account.Id, grant, Actor, Tick(), Cancellation);
        return account;
    }

    /// <summary>A file whose content is its name.</summary>
    public static SourceFile File(string name) => SourceFile.Of(name, Encoding.UTF8.GetBytes(name));

    public DateTimeOffset Tick() => Start.AddMinutes(++minutes);

    public async Task<T> Scalar<T>(string sql)
    {
        await using var connection = await Db.Connect(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    public Task<long> Count(string table) => Scalar<long>($"select count(*) from {table}");

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await database.DisposeAsync();
    }
}

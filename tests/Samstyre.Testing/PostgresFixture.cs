using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Samstyre.Storage;

namespace Samstyre.Testing;

/// <summary>
/// One PostgreSQL for all tests of a program: a private one in memory or under `.data/test-postgres`, or the one in
/// SAMSTYRE_TEST_DB (whose user must be allowed to make databases). The schema is made once, in a template; each test gets a copy of it.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private const string Prefix = "samstyre_test_";
    private const string Memory = "/dev/shm";
    private const long MemoryNeeded = 3L << 30;

    private readonly string _run = Prefix + Guid.NewGuid().ToString("n")[..12];
    private readonly Lazy<Task<Server>> _server;
    private int _copies;

    /// <summary>Starts nothing yet; the first test that asks for a database does.</summary>
    public PostgresFixture() => _server = new(Start);

    /// <summary>A new database with the product's schema and no data.</summary>
    public Task<TestDatabase> CreateDatabase() => Create(_run + "_template");

    /// <summary>A new database with nothing in it, not even the schema.</summary>
    public Task<TestDatabase> CreateEmptyDatabase() => Create("template0");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_server.IsValueCreated) return;
        var server = await _server.Value;
        await Execute(server.Admin, $"DROP DATABASE IF EXISTS {_run}_template WITH (FORCE)");
        await server.Alive.DisposeAsync();
        if (server.Lease is not null) await server.Lease.DisposeAsync();
        if (server.Private is { } place && place.DataFolder.StartsWith(Memory, StringComparison.Ordinal)) await GiveBack(place);
    }

    internal static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Migrate(string connectionString)
    {
        await using var db = Db.Open(connectionString);
        _ = (await Migrator.Migrate(db)).Value;
    }

    private async Task<TestDatabase> Create(string template)
    {
        var server = await _server.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"{_run}_{Interlocked.Increment(ref _copies)}");
        await Execute(server.Admin, $"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return new(server.Admin, name, new NpgsqlConnectionStringBuilder(server.Admin) { Database = name, Pooling = true, MaxPoolSize = 10 }.ConnectionString);
    }

    private async Task<Server> Start()
    {
        PostgresLease? lease = null;
        EmbeddedPostgresOptions? place = null;
        string address;
        if (Environment.GetEnvironmentVariable("SAMSTYRE_TEST_DB") is { Length: > 0 } own)
        {
            address = DatabaseAddress.Parse(own);
        }
        else
        {
            place = new(Folder(StoreOptions.Checkout() ?? Environment.CurrentDirectory), StoreOptions.FromEnvironment().PackagesFolder) { Durable = false };
            lease = await EmbeddedPostgres.Acquire(place);
            address = lease.ConnectionString;
        }
        // A template cannot be copied while a pool holds a connection to it.
        var admin = new NpgsqlConnectionStringBuilder(address) { Database = "postgres", Pooling = false }.ConnectionString;
        var alive = new NpgsqlConnection(admin);
        await alive.OpenAsync();
        await using (var mark = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended($1, 0))", alive))
        {
            mark.Parameters.Add(new() { Value = _run });
            await mark.ExecuteNonQueryAsync();
        }
        await DropLeftovers(admin);
        await Execute(admin, $"CREATE DATABASE {_run}_template TEMPLATE template0");
        await Migrate(new NpgsqlConnectionStringBuilder(admin) { Database = _run + "_template" }.ConnectionString);
        return new(admin, alive, lease, place);
    }

    /// <summary>In memory where there is room: a run makes and drops hundreds of databases of hundreds of files each, which on a disk takes a third of its processor time.</summary>
    private static string Folder(string root)
    {
        if (!Directory.Exists(Memory) || new DriveInfo(Memory).AvailableFreeSpace < MemoryNeeded) return Path.Combine(root, ".data", "test-postgres");
        var owner = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Environment.UserName + root)));
        return Path.Combine(Memory, "samstyre-test-" + owner[..12]);
    }

    /// <summary>Memory is freed by whoever leaves last.</summary>
    private static async Task GiveBack(EmbeddedPostgresOptions place)
    {
        try
        {
            await EmbeddedPostgres.Remove(place);
        }
        catch (EmbeddedPostgresException)
        {
            // Another run still uses it.
        }
    }

    /// <summary>Drops what runs have left that ended before they could clean up: a run that lives holds the lock of its name.</summary>
    private static async Task DropLeftovers(string admin)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        var databases = new List<string>();
        await using (var find = new NpgsqlCommand(
            $"""
            SELECT datname FROM pg_database
            WHERE datname ~ '^{Prefix}[0-9a-f]{"{12}"}_'
            """, connection))
        await using (var rows = await find.ExecuteReaderAsync())
            while (await rows.ReadAsync()) databases.Add(rows.GetString(0));
        foreach (var run in databases.GroupBy(d => d[..(Prefix.Length + 12)]))
        {
            await using var free = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", connection);
            free.Parameters.Add(new() { Value = run.Key });
            if (await free.ExecuteScalarAsync() is not true) continue;
            foreach (var database in run) await Execute(admin, $"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        }
    }

    private sealed record Server(string Admin, NpgsqlConnection Alive, PostgresLease? Lease, EmbeddedPostgresOptions? Private);
}

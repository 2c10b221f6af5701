using System.Globalization;
using Npgsql;
using Samstyre.Storage;

namespace Samstyre.Testing;

/// <summary>
/// One PostgreSQL for all tests of a program: the private one under `.data/test-postgres`, or the one in SAMSTYRE_TEST_DB
/// (whose user must be allowed to make databases). The schema is made once, in a template; each test gets a copy of it.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private const string Prefix = "samstyre_test_";

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
        await Execute(server.Admin, $"CREATE DATABASE {name} TEMPLATE {template}");
        return new(server.Admin, name, new NpgsqlConnectionStringBuilder(server.Admin) { Database = name, Pooling = true, MaxPoolSize = 10 }.ConnectionString);
    }

    private async Task<Server> Start()
    {
        PostgresLease? lease = null;
        string address;
        if (Environment.GetEnvironmentVariable("SAMSTYRE_TEST_DB") is { Length: > 0 } own)
        {
            address = DatabaseAddress.Parse(own);
        }
        else
        {
            var options = StoreOptions.FromEnvironment();
            var root = StoreOptions.Checkout() ?? Environment.CurrentDirectory;
            lease = await EmbeddedPostgres.Acquire(new(Path.Combine(root, ".data", "test-postgres"), options.PackagesFolder) { Durable = false });
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
        return new(admin, alive, lease);
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

    private sealed record Server(string Admin, NpgsqlConnection Alive, PostgresLease? Lease);
}

using System.Globalization;
using Npgsql;

namespace Samstyre.Storage;

/// <summary>The one place that decides which PostgreSQL is used: the operator's own when one is named, otherwise the private one, which is then kept running.</summary>
public sealed class StoreConnection : IAsyncDisposable
{
    /// <summary>The oldest PostgreSQL that the product's SQL runs on.</summary>
    public const int OldestVersion = 15;

    private readonly PostgresLease? _lease;

    private StoreConnection(string connectionString, PostgresLease? lease) => (ConnectionString, _lease) = (connectionString, lease);

    /// <summary>For Npgsql. May hold a password: not for screens or logs.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether the database is the private one that the product starts and stops.</summary>
    public bool IsEmbedded => _lease is not null;

    /// <summary>Host and database, for people; no password.</summary>
    public string Description => new NpgsqlConnectionStringBuilder(ConnectionString) is var c
        ? string.Create(CultureInfo.InvariantCulture, $"{c.Database} on {c.Host}{(IsEmbedded || c.Host!.Contains(',', StringComparison.Ordinal) ? "" : ":" + c.Port)}") : "";

    /// <summary>Opens the store's database. The private one runs until this is disposed, by everybody who has it open.</summary>
    /// <exception cref="EmbeddedPostgresException">With one sentence that says what to do.</exception>
    public static async Task<StoreConnection> Open(StoreOptions options, CancellationToken cancellation = default)
    {
        if (options.Database is null)
        {
            var lease = await EmbeddedPostgres.Acquire(Embedded(options), cancellation);
            return new(lease.ConnectionString, lease);
        }
        var own = DatabaseAddress.Parse(options.Database);
        await Check(own, cancellation);
        return new(own, null);
    }

    /// <summary>Deletes the private database with all its data. Refused while it is in use, and for an operator's own database.</summary>
    /// <exception cref="EmbeddedPostgresException">When refused.</exception>
    public static async Task Remove(StoreOptions options, CancellationToken cancellation = default)
    {
        if (options.Database is not null)
            throw new EmbeddedPostgresException("SAMSTYRE_DB names a database of your own, which is never deleted from here: empty it yourself, or unset SAMSTYRE_DB.");
        await EmbeddedPostgres.Remove(Embedded(options), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_lease is not null) await _lease.DisposeAsync();
    }

    private static EmbeddedPostgresOptions Embedded(StoreOptions options) => new(options.DataFolder, options.PackagesFolder);

    private static async Task Check(string connectionString, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        var place = $"{settings.Database ?? settings.Username} on {settings.Host}";
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellation);
            if (connection.PostgreSqlVersion.Major < OldestVersion)
                throw new EmbeddedPostgresException($"The PostgreSQL in SAMSTYRE_DB ({place}) has version {connection.PostgreSqlVersion}, but {OldestVersion} or newer is needed: name a newer one.");
            await using var encoding = new NpgsqlCommand("SHOW server_encoding", connection);
            if (await encoding.ExecuteScalarAsync(cancellation) is not "UTF8")
                throw new EmbeddedPostgresException($"The database in SAMSTYRE_DB ({place}) does not keep its text as UTF8: make one with CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0.");
        }
        catch (PostgresException e)
        {
            throw new EmbeddedPostgresException($"The PostgreSQL in SAMSTYRE_DB ({place}) refuses: {e.MessageText.TrimEnd('.')}; correct the address or the rights.", e);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException or ArgumentException or InvalidOperationException)
        {
            throw new EmbeddedPostgresException(
                $"The PostgreSQL in SAMSTYRE_DB ({place}) does not answer ({(e.InnerException ?? e).Message.TrimEnd('.')}): start it or correct the address, or unset SAMSTYRE_DB to use the private one.", e);
        }
    }
}

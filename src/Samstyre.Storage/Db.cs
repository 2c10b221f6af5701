using Npgsql;

namespace Samstyre.Storage;

/// <summary>The store's database. One per process; safe to share.</summary>
public sealed class Db : IAsyncDisposable
{
    private const int PreparedStatements = 100;
    private readonly NpgsqlDataSource source;

    static Db() => DapperTypes.Register();

    private Db(NpgsqlDataSource source) => this.source = source;

    /// <summary>Opens no connection yet; the first that asks for one does.</summary>
    /// <param name="connectionString">Npgsql's form; what it says of pooling and preparing is kept.</param>
    public static Db Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // Statements that return are prepared after their second use, unless the operator's pooler forbids it.
        if (!Says(connectionString, "MaxAutoPrepare"))
        {
            settings.MaxAutoPrepare = PreparedStatements;
            settings.AutoPrepareMinUsages = 2;
        }

        return new(new NpgsqlDataSourceBuilder(settings.ConnectionString).Build());
    }

    /// <summary>A connection from the pool; disposing it gives it back.</summary>
    public ValueTask<NpgsqlConnection> Connect(CancellationToken cancellation = default) => source.OpenConnectionAsync(cancellation);

    /// <summary>The same for the framework's hooks that can't wait.</summary>
    internal NpgsqlConnection ConnectNow() => source.OpenConnection();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static bool Says(string connectionString, string keyword) =>
        connectionString.Replace(" ", "", StringComparison.Ordinal).Contains(keyword, StringComparison.OrdinalIgnoreCase);
}

namespace Samstyre.Storage;

/// <summary>The right to use the private PostgreSQL; it runs as long as somebody holds one. Disposing the last one stops it.</summary>
public sealed class PostgresLease : IAsyncDisposable
{
    private readonly EmbeddedServer _server;
    private FileStream? _share;

    internal PostgresLease(EmbeddedServer server, FileStream share, string connectionString)
    {
        _server = server;
        _share = share;
        ConnectionString = connectionString;
    }

    /// <summary>For Npgsql: the database `samstyre`, as its owner and the server's superuser.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _share, null) is { } share) await _server.Leave(share);
    }
}

using Npgsql;

namespace Samstyre.Testing;

/// <summary>A database of one test's own; disposing it drops it, whoever is still connected.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _admin;

    internal TestDatabase(string admin, string name, string connectionString) => (_admin, Name, ConnectionString) = (admin, name, connectionString);

    /// <summary>The database's name.</summary>
    public string Name { get; }

    /// <summary>For Npgsql.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(connection);
        await PostgresFixture.Execute(_admin, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }
}

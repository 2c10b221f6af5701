using System.Diagnostics;
using System.Globalization;

namespace Samstyre.Storage;

/// <summary>The files of one cluster: made, set up, started, stopped. The caller holds the lock on decisions.</summary>
internal sealed class PostgresCluster(PostgresPlace place, PostgresBinaries binaries, PostgresUser? user, EmbeddedPostgresOptions options)
{
    private const long LargestLog = 1 << 20;

    private string Settings => Path.Combine(place.Cluster, "samstyre.conf");

    /// <summary>What the server says about itself, or a dead one has left; null when there is nothing.</summary>
    public PostmasterFile? Postmaster() => PostmasterFile.Read(place.Cluster);

    /// <summary>Makes the cluster when there is none. It gets its name last, so that half a cluster is never taken for a whole one.</summary>
    public async Task Prepare(CancellationToken cancellation)
    {
        if (Directory.Exists(place.Cluster)) return;
        foreach (var remains in Directory.EnumerateDirectories(place.Folder, "unfinished-*")) Directory.Delete(remains, recursive: true);
        var folder = Path.Combine(place.Folder, "unfinished-" + Guid.NewGuid().ToString("n")[..8]);
        var made = await PostgresProgram.Run(
            binaries.InitDb,
            ["-D", folder, "-U", EmbeddedPostgres.UserName, "--auth=trust", "-E", "UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=nb",
             "--text-search-config=norwegian", .. options.Durable ? Array.Empty<string>() : ["--no-sync"]],
            user, cancellation);
        if (made.ExitCode != 0) throw Refused("The database cannot be made in " + place.Folder, made.Output);
        await File.AppendAllTextAsync(Path.Combine(folder, "postgresql.conf"), "\ninclude = 'samstyre.conf'\n", cancellation);
        Directory.Move(folder, place.Cluster);
    }

    /// <summary>Starts the server and waits until it takes connections; false when it did not come up.</summary>
    public async Task<bool> TryStart(CancellationToken cancellation)
    {
        var sockets = OperatingSystem.IsWindows() ? null : place.MakeSocketFolder(user);
        await WriteSettings(sockets, cancellation);
        RotateLog();
        var seconds = ((int)options.Patience.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var started = await PostgresProgram.Run(
            binaries.PgCtl, ["start", "-D", place.Cluster, "-l", place.Log, "-w", "-t", seconds, "-s"], user, cancellation);
        if (started.ExitCode != 0) PostgresPlace.DropSocketFolder(sockets);
        return started.ExitCode == 0;
    }

    /// <summary>Ends every connection and stops the server, if one runs; with force when it does not obey.</summary>
    public async Task Stop(CancellationToken cancellation)
    {
        if (Postmaster() is not { } postmaster) return;
        if (!postmaster.IsAlive())
        {
            postmaster.Clear();
            return;
        }
        foreach (var mode in (string[])["fast", "immediate"])
        {
            // Waiting here and not in pg_ctl, which looks ten times a second: a short command would mostly wait for that.
            await PostgresProgram.Run(binaries.PgCtl, ["stop", "-D", place.Cluster, "-m", mode, "-W", "-s"], user, cancellation);
            var waited = Stopwatch.StartNew();
            while (waited.Elapsed < options.Patience)
            {
                if (Postmaster() is null || !postmaster.IsAlive())
                {
                    PostgresPlace.DropSocketFolder(postmaster.SocketFolder);
                    return;
                }
                await Task.Delay(TimeSpan.FromMilliseconds(5), cancellation);
            }
        }
    }

    /// <summary>Whether the server did not start because another, killed or starting, has not let go yet.</summary>
    public bool IsHeldByRemains()
    {
        var end = EndOfLog();
        return end.Contains("postmaster.pid", StringComparison.Ordinal) || end.Contains("pre-existing shared memory", StringComparison.Ordinal)
            || end.Contains("is in use by another", StringComparison.Ordinal);
    }

    /// <summary>The exception for a server that does not do what it should, with the end of its log.</summary>
    public EmbeddedPostgresException Failed(string what) => Refused("The database in " + place.Folder + " " + what, EndOfLog());

    private EmbeddedPostgresException Refused(string what, string words)
    {
        if (words.Contains("No space left", StringComparison.Ordinal)) return new($"{what}, because the disk is full: make room, then try again.");
        if (words.Contains("Permission denied", StringComparison.Ordinal))
            return new($"{what}, because its files belong to another user or are closed: run as their owner, or choose another folder with SAMSTYRE_DATA.");
        var said = words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } lines
            ? lines.LastOrDefault(l => l.Contains("FATAL", StringComparison.Ordinal) || l.Contains("PANIC", StringComparison.Ordinal)
                || l.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? lines[^1]
            : "it says nothing";
        return new($"{what} ({said.TrimEnd('.')}): see {place.Log}.");
    }

    private string EndOfLog()
    {
        if (!File.Exists(place.Log)) return "";
        using var log = new FileStream(place.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(-Math.Min(log.Length, 2000), SeekOrigin.End);
        using var reader = new StreamReader(log);
        return reader.ReadToEnd();
    }

    private void RotateLog()
    {
        if (new FileInfo(place.Log) is { Exists: true, Length: > LargestLog }) File.Move(place.Log, place.Log + ".1", overwrite: true);
    }

    private async Task WriteSettings(string? sockets, CancellationToken cancellation)
    {
        static string Quoted(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";
        var port = sockets is null ? FreePort() : 5432;
        var durable = options.Durable ? "on" : "off";
        await File.WriteAllTextAsync(Settings, string.Create(CultureInfo.InvariantCulture, $"""
            # Written at every start; changes here are lost.
            listen_addresses = {(sockets is null ? "'127.0.0.1'" : "''")}
            port = {port}
            unix_socket_directories = {Quoted(sockets ?? "")}
            unix_socket_permissions = 0700
            max_connections = 100
            shared_buffers = 128MB
            effective_cache_size = 1GB
            work_mem = 16MB
            maintenance_work_mem = 64MB
            random_page_cost = 1.1
            jit = off
            fsync = {durable}
            synchronous_commit = {durable}
            full_page_writes = {durable}
            # One machine, no replicas: the log of changes only has to survive a crash.
            wal_level = minimal
            max_wal_senders = 0
            max_wal_size = 1GB
            checkpoint_timeout = 15min
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            # Refused statements and their values are the program's to report; here stands only what happens to the server.
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_parameter_max_length_on_error = 0
            log_statement = none
            log_checkpoints = off
            log_line_prefix = '%m [%p] '

            """), cancellation);
        user?.Give(Settings);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using Samstyre.Storage;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class EmbeddedPostgresTests : IAsyncLifetime
{
    private readonly EmbeddedPostgresOptions _options = new(
        Path.Combine(StoreOptions.Checkout()!, ".data", "tests", Guid.NewGuid().ToString("n")[..8]),
        StoreOptions.FromEnvironment().PackagesFolder) { Durable = false };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await EmbeddedPostgres.Remove(_options);
        if (Directory.Exists(_options.DataFolder)) Directory.Delete(_options.DataFolder, recursive: true);
    }

    [Fact]
    public async Task Acquire_SeveralLeases_FirstStartsAndLastStops()
    {
        var first = await Acquire();
        var cluster = await Ask(first, "SHOW data_directory");
        var second = await Acquire();
        second.ConnectionString.ShouldBe(first.ConnectionString);

        await first.DisposeAsync();
        (await Ask(second, "SELECT lower('ÅSE')")).ShouldBe("åse");
        await second.DisposeAsync();

        File.Exists(PidFile(cluster)).ShouldBeFalse();
        Directory.Exists(cluster).ShouldBeTrue();
    }

    [Fact]
    public async Task Acquire_LeaseOfAnotherProcess_IsSharedAndOutlivesIt()
    {
        using var holder = await HolderProcess.Start(_options);
        await using var lease = await Acquire();
        var cluster = await Ask(lease, "SHOW data_directory");
        await holder.Leave();
        (await Ask(lease, "SELECT 'here'")).ShouldBe("here");
        await lease.DisposeAsync();
        File.Exists(PidFile(cluster)).ShouldBeFalse();
    }

    [Fact]
    public async Task Acquire_ThroughALink_FindsTheSameServer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a right of their own on Windows.");
        var link = _options with { DataFolder = _options.DataFolder + "-link" };
        await using var lease = await Acquire();
        Directory.CreateSymbolicLink(link.DataFolder, _options.DataFolder);
        try
        {
            using var holder = await HolderProcess.Start(link);
            await holder.Leave();
            (await Ask(lease, "SELECT 'here'")).ShouldBe("here");
        }
        finally
        {
            Directory.Delete(link.DataFolder);
        }
    }

    [Fact]
    public async Task Acquire_HolderKilled_FindsItsServerAndStopsItInTheEnd()
    {
        using var holder = await HolderProcess.Start(_options);
        await holder.Kill();
        var lease = await Acquire();
        var cluster = await Ask(lease, "SHOW data_directory");
        await lease.DisposeAsync();
        File.Exists(PidFile(cluster)).ShouldBeFalse();
    }

    [Fact]
    public async Task Acquire_ServerKilled_StartsAgainWithItsData()
    {
        string cluster;
        var durable = _options with { Durable = true };
        await using (var lost = await EmbeddedPostgres.Acquire(durable, TestContext.Current.CancellationToken))
        {
            cluster = await Ask(lost, "SHOW data_directory");
            await Ask(lost, "CREATE TABLE kept AS SELECT 42 AS n; SELECT 'made'");
            using var server = Process.GetProcessById(int.Parse(File.ReadLines(PidFile(cluster)).First(), CultureInfo.InvariantCulture));
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);

            await using var lease = await EmbeddedPostgres.Acquire(durable, TestContext.Current.CancellationToken);
            (await Ask(lease, "SELECT n::text FROM kept")).ShouldBe("42");
        }
        File.Exists(PidFile(cluster)).ShouldBeFalse();
    }

    [Fact]
    public async Task Acquire_PidFileNamesAStranger_IsNotTakenIn()
    {
        var lease = await Acquire();
        var cluster = await Ask(lease, "SHOW data_directory");
        var lines = await File.ReadAllLinesAsync(PidFile(cluster), TestContext.Current.CancellationToken);
        await lease.DisposeAsync();
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(PidFile(cluster), lines, TestContext.Current.CancellationToken);

        await using var again = await Acquire();
        (await Ask(again, "SELECT 'here'")).ShouldBe("here");
    }

    [Fact]
    public async Task Acquire_ManyAtOnceOnAnEmptyFolder_ShareOneServer()
    {
        using var one = HolderProcess.Launch(_options);
        using var two = HolderProcess.Launch(_options);
        var leases = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Acquire)));
        var servers = await Task.WhenAll(leases.Select(l => Ask(l, "SELECT pg_postmaster_start_time()::text")));
        servers.Distinct().Count().ShouldBe(1);
        var cluster = await Ask(leases[0], "SHOW data_directory");

        await Task.WhenAll([one.Leave(), two.Leave(), .. leases.Select(l => l.DisposeAsync().AsTask())]);
        File.Exists(PidFile(cluster)).ShouldBeFalse();
        Directory.GetDirectories(Path.GetDirectoryName(cluster)!, "unfinished-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Acquire_HolderKilledWhileMakingTheCluster_MakesItWhole()
    {
        using (var holder = HolderProcess.Launch(_options))
        {
            // Killed once it is at work: the lock is made just before initdb starts.
            while (!File.Exists(Path.Combine(_options.DataFolder, "postgres.lock"))) await Task.Yield();
            await holder.Kill();
        }
        await using var lease = await Acquire();
        (await Ask(lease, "SELECT current_database()")).ShouldBe("samstyre");
    }

    [Fact]
    public async Task Acquire_LongPath_ListensInAShortPrivateFolder()
    {
        var deep = _options with { DataFolder = Path.Combine(_options.DataFolder, new string('å', 60)) };
        string sockets;
        UnixFileMode? mode = null;
        await using (var lease = await EmbeddedPostgres.Acquire(deep, TestContext.Current.CancellationToken))
        {
            sockets = await Ask(lease, "SHOW unix_socket_directories");
            if (!OperatingSystem.IsWindows()) mode = File.GetUnixFileMode(sockets);
        }
        await EmbeddedPostgres.Remove(deep, TestContext.Current.CancellationToken);
        Encoding.UTF8.GetByteCount(sockets).ShouldBeLessThan(90);
        (mode ?? UnixFileMode.None).HasFlag(UnixFileMode.OtherExecute).ShouldBeFalse();
        Directory.Exists(sockets).ShouldBeFalse();
    }

    [Fact]
    public async Task Acquire_RootInAClosedFolder_KeepsTheDataElsewhere()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Only root runs the server as another user.");
            return;
        }
        Directory.CreateDirectory(_options.DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string place;
        await using (var lease = await Acquire()) place = Path.GetDirectoryName(await Ask(lease, "SHOW data_directory"))!;
        place.ShouldStartWith("/var/lib/samstyre/");
        await using (var lease = await Acquire()) Path.GetDirectoryName(await Ask(lease, "SHOW data_directory")).ShouldBe(place);
        await EmbeddedPostgres.Remove(_options, TestContext.Current.CancellationToken);
        Directory.Exists(place).ShouldBeFalse();
    }

    [Fact]
    public async Task Acquire_ProgramsMissing_SaysHowToGetThem()
    {
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.Acquire(_options with { PackagesFolder = "/nowhere" }));
        refused.Message.ShouldBe("PostgreSQL is not in /nowhere yet: run ./run once, it fetches it.");
    }

    [Fact]
    public async Task Remove_InUse_IsRefusedAndThenDone()
    {
        var lease = await Acquire();
        var cluster = await Ask(lease, "SHOW data_directory");
        (await Should.ThrowAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.Remove(_options))).Message.ShouldContain("in use");
        await lease.DisposeAsync();
        await EmbeddedPostgres.Remove(_options, TestContext.Current.CancellationToken);
        Directory.Exists(cluster).ShouldBeFalse();
    }

    private static string PidFile(string cluster) => Path.Combine(cluster, "postmaster.pid");

    private Task<PostgresLease> Acquire() => EmbeddedPostgres.Acquire(_options, TestContext.Current.CancellationToken);

    private static async Task<string> Ask(PostgresLease lease, string sql)
    {
        await using var connection = new NpgsqlConnection(lease.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}

using System.Diagnostics;
using System.Text;
using Npgsql;
using Samstyre.App.Features.Demo;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Dependencies;

/// <summary>Those who wait are told of what an import has stored, also when somebody stops it: the same files again tell nothing.</summary>
public sealed class StoppedImportTests(PostgresFixture postgres) : IDisposable
{
    private const string List = "Tiltaksnavn;Nr;Virksomhet;Slutt\nPasientportal;8;FHI;10.2021\n";
    private readonly string folder = Directory.CreateTempSubdirectory("samstyre-stopped-").FullName;

    [Fact]
    public async Task Import_StoppedAtTheSecondFile_TellsOfTheFirst()
    {
        await using var world = await WaitingWorld.Create(postgres);
        await MovedLettersTests.TwoGivers(world);
        var (first, second) = (Path.Combine(folder, "1.json"), Path.Combine(folder, "2.json"));
        await File.WriteAllBytesAsync(first, GenerateVerb.Json([MovedLettersTests.Pilot(2021, 6)]), TestStore.Cancellation);
        await File.WriteAllBytesAsync(second, GenerateVerb.Json([MovedLettersTests.Portal(2021, 10)]), TestStore.Cancellation);

        // The second file cannot be stored before it is stopped.
        await using var held = await Hold(world, "select from initiative where national_id = 8 for update");
        var ended = await Stopped(world, held, "import", first, second);

        ended.Status.ShouldBe(2, ended.Error);
        ended.Error.ShouldContain("1.json");
        ended.Error.ShouldNotContain("2.json");
        (await world.Store.Scalar<string>("select string_agg(subject, ', ') from message where kind = 'need'")).ShouldBe("Kjernejournal leverer senere enn før");
    }

    [Fact]
    public async Task ImportTable_StoppedWhenItIsStored_TellsOfIt()
    {
        await using var world = await WaitingWorld.Create(postgres);
        await MovedLettersTests.TwoGivers(world);
        var list = Path.Combine(folder, "liste.csv");
        await File.WriteAllTextAsync(list, List, Encoding.UTF8, TestStore.Cancellation);

        // The list is stored, and what its columns give is about to be.
        await using var held = await Hold(world, "lock table column_mapping in exclusive mode");
        await Stopped(world, held, "import-table", list, "--map", "Slutt=endDate");

        (await MovedLettersTests.Letters(world)).ShouldBe(1);
        (await world.Store.Scalar<long>("select count(*) from column_mapping")).ShouldBe(1);
    }

    [Fact]
    public async Task ListOnThePages_LeftWhenItIsStored_TellsOfIt()
    {
        await using var world = await WaitingWorld.Create(postgres);
        await MovedLettersTests.TwoGivers(world);
        const string Start = WaitingWorld.Desk + "/runder/2020-12/tabell";
        await using (var server = await TestServer.Start(world.Store.Db, new SteppedClock(world.Now)))
        {
            using var office = server.Visitor();
            (await office.LogIn(WaitingWorld.Office, TestStore.Password)).Location.ShouldNotBeNull();
            var columns = (await office.PostFile(Start, Start, "liste", "liste.csv", Encoding.UTF8.GetBytes(List))).Location!;
            await using var held = await Hold(world, "lock table column_mapping in exclusive mode");
            using var left = new Visitor(server.Address);
            left.Keep(office.Cookies);
            var sent = left.Post(columns, null, ("felt-0", "name"), ("felt-1", "nationalId"), ("felt-2", "organisation"), ("felt-3", "endDate"), ("gjor", "les"));
            await UntilWaiting(held, () => sent.IsCompleted ? Task.FromResult("answered") : null);
            left.Dispose();
            await Should.ThrowAsync<Exception>(sent);
            await GiveTimeToStop(held);
        }

        // The server has ended, and with it what was begun.
        (await MovedLettersTests.Letters(world)).ShouldBe(1);
        (await world.Store.Scalar<long>("select count(*) from pending_table")).ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Runs a command, asks it to stop when it waits for what is held, and lets go of that.</summary>
    private static async Task<Ended> Stopped(WaitingWorld world, NpgsqlConnection held, params string[] arguments)
    {
        using var import = CommandLineProcess.Start(new() { ["SAMSTYRE_DB"] = world.Store.ConnectionString }, [.. arguments, "--round", "2020-12"]);
        var (output, error) = (import.StandardOutput.ReadToEndAsync(TestStore.Cancellation), import.StandardError.ReadToEndAsync(TestStore.Cancellation));
        await UntilWaiting(held, () => import.HasExited ? error : null);
        using (var kill = Process.Start("kill", ["-TERM", import.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestStore.Cancellation);
        await GiveTimeToStop(held);
        await import.WaitForExitAsync(TestStore.Cancellation);
        return new(import.ExitCode, await output, await error);
    }

    private static async Task<NpgsqlConnection> Hold(WaitingWorld world, string what)
    {
        var connection = new NpgsqlConnection(world.Store.ConnectionString);
        await connection.OpenAsync(TestStore.Cancellation);
        await using var command = new NpgsqlCommand("begin; " + what, connection);
        await command.ExecuteNonQueryAsync(TestStore.Cancellation);
        return connection;
    }

    private static async Task UntilWaiting(NpgsqlConnection held, Func<Task<string>?> ending)
    {
        while (!await SomebodyWaits(held))
        {
            if (ending() is { } said) Assert.Fail("It ended before it could be stopped: " + await said);
        }
    }

    /// <summary>Lets go of what is held as soon as nobody waits for it, or soon: what is to end all the same goes on waiting.</summary>
    private static async Task GiveTimeToStop(NpgsqlConnection held)
    {
        for (var asked = 0; asked < 2_000 && await SomebodyWaits(held); asked++) { }
        await using var end = new NpgsqlCommand("rollback", held);
        await end.ExecuteNonQueryAsync(TestStore.Cancellation);
    }

    private static async Task<bool> SomebodyWaits(NpgsqlConnection held)
    {
        await using var waiting = new NpgsqlCommand("select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))", held);
        return (bool)(await waiting.ExecuteScalarAsync(TestStore.Cancellation))!;
    }
}

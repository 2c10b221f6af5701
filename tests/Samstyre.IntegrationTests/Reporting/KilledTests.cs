using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Samstyre.Storage;
using Samstyre.Testing;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>The server, or its database, dies in the middle of a reporting day: what reporters were told is saved and received is there afterwards, once.</summary>
public sealed class KilledTests(PostgresFixture postgres)
{
    private const int Reporters = 2;

    [Fact]
    public async Task ServerKilled_ThreeTimesWhileManyWriteAndSend_KeepsWhatWasAcknowledged()
    {
        await using var database = await postgres.CreateDatabase();
        await using var db = Db.Open(database.ConnectionString);
        var day = await ReportingDay.Make(db, Reporters);
        var environment = new Dictionary<string, string> { ["SAMSTYRE_DB"] = database.ConnectionString };
        var server = await ServerProcess.Start(environment, "e-health");
        try
        {
            await day.Open(server.Address);
            for (var time = 0; time < 3; time++)
            {
                await day.Until(saves: 40 + (time * 7), submissions: 2, server.Kill);
                server.Dispose();
                await day.CheckStored(db);
                server = await ServerProcess.Start(environment, "e-health");
                day.GoOn(server.Address);
                await day.Repeat();
            }

            await day.SendRest();
            await day.CheckEnd(db);
        }
        finally
        {
            server.Dispose();
            day.Dispose();
        }
    }

    [Fact]
    public async Task DatabaseKilled_WhileManyWriteAndSend_KeepsWhatWasAcknowledgedAndServesOn()
    {
        var options = new EmbeddedPostgresOptions(Path.Combine(StoreOptions.Checkout()!, ".data", "tests", Guid.NewGuid().ToString("n")[..8]), StoreOptions.FromEnvironment().PackagesFolder);
        var first = await EmbeddedPostgres.Acquire(options, TestStore.Cancellation);
        PostgresLease? again = null;
        var db = Db.Open(first.ConnectionString);
        try
        {
            _ = (await Migrator.Migrate(db, TestStore.Cancellation)).Value;
            using var day = await ReportingDay.Make(db, Reporters);
            using var server = await ServerProcess.Start(new Dictionary<string, string> { ["SAMSTYRE_DB"] = "", ["SAMSTYRE_DATA"] = options.DataFolder, ["SAMSTYRE_POSTGRES"] = options.PackagesFolder }, "e-health");
            await day.Open(server.Address);
            var postmaster = await Postmaster(db);
            await day.Until(saves: 40, submissions: 2, async () =>
            {
                postmaster.Kill();
                await postmaster.WaitForExitAsync(TestStore.Cancellation);
            });
            again = await EmbeddedPostgres.Acquire(options, TestStore.Cancellation);
            await db.DisposeAsync();
            db = Db.Open(again.ConnectionString);
            await day.CheckStored(db);
            await day.Repeat();
            await day.SendRest();
            await day.CheckEnd(db);
        }
        finally
        {
            await db.DisposeAsync();
            if (again is not null) await again.DisposeAsync();
            await first.DisposeAsync();
            await EmbeddedPostgres.Remove(options, TestStore.Cancellation);
            Directory.Delete(options.DataFolder, recursive: true);
        }
    }

    private static async Task<Process> Postmaster(Db db)
    {
        await using var connection = await db.Connect(TestStore.Cancellation);
        await using var ask = new NpgsqlCommand("show data_directory", connection);
        var folder = (string)(await ask.ExecuteScalarAsync(TestStore.Cancellation))!;
        return Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(folder, "postmaster.pid")).First(), CultureInfo.InvariantCulture));
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Samstyre.App.Cli;
using Samstyre.Storage;

namespace Samstyre.App.Features.Database;

/// <summary><c>samstyre db</c>: the store's schema, backup and restore.</summary>
internal static class DatabaseVerb
{
    private const string About = """
        Looks after the store.

        Examples:
          samstyre db status
          samstyre db backup samstyre-2020-11-01.zip
          samstyre db restore samstyre-2020-11-01.zip
          samstyre db verify
        """;

    public static Command Command()
    {
        var json = SharedOptions.Json();
        var status = new Command("status", "Shows which database is used, the steps of its schema and the portfolios in it.") { json };
        status.SetAction((parsed, cancellation) => Status(parsed.GetValue(json), cancellation));
        var migrate = new Command("migrate", "Brings the schema up to date; the other verbs do so by themselves.");
        migrate.SetAction((_, cancellation) => Migrate(cancellation));
        var target = new Argument<string>("file") { Description = "The zip file to write" };
        var backup = new Command("backup", "Writes the whole store, of one moment, to a file. The server can go on.") { target };
        backup.SetAction((parsed, cancellation) => Backup(parsed.GetValue(target)!, cancellation));
        var source = new Argument<string>("file") { Description = "A file that db backup wrote" };
        var restore = new Command("restore", "Puts a backup into an empty store: all of it or nothing.") { source };
        restore.SetAction((parsed, cancellation) => Restore(parsed.GetValue(source)!, cancellation));
        var portfolio = new Option<string?>("--portfolio") { Description = "Code of the portfolio; all of them where none is named" };
        var verify = new Command("verify", "Goes through the audit log of each portfolio: whether every entry is there as it was written. The end status is 2 where one is broken.") { portfolio };
        verify.SetAction((parsed, cancellation) => Verify(parsed.GetValue(portfolio), cancellation));
        return new("db", About) { migrate, status, backup, restore, verify };
    }

    private static async Task<int> Status(bool json, CancellationToken cancellation)
    {
        await using var store = await OpenStore.OpenUnmigrated(cancellation);
        var steps = await Migrator.Status(store.Db, cancellation);
        var current = steps.All(step => step.AppliedAt is not null && step.Problem is null);
        var portfolios = current ? await PortfolioStore.List(store.Db, cancellation) : [];
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                Database = store.Description,
                Steps = steps.Select(step => new { step.Number, step.Name, step.AppliedAt, Problem = step.Problem?.Sentence }),
                Portfolios = portfolios.Select(row => new { row.Code, row.Name, row.Version, row.Rounds, row.Initiatives }),
            }, Table.JsonOptions));
        }
        else
        {
            await Console.Error.WriteLineAsync($"Database: {store.Description}");
            Table.Write(["step", "name", "applied"], steps.Select(step => new[]
            {
                step.Number.ToString(CultureInfo.InvariantCulture), step.Name, step.Problem?.Sentence ?? step.AppliedAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "not yet",
            }));
            foreach (var row in portfolios)
                await Console.Error.WriteLineAsync($"Portfolio {row.Code} ({row.Name}): {Table.Count(row.Rounds, "round", "rounds")}, {Table.Count(row.Initiatives, "initiative", "initiatives")}, version {row.Version}.");
        }

        return current ? CommandLine.Done : CommandLine.PartlyDone;
    }

    private static async Task<int> Migrate(CancellationToken cancellation)
    {
        await using var store = await OpenStore.OpenUnmigrated(cancellation);
        var migrated = (await Migrator.Migrate(store.Db, cancellation)).OrRefuse();
        Console.WriteLine(migrated.Applied.Count == 0 ? $"The schema is up to date (step {migrated.Version})." : $"Carried out {string.Join(", ", migrated.Applied)}.");
        return CommandLine.Done;
    }

    /// <summary>The file appears under its name only when it is whole.</summary>
    private static async Task<int> Backup(string file, CancellationToken cancellation)
    {
        if (File.Exists(file)) throw new CliRefusal($"{file} exists already: choose another name, so that no backup is lost.");
        await using var store = await OpenStore.Open(cancellation);
        var unfinished = file + ".part";
        try
        {
            BackupManifest manifest;
            await using (var stream = new FileStream(unfinished, FileMode.Create))
                manifest = (await Storage.Backup.Write(store.Db, stream, TimeProvider.System.GetUtcNow(), cancellation)).OrRefuse();
            File.Move(unfinished, file);
            Console.WriteLine($"{file}: {Table.Count(manifest.Tables.Count, "table", "tables")}, {manifest.Tables.Sum(table => table.Rows).ToString("#,0", CultureInfo.InvariantCulture)} rows, {new FileInfo(file).Length / 1_000_000m:0.0} MB.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliRefusal($"{file} could not be written: {e.Message.TrimEnd('.')}. Choose a folder with room that you may write to.", e);
        }
        finally
        {
            if (File.Exists(unfinished)) File.Delete(unfinished);
        }

        return CommandLine.Done;
    }

    private static async Task<int> Restore(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file)) throw new CliRefusal($"There is no file {file}: name a file that samstyre db backup wrote.");
        await using var store = await OpenStore.Open(cancellation);
        await using var stream = File.OpenRead(file);
        var manifest = (await Storage.Backup.Restore(store.Db, stream, cancellation)).OrRefuse();
        Console.WriteLine($"Restored the store of {manifest.TakenAt:yyyy-MM-dd HH:mm} UTC: {manifest.Tables.Sum(table => table.Rows).ToString("#,0", CultureInfo.InvariantCulture)} rows.");
        return CommandLine.Done;
    }

    private static async Task<int> Verify(string? code, CancellationToken cancellation)
    {
        await using var store = await OpenStore.Open(cancellation);
        var portfolios = code is null
            ? (await PortfolioStore.List(store.Db, cancellation)).Select(row => (row.Id, row.Code)).ToList()
            : [((await store.Portfolio(code, cancellation)).Id, code)];
        var whole = true;
        foreach (var (id, name) in portfolios)
        {
            var log = await AuditTrail.Verify(store.Db, id, cancellation);
            Console.WriteLine($"{name}: {Table.Count((int)log.Entries, "entry", "entries")}, {(log.FirstBreak is { } broken ? "broken: " + Sentence(broken) : $"whole, the last with hash {log.Head}.")}");
            whole &= log.Whole;
        }

        return whole ? CommandLine.Done : CommandLine.NotDone;
    }

    private static string Sentence(AuditBreak broken)
    {
        var entry = broken.Position.ToString(CultureInfo.InvariantCulture);
        return broken.Fault switch
        {
            AuditFault.Changed => $"entry {entry} is not as it was written, or does not follow upon the one before it.",
            AuditFault.Missing => $"entry {entry} is missing.",
            AuditFault.Inserted => $"entry {entry} was slipped in afterwards.",
            AuditFault.CutOff => $"entry {entry} and what may follow it are cut off.",
            AuditFault.EndUnknown => $"the row that tells where the log ends is gone; after entry {(broken.Position - 1).ToString(CultureInfo.InvariantCulture)} there may have been more.",
            _ => throw new ArgumentOutOfRangeException(nameof(broken)),
        };
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>One step of the schema, as the program brings it and as the database has it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">Name of its file.</param>
/// <param name="AppliedAt">When it was carried out; null while it is still to be done.</param>
/// <param name="Problem">Why the database can't be used with this program; null where all is well.</param>
public sealed record MigrationStatus(int Number, string Name, DateTimeOffset? AppliedAt, Problem? Problem);

/// <summary>What a migration did.</summary>
/// <param name="Version">The schema's version now: the number of its last step.</param>
/// <param name="Applied">Names of the steps that were carried out; empty where there was nothing to do.</param>
public sealed record Migrated(int Version, IReadOnlyList<string> Applied);

/// <summary>Brings the database's schema to the program's version: numbered steps, forward only, all in one transaction under a lock, each remembered with the hash of its text.</summary>
public static class Migrator
{
    // Any number that no other program on the same database takes.
    private const long LockKey = 0x53616d7374797265;

    private const string LockSql = "select pg_advisory_xact_lock(@LockKey)";

    private const string CreateJournalSql =
        """
        create table if not exists migration_journal (
            number integer not null,
            name text not null,
            sha256 bytea not null,
            applied_at timestamptz not null default now(),
            constraint migration_journal_pk primary key (number)
        )
        """;

    private const string JournalSql = "select number, name, sha256, applied_at from migration_journal order by number";

    private const string RecordSql = "insert into migration_journal (number, name, sha256) values (@Number, @Name, @Sha256)";

    /// <summary>The version that this program brings.</summary>
    public static int Version => Steps()[^1].Number;

    /// <summary>Carries out the steps that are missing. Refused where a step that was carried out has been edited since, and where the database is newer than the program.</summary>
    public static Task<Outcome<Migrated>> Migrate(Db db, CancellationToken cancellation = default) => Migrate(db, Steps(), cancellation);

    /// <summary>Every step known to the program or the database, in order. Changes nothing.</summary>
    public static async Task<IReadOnlyList<MigrationStatus>> Status(Db db, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var journal = await connection.ExecuteScalarAsync<bool>("select to_regclass('migration_journal') is not null") ? await Journal(connection, null) : [];
        var steps = Steps();
        var applied = journal.ToDictionary(entry => entry.Number);
        return
        [
            .. steps.Select(step => applied.TryGetValue(step.Number, out var entry)
                ? new MigrationStatus(step.Number, step.Name, entry.AppliedAt, entry.Sha256.AsSpan().SequenceEqual(step.Sha256) ? null : Edited(step))
                : new MigrationStatus(step.Number, step.Name, null, null)),
            .. journal.Where(entry => entry.Number > steps[^1].Number).Select(entry => new MigrationStatus(entry.Number, entry.Name, entry.AppliedAt, Newer(entry.Number))),
        ];
    }

    /// <summary>Carries out those of the given steps that are missing.</summary>
    internal static async Task<Outcome<Migrated>> Migrate(Db db, IReadOnlyList<Step> steps, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(LockSql, new { LockKey }, transaction);
        await connection.ExecuteAsync(CreateJournalSql, transaction: transaction);
        var journal = await Journal(connection, transaction);
        if (Refusal(steps, journal) is { } problem) return problem;

        List<string> applied = [];
        foreach (var step in steps.Skip(journal.Count))
        {
            await using (var command = new NpgsqlCommand(step.Sql, connection, transaction)) await command.ExecuteNonQueryAsync(cancellation);
            await connection.ExecuteAsync(RecordSql, new { step.Number, step.Name, step.Sha256 }, transaction);
            applied.Add(step.Name);
        }

        await transaction.CommitAsync(cancellation);
        // Connections that prepared statements against the old schema must not keep them.
        if (applied.Count > 0) NpgsqlConnection.ClearPool(connection);
        return new Migrated(steps.Count, applied);
    }

    internal static IReadOnlyList<Step> Steps()
    {
        var assembly = typeof(Migrator).Assembly;
        var steps = assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                return Step.Of(name, reader.ReadToEnd());
            })
            .ToList();
        if (steps.Where((step, index) => step.Number != index + 1).FirstOrDefault() is { } misplaced)
            throw new InvalidOperationException($"Migration {misplaced.Name} does not follow the one before: they are numbered 0001, 0002, ...");
        return steps;
    }

    private static Problem? Refusal(IReadOnlyList<Step> steps, List<Entry> journal)
    {
        if (journal.Count > steps.Count) return Newer(journal[^1].Number);
        return steps.Take(journal.Count).Zip(journal).FirstOrDefault(pair => pair.First.Number != pair.Second.Number || !pair.First.Sha256.AsSpan().SequenceEqual(pair.Second.Sha256)) is { First: { } edited }
            ? Edited(edited)
            : null;
    }

    private static Problem Newer(int number) =>
        new("StoreNewer", null, string.Create(CultureInfo.InvariantCulture, $"The database is at version {number}, newer than this program's {Version}: use the newer program."));

    private static Problem Edited(Step step) =>
        new("MigrationEdited", null, $"The step {step.Name} is not the one that this database was made with: put its text back, and make the change in a new step.");

    private static async Task<List<Entry>> Journal(NpgsqlConnection connection, NpgsqlTransaction? transaction) =>
        (await connection.QueryAsync<Entry>(JournalSql, transaction: transaction)).AsList();

    /// <summary>A step of the schema.</summary>
    internal sealed record Step(int Number, string Name, string Sql, byte[] Sha256)
    {
        public static Step Of(string fileName, string sql)
        {
            if (!sql.StartsWith("-- Why: ", StringComparison.Ordinal)) throw new InvalidOperationException($"Migration {fileName} must say why in its first line: '-- Why: ...'.");
            var name = Path.GetFileNameWithoutExtension(fileName);
            // A checkout may end its lines otherwise.
            var text = sql.ReplaceLineEndings("\n");
            return new(int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name, text, SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }
    }

    private sealed record Entry(int Number, string Name, byte[] Sha256, DateTimeOffset AppliedAt);
}

using System.Data;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Dapper;
using Npgsql;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>The whole store as one zip file: a manifest and each table's rows in PostgreSQL's own binary form, all of one moment. Needs no tool beside the program.</summary>
public static class Backup
{
    private const string ManifestName = "manifest.json";

    private const int BufferSize = 1 << 16;

    /// <summary>All tables with rows of the product, parents before children. A test compares it with the schema. Left out: who is logged in, links that were sent, messages, keys and lists that wait to be read; after a restore people log in anew.</summary>
    internal static readonly IReadOnlyList<string> Tables =
    [
        "portfolio", "portfolio_past", "round", "initiative", "initiative_past", "initiative_name", "life_event", "source_file", "import", "report", "unmatched_form", "audit_entry", "audit_head", "publication",
        "account", "role_grant", "round_event", "assignment", "assignment_event", "draft_value", "draft_rival", "draft_proposal", "submission", "attachment", "question", "office_rating", "report_text", "column_mapping",
        "announcement", "assessment_answer", "assessment_message", "admission_decision", "segment_change", "segment_answer", "succession", "wheel_meeting", "discussion_snapshot",
        "known_name", "need_answer", "need_question", "need_note", "simulation",
    ];

    /// <summary>Tables that stay out of a backup.</summary>
    internal static readonly IReadOnlyList<string> LeftOut = ["session", "one_time_link", "message", "protection_key", "pending_table"];

    private const string ColumnsSql =
        "select attname from pg_attribute where attrelid = to_regclass(@table) and attnum > 0 and not attisdropped order by attnum";

    /// <summary>Writes everything in the store; others go on reading and writing meanwhile.</summary>
    /// <param name="db">The store.</param>
    /// <param name="target">Gets the zip file; it need not be able to seek and stays open.</param>
    /// <param name="now">The moment, for the manifest.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public static async Task<Outcome<BackupManifest>> Write(Db db, Stream target, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (await SchemaProblem(db, cancellation) is { } problem) return problem;
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        List<BackupTable> tables = [];
        foreach (var table in Tables)
        {
            var columns = (await connection.QueryAsync<string>(ColumnsSql, new { table }, transaction)).AsList();
            var rows = await connection.ExecuteScalarAsync<long>($"select count(*) from {table}", transaction: transaction);
            await using var entry = zip.CreateEntry(table, CompressionLevel.Fastest).Open();
            await using var data = await connection.BeginRawBinaryCopyAsync($"copy {table} ({string.Join(", ", columns)}) to stdout (format binary)", cancellation);
            tables.Add(new(table, columns, rows, await Copy(data, entry, cancellation)));
        }

        var manifest = new BackupManifest(BackupManifest.CurrentFormat, Migrator.Version, now, tables);
        await using var last = zip.CreateEntry(ManifestName).Open();
        await last.WriteAsync(BackupManifest.Write(manifest), cancellation);
        return manifest;
    }

    /// <summary>Puts a backup into an empty store of the same schema version: all of it or nothing.</summary>
    /// <param name="db">The store: migrated, without rows.</param>
    /// <param name="source">The zip file; must be able to seek.</param>
    /// <param name="cancellation">Stops the restoring; nothing is kept then.</param>
    public static async Task<Outcome<BackupManifest>> Restore(Db db, Stream source, CancellationToken cancellation = default)
    {
        if (await SchemaProblem(db, cancellation) is { } problem) return problem;
        try
        {
            await using var zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry(ManifestName) is not { } first) return Unreadable("it has no manifest");
            BackupManifest? manifest;
            await using (var json = await first.OpenAsync(cancellation)) manifest = BackupManifest.Read(json);
            if (manifest is null || manifest.Format != BackupManifest.CurrentFormat) return Unreadable("its manifest is of another kind");
            if (manifest.SchemaVersion != Migrator.Version)
            {
                return new Problem("BackupOfOtherVersion", null, string.Create(
                    CultureInfo.InvariantCulture, $"The backup is of schema version {manifest.SchemaVersion}, this program's is {Migrator.Version}: restore it with the program that wrote it, and update then."));
            }

            return await Restore(db, zip, manifest, cancellation);
        }
        catch (InvalidDataException broken)
        {
            return Unreadable(broken.Message.TrimEnd('.'));
        }
        catch (PostgresException refusal)
        {
            return Unreadable($"PostgreSQL refuses its rows ({refusal.MessageText})");
        }
    }

    private static async Task<Outcome<BackupManifest>> Restore(Db db, ZipArchive zip, BackupManifest manifest, CancellationToken cancellation)
    {
        if (!manifest.Tables.Select(table => table.Name).SequenceEqual(Tables)) return Unreadable("it has not the tables of this program");
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Nobody else's first row may come between the look and the copy.
        await connection.ExecuteAsync($"lock table {string.Join(", ", Tables)} in exclusive mode", transaction: transaction);
        foreach (var table in manifest.Tables)
        {
            if (await connection.ExecuteScalarAsync<bool>($"select exists (select from {table.Name})", transaction: transaction))
                return new Problem("StoreNotEmpty", null, $"The store has rows already (in {table.Name}): restore into an empty one.");
        }

        foreach (var table in manifest.Tables)
        {
            var columns = (await connection.QueryAsync<string>(ColumnsSql, new { table = table.Name }, transaction)).AsList();
            if (!columns.SequenceEqual(table.Columns)) return Unreadable($"its table {table.Name} has other columns");
            if (zip.GetEntry(table.Name) is not { } entry) return Unreadable($"its table {table.Name} is missing");
            string sha256;
            await using (var data = await entry.OpenAsync(cancellation))
            await using (var copy = await connection.BeginRawBinaryCopyAsync($"copy {table.Name} ({string.Join(", ", columns)}) from stdin (format binary)", cancellation))
            {
                sha256 = await Copy(data, copy, cancellation);
            }

            if (sha256 != table.Sha256) return Unreadable($"its table {table.Name} is damaged");
            if (await connection.ExecuteScalarAsync<long>($"select count(*) from {table.Name}", transaction: transaction) != table.Rows)
                return Unreadable($"its table {table.Name} has not the rows that its manifest tells");
        }

        await transaction.CommitAsync(cancellation);
        return manifest;
    }

    private static async Task<Problem?> SchemaProblem(Db db, CancellationToken cancellation)
    {
        var steps = await Migrator.Status(db, cancellation);
        return steps.Select(step => step.Problem).OfType<Problem>().FirstOrDefault()
            ?? (steps.All(step => step.AppliedAt is not null) ? null : new("StoreNotMigrated", null, "The database lacks the product's tables or some of them: migrate it first."));
    }

    private static Problem Unreadable(string why) => new("BackupUnreadable", "file", $"The backup can't be restored, because {why}. Nothing was changed.");

    private static async Task<string> Copy(Stream from, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using System.IO.Compression;
using System.Text;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class BackupTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Restore_BackupOfAStore_GivesTheSameStore()
    {
        await using var store = await Filled();
        using var zip = new MemoryStream();
        var manifest = (await Backup.Write(store.Db, zip, store.Now, TestStore.Cancellation)).Value;
        manifest.Tables.Single(table => table.Name == "report").Rows.ShouldBe(3);

        await using var database = await postgres.CreateDatabase();
        await using var other = Db.Open(database.ConnectionString);
        (await Backup.Restore(other, zip, TestStore.Cancellation)).Value.Tables.Select(table => (table.Name, table.Rows, table.Sha256)).ShouldBe(manifest.Tables.Select(table => (table.Name, table.Rows, table.Sha256)));
        var restored = (await SnapshotLoader.Load(other, "e-health", null, TestStore.Cancellation)).ShouldNotBeNull();
        var original = await store.History();
        restored.Version.ShouldBe(original.Version);
        restored.Snapshots.Select(snapshot => snapshot.Round).ShouldBe(original.Snapshots.Select(snapshot => snapshot.Round));
        restored.Latest!.Standings.Select(standing => (standing.ReportId, standing.Facts)).ShouldBe(original.Latest!.Standings.Select(standing => (standing.ReportId, standing.Facts)));
        using var second = new MemoryStream();
        (await Backup.Write(other, second, store.Now, TestStore.Cancellation)).Value.Tables.Select(table => table.Sha256).ShouldBe(manifest.Tables.Select(table => table.Sha256));
    }

    [Fact]
    public async Task Write_Tables_AreAllOfTheSchemaAfterWhatTheyReferTo()
    {
        await using var store = await TestStore.Create(postgres);
        var tables = await store.Scalar<string[]>("select array_agg(relname::text order by relname) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration_journal'");
        Backup.Tables.Concat(Backup.LeftOut).Order(StringComparer.Ordinal).ShouldBe(tables.Order(StringComparer.Ordinal));
        var references = await store.Scalar<string[]>("select array_agg(conrelid::regclass || ' ' || confrelid::regclass) from pg_constraint where contype = 'f'");
        foreach (var pair in references.Select(reference => reference.Split(' ')).Where(pair => !Backup.LeftOut.Contains(pair[0])))
            Backup.Tables.ToList().IndexOf(pair[1]).ShouldBeLessThan(Backup.Tables.ToList().IndexOf(pair[0]), string.Join(" refers to ", pair));
    }

    [Fact]
    public async Task Restore_StoreWithRows_IsRefused()
    {
        await using var store = await Filled();
        using var zip = new MemoryStream();
        await Backup.Write(store.Db, zip, store.Now, TestStore.Cancellation);
        (await Backup.Restore(store.Db, zip, TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("StoreNotEmpty");
    }

    [Fact]
    public async Task Restore_DamagedOrForeignFile_IsRefusedAndLeavesNothing()
    {
        await using var store = await Filled();
        using var zip = new MemoryStream();
        await Backup.Write(store.Db, zip, store.Now, TestStore.Cancellation);
        await using var database = await postgres.CreateDatabase();
        await using var other = Db.Open(database.ConnectionString);

        using var truncated = new MemoryStream(zip.ToArray()[..^200]);
        await Refused(truncated, "BackupUnreadable");
        using var text = new MemoryStream("not a zip"u8.ToArray());
        await Refused(text, "BackupUnreadable");
        await Refused(await Edited(zip, "initiative", bytes => Flipped(bytes, bytes.Length - 10)), "BackupUnreadable");
        await Refused(await Edited(zip, "report", bytes => Flipped(bytes, 30)), "BackupUnreadable");
        await Refused(await Edited(zip, "manifest.json", bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"schemaVersion\": ", "\"schemaVersion\": 9", StringComparison.Ordinal))), "BackupOfOtherVersion");
        (await Backup.Restore(other, zip, TestStore.Cancellation)).Succeeded.ShouldBeTrue();

        async Task Refused(Stream file, string code) => (await Backup.Restore(other, file, TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public async Task Write_DatabaseWithoutSchema_IsRefused()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        await using var db = Db.Open(database.ConnectionString);
        using var zip = new MemoryStream();
        (await Backup.Write(db, zip, TestStore.Start, TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("StoreNotMigrated");
        (await Backup.Restore(db, zip, TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("StoreNotMigrated");
    }

    private async Task<TestStore> Filled()
    {
        var store = await TestStore.Create(postgres);
        await store.Register(new InitiativeRegistration(60, "Kjernejournal", ["KJ"], "nhn", "observe", []));
        var round = await store.Round("2020-03");
        await store.Import(round, "a.txt", new Report { Name = "Kjernejournal", NationalId = 60, TotalCostMnok = new(1.5m) }, new Report { Name = "Grunndata" }, new Report { Purpose = "?" });
        await store.Import(round, "b.txt", new Report { Name = "Kjernejournal", NationalId = 60, TotalCostMnok = new(2.5m) });
        return store;
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        bytes[at] ^= 1;
        return bytes;
    }

    private static async Task<Stream> Edited(MemoryStream original, string entry, Func<byte[], byte[]> edit)
    {
        var copy = new MemoryStream();
        await copy.WriteAsync(original.ToArray());
        await using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            var bytes = new MemoryStream();
            await using (var data = await zip.GetEntry(entry)!.OpenAsync()) await data.CopyToAsync(bytes);
            zip.GetEntry(entry)!.Delete();
            await using var rewritten = await zip.CreateEntry(entry).OpenAsync();
            await rewritten.WriteAsync(edit(bytes.ToArray()));
        }

        return copy;
    }
}

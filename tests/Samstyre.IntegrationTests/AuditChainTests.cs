using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class AuditChainTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Entry_FortyWritersOfTwoPortfoliosAtOnce_GivesTwoWholeChains()
    {
        await using var store = await TestStore.Create(postgres);
        var other = await Another(store);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Write(store, number % 2 == 0 ? store.Portfolio : other, entries: 1 + (number % 3), keep: true)));

        (await Verify(store, store.Portfolio)).ShouldSatisfyAllConditions(log => log.FirstBreak.ShouldBeNull(), log => log.Entries.ShouldBe(1 + Written(even: true)));
        (await Verify(store, other)).ShouldSatisfyAllConditions(log => log.FirstBreak.ShouldBeNull(), log => log.Entries.ShouldBe(1 + Written(even: false)));

        static int Written(bool even) => Enumerable.Range(0, 40).Where(number => number % 2 == 0 == even).Sum(number => 1 + (number % 3));
    }

    [Fact]
    public async Task Entry_AnyOrderOfWritersSomeOfWhomGiveUp_GivesWholeChains()
    {
        await using var store = await TestStore.Create(postgres);
        Guid[] portfolios = [store.Portfolio, await Another(store)];
        var written = new[] { 1, 1 };
        foreach (var writers in Writers.Sample(12, 8))
        {
            await Task.WhenAll(writers.Select(writer => Write(store, portfolios[writer.Portfolio], writer.Entries, writer.Keep)));
            foreach (var portfolio in (int[])[0, 1])
            {
                written[portfolio] += writers.Where(writer => writer.Portfolio == portfolio && writer.Keep).Sum(writer => writer.Entries);
                var log = await Verify(store, portfolios[portfolio]);
                log.FirstBreak.ShouldBeNull();
                log.Entries.ShouldBe(written[portfolio]);
            }
        }
    }

    [Theory]
    [InlineData("recorded_at = recorded_at + interval '1 microsecond'")]
    [InlineData("actor = 'somebody else'")]
    [InlineData("action = 'Nothing'")]
    [InlineData("subject = 'portfolio'")]
    [InlineData("subject_id = gen_random_uuid()")]
    [InlineData("details = '{\"number\": 4}'")]
    [InlineData("round_id = gen_random_uuid()")]
    [InlineData("initiative_id = gen_random_uuid()")]
    [InlineData("id = gen_random_uuid()")]
    [InlineData("hash = sha256(hash)")]
    public Task Verify_EntryChanged_SaysWhich(string change) =>
        Tampered($"update audit_entry set {change} where position = 4", new(4, AuditFault.Changed));

    [Fact]
    public Task Verify_EntryInTheMiddleRemoved_SaysThatItIsMissing() =>
        Tampered("delete from audit_entry where position = 4", new(4, AuditFault.Missing));

    [Fact]
    public Task Verify_FirstEntriesRemoved_SaysThatTheFirstIsMissing() =>
        Tampered("delete from audit_entry where position < 3", new(1, AuditFault.Missing));

    [Fact]
    public Task Verify_EntryRemovedAndTheOthersMovedUp_SaysWhereItNoLongerFits() =>
        Tampered("delete from audit_entry where position = 4; update audit_entry set position = position + 100 where position > 4; update audit_entry set position = position - 101 where position > 100", new(4, AuditFault.Changed));

    [Fact]
    public Task Verify_LastEntriesRemoved_SaysFromWhereItIsCutOff() =>
        Tampered("delete from audit_entry where position > 5", new(6, AuditFault.CutOff));

    [Fact]
    public Task Verify_TwoEntriesSwapped_SaysTheFirst() => Tampered(
        "update audit_entry set position = 100 where position = 3; update audit_entry set position = 3 where position = 5; update audit_entry set position = 5 where position = 100",
        new(3, AuditFault.Changed));

    [Fact]
    public Task Verify_EntrySlippedInWithAHashThatFits_SaysWhich() => Tampered(
        $"""
        update audit_entry set position = position + 100 where position > 3;
        update audit_entry set position = position - 99 where position > 100;
        insert into audit_entry (portfolio_id, id, recorded_at, actor, action, subject, details, position, hash)
        select portfolio_id, gen_random_uuid(), recorded_at, actor, 'Slipped', subject, details, 4, hash from audit_entry where position = 3;
        update audit_entry e set hash = sha256((select hash from audit_entry where position = 3) || {AuditLog.PayloadSql}) where position = 4
        """,
        new(4, AuditFault.Inserted));

    [Fact]
    public Task Verify_EntryAddedAtTheEndThatFits_SaysThatItWasSlippedIn() => Tampered(
        $"""
        insert into audit_entry (portfolio_id, id, recorded_at, actor, action, subject, details, position, hash)
        select portfolio_id, gen_random_uuid(), recorded_at, actor, action, subject, details, 8, hash from audit_entry where position = 7;
        update audit_entry e set hash = sha256(hash || {AuditLog.PayloadSql}) where position = 8
        """,
        new(8, AuditFault.Inserted));

    [Fact]
    public Task Verify_HeadRemoved_SaysThatTheEndIsUnknown() =>
        Tampered("delete from audit_head", new(8, AuditFault.EndUnknown));

    [Fact]
    public Task Verify_WholeLogAndHeadRemoved_SaysThatTheEndIsUnknown() =>
        Tampered("delete from audit_entry; delete from audit_head", new(1, AuditFault.EndUnknown));

    [Fact]
    public Task Verify_LastEntryWrittenAnew_SaysThatItIsNotTheHeads() => Tampered(
        $"""
        update audit_entry set details = '"else"' where position = 7;
        update audit_entry e set hash = sha256((select hash from audit_entry where position = 6) || {AuditLog.PayloadSql}) where position = 7
        """,
        new(7, AuditFault.Changed));

    [Fact]
    public async Task AuditHead_Removed_IsRefused()
    {
        await using var store = await TestStore.Create(postgres);
        (await Should.ThrowAsync<PostgresException>(() => store.Scalar<long>("delete from audit_head returning position"))).ConstraintName.ShouldBe("audit_head_immutable");
    }

    [Fact]
    public async Task Restore_BackupOfAChain_GivesAWholeChainThatGoesOn()
    {
        await using var store = await TestStore.Create(postgres);
        await Write(store, store.Portfolio, entries: 5, keep: true);
        using var zip = new MemoryStream();
        await Backup.Write(store.Db, zip, store.Now, TestStore.Cancellation);
        await using var database = await postgres.CreateDatabase();
        await using var restored = Db.Open(database.ConnectionString);
        (await Backup.Restore(restored, zip, TestStore.Cancellation)).Succeeded.ShouldBeTrue();

        var before = await Verify(store, store.Portfolio);
        (await AuditTrail.Verify(restored, store.Portfolio, TestStore.Cancellation)).ShouldBe(before);
        (await RoundStore.Create(restored, store.Portfolio, "2020-03", new(2020, 3, 20), TestStore.Actor, store.Tick(), TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        (await AuditTrail.Verify(restored, store.Portfolio, TestStore.Cancellation)).ShouldSatisfyAllConditions(log => log.Whole.ShouldBeTrue(), log => log.Entries.ShouldBe(before.Entries + 1));
    }

    [Fact]
    public async Task Migrate_StoreWithEntriesFromBefore_ChainsThemAndGoesOn()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        await using var db = Db.Open(database.ConnectionString);
        var before = Migrator.Steps().TakeWhile(step => !step.Name.EndsWith("_audit_chain", StringComparison.Ordinal)).ToList();
        before.Count.ShouldBeInRange(4, Migrator.Version - 1);
        (await Migrator.Migrate(db, before, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        await Run(db, """
            insert into portfolio (id, code, definition, version, recorded_at)
            select gen_random_uuid(), 'p' || n, '{}', 1, '2020-01-01' from generate_series(1, 3) n;
            insert into audit_entry (portfolio_id, id, recorded_at, actor, action, subject, details)
            select p.id, gen_random_uuid(), timestamptz '2020-01-01' + n % 7 * interval '1 minute', 'æ "ø" å', 'A', 'b', case when n % 5 > 0 then jsonb_build_object('n', n) end
            from portfolio p, generate_series(1, 400) n
            where p.code <> 'p3' or n = 1
            """);

        (await Migrator.Migrate(db, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        foreach (var portfolio in await PortfolioIds(db))
        {
            var log = await AuditTrail.Verify(db, portfolio, TestStore.Cancellation);
            log.FirstBreak.ShouldBeNull();
            log.Entries.ShouldBeOneOf(1, 400);
            (await RoundStore.Create(db, portfolio, "2020-03", new(2020, 3, 20), TestStore.Actor, TestStore.Start, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
            (await AuditTrail.Verify(db, portfolio, TestStore.Cancellation)).ShouldSatisfyAllConditions(after => after.Whole.ShouldBeTrue(), after => after.Entries.ShouldBe(log.Entries + 1));
        }

        (await Should.ThrowAsync<PostgresException>(() => Run(db, "update audit_entry set actor = 'x'"))).ConstraintName.ShouldBe("audit_entry_immutable");
    }

    private static Gen<Writer[]> Writers => Gen.ArrayOf(
        from portfolio in Gen.Choose(0, 1)
        from entries in Gen.Choose(1, 3)
        from keep in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new Writer(portfolio, entries, keep));

    /// <summary>A log of seven entries, changed by somebody who may do anything with the database.</summary>
    private async Task Tampered(string sql, AuditBreak expected)
    {
        await using var store = await TestStore.Create(postgres);
        await Write(store, store.Portfolio, entries: 6, keep: true);
        (await Verify(store, store.Portfolio)).ShouldSatisfyAllConditions(log => log.Whole.ShouldBeTrue(), log => log.Entries.ShouldBe(7));
        await Run(store.Db, $"alter table audit_entry disable trigger all; alter table audit_head disable trigger all; {sql}");
        (await Verify(store, store.Portfolio)).FirstBreak.ShouldBe(expected);
    }

    /// <summary>Writes entries as one change does, without any other lock.</summary>
    private static async Task Write(TestStore store, Guid portfolio, int entries, bool keep)
    {
        await using var connection = await store.Db.Connect(TestStore.Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(TestStore.Cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);
        for (var number = 1; number <= entries; number++)
            batch.BatchCommands.Add(AuditLog.Entry(portfolio, TestStore.Start, TestStore.Actor, "Tried", "round", null, new Dictionary<string, object?> { ["number"] = number, ["text"] = "<b>\u202E\u0001å" }));
        await batch.ExecuteNonQueryAsync(TestStore.Cancellation);
        if (keep) await transaction.CommitAsync(TestStore.Cancellation);
        else await transaction.RollbackAsync(TestStore.Cancellation);
    }

    private static async Task<Guid> Another(TestStore store) =>
        (await PortfolioStore.Save(store.Db, TestStore.Definition with { Code = "other" }, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value.Id;

    private static Task<AuditVerification> Verify(TestStore store, Guid portfolio) => AuditTrail.Verify(store.Db, portfolio, TestStore.Cancellation);

    private static async Task<IReadOnlyList<Guid>> PortfolioIds(Db db) => [.. (await PortfolioStore.List(db, TestStore.Cancellation)).Select(row => row.Id)];

    private static async Task Run(Db db, string sql)
    {
        await using var connection = await db.Connect(TestStore.Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestStore.Cancellation);
    }

    private sealed record Writer(int Portfolio, int Entries, bool Keep);
}

using Npgsql;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class MigratorTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrate_EmptyDatabase_AppliesEveryStepOnce()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        await using var db = Db.Open(database.ConnectionString);
        (await Migrator.Status(db, Cancellation)).ShouldAllBe(step => step.AppliedAt == null && step.Problem == null);

        var first = (await Migrator.Migrate(db, Cancellation)).Value;
        first.Version.ShouldBe(Migrator.Version);
        first.Applied.Count.ShouldBe(Migrator.Version);
        first.Applied[0].ShouldBe("0001_portfolio_and_reports");

        (await Migrator.Migrate(db, Cancellation)).Value.Applied.ShouldBeEmpty();
        (await Migrator.Status(db, Cancellation)).ShouldAllBe(step => step.AppliedAt != null && step.Problem == null);
    }

    [Fact]
    public async Task Migrate_ManyProgramsAtOnce_AppliesEachStepOnce()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            await using var db = Db.Open(database.ConnectionString);
            return (await Migrator.Migrate(db, Cancellation)).Value;
        }));
        results.Sum(result => result.Applied.Count).ShouldBe(Migrator.Version);
        results.ShouldAllBe(result => result.Version == Migrator.Version);
    }

    [Fact]
    public async Task Migrate_StepEditedSince_IsRefusedAndSaid()
    {
        await using var database = await postgres.CreateDatabase();
        await using var db = Db.Open(database.ConnectionString);
        await Run(db, "update migration_journal set sha256 = sha256(sha256) where number = 2");
        var problem = (await Migrator.Migrate(db, Cancellation)).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("MigrationEdited");
        problem.Sentence.ShouldContain("0002_audit_entry");
        (await Migrator.Status(db, Cancellation)).Where(step => step.Problem is not null).ShouldHaveSingleItem().Number.ShouldBe(2);
    }

    [Fact]
    public async Task Migrate_DatabaseNewerThanProgram_IsRefusedAndSaid()
    {
        await using var database = await postgres.CreateDatabase();
        await using var db = Db.Open(database.ConnectionString);
        await Run(db, "insert into migration_journal (number, name, sha256) values (9999, '9999_from_the_future', '\\x00')");
        (await Migrator.Migrate(db, Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("StoreNewer");
        (await Migrator.Status(db, Cancellation))[^1].Problem.ShouldNotBeNull().Code.ShouldBe("StoreNewer");
    }

    [Fact]
    public async Task Migrate_StepThatFails_LeavesNothingOfAnyStep()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        await using var db = Db.Open(database.ConnectionString);
        Migrator.Step[] steps = [Migrator.Step.Of("0001_good.sql", "-- Why: good.\ncreate table good (n int)"), Migrator.Step.Of("0002_bad.sql", "-- Why: bad.\ncreate table good (n int)")];
        await Should.ThrowAsync<PostgresException>(() => Migrator.Migrate(db, steps, Cancellation));
        (await Run(db, "select to_regclass('good') is null and to_regclass('migration_journal') is null")).ShouldBe(true);
    }

    [Fact]
    public void Step_WithoutItsReason_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => Migrator.Step.Of("0001_x.sql", "create table x (n int)")).Message.ShouldContain("Why");

    [Fact]
    public void Step_LinesEndedOtherwise_HasTheSameHash() =>
        Migrator.Step.Of("0001_x.sql", "-- Why: x.\r\nselect 1\r\n").Sha256.ShouldBe(Migrator.Step.Of("0001_x.sql", "-- Why: x.\nselect 1\n").Sha256);

    private static async Task<object?> Run(Db db, string sql)
    {
        await using var connection = await db.Connect(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}

using Npgsql;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class PostgresFixtureTests(PostgresFixture postgres)
{
    [Fact]
    public async Task CreateDatabase_Twice_GivesDatabasesThatDoNotSeeEachOther()
    {
        await using var one = await postgres.CreateDatabase();
        await using var two = await postgres.CreateDatabase();
        await Run(one, "CREATE TABLE only_here (n int); SELECT 1");
        (await Run(two, "SELECT to_regclass('only_here') IS NULL")).ShouldBe(true);
    }

    [Fact]
    public async Task CreateDatabase_RunThatBrokeOff_IsCleanedUpByTheNext()
    {
        const string left = "samstyre_test_0123456789ab_7";
        await using var mine = await postgres.CreateDatabase();
        await Run(mine, $"DROP DATABASE IF EXISTS {left}");
        await Run(mine, $"CREATE DATABASE {left}");

        await using var next = new PostgresFixture();
        await using var database = await next.CreateDatabase();
        (await Run(database, $"SELECT count(*) FROM pg_database WHERE datname = '{left}'")).ShouldBe(0L);
        (await Run(database, $"SELECT count(*) FROM pg_database WHERE datname = '{mine.Name}'")).ShouldBe(1L);
    }

    private static async Task<object?> Run(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}

using Npgsql;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>How PostgreSQL finds assignments among those of 10,000 initiatives in eight rounds: with the values it is given, and with the plan that it keeps for a prepared statement.</summary>
public sealed class AssignmentPlanTests(PostgresFixture postgres)
{
    private const string FillSql =
        """
        insert into initiative (portfolio_id, id, national_id, name, recorded_at)
        select p.id, gen_random_uuid(), n, 'Tiltak ' || n, now() from portfolio p, generate_series(1, 10000) n;
        insert into round (portfolio_id, id, code, collected_on, state, opened_at, recorded_at)
        select p.id, gen_random_uuid(), '20' || n || '-06', make_date(2000 + n, 6, 15), case when n = 20 then 'Open' else 'Published' end, now(), now() from portfolio p, generate_series(13, 20) n;
        insert into assignment (portfolio_id, round_id, initiative_id, organisation, parts, due_on, state, changed_at, changed_by)
        select i.portfolio_id, r.id, i.id, 'o' || i.national_id % 80, '{}', r.collected_on, 'Missing', now(), 'test' from initiative i join round r on r.portfolio_id = i.portfolio_id;
        analyze initiative; analyze round; analyze assignment;
        """;

    [Theory]
    [InlineData("auto")]
    [InlineData("force_generic_plan")]
    public async Task Lookups_AmongTenThousandInitiatives_UseIndexes(string plans)
    {
        await using var store = await TestStore.Create(postgres);
        await using var connection = await store.Db.Connect(TestStore.Cancellation);
        await Execute(connection, FillSql);
        await Execute(connection, $"set plan_cache_mode = {plans}");
        var portfolio = $"'{store.Portfolio}'";
        var round = $"'{await store.Scalar<Guid>("select id from round where state = 'Open'")}'";

        (await Plan(connection, "uuid, text, integer, uuid", Positional(AssignmentStore.OneSql, "portfolioId", "round", "nationalId", "id"), $"{portfolio}, '2020-06', 4711, null")).ShouldNotContain("Seq Scan on assignment");
        (await Plan(connection, "uuid, text[]", Positional(AssignmentStore.OfOrganisationsSql, "portfolioId", "organisations"), $"{portfolio}, '{{o7,o8}}'")).ShouldNotContain("Seq Scan on assignment");
        (await Plan(connection, "uuid, uuid", Positional(AssignmentStore.OfRoundSql, "portfolioId", "roundId"), $"{portfolio}, {round}")).ShouldNotContain("Seq Scan on assignment");
    }

    // As the store sends them.
    private static string Positional(string sql, params string[] names)
    {
        for (var number = 0; number < names.Length; number++) sql = System.Text.RegularExpressions.Regex.Replace(sql, $@"@{names[number]}\b", $"${number + 1}");
        return sql;
    }

    private static async Task<string> Plan(NpgsqlConnection connection, string types, string sql, string values)
    {
        await Execute(connection, $"prepare asked ({types}) as {sql}");
        List<string> lines = [];
        await using (var explain = new NpgsqlCommand($"explain analyze execute asked({values})", connection))
        await using (var reader = await explain.ExecuteReaderAsync(TestStore.Cancellation))
        {
            while (await reader.ReadAsync(TestStore.Cancellation)) lines.Add(reader.GetString(0));
        }

        await Execute(connection, "deallocate asked");
        var plan = string.Join('\n', lines);
        TestContext.Current.TestOutputHelper?.WriteLine(plan);
        return plan;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestStore.Cancellation);
    }
}

using Npgsql;
using Samstyre.Analysis;
using Samstyre.App.Features.Demo;
using Samstyre.App.Portfolio;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

/// <summary>The report's numbers of October 2020 against SQL over the stored forms, which knows nothing of our model.</summary>
public sealed class ReportBySqlTests(PostgresFixture postgres)
{
    // The effective reports of the last round: its own, or else the last one before, of initiatives that are in the portfolio.
    private const string Effective =
        """
        with effective as (
            select distinct on (r.initiative_id) r.initiative_id, r.name, r.organisation, r.content as c, o.code as round
            from report r
            join round o on o.id = r.round_id
            where (
                select e.stage from life_event e
                where e.initiative_id = r.initiative_id and e.revoked_at is null and e.occurred_on <= date '2020-10-31'
                order by e.occurred_on desc, e.step desc limit 1) = 'InPortfolio'
            order by r.initiative_id, o.collected_on desc, r.revision desc),
        year as (
            select f.*, coalesce(
                (f.c -> 'fundingTotal' ->> place)::numeric,
                (select sum((source -> 'y' ->> place)::numeric) from jsonb_array_elements(f.c -> 'funding') source)) as budget
            from (select e.*, (
                select (column_place - 1)::int from jsonb_array_elements_text(e.c -> 'fundingCols') with ordinality as t(header, column_place) where trim(header) = '2020' limit 1) as place
                from effective e) f)

        """;

    [Fact]
    public async Task Figures_October2020_AreWhatSqlCounts()
    {
        await using var database = await postgres.CreateDatabase();
        await using var db = Db.Open(database.ConnectionString);
        await ExampleLoader.LoadWhatIsMissing(db, TimeProvider.System, TestStore.Cancellation);
        var index = new PortfolioIndex((await SnapshotLoader.Load(db, "e-health", null, TestStore.Cancellation)).ShouldNotBeNull());
        var figures = await new ReportShelf(PortfolioSource.Of(db)).Figures(index.Latest!, TestStore.Cancellation);
        await using var connection = await db.Connect(TestStore.Cancellation);

        foreach (var (figure, category, series, sql) in Questions)
        {
            await using var command = new NpgsqlCommand(Effective + sql, connection);
            var counted = await command.ExecuteScalarAsync(TestStore.Cancellation);
            var expected = counted is null or DBNull ? (decimal?)null : Convert.ToDecimal(counted, System.Globalization.CultureInfo.InvariantCulture);
            Number(figures, figure, category, series).ShouldBe(expected, $"{figure}, {category}, {series}");
        }
    }

    private static decimal? Number(ReportFigures figures, string id, string category, string series) => series switch
    {
        "population" => figures.Figure(id)!.Population,
        "not-reported" => figures.Figure(id)!.NotReported,
        _ => figures.Figure(id)!.Cell(category, series).ShouldNotBeNull($"{id}, {category}, {series}").Value,
    };

    /// <summary>Figure, category, series, and the question to the store.</summary>
    private static IEnumerable<(string Figure, string Category, string Series, string Sql)> Questions =>
    [
        ("size", "2020-10", "initiatives", "select count(*) from effective"),
        ("size", "2020-10", "reported", "select count(*) from effective where round = '2020-10'"),
        ("size", "2020-10", "organisations", "select count(distinct organisation) from effective"),
        ("size", "2020-10", "budget", "select sum(budget) from year"),
        ("size", "2020-10", "no-budget", "select count(*) from year where budget is null"),
        .. ((string[])["Green", "Yellow", "Red"]).SelectMany(light => new[]
        {
            ("status", "2020-10", light, $"select count(*) from effective where c ->> 'status' = '{light}'"),
            ("risk", "2020-10", light, $"select count(*) from effective where c ->> 'risk' = '{light}'"),
        }),
        ("status", "2020-10", "NotStated", "select count(*) from effective where c ->> 'status' is null"),
        ("causes", "", "population", "select count(*) from effective where c ->> 'status' in ('Yellow', 'Red')"),
        ("causes", "", "not-reported", "select count(*) from effective where c ->> 'status' in ('Yellow', 'Red') and coalesce(c ->> 'statusCause', '') = ''"),
        .. ((string[])["direktoratet-for-e-helse", "helsedirektoratet", "helse-sor-ost", "helse-vest", "helse-midt-norge", "folkehelseinstituttet", "ks"]).SelectMany(code => new[]
        {
            ("budget-by-organisation", code, "initiatives", $"select count(*) from year where organisation = '{code}'"),
            ("budget-by-organisation", code, "budget", $"select sum(budget) from year where organisation = '{code}'"),
        }),
        .. ((string[])["1", "2", "3", "4", "5"]).SelectMany(area => new[]
        {
            ("budget-by-area", area, "initiatives", $"select count(*) from year where split_part(c ->> 'primaryFocusArea', '.', 1) = '{area}'"),
            ("budget-by-area", area, "budget", $"select sum(budget) from year where split_part(c ->> 'primaryFocusArea', '.', 1) = '{area}'"),
        }),
        .. ((string[])["Concept", "Planning", "Execution"]).Select(phase => ("budget-by-phase", phase, "initiatives", $"select count(*) from year where c ->> 'phase' = '{phase}'")),
        ("budget-by-phase", "Execution", "budget", "select sum(budget) from year where c ->> 'phase' = 'Execution'"),
        ("money", "total-cost", "sum", "select sum((c ->> 'totalCostMnok')::numeric) from effective"),
        ("money", "operating-cost", "sum", "select sum((c ->> 'annualOperatingCostMnok')::numeric) from effective"),
        ("money", "benefits", "sum", "select sum((c ->> 'benefitAmountMnok')::numeric) from effective"),
        ("total-cost", "", "not-reported", "select count(*) from effective where c ->> 'totalCostMnok' is null"),
        ("total-cost", "10-50", "initiatives", "select count(*) from effective where (c ->> 'totalCostMnok')::numeric >= 10 and (c ->> 'totalCostMnok')::numeric < 50"),
        ("total-cost", "over-500", "initiatives", "select count(*) from effective where (c ->> 'totalCostMnok')::numeric >= 500"),
        ("operating-cost", "", "not-reported", "select count(*) from effective where c ->> 'annualOperatingCostMnok' is null"),
        ("benefit-bands", "", "not-reported", "select count(*) from effective where c ->> 'benefitAmountMnok' is null and c ->> 'benefitBand' is null"),
        ("strategic-fit", "1.1", "High", "select count(*) from effective where c -> 'strategicFit' ->> '1.1' = 'H'"),
        ("strategic-fit", "5.1", "Medium", "select count(*) from effective where c -> 'strategicFit' ->> '5.1' = 'M'"),
        ("dependencies-by-criticality", "", "population", "select sum(jsonb_array_length(c -> 'dependencies')) from effective"),
        ("dependencies-by-criticality", "High", "dependencies", "select count(*) from effective, jsonb_array_elements(c -> 'dependencies') d where d ->> 'criticality' = 'High'"),
        ("dependencies-by-status", "Red", "dependencies", "select count(*) from effective, jsonb_array_elements(c -> 'dependencies') d where d ->> 'status' = 'Red'"),
        ("dependencies-by-category", "4", "dependencies", "select count(*) from effective, jsonb_array_elements(c -> 'dependencies') d where '4' = any(string_to_array(d ->> 'category', ','))"),
        ("prerequisites-by-kind", "ehrMunicipal", "High", "select count(*) from effective where c -> 'prerequisites' -> 'ehrMunicipal' ->> 'criticality' = 'High'"),
        ("prerequisites-by-kind", "orgMunicipal", "Low", "select count(*) from effective where c -> 'prerequisites' -> 'orgMunicipal' ->> 'criticality' = 'Low'"),
        ("age-of-values", "own", "initiatives", "select count(*) from effective where round = '2020-10'"),
        ("next-year", "ending", "initiatives", "select count(*) from effective where left(c ->> 'endDate', 4)::int <= 2020"),
        ("next-year", "NotStated", "initiatives", "select count(*) from effective where c ->> 'endDate' is null"),
    ];
}

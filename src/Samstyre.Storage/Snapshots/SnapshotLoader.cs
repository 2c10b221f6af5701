using System.Data;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Loads a portfolio's whole history: six statements in one round trip, over one unchanging picture of the store.</summary>
public static class SnapshotLoader
{
    // Each statement takes $1 = the portfolio's code and $2 = the moment, or 'infinity' for now.
    private const string PortfolioSql =
        """
        select p.id, p.version, coalesce(
            (select past.definition from portfolio_past past where past.portfolio_id = p.id and past.replaced_at > $2 order by past.version limit 1),
            p.definition)::text
        from portfolio p
        where p.code = $1 and p.recorded_at <= $2
        """;

    private const string RoundsSql =
        """
        select r.id, r.code, r.collected_on
        from round r
        where r.portfolio_id = (select id from portfolio where code = $1) and r.opened_at <= $2
        """;

    private const string InitiativesSql =
        """
        select i.id,
            case when past.portfolio_id is null then i.national_id else past.national_id end,
            coalesce(past.name, i.name),
            case when past.portfolio_id is null then i.segment else past.segment end
        from initiative i
        left join lateral (
            select p.portfolio_id, p.national_id, p.name, p.segment
            from initiative_past p
            where p.portfolio_id = i.portfolio_id and p.initiative_id = i.id and p.replaced_at > $2
            order by p.portfolio_version
            limit 1) past on true
        where i.portfolio_id = (select id from portfolio where code = $1) and i.recorded_at <= $2
        """;

    private const string LifeSql =
        """
        select e.initiative_id, e.occurred_on, e.stage, e.reason
        from life_event e
        where e.portfolio_id = (select id from portfolio where code = $1) and e.recorded_at <= $2 and (e.revoked_at is null or e.revoked_at > $2)
        order by e.initiative_id, e.occurred_on, e.step
        """;

    private const string ReportsSql =
        """
        select r.initiative_id, r.round_id, r.id, r.revision, r.name, r.organisation, r.status, r.risk, r.phase, r.phase_end, r.end_date,
            r.focus_area, r.budget, r.total_cost, r.annual_operating_cost, r.open_questions, r.confidential
        from report r
        where r.portfolio_id = (select id from portfolio where code = $1) and r.recorded_at <= $2
        """;

    private const string PublicationsSql =
        """
        select p.round_id, p.revision, p.published_at, p.portfolio_version, p.reason
        from publication p
        where p.portfolio_id = (select id from portfolio where code = $1) and p.published_at <= $2
        """;

    /// <summary>Every round of a portfolio with its effective reports.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioCode">Code of the portfolio.</param>
    /// <param name="asOf">As the store stood at that moment, what was recorded just then included; null is now.</param>
    /// <param name="cancellation">Stops the loading.</param>
    /// <returns>Null where there is no such portfolio, or was none then.</returns>
    public static async Task<PortfolioHistory?> Load(Db db, string portfolioCode, DateTimeOffset? asOf = null, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { new("set transaction read only") } };
        foreach (var sql in (string[])[PortfolioSql, RoundsSql, InitiativesSql, LifeSql, ReportsSql, PublicationsSql])
        {
            batch.BatchCommands.Add(new(sql)
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = portfolioCode },
                    // DateTime.MaxValue travels as 'infinity'.
                    new NpgsqlParameter<DateTime> { TypedValue = asOf?.UtcDateTime ?? DateTime.MaxValue, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                },
            });
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var (id, version, definition) = (reader.GetGuid(0), reader.GetInt64(1), DefinitionJson.Read(reader.GetString(2)));
        var words = new Words(definition);

        await reader.NextResultAsync(cancellation);
        List<Round> rounds = [];
        while (await reader.ReadAsync(cancellation)) rounds.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2)));

        await reader.NextResultAsync(cancellation);
        List<(Guid Id, int? NationalId, string Name, string? Segment)> initiatives = [];
        while (await reader.ReadAsync(cancellation))
            initiatives.Add((reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetInt32(1), words.Of(reader.GetString(2)), words.At(reader, 3)));

        await reader.NextResultAsync(cancellation);
        var lives = await ReadLives(reader, words, cancellation);

        await reader.NextResultAsync(cancellation);
        var reports = await ReadReports(reader, words, cancellation);

        await reader.NextResultAsync(cancellation);
        List<Publication> publications = [];
        while (await reader.ReadAsync(cancellation))
            publications.Add(new(reader.GetGuid(0), reader.GetInt32(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetString(4)));

        return SnapshotBuilder.Build(
            id, definition, version, rounds, initiatives.Select(row => new Initiative(row.Id, row.NationalId, row.Name, row.Segment, lives.GetValueOrDefault(row.Id) ?? [])), reports) with
        {
            Publications = [.. publications],
        };
    }

    private static async Task<Dictionary<Guid, List<LifeEvent>>> ReadLives(NpgsqlDataReader reader, Words words, CancellationToken cancellation)
    {
        var lives = new Dictionary<Guid, List<LifeEvent>>();
        while (await reader.ReadAsync(cancellation))
        {
            var initiative = reader.GetGuid(0);
            if (!lives.TryGetValue(initiative, out var life)) lives[initiative] = life = new(1);
            life.Add(new(reader.GetFieldValue<DateOnly>(1), EnumCode.Read<LifeStage>(reader.GetString(2))!.Value, words.At(reader, 3)));
        }

        return lives;
    }

    private static async Task<List<StoredReport>> ReadReports(NpgsqlDataReader reader, Words words, CancellationToken cancellation)
    {
        List<StoredReport> reports = [];
        while (await reader.ReadAsync(cancellation))
        {
            var facts = new ReportFacts(
                words.Of(reader.GetString(4)),
                words.At(reader, 5),
                EnumCode.Read<TrafficLight>(words.At(reader, 6)),
                EnumCode.Read<TrafficLight>(words.At(reader, 7)),
                EnumCode.Read<Phase>(words.At(reader, 8)),
                Date(reader, 9),
                Date(reader, 10),
                words.At(reader, 11),
                Amount(reader, 12),
                Amount(reader, 13),
                Amount(reader, 14),
                reader.GetInt32(15));
            if (reader.GetFieldValue<string[]>(16) is { Length: > 0 } confidential) facts = facts with { Confidential = confidential };
            reports.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt32(3), facts));
        }

        return reports;
    }

    private static PartialDate? Date(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : PartialDate.Parse(reader.GetString(column));

    private static Money? Amount(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : new(reader.GetDecimal(column));

    /// <summary>One string for each different word: names and codes come back in every round.</summary>
    private sealed class Words
    {
        private readonly HashSet<string> known = new(StringComparer.Ordinal);

        /// <summary>Codes become the very strings of the definition.</summary>
        public Words(PortfolioDefinition definition)
        {
            known.UnionWith(definition.Organisations.Select(organisation => organisation.Code));
            known.UnionWith(definition.Segments.Select(segment => segment.Code));
            known.UnionWith(definition.StrategyAreas.SelectMany(area => area.FocusAreas.Select(focus => focus.Code).Prepend(area.Code)));
        }

        public string Of(string word)
        {
            if (known.TryGetValue(word, out var same)) return same;
            known.Add(word);
            return word;
        }

        public string? At(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : Of(reader.GetString(column));
    }
}

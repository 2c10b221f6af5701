using System.Data;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Loads a portfolio's whole history: all its statements in one round trip, over one unchanging picture of the store.</summary>
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

    private const string KnownNamesSql =
        """
        select k.words, k.target
        from known_name k
        where k.portfolio_id = (select id from portfolio where code = $1) and k.taught_at <= $2 and (k.revoked_at is null or k.revoked_at > $2)
        order by k.words, k.number
        """;

    private const string AnswersSql =
        """
        select distinct on (a.receiver_id, a.need, a.giver_id) a.receiver_id, a.need, a.giver_id, a.kind, a.deliver_by, a.certainty, a.words, a.answered_at, a.answered_by
        from need_answer a
        where a.portfolio_id = (select id from portfolio where code = $1) and a.answered_at <= $2
        order by a.receiver_id, a.need, a.giver_id, a.number desc
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
        foreach (var sql in (string[])[PortfolioSql, RoundsSql, .. InitiativeRows.Statements, ReportsSql, PublicationsSql, KnownNamesSql, AnswersSql])
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
        var initiatives = await InitiativeRows.Read(reader, words.Of, cancellation);

        await reader.NextResultAsync(cancellation);
        var reports = await ReadReports(reader, words, cancellation);

        await reader.NextResultAsync(cancellation);
        List<Publication> publications = [];
        while (await reader.ReadAsync(cancellation))
            publications.Add(new(reader.GetGuid(0), reader.GetInt32(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetString(4)));

        await reader.NextResultAsync(cancellation);
        List<KnownName> names = [];
        while (await reader.ReadAsync(cancellation)) names.Add(new(reader.GetString(0), TargetRef.TryParse(reader.IsDBNull(1) ? null : reader.GetString(1), out var target) ? target : null));

        await reader.NextResultAsync(cancellation);
        List<NeedAnswer> answers = [];
        while (await reader.ReadAsync(cancellation)) answers.Add(NeedAnswerRow.Read(reader));

        return SnapshotBuilder.Build(id, definition, version, rounds, initiatives, reports) with
        {
            Publications = [.. publications],
            KnownNames = [.. names],
            Answers = [.. answers],
        };
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

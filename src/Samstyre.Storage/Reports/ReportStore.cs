using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A whole report as it is stored.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="InitiativeId">Whose it is.</param>
/// <param name="RoundId">The round it was made in.</param>
/// <param name="Revision">Which revision, from 1.</param>
/// <param name="RecordedAt">When it was stored.</param>
/// <param name="FileId">The file it was read from; null for a form that was filled in on the web.</param>
/// <param name="FileName">The name that file came under; null for a form that was filled in on the web.</param>
/// <param name="Line">First line of its form there; null where the file has no lines.</param>
/// <param name="Json">The report in the interchange format, UTF-8, without what the reader may not see; see <see cref="Domain.ReportJson"/>.</param>
/// <param name="Confidential">Keys of the fields that only its organisation and the office see.</param>
public sealed record StoredContent(
    Guid Id, Guid InitiativeId, Guid RoundId, int Revision, DateTimeOffset RecordedAt, Guid? FileId, string? FileName, int? Line, ReadOnlyMemory<byte> Json, IReadOnlyList<string> Confidential);

/// <summary>A revision of an initiative's report in a round.</summary>
/// <param name="Id">The report's identity.</param>
/// <param name="Revision">From 1.</param>
/// <param name="RecordedAt">When it was stored.</param>
/// <param name="FileId">The file it was read from; null for a form that was filled in on the web.</param>
/// <param name="FileName">The name that file came under; null for a form that was filled in on the web.</param>
/// <param name="Actor">Who brought it in.</param>
public sealed record ReportRevision(Guid Id, int Revision, DateTimeOffset RecordedAt, Guid? FileId, string? FileName, string Actor);

/// <summary>Reads whole reports.</summary>
public static class ReportStore
{
    private const string ReadSql =
        """
        select r.id, r.initiative_id, r.round_id, r.revision, r.recorded_at, i.source_file_id, i.file_name, r.line, r.content::text, r.confidential
        from report r
        left join import i on i.portfolio_id = r.portfolio_id and i.id = r.import_id
        where r.portfolio_id = $1 and r.id = any($2)
        """;

    // A large value is unpacked anew by each operator that takes it from its row: joined with nothing it is unpacked once.
    private const string SomeSql =
        """
        select r.id, r.initiative_id, r.round_id, r.revision, r.recorded_at, i.source_file_id, i.file_name, r.line,
            (select coalesce(jsonb_object_agg(key, whole.content -> key), '{}')
             from (select r.content || '{}' as content offset 0) whole, unnest($5) key
             where whole.content ? key and not (key = any($3) or ($4 and key = any(r.confidential))))::text, r.confidential
        from report r
        left join import i on i.portfolio_id = r.portfolio_id and i.id = r.import_id
        where r.portfolio_id = $1 and r.id = any($2)
        """;

    private const string MaskedSql =
        """
        select r.id, r.initiative_id, r.round_id, r.revision, r.recorded_at, i.source_file_id, i.file_name, r.line,
            (r.content - $3 - case when $4 then r.confidential else '{}' end)::text, r.confidential
        from report r
        left join import i on i.portfolio_id = r.portfolio_id and i.id = r.import_id
        where r.portfolio_id = $1 and r.id = any($2)
        """;

    private const string NewestSql =
        "select distinct on (initiative_id) initiative_id, id from report where portfolio_id = $1 and round_id = $2 and initiative_id = any($3) order by initiative_id, revision desc";

    private const string RevisionsSql =
        """
        select r.id, r.revision, r.recorded_at, i.source_file_id, i.file_name, coalesce(i.actor, s.actor)
        from report r
        left join import i on i.portfolio_id = r.portfolio_id and i.id = r.import_id
        left join submission s on s.portfolio_id = r.portfolio_id and s.report_id = r.id
        where r.portfolio_id = $1 and r.round_id = $2 and r.initiative_id = $3
        order by r.revision
        """;

    /// <summary>One report; null where there is none.</summary>
    public static async Task<StoredContent?> Read(Db db, Guid portfolioId, Guid reportId, CancellationToken cancellation = default) =>
        (await ReadAll(db, portfolioId, [reportId], cancellation)).GetValueOrDefault(reportId);

    /// <summary>Two reports in one round trip, such as an initiative's report and the one before it; null where there is none.</summary>
    public static async Task<(StoredContent? Current, StoredContent? Previous)> ReadTwo(
        Db db, Guid portfolioId, Guid currentId, Guid? previousId, CancellationToken cancellation = default)
    {
        var found = await ReadAll(db, portfolioId, previousId is { } previous ? [currentId, previous] : [currentId], cancellation);
        return (found.GetValueOrDefault(currentId), previousId is { } id ? found.GetValueOrDefault(id) : null);
    }

    /// <summary>Several reports in one round trip, by their identity; those that are not there are left out.</summary>
    public static Task<IReadOnlyDictionary<Guid, StoredContent>> ReadAll(Db db, Guid portfolioId, Guid[] reportIds, CancellationToken cancellation = default) =>
        ReadAll(db, portfolioId, reportIds, ReportMask.None, null, cancellation);

    /// <summary>The same, without what a mask hides.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">The portfolio.</param>
    /// <param name="reportIds">Which.</param>
    /// <param name="mask">What is left out.</param>
    /// <param name="only">Keys of the interchange format that are wanted, of which the answer's JSON has those that are stated and not hidden; null for the whole report. Most of the time that reading thousands takes is for what nobody asked for.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<IReadOnlyDictionary<Guid, StoredContent>> ReadAll(
        Db db, Guid portfolioId, Guid[] reportIds, ReportMask mask, IReadOnlyList<string>? only, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var command = new NpgsqlCommand(only is not null ? SomeSql : mask.IsNone ? ReadSql : MaskedSql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = portfolioId },
                new NpgsqlParameter<Guid[]> { TypedValue = reportIds, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            },
        };
        if (only is not null || !mask.IsNone)
        {
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. mask.Keys], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = mask.HidesConfidential });
        }

        if (only is not null) command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. only], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<Guid, StoredContent>(reportIds.Length);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetGuid(0);
            found[id] = new(
                id, reader.GetGuid(1), reader.GetGuid(2), reader.GetInt32(3), reader.GetFieldValue<DateTimeOffset>(4),
                reader.IsDBNull(5) ? null : reader.GetGuid(5), reader.IsDBNull(6) ? null : reader.GetString(6), reader.IsDBNull(7) ? null : reader.GetInt32(7),
                reader.GetFieldValue<byte[]>(8), reader.GetFieldValue<string[]>(9));
        }

        return found;
    }

    /// <summary>The newest report of some initiatives in a round, by initiative; those without one are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> NewestOf(Db db, Guid portfolioId, Guid roundId, Guid[] initiatives, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var command = new NpgsqlCommand(NewestSql, connection)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = portfolioId }, new NpgsqlParameter<Guid> { TypedValue = roundId }, new NpgsqlParameter<Guid[]> { TypedValue = initiatives, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var newest = new Dictionary<Guid, Guid>();
        while (await reader.ReadAsync(cancellation)) newest[reader.GetGuid(0)] = reader.GetGuid(1);
        return newest;
    }

    /// <summary>All revisions of an initiative's report in a round, the first first.</summary>
    public static async Task<IReadOnlyList<ReportRevision>> Revisions(Db db, Guid portfolioId, Guid roundId, Guid initiativeId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var command = new NpgsqlCommand(RevisionsSql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = portfolioId },
                new NpgsqlParameter<Guid> { TypedValue = roundId },
                new NpgsqlParameter<Guid> { TypedValue = initiativeId },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<ReportRevision> revisions = [];
        while (await reader.ReadAsync(cancellation))
            revisions.Add(new(
                reader.GetGuid(0), reader.GetInt32(1), reader.GetFieldValue<DateTimeOffset>(2),
                reader.IsDBNull(3) ? null : reader.GetGuid(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetString(5)));
        return revisions;
    }
}

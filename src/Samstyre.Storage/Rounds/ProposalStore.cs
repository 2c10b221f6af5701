using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>What was read from an uploaded form and waits for a person's yes.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Field">Path of the field.</param>
/// <param name="Value">What was read.</param>
/// <param name="Origin">The file, line and words that it was read from, and the findings about it, as JSON.</param>
public sealed record DraftProposal(Guid Id, string Field, string Value, string Origin);

/// <summary>What a file that was read gives to a form.</summary>
/// <param name="Edits">Fields that land at once.</param>
/// <param name="Proposals">Fields that wait: path, value, and origin as JSON.</param>
public sealed record FileLanding(IReadOnlyList<DraftEdit> Edits, IReadOnlyList<(string Field, string Value, string Origin)> Proposals);

/// <summary>Brings what was read from an uploaded form into the draft: what is sure at once, the rest when a person has said yes.</summary>
public static class ProposalStore
{
    private const string FileSql =
        "insert into source_file (portfolio_id, id, sha256, name, size, recorded_at, bytes) values ($1, $2, $3, $4, $5, $6, $7) on conflict (portfolio_id, sha256) do nothing";

    private const string FileIdSql = "select id from source_file where portfolio_id = $1 and sha256 = $2";

    private const string WaitingSql =
        "select id, field, value, origin::text as origin from draft_proposal where portfolio_id = @portfolioId and round_id = @Round and initiative_id = @Initiative and settled_at is null order by proposed_at, id";

    // A newer file's words for the same field take the place of an older one's.
    private const string ReplaceSql =
        "update draft_proposal set settled_at = $4, accepted = false where portfolio_id = $1 and round_id = $2 and initiative_id = $3 and settled_at is null and field = any($5)";

    private const string ProposeSql =
        """
        insert into draft_proposal (portfolio_id, round_id, initiative_id, id, field, value, origin, proposed_at, proposed_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string SettleSql =
        """
        update draft_proposal set settled_at = @now, accepted = @accepted
        where portfolio_id = @portfolioId and round_id = @Round and initiative_id = @Initiative and id = @id and settled_at is null
        returning id, field, value, origin::text as origin
        """;

    /// <summary>What waits in a form, the oldest first.</summary>
    public static async Task<IReadOnlyList<DraftProposal>> Waiting(Db db, Guid portfolioId, Assignment assignment, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<DraftProposal>(new CommandDefinition(WaitingSql, new { portfolioId, assignment.Round, assignment.Initiative }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Stores a file and what it gives to a form as it is at that moment: nobody else changes the form meanwhile.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">Whose it is.</param>
    /// <param name="assignment">The form.</param>
    /// <param name="file">The original; the same one again is kept once.</param>
    /// <param name="read">What it gives, from the form's changed fields and the identity of the stored file.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops it; nothing is kept then.</param>
    public static async Task<Outcome<FileLanding>> Land(
        Db db, Guid portfolioId, Assignment assignment, SourceFile file, Func<IReadOnlyDictionary<string, DraftCell>, Guid, FileLanding> read, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await DraftStore.Take(connection, transaction, portfolioId, assignment, actor, now, cancellation) is not { } state) return DraftStore.NotWritable;
        var fileId = await Keep(connection, transaction, portfolioId, file, now, cancellation);
        var cells = await Cells(connection, transaction, portfolioId, assignment, cancellation);
        var landing = read(cells, fileId);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var edit in landing.Edits) batch.BatchCommands.Add(Write(portfolioId, assignment, edit, actor, now));
        var fields = landing.Edits.Select(edit => edit.Field).Concat(landing.Proposals.Select(one => one.Field)).ToArray();
        batch.BatchCommands.Add(DraftStore.Command(ReplaceSql, portfolioId, assignment, Parameter.Of(now), Parameter.Of(fields, NpgsqlDbType.Array | NpgsqlDbType.Text)));
        foreach (var (field, value, origin) in landing.Proposals)
        {
            batch.BatchCommands.Add(DraftStore.Command(
                ProposeSql, portfolioId, assignment,
                Parameter.Of(Guid.CreateVersion7(now)), Parameter.Of(field), Parameter.Of(value), Parameter.Of(origin, NpgsqlDbType.Jsonb), Parameter.Of(now), Parameter.Of(actor)));
        }

        foreach (var command in Begun(portfolioId, assignment, state, actor, now)) batch.BatchCommands.Add(command);
        batch.BatchCommands.Add(AuditLog.Entry(portfolioId, now, actor, "FormUploaded", "assignment", assignment.Round, new Dictionary<string, object?>
        {
            ["initiative"] = assignment.Initiative, ["file"] = file.Name, ["fileId"] = fileId, ["fields"] = landing.Edits.Count, ["proposals"] = landing.Proposals.Count,
        }));
        try
        {
            await batch.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return landing;
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }

    /// <summary>Settles what waits: what it gives to the form is written, or it is dropped. Refused where somebody has settled it already, or has changed the field since it was looked at.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">Whose it is.</param>
    /// <param name="assignment">The form.</param>
    /// <param name="id">What waits.</param>
    /// <param name="decide">What it gives to the form, from the form's changed fields; null to drop it.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops it; nothing is kept then.</param>
    public static async Task<Outcome<DraftProposal>> Settle(
        Db db, Guid portfolioId, Assignment assignment, Guid id, Func<DraftProposal, IReadOnlyDictionary<string, DraftCell>, DraftEdit>? decide, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await DraftStore.Take(connection, transaction, portfolioId, assignment, actor, now, cancellation) is not { } state) return DraftStore.NotWritable;
        var values = new { portfolioId, assignment.Round, assignment.Initiative, id, now, accepted = decide is not null };
        if (await connection.QuerySingleOrDefaultAsync<DraftProposal>(new CommandDefinition(SettleSql, values, transaction, cancellationToken: cancellation)) is not { } proposal)
            return new Problem("ProposalSettled", null, "Somebody has answered this already.");
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (decide is not null)
        {
            var cells = await Cells(connection, transaction, portfolioId, assignment, cancellation);
            var edit = decide(proposal, cells);
            if ((cells.GetValueOrDefault(edit.Field)?.Version ?? 0) != edit.SeenVersion) return new Problem("FieldChangedMeanwhile", null, "Somebody has written in the field meanwhile. Look at what stands there now, and choose again.");
            batch.BatchCommands.Add(Write(portfolioId, assignment, edit, actor, now));
        }

        foreach (var command in Begun(portfolioId, assignment, state, actor, now)) batch.BatchCommands.Add(command);
        try
        {
            if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return proposal;
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }

    /// <summary>Whoever first does something in a form has begun it.</summary>
    internal static IEnumerable<NpgsqlBatchCommand> Begun(Guid portfolioId, Assignment assignment, AssignmentState state, string actor, DateTimeOffset now) =>
        state == AssignmentState.Missing ? AssignmentStore.MoveCommands(portfolioId, assignment, state, AssignmentState.Drafting, null, actor, now) : [];

    private static NpgsqlBatchCommand Write(Guid portfolioId, Assignment assignment, DraftEdit edit, string actor, DateTimeOffset now) => DraftStore.Command(
        DraftStore.WriteSql, portfolioId, assignment,
        Parameter.Of(edit.Field), Parameter.Of(edit.Value), Parameter.Of(edit.SeenVersion + 1), Parameter.Of(now), Parameter.Of(actor), Parameter.Of(edit.Origin, NpgsqlDbType.Jsonb));

    private static async Task<Dictionary<string, DraftCell>> Cells(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid portfolioId, Assignment assignment, CancellationToken cancellation) =>
        (await connection.QueryAsync<DraftCell>(new CommandDefinition(DraftStore.CellsSql, new { portfolioId, assignment.Round, assignment.Initiative }, transaction, cancellationToken: cancellation))).ToDictionary(cell => cell.Field, StringComparer.Ordinal);

    private static async Task<Guid> Keep(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid portfolioId, SourceFile file, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var insert = new NpgsqlCommand(FileSql, connection, transaction)
        {
            Parameters =
            {
                Parameter.Of(portfolioId), Parameter.Of(Guid.CreateVersion7(now)), Parameter.Of(file.Sha256, NpgsqlDbType.Bytea), Parameter.Of(file.Name),
                Parameter.Of((long)file.Bytes.Length, NpgsqlDbType.Bigint), Parameter.Of(now), Parameter.Of(file.Bytes, NpgsqlDbType.Bytea),
            },
        };
        await insert.ExecuteNonQueryAsync(cancellation);
        await using var find = new NpgsqlCommand(FileIdSql, connection, transaction) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(file.Sha256, NpgsqlDbType.Bytea) } };
        return (Guid)(await find.ExecuteScalarAsync(cancellation))!;
    }
}

using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A changed field of a form that is being filled in.</summary>
/// <param name="Field">Its path.</param>
/// <param name="Value">As written; empty is "removed".</param>
/// <param name="Version">Grows each time it is saved, from 1.</param>
/// <param name="SavedAt">When.</param>
/// <param name="SavedBy">Who.</param>
/// <param name="Origin">The file, line and words that it was read from, as JSON; null where a person wrote it.</param>
public sealed record DraftCell(string Field, string Value, int Version, DateTimeOffset SavedAt, string SavedBy, string? Origin);

/// <summary>What somebody wrote in a field that another had changed meanwhile.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Field">Path of the field.</param>
/// <param name="Value">What they wrote.</param>
/// <param name="SavedAt">When.</param>
/// <param name="SavedBy">Who.</param>
public sealed record DraftRival(Guid Id, string Field, string Value, DateTimeOffset SavedAt, string SavedBy);

/// <summary>A form that is being filled in.</summary>
/// <param name="Cells">What was changed, by path.</param>
/// <param name="Rivals">What waits for a choice, the oldest first.</param>
public sealed record Draft(IReadOnlyDictionary<string, DraftCell> Cells, IReadOnlyList<DraftRival> Rivals)
{
    /// <summary>The changed values by path.</summary>
    public IReadOnlyDictionary<string, string> Values => Cells.ToDictionary(cell => cell.Key, cell => cell.Value.Value, StringComparer.Ordinal);
}

/// <summary>A field as somebody saves it.</summary>
/// <param name="Field">Its path.</param>
/// <param name="Value">What they wrote.</param>
/// <param name="SeenVersion">The version they had before them; 0 for the last report's value.</param>
/// <param name="Origin">The file, line and words that it was read from, as JSON; null where a person wrote it.</param>
public sealed record DraftEdit(string Field, string Value, int SeenVersion, string? Origin = null);

/// <summary>What became of what was saved.</summary>
/// <param name="Versions">The version of each field now.</param>
/// <param name="Rivals">Fields that somebody else had changed meanwhile: both texts are kept.</param>
public sealed record DraftSaved(IReadOnlyDictionary<string, int> Versions, IReadOnlyList<string> Rivals);

/// <summary>Forms that are being filled in, field by field. Nobody's text is lost: who saves over another's change gets both.</summary>
public static class DraftStore
{
    // Takes the assignment's row, so that two who save the same form do it one after the other.
    private const string TakeSql =
        """
        update assignment a set draft_version = a.draft_version + 1, changed_at = $4, changed_by = $5
        from round r
        where a.portfolio_id = $1 and a.round_id = $2 and a.initiative_id = $3 and r.portfolio_id = a.portfolio_id and r.id = a.round_id
        returning a.state, r.state
        """;

    internal const string CellsSql =
        "select field, value, version, saved_at, saved_by, origin::text as origin from draft_value where portfolio_id = @portfolioId and round_id = @Round and initiative_id = @Initiative";

    private const string RivalsSql =
        "select id, field, value, saved_at, saved_by from draft_rival where portfolio_id = @portfolioId and round_id = @Round and initiative_id = @Initiative and settled_at is null order by saved_at, id";

    internal const string WriteSql =
        """
        insert into draft_value (portfolio_id, round_id, initiative_id, field, value, version, saved_at, saved_by, origin)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (portfolio_id, round_id, initiative_id, field) do update
        set value = excluded.value, version = excluded.version, saved_at = excluded.saved_at, saved_by = excluded.saved_by, origin = excluded.origin
        """;

    private const string RivalSql =
        "insert into draft_rival (portfolio_id, round_id, initiative_id, id, field, value, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6, $7, $8)";

    private const string SettleSql =
        "update draft_rival set settled_at = @now where portfolio_id = @portfolioId and round_id = @Round and initiative_id = @Initiative and id = @id and settled_at is null returning field, value";

    /// <summary>What has been changed in a form.</summary>
    public static async Task<Draft> Load(Db db, Guid portfolioId, Assignment assignment, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var values = new { portfolioId, assignment.Round, assignment.Initiative };
        await using var rows = await connection.QueryMultipleAsync(new CommandDefinition($"{CellsSql}; {RivalsSql}", values, cancellationToken: cancellation));
        return new((await rows.ReadAsync<DraftCell>()).ToDictionary(cell => cell.Field, StringComparer.Ordinal), (await rows.ReadAsync<DraftRival>()).AsList());
    }

    /// <summary>Saves fields.</summary>
    public static Task<Outcome<DraftSaved>> Save(Db db, Guid portfolioId, Assignment assignment, IReadOnlyList<DraftEdit> edits, string actor, DateTimeOffset now, CancellationToken cancellation = default) =>
        Change(db, portfolioId, assignment, _ => edits, actor, now, cancellation);

    /// <summary>Saves what follows from the form as it is at that moment: nobody else changes it meanwhile.</summary>
    public static async Task<Outcome<DraftSaved>> Change(
        Db db, Guid portfolioId, Assignment assignment, Func<IReadOnlyDictionary<string, DraftCell>, IReadOnlyList<DraftEdit>> edit, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Take(connection, transaction, portfolioId, assignment, actor, now, cancellation) is not { } state) return NotWritable;
        var cells = (await connection.QueryAsync<DraftCell>(new CommandDefinition(CellsSql, new { portfolioId, assignment.Round, assignment.Initiative }, transaction, cancellationToken: cancellation))).ToDictionary(cell => cell.Field, StringComparer.Ordinal);
        await using var batch = new NpgsqlBatch(connection, transaction);
        Dictionary<string, int> versions = new(StringComparer.Ordinal);
        List<string> rivals = [];
        foreach (var one in edit(cells))
        {
            var stands = cells.GetValueOrDefault(one.Field);
            versions[one.Field] = stands?.Version ?? 0;
            if (stands is null ? one.SeenVersion == 0 : stands.Version == one.SeenVersion)
            {
                versions[one.Field]++;
                batch.BatchCommands.Add(Command(WriteSql, portfolioId, assignment, Parameter.Of(one.Field), Parameter.Of(one.Value), Parameter.Of(versions[one.Field]), Parameter.Of(now), Parameter.Of(actor), Parameter.Of(one.Origin, NpgsqlDbType.Jsonb)));
            }
            else if (stands is null || stands.Value != one.Value)
            {
                rivals.Add(one.Field);
                batch.BatchCommands.Add(Command(RivalSql, portfolioId, assignment, Parameter.Of(Guid.CreateVersion7(now)), Parameter.Of(one.Field), Parameter.Of(one.Value), Parameter.Of(now), Parameter.Of(actor)));
            }
        }

        if (state == AssignmentState.Missing)
        {
            foreach (var command in AssignmentStore.MoveCommands(portfolioId, assignment, state, AssignmentState.Drafting, null, actor, now)) batch.BatchCommands.Add(command);
        }

        try
        {
            if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return new DraftSaved(versions, rivals);
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }

    /// <summary>Settles a rival: its text replaces what stands, or is dropped. Refused where somebody has settled it already.</summary>
    public static async Task<Outcome<string>> Settle(Db db, Guid portfolioId, Assignment assignment, Guid id, bool use, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Take(connection, transaction, portfolioId, assignment, actor, now, cancellation) is null) return NotWritable;
        var settled = await connection.QuerySingleOrDefaultAsync<(string Field, string Value)?>(new CommandDefinition(SettleSql, new { portfolioId, assignment.Round, assignment.Initiative, id, now }, transaction, cancellationToken: cancellation));
        if (settled is not var (field, value)) return new Problem("RivalSettled", null, "Somebody has chosen already: reload the page.");
        if (use)
        {
            var version = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
                "select version from draft_value where portfolio_id = @portfolioId and round_id = @Round and initiative_id = @Initiative and field = @field", new { portfolioId, assignment.Round, assignment.Initiative, field }, transaction, cancellationToken: cancellation)) ?? 0;
            await using var batch = new NpgsqlBatch(connection, transaction)
            {
                BatchCommands = { Command(WriteSql, portfolioId, assignment, Parameter.Of(field), Parameter.Of(value), Parameter.Of(version + 1), Parameter.Of(now), Parameter.Of(actor), Parameter.Of(null, NpgsqlDbType.Jsonb)) },
            };
            await batch.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return field;
    }

    internal static Problem NotWritable { get; } = new("FormClosed", null, "The form cannot be changed now: it has been submitted, or the round is closed. Reload the page.");

    /// <summary>Takes the assignment for writing; null where the form can't be written in now.</summary>
    internal static async Task<AssignmentState?> Take(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid portfolioId, Assignment assignment, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var take = new NpgsqlCommand(TakeSql, connection, transaction)
        {
            Parameters = { Parameter.Of(portfolioId), Parameter.Of(assignment.Round), Parameter.Of(assignment.Initiative), Parameter.Of(now), Parameter.Of(actor) },
        };
        await using var reader = await take.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var (state, round) = (EnumCode.Read<AssignmentState>(reader.GetString(0))!.Value, EnumCode.Read<RoundState>(reader.GetString(1))!.Value);
        return (assignment with { State = state }).IsWritable(round) ? state : null;
    }

    internal static NpgsqlBatchCommand Command(string sql, Guid portfolioId, Assignment assignment, params NpgsqlParameter[] more)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(assignment.Round), Parameter.Of(assignment.Initiative) } };
        foreach (var parameter in more) command.Parameters.Add(parameter);
        return command;
    }
}

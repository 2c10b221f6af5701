using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>An assignment with what lists show of it.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Round">Its round.</param>
/// <param name="Name">The initiative's name as registered.</param>
/// <param name="NationalId">The initiative's national id; null where it has none.</param>
/// <param name="ChangedAt">When something last happened to it.</param>
/// <param name="ChangedBy">Who did that.</param>
public sealed record AssignmentRow(Assignment Assignment, CalendarRound Round, string Name, int? NationalId, DateTimeOffset ChangedAt, string ChangedBy);

/// <summary>A turn between reporter and office.</summary>
/// <param name="State">What the assignment became.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Message">What they said; null for nothing.</param>
public sealed record AssignmentTurn(AssignmentState State, DateTimeOffset OccurredAt, string Actor, string? Message);

/// <summary>Who must report in a round, and where each is.</summary>
public static class AssignmentStore
{
    private const string InsertSql =
        """
        insert into assignment (portfolio_id, round_id, initiative_id, organisation, segment, parts, due_on, state, prior_report_id, reason, changed_at, changed_by)
        select $1, $2, d.initiative_id, d.organisation, nullif(d.segment, ''), string_to_array(d.parts, ','), d.due_on, d.state, nullif(d.prior, '00000000-0000-0000-0000-000000000000'::uuid), nullif(d.reason, ''), $11, $12
        from unnest($3, $4, $5, $6, $7, $8, $9, $10) as d (initiative_id, organisation, segment, parts, prior, due_on, state, reason)
        on conflict do nothing
        """;

    private const string Columns =
        """
        a.round_id, a.initiative_id, a.organisation, a.segment, a.parts, a.due_on, a.state, a.prior_report_id, a.reason, a.draft_version, a.changed_at, a.changed_by,
        i.name, i.national_id, r.code, r.collected_on, r.state as round_state, r.opens_on, r.due_on as round_due_on
        """;

    private const string FromSql =
        $"""
        select {Columns}
        from assignment a
        join initiative i on i.portfolio_id = a.portfolio_id and i.id = a.initiative_id
        join round r on r.portfolio_id = a.portfolio_id and r.id = a.round_id
        where a.portfolio_id = @portfolioId
        """;

    internal const string OfRoundSql = $"{FromSql} and a.round_id = @roundId order by i.national_id nulls last, i.id";

    internal const string OneSql = $"{FromSql} and r.code = @round and (i.national_id = @nationalId or i.id = @id)";

    internal const string OfOrganisationsSql = $"{FromSql} and r.state in ('Open', 'InReview') and a.organisation = any(@organisations) order by a.due_on, i.national_id nulls last, i.id";

    private const string LockSql = "select state from assignment where portfolio_id = $1 and round_id = $2 and initiative_id = $3 for update";

    private const string MoveSql = "update assignment set state = $4, changed_at = $5, changed_by = $6, reason = coalesce($7, reason) where portfolio_id = $1 and round_id = $2 and initiative_id = $3";

    private const string DueSql = "update assignment set due_on = $4, reason = $5, changed_at = $6, changed_by = $7 where portfolio_id = $1 and round_id = $2 and initiative_id = $3";

    private const string EventSql =
        """
        insert into assignment_event (portfolio_id, round_id, initiative_id, step, state, occurred_at, actor, message)
        select $1, $2, $3, coalesce(max(step), 0) + 1, $4, $5, $6, $7 from assignment_event where portfolio_id = $1 and round_id = $2 and initiative_id = $3
        """;

    private const string TurnsSql =
        "select state, occurred_at, actor, message from assignment_event where portfolio_id = @portfolioId and round_id = @roundId and initiative_id = @initiativeId order by step";

    // Whoever sends a file has reported as well as whoever fills in the form.
    private const string ByFileSql =
        """
        with moved as (
            update assignment set state = 'Submitted', changed_at = $5, changed_by = $6
            where portfolio_id = $1 and round_id = $2 and initiative_id = any($3) and state in ('Missing', 'Drafting', 'Returned')
            returning initiative_id)
        insert into assignment_event (portfolio_id, round_id, initiative_id, step, state, occurred_at, actor, message)
        select $1, $2, m.initiative_id, coalesce((select max(e.step) from assignment_event e where e.portfolio_id = $1 and e.round_id = $2 and e.initiative_id = m.initiative_id), 0) + 1, 'Submitted', $5, $6, $4
        from moved m
        """;

    /// <summary>All assignments of a round, in the order of the portfolio's initiatives.</summary>
    public static Task<IReadOnlyList<AssignmentRow>> OfRound(Db db, Guid portfolioId, Guid roundId, CancellationToken cancellation = default) =>
        Query(db, OfRoundSql, new { portfolioId, roundId }, cancellation);

    /// <summary>Those of some organisations in rounds that are open or in review, the most urgent first.</summary>
    public static Task<IReadOnlyList<AssignmentRow>> OfOrganisations(Db db, Guid portfolioId, IEnumerable<string> organisations, CancellationToken cancellation = default) =>
        Query(db, OfOrganisationsSql, new { portfolioId, organisations = organisations.ToArray() }, cancellation);

    /// <summary>One, by its round's code and the key that addresses carry (national id, or identity as 32 digits); null where there is none.</summary>
    public static async Task<AssignmentRow?> Find(Db db, Guid portfolioId, string round, string initiative, CancellationToken cancellation = default)
    {
        int? nationalId = int.TryParse(initiative, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        Guid? id = nationalId is null && Guid.TryParseExact(initiative, "N", out var guid) ? guid : null;
        return await Query(db, OneSql, new { portfolioId, round, nationalId, id }, cancellation) is [var found, ..] ? found : null;
    }

    /// <summary>Every turn of an assignment, the first first.</summary>
    public static async Task<IReadOnlyList<AssignmentTurn>> Turns(Db db, Guid portfolioId, Guid roundId, Guid initiativeId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<TurnRow>(new CommandDefinition(TurnsSql, new { portfolioId, roundId, initiativeId }, cancellationToken: cancellation));
        return [.. rows.Select(row => new AssignmentTurn(EnumCode.Read<AssignmentState>(row.State)!.Value, row.OccurredAt, row.Actor, row.Message))];
    }

    /// <summary>Takes an assignment from one of some states to another, with what is said about it. Refused where it is in none of them.</summary>
    public static async Task<Outcome<AssignmentState>> Move(
        Db db, Guid portfolioId, Assignment assignment, IReadOnlyList<AssignmentState> from, AssignmentState to, string? message, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Locked(connection, transaction, portfolioId, assignment, cancellation) is not { } state || !from.Contains(state)) return new Problem("AssignmentStepImpossible", "state", "Somebody has done something with this report meanwhile: reload the page.");
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in MoveCommands(portfolioId, assignment, state, to, message, actor, now)) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return to;
    }

    /// <summary>Gives an assignment another deadline, with the reason.</summary>
    public static async Task ChangeDeadline(Db db, Guid portfolioId, Assignment assignment, DateOnly dueOn, string reason, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var change = Of(DueSql, portfolioId, assignment);
        foreach (var parameter in (NpgsqlParameter[])[Parameter.Of(dueOn, NpgsqlDbType.Date), Parameter.Of(reason), Parameter.Of(now), Parameter.Of(actor)]) change.Parameters.Add(parameter);
        var details = new Dictionary<string, object?> { ["before"] = new Dictionary<string, object?> { ["dueOn"] = assignment.DueOn }, ["after"] = new Dictionary<string, object?> { ["dueOn"] = dueOn }, ["reason"] = reason };
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { change, AuditLog.Entry(portfolioId, now, actor, "DeadlineChanged", "assignment", assignment.Initiative, details, assignment.Round, assignment.Initiative) } };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    internal static async Task SubmittedByFile(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Guid portfolioId, Guid roundId, Guid[] initiatives, string file, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(ByFileSql, connection, transaction)
        {
            Parameters = { Parameter.Of(portfolioId), Parameter.Of(roundId), Array(initiatives, NpgsqlDbType.Uuid), Parameter.Of(file), Parameter.Of(now), Parameter.Of(actor) },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    internal static async Task<AssignmentState?> Locked(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid portfolioId, Assignment assignment, CancellationToken cancellation)
    {
        await using var take = new NpgsqlCommand(LockSql, connection, transaction) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(assignment.Round), Parameter.Of(assignment.Initiative) } };
        return EnumCode.Read<AssignmentState>((string?)await take.ExecuteScalarAsync(cancellation));
    }

    internal static IEnumerable<NpgsqlBatchCommand> Add(Guid portfolioId, Guid roundId, IReadOnlyList<Duty> duties, string actor, DateTimeOffset now)
    {
        if (duties.Count == 0) yield break;
        yield return new(InsertSql)
        {
            Parameters =
            {
                Parameter.Of(portfolioId), Parameter.Of(roundId), Array(duties.Select(duty => duty.Initiative.Id), NpgsqlDbType.Uuid), Array(duties.Select(duty => duty.Organisation), NpgsqlDbType.Text),
                Array(duties.Select(duty => duty.Segment ?? ""), NpgsqlDbType.Text), Array(duties.Select(duty => string.Join(',', duty.Parts.Select(EnumCode.Of))), NpgsqlDbType.Text),
                Array(duties.Select(duty => duty.PriorReport ?? Guid.Empty), NpgsqlDbType.Uuid), Array(duties.Select(duty => duty.DueOn), NpgsqlDbType.Date),
                Array(duties.Select(duty => EnumCode.Of(duty.Begins)), NpgsqlDbType.Text), Array(duties.Select(duty => duty.Reason ?? ""), NpgsqlDbType.Text), Parameter.Of(now), Parameter.Of(actor),
            },
        };
    }

    internal static IEnumerable<NpgsqlBatchCommand> MoveCommands(Guid portfolioId, Assignment assignment, AssignmentState from, AssignmentState to, string? message, string actor, DateTimeOffset now, IReadOnlyDictionary<string, object?>? more = null)
    {
        var move = Of(MoveSql, portfolioId, assignment);
        foreach (var parameter in (NpgsqlParameter[])[Parameter.Of(EnumCode.Of(to)), Parameter.Of(now), Parameter.Of(actor), Parameter.Of(to == AssignmentState.Excused ? message : null, NpgsqlDbType.Text)]) move.Parameters.Add(parameter);
        yield return move;
        var turn = Of(EventSql, portfolioId, assignment);
        foreach (var parameter in (NpgsqlParameter[])[Parameter.Of(EnumCode.Of(to)), Parameter.Of(now), Parameter.Of(actor), Parameter.Of(message, NpgsqlDbType.Text)]) turn.Parameters.Add(parameter);
        yield return turn;
        var details = new Dictionary<string, object?>
        {
            ["before"] = new Dictionary<string, object?> { ["state"] = EnumCode.Of(from) }, ["after"] = new Dictionary<string, object?> { ["state"] = EnumCode.Of(to) }, ["message"] = message,
        };
        foreach (var (key, value) in more ?? new Dictionary<string, object?>()) details[key] = value;
        yield return AuditLog.Entry(portfolioId, now, actor, "Assignment" + EnumCode.Of(to), "assignment", assignment.Initiative, details, assignment.Round, assignment.Initiative);
    }

    private static NpgsqlBatchCommand Of(string sql, Guid portfolioId, Assignment assignment) => new(sql)
    {
        Parameters = { Parameter.Of(portfolioId), Parameter.Of(assignment.Round), Parameter.Of(assignment.Initiative) },
    };

    private static NpgsqlParameter<T[]> Array<T>(IEnumerable<T> values, NpgsqlDbType type) => new() { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type };

    private static async Task<IReadOnlyList<AssignmentRow>> Query(Db db, string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        return [.. (await connection.QueryAsync<Row>(new CommandDefinition(sql, values, cancellationToken: cancellation))).Select(row => row.Read())];
    }

    private sealed record Row(
        Guid RoundId, Guid InitiativeId, string Organisation, string? Segment, string[] Parts, DateOnly DueOn, string State, Guid? PriorReportId, string? Reason, long DraftVersion, DateTimeOffset ChangedAt, string ChangedBy,
        string Name, int? NationalId, string Code, DateOnly CollectedOn, string RoundState, DateOnly? OpensOn, DateOnly? RoundDueOn)
    {
        public AssignmentRow Read() => new(
            new(RoundId, InitiativeId, Organisation, Segment, [.. Parts.Select(part => EnumCode.Read<ReportPart>(part)!.Value)], DueOn, EnumCode.Read<AssignmentState>(State)!.Value, PriorReportId, Reason, DraftVersion),
            new(RoundId, Code, CollectedOn, EnumCode.Read<Domain.RoundState>(RoundState)!.Value, OpensOn, RoundDueOn),
            Name, NationalId, ChangedAt, ChangedBy);
    }

    private sealed record TurnRow(string State, DateTimeOffset OccurredAt, string Actor, string? Message);
}

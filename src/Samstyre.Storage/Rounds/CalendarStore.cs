using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A step in a round's life.</summary>
/// <param name="State">What it became.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Reason">Why; null where no reason was needed.</param>
public sealed record RoundStep(RoundState State, DateTimeOffset OccurredAt, string Actor, string? Reason);

/// <summary>The rounds as they are planned, opened and closed.</summary>
public static class CalendarStore
{
    private const string VersionSql = "update portfolio set version = version + 1 where id = $1";

    private const string PlanSql = "insert into round (portfolio_id, id, code, collected_on, opens_on, due_on, state, recorded_at) values ($1, $2, $3, $4, $5, $6, 'Planned', $7)";

    private const string DatesSql = "update round set opens_on = $3, due_on = $4 where portfolio_id = $1 and id = $2 and state <> 'Published'";

    private const string ListSql = "select id, code, collected_on, state, opens_on, due_on from round where portfolio_id = @portfolioId order by collected_on, code";

    private const string LockSql = "select state from round where portfolio_id = $1 and id = $2 for update";

    private const string MoveSql = "update round set state = $3, opened_at = case when $3 = 'Planned' then null else coalesce(opened_at, $4) end where portfolio_id = $1 and id = $2";

    private const string RulesSql = "update round set rules = $3 where portfolio_id = $1 and id = $2";

    private const string EventSql =
        """
        insert into round_event (portfolio_id, round_id, step, state, occurred_at, actor, reason)
        select $1, $2, coalesce(max(step), 0) + 1, $3, $4, $5, $6 from round_event where portfolio_id = $1 and round_id = $2
        """;

    private const string StepsSql = "select state, occurred_at, actor, reason from round_event where portfolio_id = @portfolioId and round_id = @roundId order by step";

    private const string ReadRulesSql = "select rules::text from round where portfolio_id = @portfolioId and id = @roundId";

    /// <summary>All rounds, the planned ones too, earliest first.</summary>
    public static async Task<IReadOnlyList<CalendarRound>> List(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(ListSql, new { portfolioId }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.Round)];
    }

    /// <summary>The steps of a round's life, the first first.</summary>
    public static async Task<IReadOnlyList<RoundStep>> Steps(Db db, Guid portfolioId, Guid roundId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<StepRow>(new CommandDefinition(StepsSql, new { portfolioId, roundId }, cancellationToken: cancellation));
        return [.. rows.Select(row => new RoundStep(EnumCode.Read<RoundState>(row.State)!.Value, row.OccurredAt, row.Actor, row.Reason))];
    }

    /// <summary>The rules that a round froze when it opened, as they were written; null for a round without.</summary>
    public static async Task<string?> Rules(Db db, Guid portfolioId, Guid roundId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(ReadRulesSql, new { portfolioId, roundId }, cancellationToken: cancellation));
    }

    /// <summary>Puts a round into the calendar.</summary>
    public static async Task<Outcome<CalendarRound>> Plan(Db db, Guid portfolioId, string code, DateOnly collectedOn, DateOnly opensOn, DateOnly dueOn, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var round = new CalendarRound(Guid.CreateVersion7(now), code, collectedOn, RoundState.Planned, opensOn, dueOn);
        var plan = new NpgsqlBatchCommand(PlanSql)
        {
            Parameters =
            {
                Parameter.Of(portfolioId), Parameter.Of(round.Id), Parameter.Of(code), Parameter.Of(collectedOn, NpgsqlDbType.Date), Parameter.Of(opensOn, NpgsqlDbType.Date), Parameter.Of(dueOn, NpgsqlDbType.Date), Parameter.Of(now),
            },
        };
        var audit = AuditLog.Entry(portfolioId, now, actor, "RoundPlanned", "round", round.Id, new Dictionary<string, object?> { ["code"] = code, ["collectedOn"] = collectedOn, ["opensOn"] = opensOn, ["dueOn"] = dueOn }, round.Id);
        return await Write(db, round, [plan, Event(portfolioId, round.Id, RoundState.Planned, now, actor, null), audit], cancellation);
    }

    /// <summary>Moves the first and last day of reporting.</summary>
    public static async Task<Outcome<CalendarRound>> ChangeDates(Db db, Guid portfolioId, CalendarRound round, DateOnly opensOn, DateOnly dueOn, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var change = new NpgsqlBatchCommand(DatesSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(round.Id), Parameter.Of(opensOn, NpgsqlDbType.Date), Parameter.Of(dueOn, NpgsqlDbType.Date) } };
        var details = new Dictionary<string, object?>
        {
            ["before"] = new Dictionary<string, object?> { ["opensOn"] = round.OpensOn, ["dueOn"] = round.DueOn },
            ["after"] = new Dictionary<string, object?> { ["opensOn"] = opensOn, ["dueOn"] = dueOn },
        };
        return await Write(db, round with { OpensOn = opensOn, DueOn = dueOn }, [change, AuditLog.Entry(portfolioId, now, actor, "RoundDatesChanged", "round", round.Id, details, round.Id)], cancellation);
    }

    /// <summary>Opens a planned round: whoever must report is written down, and the rules it is checked by are frozen.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">The portfolio.</param>
    /// <param name="round">The round.</param>
    /// <param name="duties">Who must report.</param>
    /// <param name="rules">The rules, as JSON.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops it; nothing is opened then.</param>
    public static Task<Outcome<RoundState>> Open(Db db, Guid portfolioId, CalendarRound round, IReadOnlyList<Duty> duties, string rules, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        List<NpgsqlBatchCommand> more = [new(RulesSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(round.Id), Parameter.Of(rules, NpgsqlDbType.Jsonb) } }];
        more.AddRange(AssignmentStore.Add(portfolioId, round.Id, duties, actor, now));
        return Move(db, portfolioId, round.Id, RoundState.Open, null, actor, now, more, cancellation);
    }

    /// <summary>Takes a round to another state of its life. Publishing is <see cref="PublicationStore.Publish"/>.</summary>
    public static Task<Outcome<RoundState>> Move(Db db, Guid portfolioId, Guid roundId, RoundState to, string? reason, string actor, DateTimeOffset now, CancellationToken cancellation = default) =>
        Move(db, portfolioId, roundId, to, reason, actor, now, [], cancellation);

    internal static IEnumerable<NpgsqlBatchCommand> MoveCommands(Guid portfolioId, Guid roundId, RoundState to, string? reason, string actor, DateTimeOffset now) =>
    [
        new(MoveSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(roundId), Parameter.Of(EnumCode.Of(to)), Parameter.Of(now) } },
        Event(portfolioId, roundId, to, now, actor, reason),
    ];

    private static async Task<Outcome<RoundState>> Move(
        Db db, Guid portfolioId, Guid roundId, RoundState to, string? reason, string actor, DateTimeOffset now, IReadOnlyList<NpgsqlBatchCommand> more, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var take = new NpgsqlCommand(LockSql, connection, transaction) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(roundId) } };
        if (EnumCode.Read<RoundState>((string?)await take.ExecuteScalarAsync(cancellation)) is not { } from) return new Problem("RoundUnknown", "round", "The portfolio has no such round.");
        if (RoundLife.NeedsReason(from, to) is not { } needsReason) return new Problem("RoundStepImpossible", "state", $"The round is {from} and cannot become {to}: reload the page.");
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (needsReason && why is null) return new Problem("RoundStepNeedsReason", "reason", "Say why.");
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { new(VersionSql) { Parameters = { Parameter.Of(portfolioId) } } } };
        foreach (var command in MoveCommands(portfolioId, roundId, to, why, actor, now).Concat(more)) batch.BatchCommands.Add(command);
        var details = new Dictionary<string, object?> { ["before"] = new Dictionary<string, object?> { ["state"] = EnumCode.Of(from) }, ["after"] = new Dictionary<string, object?> { ["state"] = EnumCode.Of(to) }, ["reason"] = why };
        batch.BatchCommands.Add(AuditLog.Entry(portfolioId, now, actor, "RoundMoved", "round", roundId, details, roundId));
        try
        {
            await batch.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return to;
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }

    private static NpgsqlBatchCommand Event(Guid portfolioId, Guid roundId, RoundState state, DateTimeOffset now, string actor, string? reason) => new(EventSql)
    {
        Parameters = { Parameter.Of(portfolioId), Parameter.Of(roundId), Parameter.Of(EnumCode.Of(state)), Parameter.Of(now), Parameter.Of(actor), Parameter.Of(reason, NpgsqlDbType.Text) },
    };

    private static async Task<Outcome<CalendarRound>> Write(Db db, CalendarRound round, IReadOnlyList<NpgsqlBatchCommand> commands, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var command in commands) batch.BatchCommands.Add(command);
            await batch.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return round;
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }

    private sealed record Row(Guid Id, string Code, DateOnly CollectedOn, string State, DateOnly? OpensOn, DateOnly? DueOn)
    {
        public CalendarRound Round => new(Id, Code, CollectedOn, EnumCode.Read<RoundState>(State)!.Value, OpensOn, DueOn);
    }

    private sealed record StepRow(string State, DateTimeOffset OccurredAt, string Actor, string? Reason);
}

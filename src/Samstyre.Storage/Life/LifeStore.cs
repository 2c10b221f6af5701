using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>An initiative that is made by a split or a merge.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Organisation">Code of the responsible organisation.</param>
/// <param name="Segment">Code of its segment; null before it is classified.</param>
public sealed record MadeInitiative(string Name, string Organisation, string? Segment);

/// <summary>The steps that initiatives take in and out of the portfolio, and their changes of segment: rule, rows and log entry in one transaction.</summary>
public static class LifeStore
{
    private const string LockSql = "update portfolio set version = version + 1 where code = $1 returning id, version, definition::text";

    private const string StepSql =
        """
        insert into life_event (portfolio_id, initiative_id, step, occurred_on, stage, reason, recorded_at, until, handed_to, delivered, learned, case_ref, recorded_by)
        select $1, $2, coalesce(max(step), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
        from life_event where portfolio_id = $1 and initiative_id = $2
        """;

    private const string SuccessorSql =
        """
        insert into succession (portfolio_id, initiative_id, step, successor_id)
        select $1, $2, max(e.step), $3 from life_event e where e.portfolio_id = $1 and e.initiative_id = $2
        """;

    private const string SegmentSql =
        """
        insert into segment_change (portfolio_id, initiative_id, number, changed_on, was, became, reason, case_ref, recorded_at, recorded_by)
        select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9
        from segment_change where portfolio_id = $1 and initiative_id = $2
        """;

    /// <summary>Takes a step of an initiative's life.</summary>
    /// <param name="db">The store.</param>
    /// <param name="code">Code of the portfolio.</param>
    /// <param name="initiative">Whose step it is.</param>
    /// <param name="step">The step; its successors are initiatives that exist.</param>
    /// <param name="made">Successors that are made by it; they are in the portfolio from its day.</param>
    /// <param name="actor">Who takes it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops it; nothing is changed then.</param>
    /// <returns>The identities of those that were made, or why the step cannot be taken.</returns>
    public static async Task<Outcome<IReadOnlyList<Guid>>> Take(
        Db db, string code, Guid initiative, LifeStep step, IReadOnlyList<MadeInitiative> made, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Open(connection, transaction, code, cancellation) is not { } portfolio) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
        if (!portfolio.Initiatives.TryGetValue(initiative, out var one)) return new Problem("InitiativeUnknown", "tiltak", "There is no such initiative.");
        if (made.FirstOrDefault(other => ProblemOf(other, portfolio) is not null) is { } wrong) return ProblemOf(wrong, portfolio)!;
        var rows = made.Select(other => new InitiativeRow(Guid.CreateVersion7(now), null, other.Name.Trim(), other.Organisation, other.Segment)).ToList();
        foreach (var row in rows) portfolio.Initiatives[row.Id] = new(row.Id, null, row.Name, row.Segment, [new(step.On, LifeStage.InPortfolio, null)]);
        step = step with { Successors = [.. step.Successors, .. rows.Select(row => row.Id)] };
        if (LifeRules.ProblemOf(one, step, portfolio.Initiatives) is { } problem) return problem;

        var writes = new InitiativeWrites(portfolio.Id, portfolio.Version, now);
        foreach (var row in rows)
        {
            writes.Add(row);
            writes.Name(row.Id, row.Name, registered: true);
            writes.Step(row.Id, 1, new(step.On, LifeStage.InPortfolio, step.Reason));
        }

        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in writes.Commands()) batch.BatchCommands.Add(command);
        Add(batch, portfolio.Id, initiative, step, actor, now);
        foreach (var entry in writes.Entries(actor)) batch.BatchCommands.Add(entry);
        batch.BatchCommands.Add(AuditLog.Entry(portfolio.Id, now, actor, "LifeStepTaken", "initiative", initiative, new Dictionary<string, object?>
        {
            ["before"] = one.StageOn(step.On)?.Stage.ToString(), ["after"] = step.Stage.ToString(), ["on"] = step.On, ["reason"] = step.Reason, ["case"] = step.Case, ["successors"] = step.Successors.Select(id => portfolio.Initiatives[id].Name),
        }, initiativeId: initiative));
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return rows.ConvertAll(row => row.Id);
    }

    /// <summary>Moves an initiative to another segment.</summary>
    /// <param name="db">The store.</param>
    /// <param name="code">Code of the portfolio.</param>
    /// <param name="initiative">Which.</param>
    /// <param name="segment">Code of the segment that it comes to.</param>
    /// <param name="on">The day it takes effect; not before its last change.</param>
    /// <param name="reason">Why.</param>
    /// <param name="caseRef">The case in which it was decided; null for none.</param>
    /// <param name="actor">Who moves it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops it; nothing is changed then.</param>
    public static async Task<Outcome<SegmentChange>> Move(
        Db db, string code, Guid initiative, string segment, DateOnly on, string reason, string? caseRef, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Open(connection, transaction, code, cancellation) is not { } portfolio) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
        if (!portfolio.Initiatives.TryGetValue(initiative, out var one)) return new Problem("InitiativeUnknown", "tiltak", "There is no such initiative.");
        if (SegmentRules.ProblemOf(one, portfolio.Definition, segment, on, reason) is { } problem) return problem;
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in Moves(portfolio.Id, portfolio.Version, one, segment, on, reason, caseRef, actor, now)) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new SegmentChange(on, one.Segment, segment, reason, caseRef);
    }

    /// <summary>Every initiative of a portfolio as it stands now, those that never reported included; empty where there is no such portfolio.</summary>
    public static async Task<IReadOnlyList<Initiative>> Initiatives(Db db, string code, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in Reads(code)) batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await InitiativeRows.Read(reader, word => word, cancellation);
    }

    /// <summary>What moves an initiative to a segment, with the log entry.</summary>
    internal static IEnumerable<NpgsqlBatchCommand> Moves(Guid portfolioId, long version, Initiative one, string segment, DateOnly on, string reason, string? caseRef, string actor, DateTimeOffset now) =>
    [
        new("""
            insert into initiative_past (portfolio_id, initiative_id, replaced_at, portfolio_version, national_id, name, organisation, segment)
            select portfolio_id, id, $3, $4, national_id, name, organisation, segment from initiative where portfolio_id = $1 and id = $2
            """) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(one.Id), Parameter.Of(now), Parameter.Of(version, NpgsqlDbType.Bigint) } },
        new("update initiative set segment = $3 where portfolio_id = $1 and id = $2") { Parameters = { Parameter.Of(portfolioId), Parameter.Of(one.Id), Parameter.Of(segment) } },
        new(SegmentSql)
        {
            Parameters =
            {
                Parameter.Of(portfolioId), Parameter.Of(one.Id), Parameter.Of(on, NpgsqlDbType.Date), Parameter.Of(one.Segment, NpgsqlDbType.Text), Parameter.Of(segment), Parameter.Of(reason.Trim()),
                Parameter.Of(caseRef, NpgsqlDbType.Text), Parameter.Of(now), Parameter.Of(actor),
            },
        },
        AuditLog.Entry(portfolioId, now, actor, "SegmentChanged", "initiative", one.Id, new Dictionary<string, object?>
        {
            ["before"] = one.Segment, ["after"] = segment, ["on"] = on, ["reason"] = reason, ["case"] = caseRef,
        }, initiativeId: one.Id),
    ];

    /// <summary>Adds a step with its successors to a batch.</summary>
    internal static void Add(NpgsqlBatch batch, Guid portfolioId, Guid initiative, LifeStep step, string actor, DateTimeOffset now)
    {
        batch.BatchCommands.Add(new(StepSql)
        {
            Parameters =
            {
                Parameter.Of(portfolioId), Parameter.Of(initiative), Parameter.Of(step.On, NpgsqlDbType.Date), Parameter.Of(step.Stage.ToString()), Parameter.Of(step.Reason.Trim()), Parameter.Of(now),
                Parameter.Of(step.Until, NpgsqlDbType.Date), Parameter.Of(step.HandedTo, NpgsqlDbType.Text), Parameter.Of(step.Delivered, NpgsqlDbType.Text), Parameter.Of(step.Learned, NpgsqlDbType.Text),
                Parameter.Of(step.Case, NpgsqlDbType.Text), Parameter.Of(actor),
            },
        });
        foreach (var successor in step.Successors.Distinct()) batch.BatchCommands.Add(new(SuccessorSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(initiative), Parameter.Of(successor) } });
    }

    /// <summary>Takes the portfolio's row, so that changes follow one after the other, and reads its initiatives; null where there is no such portfolio.</summary>
    internal static async Task<OpenPortfolio?> Open(NpgsqlConnection connection, NpgsqlTransaction transaction, string code, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { new(LockSql) { Parameters = { Parameter.Of(code) } } } };
        foreach (var command in Reads(code)) batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var (id, version, definition) = (reader.GetGuid(0), reader.GetInt64(1), DefinitionJson.Read(reader.GetString(2)));
        await reader.NextResultAsync(cancellation);
        return new(id, version, definition, (await InitiativeRows.Read(reader, word => word, cancellation)).ToDictionary(initiative => initiative.Id));
    }

    private static IEnumerable<NpgsqlBatchCommand> Reads(string code) => InitiativeRows.Statements.Select(sql =>
        new NpgsqlBatchCommand(sql) { Parameters = { Parameter.Of(code), new NpgsqlParameter<DateTime> { TypedValue = DateTime.MaxValue, NpgsqlDbType = NpgsqlDbType.TimestampTz } } });

    private static Problem? ProblemOf(MadeInitiative made, OpenPortfolio portfolio) =>
        FormIdentity.Key(made.Name).Length == 0 ? new("NameMissing", "navn", "Give each new initiative a name.")
        : portfolio.Definition.OrganisationByCode(made.Organisation) is null ? new("OrganisationUnknown", "virksomhet", "Choose the organisation that is responsible.")
        : made.Segment is not null && portfolio.Definition.Segments.All(segment => segment.Code != made.Segment) ? new("SegmentUnknown", "segment", "The portfolio has no such segment.")
        : null;

    /// <summary>A portfolio whose row is taken until the transaction ends.</summary>
    internal sealed record OpenPortfolio(Guid Id, long Version, PortfolioDefinition Definition, Dictionary<Guid, Initiative> Initiatives);
}

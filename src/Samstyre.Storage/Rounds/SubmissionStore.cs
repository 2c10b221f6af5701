using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A form as it is submitted.</summary>
/// <param name="RequestId">Sent with the form: the same submission sent twice is one.</param>
/// <param name="Report">The report that it gives.</param>
/// <param name="Confidential">Keys of the fields that only its organisation and the office see.</param>
/// <param name="Unchanged">Whether the reporter stated that nothing has changed.</param>
/// <param name="Explanations">What the reporter explained, by rule and path.</param>
public sealed record NewSubmission(Guid RequestId, Report Report, IReadOnlyList<string> Confidential, bool Unchanged, IReadOnlyDictionary<string, string> Explanations)
{
    /// <summary>Paths of the values that differ from the last report; the log keeps them with both reports, which hold the values.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];
}

/// <summary>A submission.</summary>
/// <param name="Id">Identity.</param>
/// <param name="InitiativeId">Whose.</param>
/// <param name="ReportId">The report that it became.</param>
/// <param name="SubmittedAt">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Unchanged">Whether the reporter stated that nothing has changed.</param>
/// <param name="Explanations">What the reporter explained, by rule and path.</param>
public sealed record Submission(Guid Id, Guid InitiativeId, Guid ReportId, DateTimeOffset SubmittedAt, string Actor, bool Unchanged, IReadOnlyDictionary<string, string> Explanations);

/// <summary>What was explained in a submission.</summary>
/// <param name="InitiativeId">Whose.</param>
/// <param name="ReportId">The report that it became.</param>
/// <param name="Confidential">Keys of the fields that only its organisation and the office see.</param>
/// <param name="Explanations">What the reporter explained, by rule and path.</param>
public sealed record SubmittedExplanations(Guid InitiativeId, Guid ReportId, IReadOnlyList<string> Confidential, IReadOnlyDictionary<string, string> Explanations);

/// <summary>Submits forms: each becomes a report of the round, once.</summary>
public static class SubmissionStore
{
    private const string VersionSql = "update portfolio set version = version + 1 where id = $1 returning definition::text";

    private const string OnceSql = "select id, initiative_id, report_id, submitted_at, actor, unchanged, explanations::text as explanations from submission where portfolio_id = @portfolioId and request_id = @requestId";

    private const string OfRoundSql = "select distinct on (initiative_id) id, initiative_id, report_id, submitted_at, actor, unchanged, explanations::text as explanations from submission where portfolio_id = @portfolioId and round_id = @roundId order by initiative_id, submitted_at desc";

    private const string OfReportSql = "select id, initiative_id, report_id, submitted_at, actor, unchanged, explanations::text as explanations from submission where portfolio_id = @portfolioId and report_id = @reportId";

    private const string ExplanationsSql =
        """
        select distinct on (s.initiative_id) s.initiative_id, s.report_id, r.confidential, s.explanations::text as explanations
        from submission s
        join report r on r.portfolio_id = s.portfolio_id and r.id = s.report_id
        where s.portfolio_id = @portfolioId and s.round_id = @roundId and (@asOf::timestamptz is null or s.submitted_at <= @asOf)
        order by s.initiative_id, s.submitted_at desc
        """;

    private const string RevisionSql = "select coalesce(max(revision), 0) from report where portfolio_id = @portfolioId and round_id = @Round and initiative_id = @Initiative";

    private const string InsertSql =
        "insert into submission (portfolio_id, id, request_id, round_id, initiative_id, report_id, submitted_at, actor, unchanged, explanations) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    private const string NameSql = "insert into initiative_name (portfolio_id, key, initiative_id, name, registered) values ($1, $2, $3, $4, false) on conflict do nothing";

    /// <summary>The last submission of each initiative in a round.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Submission>> OfRound(Db db, Guid portfolioId, Guid roundId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(OfRoundSql, new { portfolioId, roundId }, cancellationToken: cancellation));
        return rows.ToDictionary(row => row.InitiativeId, row => row.Read());
    }

    /// <summary>What was explained in the last submission of each initiative in a round.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">The portfolio.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="asOf">As the submissions stood at that moment; null is now.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<IReadOnlyList<SubmittedExplanations>> Explanations(Db db, Guid portfolioId, Guid roundId, DateTimeOffset? asOf, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<ExplanationRow>(new CommandDefinition(ExplanationsSql, new { portfolioId, roundId, asOf }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.Read())];
    }

    /// <summary>The submission that became a report; null for a report from a file.</summary>
    public static async Task<Submission?> OfReport(Db db, Guid portfolioId, Guid reportId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(OfReportSql, new { portfolioId, reportId }, cancellationToken: cancellation)))?.Read();
    }

    /// <summary>Makes the form a report of its round. Sent again with the same request it gives the submission that was made.</summary>
    public static async Task<Outcome<Submission>> Submit(Db db, Guid portfolioId, AssignmentRow row, NewSubmission submission, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var assignment = row.Assignment;
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var take = new NpgsqlCommand(VersionSql, connection, transaction) { Parameters = { Parameter.Of(portfolioId) } };
        if (await take.ExecuteScalarAsync(cancellation) is not string definition) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
        if (await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(OnceSql, new { portfolioId, requestId = submission.RequestId }, transaction, cancellationToken: cancellation)) is { } made) return made.Read();
        if (await DraftStore.Take(connection, transaction, portfolioId, assignment, actor, now, cancellation) is not { } state) return DraftStore.NotWritable;

        var revision = await connection.ExecuteScalarAsync<int>(new CommandDefinition(RevisionSql, new { portfolioId, assignment.Round, assignment.Initiative }, transaction, cancellationToken: cancellation)) + 1;
        var stored = StorableReport.Of(submission.Report);
        var report = new ReportRow(Guid.CreateVersion7(now), assignment.Round, assignment.Initiative, revision, ReportFacts.Of(stored.Report, row.Round.Round, DefinitionJson.Read(definition), row.Name), null, stored.ContentSha256, stored.Report)
        {
            Confidential = [.. submission.Confidential],
        };
        var result = new Submission(Guid.CreateVersion7(now), assignment.Initiative, report.Id, now, actor, submission.Unchanged, submission.Explanations);
        await using var batch = new NpgsqlBatch(connection, transaction);
        await ReportRows.Write(batch, portfolioId, now, [report], cancellation);
        await using var more = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(InsertSql)
                {
                    Parameters =
                    {
                        Parameter.Of(portfolioId), Parameter.Of(result.Id), Parameter.Of(submission.RequestId), Parameter.Of(assignment.Round), Parameter.Of(assignment.Initiative), Parameter.Of(report.Id),
                        Parameter.Of(now), Parameter.Of(actor), new NpgsqlParameter<bool> { TypedValue = submission.Unchanged }, Parameter.Of(JsonSerializer.Serialize(submission.Explanations), NpgsqlDbType.Jsonb),
                    },
                },
            },
        };
        if (FormIdentity.Key(stored.Report.Name) is { Length: > 0 } key)
            more.BatchCommands.Add(new(NameSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(key), Parameter.Of(assignment.Initiative), Parameter.Of(stored.Report.Name!) } });
        foreach (var command in AssignmentStore.MoveCommands(portfolioId, assignment, state, AssignmentState.Submitted, null, actor, now, new Dictionary<string, object?>
        {
            ["reportBefore"] = assignment.PriorReport, ["reportAfter"] = report.Id, ["revision"] = revision, ["unchanged"] = submission.Unchanged, ["changed"] = submission.Changed,
        })) more.BatchCommands.Add(command);
        try
        {
            await more.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return result;
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }

    private sealed record ExplanationRow(Guid InitiativeId, Guid ReportId, string[] Confidential, string Explanations)
    {
        public SubmittedExplanations Read() => new(InitiativeId, ReportId, Confidential, JsonSerializer.Deserialize<Dictionary<string, string>>(Explanations)!);
    }

    private sealed record Row(Guid Id, Guid InitiativeId, Guid ReportId, DateTimeOffset SubmittedAt, string Actor, bool Unchanged, string Explanations)
    {
        public Submission Read() => new(Id, InitiativeId, ReportId, SubmittedAt, Actor, Unchanged, JsonSerializer.Deserialize<Dictionary<string, string>>(Explanations)!);
    }
}

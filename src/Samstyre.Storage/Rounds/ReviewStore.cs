using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A question about a field.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Field">Path of the field; empty for the whole form.</param>
/// <param name="Text">What was asked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="Answer">The answer; null while there is none.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="AnsweredBy">Who answered.</param>
public sealed record Question(Guid Id, string Field, string Text, DateTimeOffset AskedAt, string AskedBy, string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredBy);

/// <summary>The office's own rating of an initiative in a round.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Status">Its view of the status; null for none.</param>
/// <param name="Risk">Its view of the risk; null for none.</param>
/// <param name="Reason">Why.</param>
/// <param name="RatedAt">When.</param>
/// <param name="RatedBy">Who.</param>
public sealed record OfficeRating(Guid RoundId, TrafficLight? Status, TrafficLight? Risk, string Reason, DateTimeOffset RatedAt, string RatedBy);

/// <summary>What passes between office and reporter about a form, and the office's ratings.</summary>
public static class ReviewStore
{
    private const string QuestionsSql =
        "select id, field, text, asked_at, asked_by, answer, answered_at, answered_by from question where portfolio_id = @portfolioId and round_id = @Round and initiative_id = @Initiative order by asked_at, id";

    private const string OpenSql = "select initiative_id, count(*)::int from question where portfolio_id = @portfolioId and round_id = @roundId and answer is null group by initiative_id";

    private const string AskSql = "insert into question (portfolio_id, round_id, initiative_id, id, field, text, asked_at, asked_by) values ($1, $2, $3, $4, $5, $6, $7, $8)";

    private const string AnswerSql = "update question set answer = $5, answered_at = $6, answered_by = $7 where portfolio_id = $1 and round_id = $2 and initiative_id = $3 and id = $4 and answer is null";

    private const string RatingsSql =
        """
        select distinct on (g.round_id) g.round_id, g.status, g.risk, g.reason, g.rated_at, g.rated_by
        from office_rating g
        where g.portfolio_id = @portfolioId and g.initiative_id = @initiativeId
        order by g.round_id, g.step desc
        """;

    private const string RateSql =
        """
        insert into office_rating (portfolio_id, round_id, initiative_id, step, status, risk, reason, rated_at, rated_by)
        select $1, $2, $3, coalesce(max(step), 0) + 1, $4, $5, $6, $7, $8 from office_rating where portfolio_id = $1 and round_id = $2 and initiative_id = $3
        """;

    /// <summary>All questions about a form, the first first.</summary>
    public static async Task<IReadOnlyList<Question>> Questions(Db db, Guid portfolioId, Assignment assignment, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<Question>(new CommandDefinition(QuestionsSql, new { portfolioId, assignment.Round, assignment.Initiative }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>How many questions of a round wait for an answer, by initiative.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> OpenQuestions(Db db, Guid portfolioId, Guid roundId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<(Guid Initiative, int Count)>(new CommandDefinition(OpenSql, new { portfolioId, roundId }, cancellationToken: cancellation))).ToDictionary(row => row.Initiative, row => row.Count);
    }

    /// <summary>Asks about a field.</summary>
    public static Task<bool> Ask(Db db, Guid portfolioId, Assignment assignment, string field, string text, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var id = Guid.CreateVersion7(now);
        var ask = DraftStore.Command(AskSql, portfolioId, assignment, Parameter.Of(id), Parameter.Of(field), Parameter.Of(text), Parameter.Of(now), Parameter.Of(actor));
        return Write(db, portfolioId, assignment, ask, "QuestionAsked", new() { ["field"] = field, ["text"] = text }, actor, now, cancellation);
    }

    /// <summary>Answers a question. Tells whether it was still open.</summary>
    public static Task<bool> Answer(Db db, Guid portfolioId, Assignment assignment, Guid question, string text, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var answer = DraftStore.Command(AnswerSql, portfolioId, assignment, Parameter.Of(question), Parameter.Of(text), Parameter.Of(now), Parameter.Of(actor));
        return Write(db, portfolioId, assignment, answer, "QuestionAnswered", new() { ["question"] = question, ["answer"] = text }, actor, now, cancellation);
    }

    /// <summary>The office's last rating of an initiative in each round that has one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, OfficeRating>> Ratings(Db db, Guid portfolioId, Guid initiativeId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<RatingRow>(new CommandDefinition(RatingsSql, new { portfolioId, initiativeId }, cancellationToken: cancellation));
        return rows.ToDictionary(row => row.RoundId, row => row.Read());
    }

    /// <summary>Rates an initiative beside its reporter.</summary>
    public static Task<bool> Rate(Db db, Guid portfolioId, Assignment assignment, TrafficLight? status, TrafficLight? risk, string reason, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var rate = DraftStore.Command(
            RateSql, portfolioId, assignment, Parameter.Of(EnumCode.Of(status), NpgsqlDbType.Text), Parameter.Of(EnumCode.Of(risk), NpgsqlDbType.Text), Parameter.Of(reason), Parameter.Of(now), Parameter.Of(actor));
        return Write(db, portfolioId, assignment, rate, "OfficeRated", new() { ["status"] = EnumCode.Of(status), ["risk"] = EnumCode.Of(risk), ["reason"] = reason }, actor, now, cancellation);
    }

    private static async Task<bool> Write(
        Db db, Guid portfolioId, Assignment assignment, NpgsqlBatchCommand command, string action, Dictionary<string, object?> details, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { command } };
        if (await batch.ExecuteNonQueryAsync(cancellation) == 0) return false;
        await using var audit = new NpgsqlBatch(connection, transaction) { BatchCommands = { AuditLog.Entry(portfolioId, now, actor, action, "assignment", assignment.Initiative, details, assignment.Round, assignment.Initiative) } };
        await audit.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private sealed record RatingRow(Guid RoundId, string? Status, string? Risk, string Reason, DateTimeOffset RatedAt, string RatedBy)
    {
        public OfficeRating Read() => new(RoundId, EnumCode.Read<TrafficLight>(Status), EnumCode.Read<TrafficLight>(Risk), Reason, RatedAt, RatedBy);
    }
}

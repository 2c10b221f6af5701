using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>What somebody said to a proposed change of segment.</summary>
/// <param name="Initiative">Whose segment.</param>
/// <param name="Rule">Code of the rule that proposed it.</param>
/// <param name="Evidence">Short form of the facts that it rested on; other facts make another proposal.</param>
/// <param name="Accepted">Whether the initiative was moved.</param>
/// <param name="Reason">Why; null where somebody accepted without a word.</param>
/// <param name="AnsweredAt">When.</param>
/// <param name="AnsweredBy">Who.</param>
public sealed record SegmentAnswer(Guid Initiative, string Rule, string Evidence, bool Accepted, string? Reason, DateTimeOffset AnsweredAt, string AnsweredBy);

/// <summary>Answers to proposed changes of segment: the answer, the change that follows and both log entries in one transaction.</summary>
public static class SegmentAnswers
{
    private const int LongestReason = 4_000;

    private const string ListSql =
        """
        select initiative_id as initiative, rule, evidence, accepted, reason, answered_at as answeredAt, answered_by as answeredBy
        from segment_answer
        where portfolio_id = @portfolioId
        order by answered_at desc, initiative_id, rule
        """;

    private const string SaveSql =
        """
        insert into segment_answer (portfolio_id, initiative_id, rule, evidence, accepted, reason, answered_at, answered_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict do nothing
        """;

    /// <summary>All answers in a portfolio, the latest first.</summary>
    public static async Task<IReadOnlyList<SegmentAnswer>> List(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<SegmentAnswer>(new CommandDefinition(ListSql, new { portfolioId }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Keeps an answer; an accepted proposal moves the initiative.</summary>
    /// <param name="db">The store.</param>
    /// <param name="code">Code of the portfolio.</param>
    /// <param name="answer">The answer; declining needs a reason.</param>
    /// <param name="move">What an accepted proposal changes; what it was is read from the store.</param>
    /// <param name="cancellation">Stops it; nothing is changed then.</param>
    public static async Task<Outcome<SegmentAnswer>> Save(Db db, string code, SegmentAnswer answer, SegmentChange move, CancellationToken cancellation = default)
    {
        if (!answer.Accepted && string.IsNullOrWhiteSpace(answer.Reason)) return new Problem("DeclineWithoutReason", "grunn", "Say why the initiative stays in its segment.");
        if (answer.Reason?.Length > LongestReason) return new Problem("StepWithoutReason", "grunn", "Say why, in at most 4,000 characters.");
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await LifeStore.Open(connection, transaction, code, cancellation) is not { } portfolio) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
        if (!portfolio.Initiatives.TryGetValue(answer.Initiative, out var one)) return new Problem("InitiativeUnknown", "tiltak", "There is no such initiative.");
        if (answer.Accepted && SegmentRules.ProblemOf(one, portfolio.Definition, move.Became, move.On, move.Reason) is { } problem) return problem;
        await using var save = new NpgsqlCommand(SaveSql, connection, transaction)
        {
            Parameters =
            {
                Parameter.Of(portfolio.Id), Parameter.Of(one.Id), Parameter.Of(answer.Rule), Parameter.Of(answer.Evidence), Parameter.Of(answer.Accepted, NpgsqlDbType.Boolean),
                Parameter.Of(answer.Reason, NpgsqlDbType.Text), Parameter.Of(answer.AnsweredAt), Parameter.Of(answer.AnsweredBy),
            },
        };
        if (await save.ExecuteNonQueryAsync(cancellation) == 0) return new Problem("ProposalAnswered", null, "Somebody has answered this proposal already.");
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(AuditLog.Entry(portfolio.Id, answer.AnsweredAt, answer.AnsweredBy, answer.Accepted ? "SegmentProposalAccepted" : "SegmentProposalDeclined", "initiative", one.Id, new Dictionary<string, object?>
        {
            ["rule"] = answer.Rule, ["segment"] = move.Became, ["reason"] = answer.Reason,
        }, initiativeId: one.Id));
        if (answer.Accepted)
        {
            foreach (var command in LifeStore.Moves(portfolio.Id, portfolio.Version, one, move.Became, move.On, move.Reason, move.Case, answer.AnsweredBy, answer.AnsweredAt)) batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return answer;
    }
}

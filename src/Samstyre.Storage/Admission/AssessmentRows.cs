using Dapper;
using Npgsql;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Reads announced initiatives with their answers, messages and decisions.</summary>
public static class AssessmentRows
{
    private const string AnnouncedSql =
        """
        select a.id, a.initiative_id as initiative, i.name, a.organisation, a.purpose, a.checklist::text as checklist, a.announced_at as at, a.announced_by as by
        from announcement a
        join initiative i on i.portfolio_id = a.portfolio_id and i.id = a.initiative_id
        where a.portfolio_id = @portfolioId and (@one::uuid is null or a.id = @one)
        order by a.announced_at desc, a.id
        """;

    private const string AnswersSql =
        """
        select distinct on (announcement_id, side, question) announcement_id as id, side, question, answer, comment, answered_at as at, answered_by as by
        from assessment_answer
        where portfolio_id = @portfolioId and (@one::uuid is null or announcement_id = @one)
        order by announcement_id, side, question, number desc
        """;

    private const string MessagesSql =
        """
        select announcement_id as id, side, words, sent_at as at, sent_by as by
        from assessment_message
        where portfolio_id = @portfolioId and (@one::uuid is null or announcement_id = @one)
        order by announcement_id, number
        """;

    private const string DecisionsSql =
        """
        select announcement_id as id, outcome, segment, undecided_until as until, decided_on as "on", reason, case_ref as "case", recorded_at as at, recorded_by as by
        from admission_decision
        where portfolio_id = @portfolioId and (@one::uuid is null or announcement_id = @one)
        order by announcement_id, number
        """;

    /// <summary>All of a portfolio, the latest first.</summary>
    public static async Task<IReadOnlyList<Assessment>> List(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return await Read(connection, null, portfolioId, null, cancellation);
    }

    /// <summary>One of them; null where there is no such announcement.</summary>
    public static async Task<Assessment?> Find(Db db, Guid portfolioId, Guid announcement, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return await Find(connection, null, portfolioId, announcement, cancellation);
    }

    internal static Task<IReadOnlyList<Assessment>> List(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid portfolioId, CancellationToken cancellation) => Read(connection, transaction, portfolioId, null, cancellation);

    internal static async Task<Assessment?> Find(NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid portfolioId, Guid announcement, CancellationToken cancellation) =>
        (await Read(connection, transaction, portfolioId, announcement, cancellation)) is [var one, ..] ? one : null;

    private static async Task<IReadOnlyList<Assessment>> Read(NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid portfolioId, Guid? one, CancellationToken cancellation)
    {
        var announced = await Rows<AnnouncedRow>(AnnouncedSql);
        var answers = (await Rows<AnswerRow>(AnswersSql)).ToLookup(row => row.Id);
        var messages = (await Rows<MessageRow>(MessagesSql)).ToLookup(row => row.Id);
        var decisions = (await Rows<DecisionRow>(DecisionsSql)).ToLookup(row => row.Id);
        return [.. announced.Select(row => new Assessment(row.Id, row.Initiative, row.Name, row.Organisation, row.Purpose, DefinitionJson.ReadChecklist(row.Checklist), row.At, row.By)
        {
            Answers = answers[row.Id].ToDictionary(
                answer => (Enum.Parse<AssessmentSide>(answer.Side), answer.Question),
                answer => new AssessmentAnswer(answer.Answer is { } word ? Enum.Parse<ChecklistAnswer>(word) : null, answer.Comment, answer.At, answer.By)),
            Messages = [.. messages[row.Id].Select(message => new AssessmentMessage(Enum.Parse<AssessmentSide>(message.Side), message.Words, message.At, message.By))],
            Decisions = [.. decisions[row.Id].Select(decision => (new AdmissionDecision(Enum.Parse<AdmissionOutcome>(decision.Outcome), decision.Segment, decision.Until, decision.On, decision.Reason, decision.Case), decision.At, decision.By))],
        })];

        async Task<List<T>> Rows<T>(string sql) => (await connection.QueryAsync<T>(new CommandDefinition(sql, new { portfolioId, one }, transaction, cancellationToken: cancellation))).AsList();
    }

    private sealed record AnnouncedRow(Guid Id, Guid Initiative, string Name, string Organisation, string Purpose, string Checklist, DateTimeOffset At, string By);

    private sealed record AnswerRow(Guid Id, string Side, string Question, string? Answer, string? Comment, DateTimeOffset At, string By);

    private sealed record MessageRow(Guid Id, string Side, string Words, DateTimeOffset At, string By);

    private sealed record DecisionRow(Guid Id, string Outcome, string? Segment, DateOnly? Until, DateOnly On, string Reason, string? Case, DateTimeOffset At, string By);
}

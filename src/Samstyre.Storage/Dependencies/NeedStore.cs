using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>What the offices asked an initiative about a dependency.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Receiver">Whose dependency it is.</param>
/// <param name="Need">Which of its dependencies (<see cref="NeedKey"/>).</param>
/// <param name="Asked">The initiative that is asked: the receiver itself, or a giver.</param>
/// <param name="Rule">The contradiction that it is about; null where the office asked of itself.</param>
/// <param name="Words">The question.</param>
/// <param name="AskedAt">When.</param>
/// <param name="AskedBy">Code of who asked.</param>
/// <param name="Reply">The answer; null until somebody has given it.</param>
/// <param name="RepliedAt">When; null until then.</param>
/// <param name="RepliedBy">Code of who answered; null until then.</param>
public sealed record NeedQuestion(
    Guid Id, Guid Receiver, string Need, Guid Asked, string? Rule, string Words, DateTimeOffset AskedAt, string AskedBy, string? Reply, DateTimeOffset? RepliedAt, string? RepliedBy);

/// <summary>Whom a question goes to, and the dependency that it is kept on.</summary>
/// <param name="Receiver">Whose dependency it is.</param>
/// <param name="Need">Which of its dependencies (<see cref="NeedKey"/>).</param>
/// <param name="Asked">The initiative that is asked: the receiver itself, or a giver.</param>
public readonly record struct AskedOn(Guid Receiver, string Need, Guid Asked);

/// <summary>What an architect noted about a dependency.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Receiver">Whose dependency it is.</param>
/// <param name="Need">Which of its dependencies.</param>
/// <param name="Words">The note.</param>
/// <param name="NotedAt">When.</param>
/// <param name="NotedBy">Code of who noted it.</param>
public sealed record NeedNote(Guid Id, Guid Receiver, string Need, string Words, DateTimeOffset NotedAt, string NotedBy);

/// <summary>What people say about dependencies beside the forms: answers of the givers, questions of the offices, notes of the architects. Rows are only added; a question takes one reply.</summary>
public static class NeedStore
{
    private const string VersionSql = "update portfolio set version = version + 1 where id = $1";

    private const string AnswerSql =
        """
        insert into need_answer (portfolio_id, receiver_id, need, giver_id, number, kind, deliver_by, certainty, words, answered_at, answered_by)
        select $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6, $7, $8, $9, $10
        from need_answer where portfolio_id = $1 and receiver_id = $2 and need = $3 and giver_id = $4
        """;

    private const string AnswersSql =
        """
        select receiver_id, need, giver_id, kind, deliver_by, certainty, words, answered_at, answered_by
        from need_answer where portfolio_id = $1 and receiver_id = $2 and need = $3 order by answered_at desc, giver_id, number desc
        """;

    private const string AnswersBySql =
        """
        select receiver_id, need, giver_id, kind, deliver_by, certainty, words, answered_at, answered_by
        from need_answer where portfolio_id = $1 and giver_id = $2 order by receiver_id, need, number desc
        """;

    private const string OpenQuestionsSql =
        "select asked_id as initiative, count(*)::int as questions from need_question where portfolio_id = @portfolioId and asked_id = any(@asked) and reply is null group by asked_id";

    private const string AskSql =
        "insert into need_question (portfolio_id, id, receiver_id, need, asked_id, rule, words, asked_at, asked_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    private const string ReplySql = "update need_question set reply = $3, replied_at = $4, replied_by = $5 where portfolio_id = $1 and id = $2 and asked_id = $6 and reply is null";

    private const string QuestionsSql =
        """
        select id, receiver_id as receiver, need, asked_id as asked, rule, words, asked_at as askedAt, asked_by as askedBy, reply, replied_at as repliedAt, replied_by as repliedBy
        from need_question
        where portfolio_id = @portfolioId and (@asked::uuid is null or asked_id = @asked) and (@receiver::uuid is null or receiver_id = @receiver)
        order by asked_at desc, id
        """;

    private const string NoteSql = "insert into need_note (portfolio_id, id, receiver_id, need, words, noted_at, noted_by) values ($1, $2, $3, $4, $5, $6, $7)";

    private const string NotesSql =
        """
        select id, receiver_id as receiver, need, words, noted_at as notedAt, noted_by as notedBy
        from need_note where portfolio_id = @portfolioId and (@receiver::uuid is null or receiver_id = @receiver) order by noted_at desc, id
        """;

    /// <summary>Keeps a giver's answer.</summary>
    public static async Task<Outcome<NeedAnswer>> Answer(Db db, Guid portfolioId, NeedAnswer answer, CancellationToken cancellation = default)
    {
        if (NeedAnswers.ProblemOf(answer) is { } problem) return problem;
        await Write(
            db,
            [
                new(VersionSql) { Parameters = { Parameter.Of(portfolioId) } },
                new(AnswerSql)
                {
                    Parameters =
                    {
                        Parameter.Of(portfolioId), Parameter.Of(answer.Receiver), Parameter.Of(answer.Need), Parameter.Of(answer.Giver), Parameter.Of(EnumCode.Of(answer.Kind)),
                        Parameter.Of(answer.DeliverBy?.ToString(), NpgsqlDbType.Text), Parameter.Of(answer.Certainty is { } certainty ? EnumCode.Of(certainty) : null, NpgsqlDbType.Text),
                        Parameter.Of(answer.Words), Parameter.Of(answer.AnsweredAt), Parameter.Of(answer.AnsweredBy),
                    },
                },
                AuditLog.Entry(portfolioId, answer.AnsweredAt, answer.AnsweredBy, "NeedAnswered", "need_answer", null, new Dictionary<string, object?>
                {
                    ["need"] = answer.Need, ["receiver"] = answer.Receiver, ["answer"] = EnumCode.Of(answer.Kind), ["deliverBy"] = answer.DeliverBy?.ToString(), ["words"] = answer.Words,
                }, initiativeId: answer.Giver),
            ],
            cancellation);
        return answer;
    }

    /// <summary>All that the givers have answered to a dependency, the latest first.</summary>
    public static Task<IReadOnlyList<NeedAnswer>> Answers(Db db, Guid portfolioId, Guid receiver, string need, CancellationToken cancellation = default) =>
        ReadAnswers(db, new(AnswersSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(receiver), Parameter.Of(need) } }, cancellation);

    /// <summary>All that a giver has answered, of each dependency the latest first.</summary>
    public static Task<IReadOnlyList<NeedAnswer>> AnswersBy(Db db, Guid portfolioId, Guid giver, CancellationToken cancellation = default) =>
        ReadAnswers(db, new(AnswersBySql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(giver) } }, cancellation);

    /// <summary>Asks some initiatives, each on a dependency of its own or of another on it; it stands in the form of each until it is answered.</summary>
    public static async Task<Outcome<int>> Ask(
        Db db, Guid portfolioId, IReadOnlyCollection<AskedOn> asked, string? rule, string words, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        words = words.Trim();
        if (words.Length is 0 or > NeedAnswers.LongestWords) return new Problem("QuestionEmpty", "ord", "Write what you ask, in at most 4,000 characters.");
        if (asked.Count == 0) return new Problem("NobodyAsked", "hvem", "Choose whom to ask.");
        List<NpgsqlBatchCommand> commands = [];
        foreach (var (receiver, need, one) in asked.Distinct())
        {
            var id = Guid.CreateVersion7(now);
            commands.Add(new(AskSql)
            {
                Parameters =
                {
                    Parameter.Of(portfolioId), Parameter.Of(id), Parameter.Of(receiver), Parameter.Of(need), Parameter.Of(one), Parameter.Of(rule, NpgsqlDbType.Text), Parameter.Of(words), Parameter.Of(now), Parameter.Of(actor),
                },
            });
            commands.Add(AuditLog.Entry(portfolioId, now, actor, "NeedAsked", "need_question", id, new Dictionary<string, object?> { ["need"] = need, ["receiver"] = receiver, ["rule"] = rule, ["words"] = words }, initiativeId: one));
        }

        await Write(db, commands, cancellation);
        return asked.Count;
    }

    /// <summary>Keeps the reply of the one that was asked.</summary>
    public static async Task<Outcome<string>> Reply(Db db, Guid portfolioId, Guid question, Guid asked, string words, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        words = words.Trim();
        if (words.Length is 0 or > NeedAnswers.LongestWords) return new Problem("ReplyEmpty", "svar", "Write an answer, in at most 4,000 characters.");
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var reply = new NpgsqlCommand(ReplySql, connection, transaction)
        {
            Parameters = { Parameter.Of(portfolioId), Parameter.Of(question), Parameter.Of(words), Parameter.Of(now), Parameter.Of(actor), Parameter.Of(asked) },
        };
        if (await reply.ExecuteNonQueryAsync(cancellation) == 0) return new Problem("QuestionAnswered", null, "Somebody has answered this question already.");
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { AuditLog.Entry(portfolioId, now, actor, "NeedReplied", "need_question", question, new Dictionary<string, object?> { ["words"] = words }, initiativeId: asked) },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return words;
    }

    /// <summary>Questions, the latest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">The portfolio.</param>
    /// <param name="asked">Only those to an initiative; null for all.</param>
    /// <param name="receiver">Only those about an initiative's dependencies; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<IReadOnlyList<NeedQuestion>> Questions(Db db, Guid portfolioId, Guid? asked, Guid? receiver, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<NeedQuestion>(new CommandDefinition(QuestionsSql, new { portfolioId, asked, receiver }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>How many questions wait for each of some initiatives; those without are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> OpenQuestions(Db db, Guid portfolioId, IReadOnlyCollection<Guid> asked, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<(Guid Initiative, int Questions)>(new CommandDefinition(OpenQuestionsSql, new { portfolioId, asked = asked.ToArray() }, cancellationToken: cancellation));
        return rows.ToDictionary(row => row.Initiative, row => row.Questions);
    }

    /// <summary>Keeps a note about a dependency.</summary>
    public static async Task<Outcome<string>> Note(Db db, Guid portfolioId, Guid receiver, string need, string words, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        words = words.Trim();
        if (words.Length is 0 or > NeedAnswers.LongestWords) return new Problem("NoteEmpty", "notat", "Write the note, in at most 4,000 characters.");
        var id = Guid.CreateVersion7(now);
        await Write(
            db,
            [
                new(NoteSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(id), Parameter.Of(receiver), Parameter.Of(need), Parameter.Of(words), Parameter.Of(now), Parameter.Of(actor) } },
                AuditLog.Entry(portfolioId, now, actor, "NeedNoted", "need_note", id, new Dictionary<string, object?> { ["need"] = need, ["words"] = words }, initiativeId: receiver),
            ],
            cancellation);
        return words;
    }

    /// <summary>Notes, the latest first: of an initiative's dependencies, or of all.</summary>
    public static async Task<IReadOnlyList<NeedNote>> Notes(Db db, Guid portfolioId, Guid? receiver, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<NeedNote>(new CommandDefinition(NotesSql, new { portfolioId, receiver }, cancellationToken: cancellation))).AsList();
    }

    private static async Task<IReadOnlyList<NeedAnswer>> ReadAnswers(Db db, NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        await using (command)
        {
            command.Connection = connection;
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            List<NeedAnswer> answers = [];
            while (await reader.ReadAsync(cancellation)) answers.Add(NeedAnswerRow.Read(reader));
            return answers;
        }
    }

    private static async Task Write(Db db, IEnumerable<NpgsqlBatchCommand> commands, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in commands) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}

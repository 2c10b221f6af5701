using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Announced initiatives and how they are assessed: each write with its log entry in one transaction.</summary>
public static class AssessmentStore
{
    private const int LongestName = 300;
    private const int LongestWords = 8_000;

    private const string AnnounceSql =
        "insert into announcement (portfolio_id, id, initiative_id, organisation, purpose, checklist, announced_at, announced_by) values ($1, $2, $3, $4, $5, $6, $7, $8)";

    private const string AnswerSql =
        """
        insert into assessment_answer (portfolio_id, announcement_id, number, side, question, answer, comment, answered_at, answered_by)
        select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8
        from assessment_answer where portfolio_id = $1 and announcement_id = $2
        """;

    private const string MessageSql =
        """
        insert into assessment_message (portfolio_id, announcement_id, number, side, words, sent_at, sent_by)
        select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6
        from assessment_message where portfolio_id = $1 and announcement_id = $2
        """;

    private const string DecideSql =
        """
        insert into admission_decision (portfolio_id, announcement_id, number, outcome, segment, undecided_until, decided_on, reason, case_ref, recorded_at, recorded_by)
        select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10
        from admission_decision where portfolio_id = $1 and announcement_id = $2
        """;

    /// <summary>Announces an initiative: it is a candidate from that day.</summary>
    /// <returns>Identity of the announcement, or what is wrong with it.</returns>
    public static Task<Outcome<Guid>> Announce(
        Db db, string code, string name, string organisation, string purpose, DateOnly on, string actor, DateTimeOffset now, CancellationToken cancellation = default) =>
        Announce(db, code, Guid.CreateVersion7(now), name, organisation, purpose, on, actor, now, cancellation);

    /// <summary>Announces an initiative under an identity that its form was given, so that the same form sent twice announces it once.</summary>
    /// <returns>Identity of the announcement, or what is wrong with it.</returns>
    public static async Task<Outcome<Guid>> Announce(
        Db db, string code, Guid id, string name, string organisation, string purpose, DateOnly on, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (FormIdentity.Key(name).Length == 0 || name.Length > LongestName) return new Problem("InitiativeNameMissing", "navn", "Give the initiative a name of at most 300 characters.");
        if (string.IsNullOrWhiteSpace(purpose) || purpose.Length > LongestWords) return new Problem("PurposeMissing", "formal", "Say what the initiative is for, in at most 8,000 characters.");
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await LifeStore.Open(connection, transaction, code, cancellation) is not { } portfolio) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
        if (portfolio.Definition.OrganisationByCode(organisation) is null) return new Problem("OrganisationNotChosen", "virksomhet", "Choose the organisation that is responsible.");
        if (await AssessmentRows.Find(connection, transaction, portfolio.Id, id, cancellation) is not null) return id;
        var row = new InitiativeRow(Guid.CreateVersion7(now), null, name.Trim(), organisation, null);
        var writes = new InitiativeWrites(portfolio.Id, portfolio.Version, now);
        writes.Add(row);
        writes.Name(row.Id, row.Name, registered: true);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in writes.Commands()) batch.BatchCommands.Add(command);
        LifeStore.Add(batch, portfolio.Id, row.Id, new(on, LifeStage.Candidate, purpose.Trim()), actor, now);
        batch.BatchCommands.Add(Announced(portfolio, id, row.Id, organisation, purpose, actor, now));
        batch.BatchCommands.Add(AuditLog.Entry(portfolio.Id, now, actor, "InitiativeAnnounced", "announcement", id, new Dictionary<string, object?> { ["name"] = row.Name, ["organisation"] = organisation }, initiativeId: row.Id));
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return id;
    }

    /// <summary>Answers questions for a side. Only what differs from what stands is written.</summary>
    /// <param name="db">The store.</param>
    /// <param name="code">Code of the portfolio.</param>
    /// <param name="announcement">Identity of the announcement.</param>
    /// <param name="side">Whose answers.</param>
    /// <param name="answers">By code of the question; a null answer takes the one before back.</param>
    /// <param name="actor">Who answers.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops it; nothing is changed then.</param>
    public static Task<Outcome<Assessment>> Answer(
        Db db, string code, Guid announcement, AssessmentSide side, IReadOnlyDictionary<string, (ChecklistAnswer? Answer, string? Comment)> answers, string actor, DateTimeOffset now, CancellationToken cancellation = default) =>
        Write(db, code, announcement, (portfolio, assessment, batch) =>
        {
            if (!assessment.IsOpen) return new("AdmissionDecided", null, "It has been decided already: change its segment or its life instead.");
            if (answers.Keys.FirstOrDefault(question => assessment.Checklist.QuestionOf(question) is null) is not null) return new("QuestionUnknown", null, "The checklist has no such question.");
            if (answers.Values.Any(answer => answer.Comment is { Length: > LongestWords })) return new("CommentTooLong", null, "A comment may have at most 8,000 characters.");
            var changed = new Dictionary<string, object?>();
            foreach (var (question, (answer, comment)) in answers)
            {
                var had = assessment.Answers.GetValueOrDefault((side, question));
                var words = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
                if ((had?.Answer, had?.Comment) == (answer, words)) continue;
                batch.BatchCommands.Add(Answered(portfolio, announcement, side, question, answer, words, actor, now));
                changed[question] = answer?.ToString();
            }

            if (changed.Count > 0) batch.BatchCommands.Add(AuditLog.Entry(portfolio, now, actor, "ChecklistAnswered", "announcement", announcement, new Dictionary<string, object?> { ["side"] = side.ToString(), ["answers"] = changed }, initiativeId: assessment.Initiative));
            return null;
        }, cancellation);

    /// <summary>Says something to the other side.</summary>
    public static Task<Outcome<Assessment>> Say(Db db, string code, Guid announcement, AssessmentSide side, string words, string actor, DateTimeOffset now, CancellationToken cancellation = default) =>
        Write(db, code, announcement, (portfolio, assessment, batch) =>
        {
            if (string.IsNullOrWhiteSpace(words) || words.Length > LongestWords) return new("MessageEmpty", "melding", "Write a message of at most 8,000 characters.");
            // The same words again are the same form, sent twice.
            if (assessment.Messages is [.., var last] && last.Side == side && last.Words == words.Trim()) return null;
            batch.BatchCommands.Add(new(MessageSql) { Parameters = { Parameter.Of(portfolio), Parameter.Of(announcement), Parameter.Of(side.ToString()), Parameter.Of(words.Trim()), Parameter.Of(now), Parameter.Of(actor) } });
            batch.BatchCommands.Add(AuditLog.Entry(portfolio, now, actor, "AssessmentMessageSent", "announcement", announcement, new Dictionary<string, object?> { ["side"] = side.ToString() }, initiativeId: assessment.Initiative));
            return null;
        }, cancellation);

    /// <summary>Decides: in brings the initiative into the portfolio and its segment, out takes it away.</summary>
    public static Task<Outcome<Assessment>> Decide(Db db, string code, Guid announcement, AdmissionDecision decision, string actor, DateTimeOffset now, CancellationToken cancellation = default) =>
        WriteIn(db, code, announcement, (portfolio, assessment, batch) =>
        {
            // The decision that stands, made again, is the same form sent twice.
            if (assessment.Decision == decision with { Reason = decision.Reason.Trim() }) return null;
            if (AdmissionRules.ProblemOf(assessment, decision, portfolio.Definition) is { } problem) return problem;
            var initiative = portfolio.Initiatives[assessment.Initiative];
            var stage = decision.Outcome switch { AdmissionOutcome.In => LifeStage.InPortfolio, AdmissionOutcome.Out => LifeStage.Withdrawn, _ => LifeStage.Candidate };
            if (decision.Outcome != AdmissionOutcome.Undecided)
            {
                var step = new LifeStep(decision.On, stage, decision.Reason) { Case = decision.Case };
                if (LifeRules.ProblemOf(initiative, step, portfolio.Initiatives) is { } refusal) return refusal;
                LifeStore.Add(batch, portfolio.Id, initiative.Id, step, actor, now);
            }

            if (decision.Segment is { } segment && segment != initiative.Segment)
            {
                foreach (var command in LifeStore.Moves(portfolio.Id, portfolio.Version, initiative, segment, decision.On, decision.Reason, decision.Case, actor, now)) batch.BatchCommands.Add(command);
            }

            batch.BatchCommands.Add(Decided(portfolio.Id, announcement, decision, actor, now));
            batch.BatchCommands.Add(AuditLog.Entry(portfolio.Id, now, actor, "AdmissionDecided", "announcement", announcement, new Dictionary<string, object?>
            {
                ["outcome"] = decision.Outcome.ToString(), ["segment"] = decision.Segment, ["reason"] = decision.Reason, ["case"] = decision.Case, ["until"] = decision.Until,
            }, initiativeId: assessment.Initiative));
            return null;
        }, cancellation);

    /// <summary>Records how initiatives of the register were assessed before they were announced here: answers and decision, without a change of segment or life. Those that have an announcement are left.</summary>
    public static async Task<Outcome<int>> Record(Db db, string code, IReadOnlyList<InitiativeRegistration> register, string purpose, string reason, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await LifeStore.Open(connection, transaction, code, cancellation) is not { } portfolio) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
        var announced = (await AssessmentRows.List(connection, transaction, portfolio.Id, cancellation)).Select(assessment => assessment.Initiative).ToHashSet();
        await using var batch = new NpgsqlBatch(connection, transaction);
        var recorded = 0;
        foreach (var entry in register.Where(entry => entry.Answers.Count > 0 && entry.Organisation is not null))
        {
            var initiative = portfolio.Initiatives.Values.FirstOrDefault(one => entry.NationalId is { } number ? one.NationalId == number : one.Name == entry.Name);
            if (initiative is null || !announced.Add(initiative.Id)) continue;
            var (id, on) = (Guid.CreateVersion7(now), initiative.Life.Count > 0 ? initiative.Life[0].On : DateOnly.FromDateTime(now.UtcDateTime));
            batch.BatchCommands.Add(Announced(portfolio, id, initiative.Id, entry.Organisation!, purpose, actor, now));
            foreach (var (question, answer) in entry.Answers) batch.BatchCommands.Add(Answered(portfolio.Id, id, AssessmentSide.Office, question, answer, null, actor, now));
            batch.BatchCommands.Add(Decided(portfolio.Id, id, new(AdmissionOutcome.In, initiative.Segment, null, on, reason, null), actor, now));
            recorded++;
        }

        if (recorded == 0) return 0;
        batch.BatchCommands.Add(AuditLog.Entry(portfolio.Id, now, actor, "AssessmentsRecorded", "announcement", null, new Dictionary<string, object?> { ["initiatives"] = recorded }));
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return recorded;
    }

    private static NpgsqlBatchCommand Announced(LifeStore.OpenPortfolio portfolio, Guid id, Guid initiative, string organisation, string purpose, string actor, DateTimeOffset now) => new(AnnounceSql)
    {
        Parameters =
        {
            Parameter.Of(portfolio.Id), Parameter.Of(id), Parameter.Of(initiative), Parameter.Of(organisation), Parameter.Of(purpose.Trim()),
            Parameter.Of(DefinitionJson.Write(portfolio.Definition.Checklist), NpgsqlDbType.Jsonb), Parameter.Of(now), Parameter.Of(actor),
        },
    };

    private static NpgsqlBatchCommand Answered(Guid portfolio, Guid announcement, AssessmentSide side, string question, ChecklistAnswer? answer, string? comment, string actor, DateTimeOffset now) => new(AnswerSql)
    {
        Parameters =
        {
            Parameter.Of(portfolio), Parameter.Of(announcement), Parameter.Of(side.ToString()), Parameter.Of(question), Parameter.Of(answer?.ToString(), NpgsqlDbType.Text),
            Parameter.Of(comment, NpgsqlDbType.Text), Parameter.Of(now), Parameter.Of(actor),
        },
    };

    private static NpgsqlBatchCommand Decided(Guid portfolio, Guid announcement, AdmissionDecision decision, string actor, DateTimeOffset now) => new(DecideSql)
    {
        Parameters =
        {
            Parameter.Of(portfolio), Parameter.Of(announcement), Parameter.Of(decision.Outcome.ToString()), Parameter.Of(decision.Segment, NpgsqlDbType.Text), Parameter.Of(decision.Until, NpgsqlDbType.Date),
            Parameter.Of(decision.On, NpgsqlDbType.Date), Parameter.Of(decision.Reason.Trim()), Parameter.Of(decision.Case, NpgsqlDbType.Text), Parameter.Of(now), Parameter.Of(actor),
        },
    };

    private static Task<Outcome<Assessment>> Write(Db db, string code, Guid announcement, Func<Guid, Assessment, NpgsqlBatch, Problem?> write, CancellationToken cancellation) =>
        WriteIn(db, code, announcement, (portfolio, assessment, batch) => write(portfolio.Id, assessment, batch), cancellation);

    private static async Task<Outcome<Assessment>> WriteIn(Db db, string code, Guid announcement, Func<LifeStore.OpenPortfolio, Assessment, NpgsqlBatch, Problem?> write, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await LifeStore.Open(connection, transaction, code, cancellation) is not { } portfolio) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
        if (await AssessmentRows.Find(connection, transaction, portfolio.Id, announcement, cancellation) is not { } assessment) return new Problem("AnnouncementUnknown", null, "There is no such announcement.");
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (write(portfolio, assessment, batch) is { } problem) return problem;
        if (batch.BatchCommands.Count == 0) return assessment;
        await batch.ExecuteNonQueryAsync(cancellation);
        var written = await AssessmentRows.Find(connection, transaction, portfolio.Id, announcement, cancellation);
        await transaction.CommitAsync(cancellation);
        return written!;
    }
}

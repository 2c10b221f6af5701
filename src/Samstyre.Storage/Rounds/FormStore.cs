using Dapper;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>All that the store knows of a form.</summary>
/// <param name="Draft">What was changed in it.</param>
/// <param name="Rules">The rules that its round froze, as they were written; null for a round without.</param>
/// <param name="Prior">The report that it starts from; null for the first.</param>
/// <param name="Sent">The report that it became; null while it has not been submitted.</param>
public sealed record StoredForm(Draft Draft, string? Rules, PriorContent? Prior, SentContent? Sent);

/// <summary>The report that a form starts from.</summary>
/// <param name="Json">In the interchange format, UTF-8.</param>
/// <param name="Confidential">Keys of the fields that only its organisation and the office see.</param>
/// <param name="Round">The round it was made in.</param>
public sealed record PriorContent(ReadOnlyMemory<byte> Json, IReadOnlyList<string> Confidential, Round Round);

/// <summary>The report that a form became.</summary>
/// <param name="Json">In the interchange format, UTF-8.</param>
/// <param name="Confidential">Keys of the fields that only its organisation and the office see.</param>
/// <param name="Explanations">What the reporter explained, by rule and path; null where it came as a file.</param>
public sealed record SentContent(ReadOnlyMemory<byte> Json, IReadOnlyList<string> Confidential, IReadOnlyDictionary<string, string>? Explanations);

/// <summary>Reads forms.</summary>
public static class FormStore
{
    private const string PriorSql =
        """
        select convert_to(r.content::text, 'UTF8') as content, r.confidential, o.id, o.code, o.collected_on
        from report r
        join round o on o.portfolio_id = r.portfolio_id and o.id = r.round_id
        where r.portfolio_id = @portfolioId and r.id = @PriorReport
        """;

    private const string SentSql =
        """
        select convert_to(r.content::text, 'UTF8') as content, r.confidential, s.explanations::text as explanations
        from report r
        left join submission s on s.portfolio_id = r.portfolio_id and s.round_id = r.round_id and s.initiative_id = r.initiative_id and s.report_id = r.id
        where r.portfolio_id = @portfolioId and r.round_id = @Round and r.initiative_id = @Initiative
        order by r.revision desc
        limit 1
        """;

    private const string DraftSql = $"{DraftStore.CellsSql}; {DraftStore.RivalsSql}; select rules::text from round where portfolio_id = @portfolioId and id = @Round; {PriorSql}";

    /// <summary>A form in one round trip; its submitted report too, where it has one.</summary>
    public static async Task<StoredForm> Read(Db db, Guid portfolioId, Assignment assignment, CancellationToken cancellation = default)
    {
        var isSent = assignment.State is AssignmentState.Submitted or AssignmentState.Approved;
        await using var connection = await db.Connect(cancellation);
        var values = new { portfolioId, assignment.Round, assignment.Initiative, assignment.PriorReport };
        await using var rows = await connection.QueryMultipleAsync(new CommandDefinition(isSent ? $"{DraftSql}; {SentSql}" : DraftSql, values, cancellationToken: cancellation));
        var cells = (await rows.ReadAsync<DraftCell>()).ToDictionary(cell => cell.Field, StringComparer.Ordinal);
        var rivals = (await rows.ReadAsync<DraftRival>()).AsList();
        var rules = await rows.ReadSingleOrDefaultAsync<string?>();
        var prior = await rows.ReadSingleOrDefaultAsync<PriorRow>();
        var sent = isSent ? await rows.ReadSingleOrDefaultAsync<SentRow>() : null;
        return new(new(cells, rivals), rules, prior?.Read(), sent?.Read());
    }

    private sealed record PriorRow(byte[] Content, string[] Confidential, Guid Id, string Code, DateOnly CollectedOn)
    {
        public PriorContent Read() => new(Content, Confidential, new(Id, Code, CollectedOn));
    }

    private sealed record SentRow(byte[] Content, string[] Confidential, string? Explanations)
    {
        public SentContent Read() => new(Content, Confidential, Explanations is null ? null : SubmissionStore.ExplanationsOf(Explanations));
    }
}

using Dapper;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>An initiative whose newest report of a round says something else of when it delivers than its last report before that round.</summary>
/// <param name="Initiative">Its identity.</param>
/// <param name="Name">What it is registered as.</param>
/// <param name="DeliverablesBefore">Its deliverables before the round, in the form's order.</param>
/// <param name="EndBefore">When it ended before the round; null where that was not stated.</param>
/// <param name="DeliverablesAfter">Its deliverables now.</param>
/// <param name="EndAfter">When it ends now; null where that is not stated.</param>
/// <param name="Confidential">Keys that only its organisation and the office see: of the report before, and of every revision in the round.</param>
public sealed record ChangedPlan(
    Guid Initiative, string Name, IReadOnlyList<Deliverable> DeliverablesBefore, PartialDate? EndBefore, IReadOnlyList<Deliverable> DeliverablesAfter, PartialDate? EndAfter, IReadOnlyList<string> Confidential);

/// <summary>Compares the reports of a round with those before it.</summary>
public static class ChangedPlans
{
    // A file says nothing of what is confidential: what any revision of the round kept back stays so.
    private const string Sql =
        """
        select i.id, i.name,
            convert_to(jsonb_build_object('deliverables', coalesce(before.content -> 'deliverables', '[]'))::text, 'UTF8') as deliverables_before, before.end_date as end_before,
            convert_to(jsonb_build_object('deliverables', coalesce(after.content -> 'deliverables', '[]'))::text, 'UTF8') as deliverables_after, after.end_date as end_after,
            before.confidential || array(
                select unnest(r.confidential) from report r where r.portfolio_id = i.portfolio_id and r.round_id = o.id and r.initiative_id = i.id) as confidential
        from round o
        join initiative i on i.portfolio_id = o.portfolio_id and i.id = any(@initiatives)
        cross join lateral (
            select r.content, r.end_date
            from report r
            where r.portfolio_id = i.portfolio_id and r.round_id = o.id and r.initiative_id = i.id
            order by r.revision desc
            limit 1) after
        cross join lateral (
            select r.content, r.end_date, r.confidential
            from report r
            join round earlier on earlier.portfolio_id = r.portfolio_id and earlier.id = r.round_id
            where r.portfolio_id = i.portfolio_id and r.initiative_id = i.id and earlier.collected_on < o.collected_on
            order by earlier.collected_on desc, r.revision desc
            limit 1) before
        where o.portfolio_id = @portfolioId and o.id = @round
            and not exists (select from round later where later.portfolio_id = o.portfolio_id and later.opened_at is not null and later.collected_on > o.collected_on)
            and (before.content -> 'deliverables', before.end_date) is distinct from (after.content -> 'deliverables', after.end_date)
        order by i.name, i.id
        """;

    /// <summary>Those of some initiatives that changed, by name. None of a round that a later one has followed, and none that had not reported before.</summary>
    public static async Task<IReadOnlyList<ChangedPlan>> Of(Db db, Guid portfolioId, Guid round, Guid[] initiatives, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Sql, new { portfolioId, round, initiatives }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.Read())];
    }

    private sealed record Row(Guid Id, string Name, byte[] DeliverablesBefore, string? EndBefore, byte[] DeliverablesAfter, string? EndAfter, string[] Confidential)
    {
        public ChangedPlan Read() => new(
            Id, Name, ReportJson.PastFromUtf8(DeliverablesBefore).Deliverables, Date(EndBefore), ReportJson.PastFromUtf8(DeliverablesAfter).Deliverables, Date(EndAfter), Confidential);

        private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
    }
}

using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Samstyre.Storage;

/// <summary>Writes who did what, in the transaction of the change itself. Each entry's hash covers the one before, so that the log shows when it has been tampered with.</summary>
internal static class AuditLog
{
    /// <summary>What an entry <c>e</c> adds to the chain. Writing and verifying must say the same, byte for byte; a migration that adds a column to it must chain the log anew.</summary>
    internal const string PayloadSql =
        """
        convert_to(jsonb_build_array(
            e.id, (extract(epoch from e.recorded_at) * 1000000)::bigint, e.actor, e.action, e.subject, e.subject_id, e.details, e.round_id, e.initiative_id)::text, 'UTF8')
        """;

    /// <summary>What the first entry <c>e</c> of a portfolio follows upon.</summary>
    internal const string SeedSql = "uuid_send(e.portfolio_id)";

    // The head's row stays locked until the transaction ends: whoever writes next in the portfolio waits, and goes on from the hash that was committed.
    private const string Sql =
        $"""
        with e (portfolio_id, id, recorded_at, actor, action, subject, subject_id, details, round_id, initiative_id) as (
            values ($1::uuid, $2::uuid, $3::timestamptz, $4::text, $5::text, $6::text, $7::uuid, $8::jsonb, $9::uuid, $10::uuid)
        ), head as (
            insert into audit_head as h (portfolio_id, position, hash)
            select e.portfolio_id, 1, sha256({SeedSql} || {PayloadSql}) from e
            on conflict (portfolio_id) do update set position = h.position + 1, hash = sha256(h.hash || (select {PayloadSql} from e))
            returning position, hash
        )
        insert into audit_entry (portfolio_id, id, recorded_at, actor, action, subject, subject_id, details, round_id, initiative_id, position, hash)
        select e.portfolio_id, e.id, e.recorded_at, e.actor, e.action, e.subject, e.subject_id, e.details, e.round_id, e.initiative_id, head.position, head.hash
        from e, head
        """;

    /// <summary>The statement that writes one entry. A batch may hold several; they are chained in its order.</summary>
    /// <param name="portfolioId">In which portfolio.</param>
    /// <param name="now">When.</param>
    /// <param name="actor">Who.</param>
    /// <param name="action">What was done: <c>ReportsImported</c>.</param>
    /// <param name="subject">What kind of thing it was done to: the name of its table.</param>
    /// <param name="subjectId">Which of them; null for many.</param>
    /// <param name="details">What else a reader of the log wants to know; of a thing that changed, its <c>before</c> and <c>after</c> (<see cref="AuditChange"/>).</param>
    /// <param name="roundId">The round that it concerns; null for none or several.</param>
    /// <param name="initiativeId">The initiative that it concerns; null for none or several.</param>
    public static NpgsqlBatchCommand Entry(
        Guid portfolioId, DateTimeOffset now, string actor, string action, string subject, Guid? subjectId, IReadOnlyDictionary<string, object?> details, Guid? roundId = null, Guid? initiativeId = null) => new(Sql)
    {
        Parameters =
        {
            Parameter.Of(portfolioId),
            Parameter.Of(Guid.CreateVersion7(now)),
            Parameter.Of(now),
            Parameter.Of(actor),
            Parameter.Of(action),
            Parameter.Of(subject),
            Parameter.Of(subjectId, NpgsqlDbType.Uuid),
            Parameter.Of(JsonSerializer.Serialize(details), NpgsqlDbType.Jsonb),
            Parameter.Of(roundId, NpgsqlDbType.Uuid),
            Parameter.Of(initiativeId, NpgsqlDbType.Uuid),
        },
    };
}

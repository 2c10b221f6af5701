using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Samstyre.Storage;

/// <summary>Writes who did what, in the transaction of the change itself.</summary>
internal static class AuditLog
{
    private const string Sql =
        "insert into audit_entry (portfolio_id, id, recorded_at, actor, action, subject, subject_id, details) values ($1, $2, $3, $4, $5, $6, $7, $8)";

    /// <summary>The statement that writes one entry.</summary>
    /// <param name="portfolioId">In which portfolio.</param>
    /// <param name="now">When.</param>
    /// <param name="actor">Who.</param>
    /// <param name="action">What was done: <c>ReportsImported</c>.</param>
    /// <param name="subject">What kind of thing it was done to: the name of its table.</param>
    /// <param name="subjectId">Which of them; null for many.</param>
    /// <param name="details">What else a reader of the log wants to know.</param>
    public static NpgsqlBatchCommand Entry(Guid portfolioId, DateTimeOffset now, string actor, string action, string subject, Guid? subjectId, IReadOnlyDictionary<string, object?> details) => new(Sql)
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
        },
    };
}

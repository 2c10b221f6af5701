using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A file that stands with a form.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Size">In bytes.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="AddedBy">Who added it.</param>
public sealed record Attachment(Guid Id, string Name, string MediaType, long Size, DateTimeOffset AddedAt, string AddedBy);

/// <summary>Files that stand with forms.</summary>
public static class AttachmentStore
{
    /// <summary>The largest file, in bytes.</summary>
    public const long MaxBytes = 20_000_000;

    /// <summary>The most that the files of one form may take together.</summary>
    public const long MaxFormBytes = 50_000_000;

    /// <summary>The most files of one form.</summary>
    public const int MaxFiles = 50;

    private const string OfFormSql = "from attachment where portfolio_id = @portfolioId and round_id = @Round and initiative_id = @Initiative and removed_at is null";

    private const string ListSql = $"select id, name, media_type, size, added_at, added_by {OfFormSql} order by added_at, id";

    private const string RoomSql = $"select count(*), coalesce(sum(size), 0)::bigint {OfFormSql}";

    private const string ReadSql = $"select name, media_type, bytes {OfFormSql} and id = @id";

    private const string AddSql =
        """
        insert into attachment (portfolio_id, round_id, initiative_id, id, name, media_type, size, sha256, bytes, added_at, added_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private const string RemoveSql =
        "update attachment set removed_at = @now where portfolio_id = @portfolioId and round_id = @Round and initiative_id = @Initiative and id = @id and removed_at is null returning name";

    /// <summary>Those of a form, the oldest first.</summary>
    public static async Task<IReadOnlyList<Attachment>> List(Db db, Guid portfolioId, Assignment assignment, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<Attachment>(new CommandDefinition(ListSql, new { portfolioId, assignment.Round, assignment.Initiative }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>One with its content; null where there is none, or it was removed.</summary>
    public static async Task<(string Name, string MediaType, byte[] Bytes)?> Read(Db db, Guid portfolioId, Assignment assignment, Guid id, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return await connection.QuerySingleOrDefaultAsync<(string, string, byte[])?>(new CommandDefinition(ReadSql, new { portfolioId, assignment.Round, assignment.Initiative, id }, cancellationToken: cancellation));
    }

    /// <summary>Adds one. Refused where it is too large, or the form has no more room.</summary>
    public static async Task<Outcome<Guid>> Add(Db db, Guid portfolioId, Assignment assignment, SourceFile file, string mediaType, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (file.Bytes.Length > MaxBytes) return new Problem("AttachmentTooLarge", "vedlegg", "A file may have at most 20 MB.");
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await DraftStore.Take(connection, transaction, portfolioId, assignment, actor, now, cancellation) is not { } state) return DraftStore.NotWritable;
        var (count, size) = await connection.QuerySingleAsync<(long, long)>(new CommandDefinition(RoomSql, new { portfolioId, assignment.Round, assignment.Initiative }, transaction, cancellationToken: cancellation));
        if (count >= MaxFiles || size + file.Bytes.Length > MaxFormBytes) return new Problem("AttachmentsFull", "vedlegg", "The files of a form may take at most 50 MB together, and be at most 50: remove one first.");
        var id = Guid.CreateVersion7(now);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                DraftStore.Command(
                    AddSql, portfolioId, assignment,
                    Parameter.Of(id), Parameter.Of(file.Name), Parameter.Of(mediaType), Parameter.Of((long)file.Bytes.Length, NpgsqlDbType.Bigint),
                    Parameter.Of(file.Sha256, NpgsqlDbType.Bytea), Parameter.Of(file.Bytes, NpgsqlDbType.Bytea), Parameter.Of(now), Parameter.Of(actor)),
                Entry(portfolioId, assignment, "AttachmentAdded", id, file.Name, actor, now),
            },
        };
        foreach (var command in ProposalStore.Begun(portfolioId, assignment, state, actor, now)) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return id;
    }

    /// <summary>Removes one from the form; what it was stays in the store.</summary>
    public static async Task<Outcome<string>> Remove(Db db, Guid portfolioId, Assignment assignment, Guid id, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await DraftStore.Take(connection, transaction, portfolioId, assignment, actor, now, cancellation) is null) return DraftStore.NotWritable;
        var name = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(RemoveSql, new { portfolioId, assignment.Round, assignment.Initiative, id, now }, transaction, cancellationToken: cancellation));
        if (name is null) return new Problem("AttachmentGone", "vedlegg", "The file has been removed already.");
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Entry(portfolioId, assignment, "AttachmentRemoved", id, name, actor, now) } };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return name;
    }

    private static NpgsqlBatchCommand Entry(Guid portfolioId, Assignment assignment, string action, Guid id, string name, string actor, DateTimeOffset now) => AuditLog.Entry(
        portfolioId, now, actor, action, "attachment", id, new Dictionary<string, object?> { ["initiative"] = assignment.Initiative, ["round"] = assignment.Round, ["name"] = name });
}

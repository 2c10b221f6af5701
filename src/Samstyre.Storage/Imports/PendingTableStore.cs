using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Samstyre.Storage;

/// <summary>A list that waits while its columns are chosen.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Bytes">Byte for byte.</param>
public sealed record PendingTable(Guid Id, string Name, byte[] Bytes);

/// <summary>Keeps uploaded lists between the steps of bringing them in: few, for a day, and for nobody but who uploaded them.</summary>
public static class PendingTableStore
{
    /// <summary>The largest list that is kept, in bytes; the table's own limit.</summary>
    public const int MaxBytes = 25_000_000;

    /// <summary>How many lists one person may have waiting; the oldest make room.</summary>
    public const int MostOfOne = 4;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private const string InsertSql = "insert into pending_table (portfolio_id, id, owner, name, bytes, added_at) values ($1, $2, $3, $4, $5, $6)";

    private const string ForgetSql =
        """
        delete from pending_table
        where portfolio_id = $1 and (added_at < $2 or (owner = $3 and id not in (
            select id from pending_table where portfolio_id = $1 and owner = $3 order by added_at desc, id desc limit $4)))
        """;

    private const string FindSql = "select id, name, bytes from pending_table where portfolio_id = @portfolioId and id = @id and owner = @owner and added_at >= @since";

    private const string RemoveSql = "delete from pending_table where portfolio_id = @portfolioId and id = @id and owner = @owner";

    /// <summary>Keeps a list, and forgets those that have waited too long.</summary>
    /// <returns>Its identity.</returns>
    public static async Task<Guid> Add(Db db, Guid portfolioId, string owner, string name, ReadOnlyMemory<byte> bytes, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var id = Guid.CreateVersion7(now);
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(InsertSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(id), Parameter.Of(owner), Parameter.Of(name), Parameter.Of(bytes, NpgsqlDbType.Bytea), Parameter.Of(now) } },
                new(ForgetSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(now - Kept), Parameter.Of(owner), Parameter.Of(MostOfOne) } },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return id;
    }

    /// <summary>A list of somebody's; null where there is none, it is another's, or it has waited too long.</summary>
    public static async Task<PendingTable?> Find(Db db, Guid portfolioId, Guid id, string owner, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return await connection.QuerySingleOrDefaultAsync<PendingTable>(new CommandDefinition(FindSql, new { portfolioId, id, owner, since = now - Kept }, cancellationToken: cancellation));
    }

    /// <summary>Forgets a list of somebody's.</summary>
    public static async Task Remove(Db db, Guid portfolioId, Guid id, string owner, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(RemoveSql, new { portfolioId, id, owner }, cancellationToken: cancellation));
    }
}

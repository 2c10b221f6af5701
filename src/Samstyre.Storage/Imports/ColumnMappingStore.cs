using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Samstyre.Storage;

/// <summary>What the columns of lists with the same headings give, as somebody last said.</summary>
/// <param name="Content">The mapping as JSON.</param>
/// <param name="FileName">The file that it was last used for.</param>
/// <param name="SavedAt">When.</param>
/// <param name="SavedBy">Who.</param>
public sealed record StoredMapping(string Content, string FileName, DateTimeOffset SavedAt, string SavedBy);

/// <summary>Remembers mappings of columns, per portfolio and headings.</summary>
public static class ColumnMappingStore
{
    private const string FindSql =
        "select content::text as content, file_name, saved_at, saved_by from column_mapping where portfolio_id = @portfolioId and fingerprint = @fingerprint";

    // The content as the store writes it: only what says something else is a change.
    private const string BeforeSql = "select content::text, $3::jsonb::text from (select 1) one left join column_mapping on portfolio_id = $1 and fingerprint = $2";

    private const string SaveSql =
        """
        insert into column_mapping (portfolio_id, fingerprint, content, file_name, saved_at, saved_by)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (portfolio_id, fingerprint) do update set content = excluded.content, file_name = excluded.file_name, saved_at = excluded.saved_at, saved_by = excluded.saved_by
        """;

    /// <summary>The mapping of files with those headings; null where nobody has made one.</summary>
    public static async Task<StoredMapping?> Find(Db db, Guid portfolioId, byte[] fingerprint, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return await connection.QuerySingleOrDefaultAsync<StoredMapping>(new CommandDefinition(FindSql, new { portfolioId, fingerprint }, cancellationToken: cancellation));
    }

    /// <summary>Remembers a mapping; one that says the same is not written anew.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">Whose it is.</param>
    /// <param name="fingerprint">Hash of the headings.</param>
    /// <param name="content">The mapping as JSON.</param>
    /// <param name="fileName">The file that it is used for.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops it; nothing is kept then.</param>
    public static async Task Save(Db db, Guid portfolioId, byte[] fingerprint, string content, string fileName, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (before, after) = await Both(connection, transaction, portfolioId, fingerprint, content, cancellation);
        if (before == after) return;
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(SaveSql)
                {
                    Parameters =
                    {
                        Parameter.Of(portfolioId), Parameter.Of(fingerprint, NpgsqlDbType.Bytea), Parameter.Of(content, NpgsqlDbType.Jsonb), Parameter.Of(fileName), Parameter.Of(now), Parameter.Of(actor),
                    },
                },
                AuditLog.Entry(portfolioId, now, actor, "ColumnMappingSaved", "column_mapping", null, new AuditChange().Of("mapping", before, after).Details(("file", fileName))),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<(string? Before, string After)> Both(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid portfolioId, byte[] fingerprint, string content, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(BeforeSql, connection, transaction) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(fingerprint, NpgsqlDbType.Bytea), Parameter.Of(content, NpgsqlDbType.Jsonb) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (await reader.IsDBNullAsync(0, cancellation) ? null : reader.GetString(0), reader.GetString(1));
    }
}

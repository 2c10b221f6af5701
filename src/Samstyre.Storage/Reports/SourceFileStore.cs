using Npgsql;

namespace Samstyre.Storage;

/// <summary>An original as it was brought in.</summary>
/// <param name="Name">The name it first came under.</param>
/// <param name="Bytes">Byte for byte.</param>
/// <param name="RecordedAt">When it was stored.</param>
public sealed record StoredFile(string Name, ReadOnlyMemory<byte> Bytes, DateTimeOffset RecordedAt);

/// <summary>Reads the originals that reports were read from.</summary>
public static class SourceFileStore
{
    private const string Sql = "select name, bytes, recorded_at from source_file where portfolio_id = $1 and id = $2";

    /// <summary>One file; null where there is none.</summary>
    public static async Task<StoredFile?> Read(Db db, Guid portfolioId, Guid fileId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = portfolioId }, new NpgsqlParameter<Guid> { TypedValue = fileId } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<DateTimeOffset>(2))
            : null;
    }
}

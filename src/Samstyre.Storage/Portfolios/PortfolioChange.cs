using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A portfolio's definition made from the one it has: two who change different things both get theirs.</summary>
public static class PortfolioChange
{
    private const string LockSql = "select id, version, definition::text from portfolio where code = $1 for update";

    private const string ReplaceSql =
        """
        insert into portfolio_past (portfolio_id, replaced_at, version, definition)
        select id, $2, version, definition from portfolio where id = $1
        """;

    private const string UpdateSql = "update portfolio set definition = $2, version = version + 1 where id = $1";

    /// <summary>Changes a definition; the one it had is kept for looking back.</summary>
    /// <param name="db">The store.</param>
    /// <param name="code">Code of the portfolio.</param>
    /// <param name="change">The new definition from the one it has, or why it can't be.</param>
    /// <param name="actor">Who changes it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops it; nothing is changed then.</param>
    public static async Task<Outcome<SavedPortfolio>> Save(
        Db db, string code, Func<PortfolioDefinition, Outcome<PortfolioDefinition>> change, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        Guid id;
        long version;
        string had;
        await using (var command = new NpgsqlCommand(LockSql, connection, transaction) { Parameters = { Parameter.Of(code) } })
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            if (!await reader.ReadAsync(cancellation)) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
            (id, version, had) = (reader.GetGuid(0), reader.GetInt64(1), reader.GetString(2));
        }

        var wanted = change(DefinitionJson.Read(had));
        if (!wanted.Succeeded) return wanted.Problems[0];
        await using var write = new NpgsqlBatch(connection, transaction);
        foreach (var command in Commands(id, had, DefinitionJson.Write(wanted.Value), code, actor, now)) write.BatchCommands.Add(command);
        await write.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new SavedPortfolio(id, Created: false, Changed: true, version + 1);
    }

    /// <summary>What gives a portfolio another definition: the old one is kept, the log says what differs.</summary>
    internal static IEnumerable<NpgsqlBatchCommand> Commands(Guid id, string had, string definition, string code, string actor, DateTimeOffset now) =>
    [
        new(ReplaceSql) { Parameters = { Parameter.Of(id), Parameter.Of(now) } },
        new(UpdateSql) { Parameters = { Parameter.Of(id), Parameter.Of(definition, NpgsqlDbType.Jsonb) } },
        AuditLog.Entry(id, now, actor, "PortfolioChanged", "portfolio", id, DefinitionJson.Change(had, definition).Details(("code", code))),
    ];
}

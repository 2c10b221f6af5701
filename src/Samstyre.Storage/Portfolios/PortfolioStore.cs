using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A portfolio in the list of portfolios.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in Bokmål.</param>
/// <param name="Version">Grows with every change of its content.</param>
/// <param name="Rounds">How many rounds it has.</param>
/// <param name="Initiatives">How many initiatives it has or had.</param>
public sealed record PortfolioRow(Guid Id, string Code, string Name, long Version, int Rounds, int Initiatives);

/// <summary>A portfolio's definition as it is stored.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Definition">Strategy, segments, organisations.</param>
/// <param name="Version">Grows with every change of its content.</param>
public sealed record StoredPortfolio(Guid Id, PortfolioDefinition Definition, long Version);

/// <summary>What became of a definition that was saved.</summary>
/// <param name="Id">The portfolio's identity.</param>
/// <param name="Created">Whether the portfolio is new.</param>
/// <param name="Changed">Whether anything was written; false where the store had the same definition.</param>
/// <param name="Version">The portfolio's version now.</param>
public sealed record SavedPortfolio(Guid Id, bool Created, bool Changed, long Version);

/// <summary>Portfolios and their definitions.</summary>
public static class PortfolioStore
{
    private const string InsertSql =
        """
        insert into portfolio (id, code, definition, version, recorded_at)
        values ($1, $2, $3, 1, $4)
        on conflict (code) do nothing
        """;

    // Takes the row's lock: two who change the same portfolio do it one after the other.
    private const string LockSql = "select id, version, definition = $2, definition::text from portfolio where code = $1 for update";

    private const string ListSql =
        """
        select p.id, p.code, p.definition -> 'name' ->> 'bokmal' as name, p.version,
            (select count(*)::int from round r where r.portfolio_id = p.id) as rounds,
            (select count(*)::int from initiative i where i.portfolio_id = p.id) as initiatives
        from portfolio p
        order by p.code
        """;

    private const string FindSql = "select id, definition::text as definition, version from portfolio where code = @code";

    /// <summary>Creates the portfolio of that code, or gives it this definition; the one it had is kept for looking back.</summary>
    public static async Task<Outcome<SavedPortfolio>> Save(Db db, PortfolioDefinition definition, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var json = DefinitionJson.Write(definition);
        var id = Guid.CreateVersion7(now);
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await using var open = new NpgsqlBatch(connection, transaction)
            {
                BatchCommands =
                {
                    new(InsertSql) { Parameters = { Parameter.Of(id), Parameter.Of(definition.Code), Parameter.Of(json, NpgsqlDbType.Jsonb), Parameter.Of(now) } },
                    new(LockSql) { Parameters = { Parameter.Of(definition.Code), Parameter.Of(json, NpgsqlDbType.Jsonb) } },
                },
            };
            long version;
            bool same;
            string had;
            Guid stored;
            await using (var reader = await open.ExecuteReaderAsync(cancellation))
            {
                await reader.ReadAsync(cancellation);
                (stored, version, same, had) = (reader.GetGuid(0), reader.GetInt64(1), reader.GetBoolean(2), reader.GetString(3));
            }

            var created = stored == id;
            if (same && !created) return new SavedPortfolio(stored, Created: false, Changed: false, version);
            await using var write = new NpgsqlBatch(connection, transaction);
            // A new portfolio's definition is not said again: it is kept beside the log.
            if (created) write.BatchCommands.Add(AuditLog.Entry(stored, now, actor, "PortfolioCreated", "portfolio", stored, new AuditChange().Details(("code", definition.Code))));
            else foreach (var command in PortfolioChange.Commands(stored, had, json, definition.Code, actor, now)) write.BatchCommands.Add(command);
            await write.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return new SavedPortfolio(stored, created, Changed: true, created ? version : version + 1);
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }

    /// <summary>All portfolios by code.</summary>
    public static async Task<IReadOnlyList<PortfolioRow>> List(Db db, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<PortfolioRow>(new CommandDefinition(ListSql, cancellationToken: cancellation))).AsList();
    }

    /// <summary>The portfolio with that code; null where there is none.</summary>
    public static async Task<StoredPortfolio?> Find(Db db, string code, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<DefinitionRow>(new CommandDefinition(FindSql, new { code }, cancellationToken: cancellation));
        return row is null ? null : new(row.Id, DefinitionJson.Read(row.Definition), row.Version);
    }

    private sealed record DefinitionRow(Guid Id, string Definition, long Version);
}

using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Publishes rounds.</summary>
public static class PublicationStore
{
    // Takes the portfolio's row, so that nothing else is recorded meanwhile.
    private const string LockSql = "update portfolio set version = version + 1 where id = $1 returning version";

    private const string LastSql = "select r.id, coalesce(max(p.revision), 0), r.state from round r left join publication p on p.portfolio_id = r.portfolio_id and p.round_id = r.id where r.portfolio_id = $1 and r.code = $2 group by r.id, r.state";

    private const string InsertSql = "insert into publication (portfolio_id, round_id, revision, published_at, portfolio_version, actor, reason) values ($1, $2, $3, $4, $5, $6, $7)";

    private const string ListSql =
        """
        select distinct on (round_id) round_id, revision, published_at, portfolio_version, reason
        from publication where portfolio_id = @portfolioId
        order by round_id, revision desc
        """;

    /// <summary>The last publication of each round that has one.</summary>
    public static async Task<IReadOnlyList<Publication>> Latest(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<Publication>(new CommandDefinition(ListSql, new { portfolioId }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Publishes a round as everything stands now. Refused for a round that is not there, and for a second time without a reason.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">The portfolio.</param>
    /// <param name="roundCode">The round.</param>
    /// <param name="reason">Why it is published again; not needed the first time.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="time">Gives the moment, once nothing else is being recorded.</param>
    /// <param name="cancellation">Stops it; nothing is published then.</param>
    public static async Task<Outcome<Publication>> Publish(Db db, Guid portfolioId, string roundCode, string? reason, string actor, TimeProvider time, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var take = new NpgsqlCommand(LockSql, connection, transaction) { Parameters = { Parameter.Of(portfolioId) } };
        if (await take.ExecuteScalarAsync(cancellation) is not long version) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
        if (await Last(connection, transaction, portfolioId, roundCode, cancellation) is not var (round, last, state)) return new Problem("RoundUnknown", "round", $"There is no round {roundCode}: create it by importing forms into it.");
        if (state == RoundState.Planned) return new Problem("RoundNotOpened", "round", $"The round {roundCode} has not been opened yet: there is nothing to publish.");
        if (last > 0 && string.IsNullOrWhiteSpace(reason)) return new Problem("PublicationNeedsReason", "reason", $"The round {roundCode} is published already: say why it is published again.");

        // PostgreSQL keeps microseconds.
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var publication = new Publication(round, last + 1, now, version, last == 0 ? null : reason!.Trim());
        try
        {
            await using var batch = new NpgsqlBatch(connection, transaction)
            {
                BatchCommands =
                {
                    AuditLog.Entry(portfolioId, now, actor, "RoundPublished", "round", round, Details(roundCode, publication), roundId: round),
                    new(InsertSql)
                    {
                        Parameters =
                        {
                            Parameter.Of(portfolioId), Parameter.Of(round), Parameter.Of(publication.Revision), Parameter.Of(now),
                            new NpgsqlParameter<long> { TypedValue = version }, Parameter.Of(actor), Parameter.Of(publication.Reason, NpgsqlDbType.Text),
                        },
                    },
                },
            };
            foreach (var command in CalendarStore.MoveCommands(portfolioId, round, RoundState.Published, publication.Reason, actor, now)) batch.BatchCommands.Add(command);
            await batch.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return publication;
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }

    private static IReadOnlyDictionary<string, object?> Details(string roundCode, Publication publication)
    {
        var change = publication.Revision == 1 ? new AuditChange().New("revision", 1) : new AuditChange().Of("revision", publication.Revision - 1, publication.Revision);
        return change.Details(("code", roundCode), ("revision", publication.Revision), ("reason", publication.Reason));
    }

    private static async Task<(Guid Round, int Last, RoundState State)?> Last(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid portfolioId, string roundCode, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LastSql, connection, transaction) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(roundCode) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetGuid(0), reader.GetInt32(1), EnumCode.Read<RoundState>(reader.GetString(2))!.Value) : null;
    }
}

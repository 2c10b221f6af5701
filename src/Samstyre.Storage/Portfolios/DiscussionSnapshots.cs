using Dapper;
using Npgsql;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A picture of the portfolio that people discuss: a name for a moment. What it shows is read as of that moment (<see cref="SnapshotLoader"/>).</summary>
/// <param name="Id">Its identity in the store.</param>
/// <param name="Name">What it is called.</param>
/// <param name="TakenAt">The moment.</param>
/// <param name="TakenBy">Who took it.</param>
public sealed record DiscussionSnapshot(Guid Id, string Name, DateTimeOffset TakenAt, string TakenBy);

/// <summary>Takes and lists pictures of the portfolio.</summary>
public static class DiscussionSnapshots
{
    private const int LongestName = 200;

    // Takes the portfolio's row, so that nothing that is being recorded falls before the moment unseen.
    private const string LockSql = "select 1 from portfolio where id = $1 for update";

    private const string InsertSql = "insert into discussion_snapshot (portfolio_id, id, name, taken_at, taken_by) values ($1, $2, $3, $4, $5)";

    private const string ListSql = "select id, name, taken_at, taken_by from discussion_snapshot where portfolio_id = @portfolioId order by taken_at desc, id desc";

    /// <summary>All pictures, the newest first.</summary>
    public static async Task<IReadOnlyList<DiscussionSnapshot>> List(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<DiscussionSnapshot>(new CommandDefinition(ListSql, new { portfolioId }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Takes a picture of the portfolio as it stands. Refused without a name.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">The portfolio.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="actor">Who takes it.</param>
    /// <param name="time">Gives the moment, once nothing else is being recorded.</param>
    /// <param name="cancellation">Stops it; nothing is taken then.</param>
    public static async Task<Outcome<DiscussionSnapshot>> Take(Db db, Guid portfolioId, string name, string actor, TimeProvider time, CancellationToken cancellation = default)
    {
        name = name.Trim();
        if (name.Length == 0) return new Problem("SnapshotNameMissing", "navn", "Give the picture a name.");
        if (name.Length > LongestName) return new Problem("SnapshotNameTooLong", "navn", "A name may have at most 200 letters.");
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var take = new NpgsqlCommand(LockSql, connection, transaction) { Parameters = { Parameter.Of(portfolioId) } };
        await take.ExecuteScalarAsync(cancellation);

        // PostgreSQL keeps microseconds.
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var taken = new DiscussionSnapshot(Guid.CreateVersion7(now), name, now, actor);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(InsertSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(taken.Id), Parameter.Of(name), Parameter.Of(now), Parameter.Of(actor) } },
                AuditLog.Entry(portfolioId, now, actor, "SnapshotTaken", "discussion_snapshot", taken.Id, new Dictionary<string, object?> { ["name"] = name }),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return taken;
    }
}

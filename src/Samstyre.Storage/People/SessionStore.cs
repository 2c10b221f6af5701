using Dapper;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Somebody who is logged in, with their roles in every portfolio.</summary>
/// <param name="Session">The session.</param>
/// <param name="Account">Their identity.</param>
/// <param name="Name">Their name.</param>
/// <param name="Language">Code of the language they read.</param>
/// <param name="Grants">Their roles by portfolio code.</param>
public sealed record LoggedIn(Guid Session, Guid Account, string Name, string Language, IReadOnlyDictionary<string, IReadOnlyList<RoleGrant>> Grants)
{
    /// <summary>As one portfolio sees them.</summary>
    public Actor In(string? portfolio) => new(Account, Name, portfolio is not null && Grants.TryGetValue(portfolio, out var grants) ? grants : []);
}

/// <summary>Sessions: logged in is whose cookie names one that has neither ended nor expired.</summary>
public static class SessionStore
{
    private const string StartSql =
        """
        insert into session (id, account_id, stamp, started_at, seen_at, expires_at)
        select @id, a.id, a.stamp, @now, @now, @expires from account a where a.id = @account
        """;

    private const string FindSql =
        """
        select s.id, s.account_id, a.name, a.language, s.seen_at
        from session s
        join account a on a.id = s.account_id
        where s.id = @id and s.ended_at is null and s.expires_at > @now and s.seen_at > @idleSince and a.closed_at is null and a.stamp = s.stamp;
        select p.code, g.role, g.organisation
        from session s
        join role_grant g on g.account_id = s.account_id
        join portfolio p on p.id = g.portfolio_id
        where s.id = @id
        order by p.code, g.role, g.organisation
        """;

    private const string SeenSql = "update session set seen_at = @now where id = @id and ended_at is null";

    private const string EndSql = "update session set ended_at = @now where id = @id and ended_at is null";

    private const string EndAllSql = "update account set stamp = stamp + 1 where id = @account";

    private const string SweepSql = "delete from session where expires_at < @before; delete from one_time_link where expires_at < @before";

    // Writing it down at every request would make every read a write.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>After so long without a request one has to log in again.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>After so long one has to log in again in any case.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Begins a session; sweeps away those that expired long ago.</summary>
    public static async Task<Guid> Start(Db db, Guid account, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var id = Guid.NewGuid();
        await using var connection = await db.Connect(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(StartSql, new { id, account, now, expires = now + Longest }, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(SweepSql, new { before = now.AddDays(-30) }, cancellationToken: cancellation));
        return id;
    }

    /// <summary>Who is logged in by a session; null where it has ended or expired, and where the account is closed or its password was changed.</summary>
    public static async Task<LoggedIn?> Find(Db db, Guid id, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var rows = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, new { id, now, idleSince = now - Idle }, cancellationToken: cancellation));
        if (await rows.ReadSingleOrDefaultAsync<Row>() is not { } row) return null;
        var grants = (await rows.ReadAsync<GrantRow>()).GroupBy(grant => grant.Code, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<RoleGrant>)[.. group.Select(GrantStore.Read)], StringComparer.Ordinal);
        if (now - row.SeenAt > SeenEvery) await connection.ExecuteAsync(new CommandDefinition(SeenSql, new { id, now }, cancellationToken: cancellation));
        return new(row.Id, row.AccountId, row.Name, row.Language, grants);
    }

    /// <summary>Ends a session.</summary>
    public static Task End(Db db, Guid id, DateTimeOffset now, CancellationToken cancellation = default) => Execute(db, EndSql, new { id, now }, cancellation);

    /// <summary>Ends all sessions of an account.</summary>
    public static Task EndAll(Db db, Guid account, CancellationToken cancellation = default) => Execute(db, EndAllSql, new { account }, cancellation);

    private static async Task Execute(Db db, string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellation));
    }

    private sealed record Row(Guid Id, Guid AccountId, string Name, string Language, DateTimeOffset SeenAt);

    internal sealed record GrantRow(string Code, string Role, string Organisation);
}

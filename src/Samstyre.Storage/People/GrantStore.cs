using Dapper;
using Npgsql;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Somebody with roles in a portfolio.</summary>
/// <param name="Account">Their account.</param>
/// <param name="Grants">Their roles there.</param>
public sealed record PersonRow(Account Account, IReadOnlyList<RoleGrant> Grants);

/// <summary>Who has which role in a portfolio.</summary>
public static class GrantStore
{
    private const string GrantSql =
        """
        insert into role_grant (portfolio_id, account_id, role, organisation, granted_at, granted_by)
        values ($1, $2, $3, $4, $5, $6)
        on conflict do nothing
        """;

    private const string RevokeSql = "delete from role_grant where portfolio_id = $1 and account_id = $2 and role = $3 and organisation = $4";

    private const string ListSql =
        """
        select a.id, a.email, a.name, a.language, a.password_hash, a.stamp, a.failures, a.locked_until, a.closed_at, g.role, g.organisation
        from role_grant g
        join account a on a.id = g.account_id
        where g.portfolio_id = @portfolioId
        order by a.name, a.id, g.role, g.organisation
        """;

    private const string FirstSql =
        "select p.code from role_grant g join portfolio p on p.id = g.portfolio_id where g.account_id = @account order by p.code limit 1";

    /// <summary>Code of the first portfolio in which somebody has a role; null where they have none.</summary>
    public static async Task<string?> FirstPortfolio(Db db, Guid account, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(FirstSql, new { account }, cancellationToken: cancellation));
    }

    /// <summary>Gives a role. Tells whether it was new.</summary>
    public static Task<bool> Give(Db db, Guid portfolioId, Guid account, RoleGrant grant, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var command = Command(GrantSql, portfolioId, account, grant);
        command.Parameters.Add(Parameter.Of(now));
        command.Parameters.Add(Parameter.Of(actor));
        return Write(db, command, portfolioId, account, grant, "RoleGiven", actor, now, cancellation);
    }

    /// <summary>Takes a role. Tells whether there was one.</summary>
    public static Task<bool> Take(Db db, Guid portfolioId, Guid account, RoleGrant grant, string actor, DateTimeOffset now, CancellationToken cancellation = default) =>
        Write(db, Command(RevokeSql, portfolioId, account, grant), portfolioId, account, grant, "RoleTaken", actor, now, cancellation);

    /// <summary>Everybody with a role, by name.</summary>
    public static async Task<IReadOnlyList<PersonRow>> List(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(ListSql, new { portfolioId }, cancellationToken: cancellation));
        return
        [
            .. rows.GroupBy(row => row.Id).Select(group => new PersonRow(
                group.First().Account, [.. group.Select(row => Read(new("", row.Role, row.Organisation)))])),
        ];
    }

    internal static RoleGrant Read(SessionStore.GrantRow row) => new(EnumCode.Read<Role>(row.Role)!.Value, row.Organisation.Length == 0 ? null : row.Organisation);

    private static NpgsqlCommand Command(string sql, Guid portfolioId, Guid account, RoleGrant grant) => new(sql)
    {
        Parameters = { Parameter.Of(portfolioId), Parameter.Of(account), Parameter.Of(EnumCode.Of(grant.Role)), Parameter.Of(grant.Organisation ?? "") },
    };

    private static async Task<bool> Write(
        Db db, NpgsqlCommand command, Guid portfolioId, Guid account, RoleGrant grant, string action, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (command)
        {
            (command.Connection, command.Transaction) = (connection, transaction);
            if (await command.ExecuteNonQueryAsync(cancellation) == 0) return false;
        }

        var details = new Dictionary<string, object?> { ["role"] = EnumCode.Of(grant.Role), ["organisation"] = grant.Organisation };
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { AuditLog.Entry(portfolioId, now, actor, action, "account", account, details) } };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private sealed record Row(
        Guid Id, string Email, string Name, string Language, string? PasswordHash, int Stamp, int Failures, DateTimeOffset? LockedUntil, DateTimeOffset? ClosedAt, string Role, string Organisation)
    {
        public Account Account => new(Id, Email, Name, Language, PasswordHash, Stamp, Failures, LockedUntil, ClosedAt);
    }
}

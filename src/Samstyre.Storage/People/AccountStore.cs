using Dapper;
using Npgsql;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Somebody who can log in.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Email">Lower case; unique.</param>
/// <param name="Name">As others see it.</param>
/// <param name="Language">Code of the language they read: nb, nn, en.</param>
/// <param name="PasswordHash">Null until they have chosen a password.</param>
/// <param name="Stamp">Grows when every session must end.</param>
/// <param name="Failures">Wrong passwords since the last right one.</param>
/// <param name="LockedUntil">Until when no password is tried; null for not locked.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
public sealed record Account(
    Guid Id, string Email, string Name, string Language, string? PasswordHash, int Stamp, int Failures, DateTimeOffset? LockedUntil, DateTimeOffset? ClosedAt);

/// <summary>Accounts of the installation.</summary>
public static class AccountStore
{
    private const string Columns = "id, email, name, language, password_hash, stamp, failures, locked_until, closed_at";

    private const string ByEmailSql = $"select {Columns} from account where email = @email";

    private const string ByIdSql = $"select {Columns} from account where id = @id";

    private const string NamesSql = "select id, name from account where id = any(@ids)";

    private const string InsertSql = "insert into account (id, email, name, language, created_at) values (@id, @email, @name, @language, @now) on conflict (email) do nothing";

    private const string FailedSql =
        """
        update account
        set failures = failures + 1,
            locked_until = case when failures + 1 >= @allowed then @now + least(power(2, least(failures + 1 - @allowed, 10)), 60) * interval '1 minute' end
        where id = @id
        """;

    private const string SucceededSql = "update account set failures = 0, locked_until = null where id = @id and (failures > 0 or locked_until is not null)";

    private const string PasswordSql = "update account set password_hash = @hash, stamp = stamp + 1, failures = 0, locked_until = null where id = @id";

    private const string RehashSql = "update account set password_hash = @hash where id = @id";

    private const string ProfileSql = "update account set name = @name, language = @language where id = @id";

    /// <summary>Wrong passwords before the account rests: a minute, then two, four ... at most an hour.</summary>
    public const int FailuresAllowed = 5;

    /// <summary>An address as it is compared.</summary>
    public static string EmailKey(string email) => email.Trim().ToLowerInvariant();

    /// <summary>The account of an address; null where there is none.</summary>
    public static async Task<Account?> Find(Db db, string email, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Account>(new CommandDefinition(ByEmailSql, new { email = EmailKey(email) }, cancellationToken: cancellation));
    }

    /// <summary>The account with that identity; null where there is none.</summary>
    public static async Task<Account?> Find(Db db, Guid id, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Account>(new CommandDefinition(ByIdSql, new { id }, cancellationToken: cancellation));
    }

    /// <summary>Names by identity; those that are not there are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Names(Db db, IEnumerable<Guid> ids, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<(Guid Id, string Name)>(new CommandDefinition(NamesSql, new { ids = ids.Distinct().ToArray() }, cancellationToken: cancellation));
        return rows.ToDictionary(row => row.Id, row => row.Name);
    }

    /// <summary>The account of an address; made where there is none, without a password.</summary>
    public static async Task<Outcome<Account>> FindOrCreate(Db db, string email, string name, string language, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        try
        {
            var values = new { id = Guid.CreateVersion7(now), email = EmailKey(email), name = name.Trim(), language, now };
            await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: cancellation));
            return await connection.QuerySingleAsync<Account>(new CommandDefinition(ByEmailSql, new { values.email }, cancellationToken: cancellation));
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }

    /// <summary>A wrong password was tried.</summary>
    public static Task Failed(Db db, Guid id, DateTimeOffset now, CancellationToken cancellation = default) => Execute(db, FailedSql, new { id, now, allowed = FailuresAllowed }, cancellation);

    /// <summary>The right password was given.</summary>
    public static Task Succeeded(Db db, Guid id, CancellationToken cancellation = default) => Execute(db, SucceededSql, new { id }, cancellation);

    /// <summary>Gives an account a new password; all its sessions end with it.</summary>
    public static Task SetPassword(Db db, Guid id, string hash, CancellationToken cancellation = default) => Execute(db, PasswordSql, new { id, hash }, cancellation);

    /// <summary>Stores the same password in a newer kind of hash.</summary>
    public static Task Rehash(Db db, Guid id, string hash, CancellationToken cancellation = default) => Execute(db, RehashSql, new { id, hash }, cancellation);

    /// <summary>Changes the name and language of an account.</summary>
    public static Task ChangeProfile(Db db, Guid id, string name, string language, CancellationToken cancellation = default) => Execute(db, ProfileSql, new { id, name = name.Trim(), language }, cancellation);

    private static async Task Execute(Db db, string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellation));
    }
}

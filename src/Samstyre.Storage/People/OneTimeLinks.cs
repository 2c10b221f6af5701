using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Samstyre.Storage;

/// <summary>What a one-time link is for.</summary>
public enum LinkPurpose
{
    /// <summary>Choosing the first password.</summary>
    Invitation,

    /// <summary>Choosing another after the old one was forgotten.</summary>
    Reset,
}

/// <summary>Links that work once and for a while. The secret is in the link alone; the store has its hash.</summary>
public static class OneTimeLinks
{
    private const string IssueSql = "insert into one_time_link (hash, account_id, purpose, created_at, expires_at) values (@hash, @account, @purpose, @now, @expires)";

    private const string PeekSql = "select account_id from one_time_link where hash = @hash and purpose = @purpose and used_at is null and expires_at > @now";

    private const string UseSql = "update one_time_link set used_at = @now where hash = @hash and purpose = @purpose and used_at is null and expires_at > @now returning account_id";

    // Whoever has chosen a password needs none of the links that were sent before.
    private const string PasswordSql =
        """
        update account set password_hash = @passwordHash, stamp = stamp + 1, failures = 0, locked_until = null where id = @account and closed_at is null;
        update one_time_link set used_at = @now where account_id = @account and used_at is null;
        """;

    /// <summary>How long an invitation works.</summary>
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);

    /// <summary>How long a reset works.</summary>
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);

    /// <summary>Makes a link; returns its secret, 43 letters and digits that an address can carry.</summary>
    public static async Task<string> Issue(Db db, Guid account, LinkPurpose purpose, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var secret = System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var expires = now + (purpose == LinkPurpose.Invitation ? InvitationLifetime : ResetLifetime);
        await using var connection = await db.Connect(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(IssueSql, new { hash = HashOf(secret), account, purpose = EnumCode.Of(purpose), now, expires }, cancellationToken: cancellation));
        return secret;
    }

    /// <summary>Whose link it is; null where it has been used, is too old or never was.</summary>
    public static async Task<Guid?> Peek(Db db, string secret, LinkPurpose purpose, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(PeekSql, new { hash = HashOf(secret), purpose = EnumCode.Of(purpose), now }, cancellationToken: cancellation));
    }

    /// <summary>Uses the link up and gives its account the password; null where the link does not work. All sessions of the account end.</summary>
    public static async Task<Guid?> SetPassword(Db db, string secret, LinkPurpose purpose, string passwordHash, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var account = await connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(UseSql, new { hash = HashOf(secret), purpose = EnumCode.Of(purpose), now }, transaction, cancellationToken: cancellation));
        if (account is null) return null;
        await connection.ExecuteAsync(new CommandDefinition(PasswordSql, new { account, passwordHash, now }, transaction, cancellationToken: cancellation));
        await transaction.CommitAsync(cancellation);
        return account;
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

using Dapper;

namespace Samstyre.Storage;

/// <summary>A message to somebody.</summary>
/// <param name="Account">To whom.</param>
/// <param name="Address">Their e-mail address.</param>
/// <param name="Kind">What kind: <c>Reset</c>, <c>Invitation</c>, <c>Reminder</c> ...</param>
/// <param name="Reason">What it is about: the same reason to the same person is one message.</param>
/// <param name="Subject">In their language, one line.</param>
/// <param name="Body">In their language, plain text.</param>
/// <param name="IsSecret">Whether the body must not be kept once it is sent.</param>
public sealed record NewMessage(Guid Account, string Address, string Kind, string Reason, string Subject, string Body, bool IsSecret);

/// <summary>A message that waits to be sent, taken by one sender.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Address">To whom.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="Attempts">How often sending failed.</param>
public sealed record TakenMessage(Guid Id, string Address, string Subject, string Body, DateTimeOffset CreatedAt, int Attempts);

/// <summary>Messages to people, each sent once.</summary>
public static class MessageStore
{
    private const string QueueSql =
        """
        insert into message (id, account_id, address, kind, reason, subject, body, secret, created_at)
        values (@id, @Account, @Address, @Kind, @Reason, @Subject, @Body, @IsSecret, @now)
        on conflict (account_id, reason) do nothing
        """;

    // Whoever takes a message writes that down before sending: after a crash it is never sent again.
    private const string TakeSql =
        """
        update message set taken_at = @now
        where id in (select id from message where taken_at is null and body is not null order by created_at limit @most for update skip locked)
        returning id, address, subject, body, created_at, attempts
        """;

    private const string ReasonsSql = "select account_id, reason from message where account_id = any(@accounts) and starts_with(reason, @start)";

    private const string SentSql = "update message set sent_at = @now, failure = null, body = case when secret then null else body end where id = @id";

    private const string NotSentSql = "update message set attempts = attempts + 1, failure = @why, taken_at = case when @again then null else taken_at end where id = @id";

    /// <summary>Writes a message down for sending. Tells whether it was new.</summary>
    public static async Task<bool> Queue(Db db, NewMessage message, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var values = new { id = Guid.CreateVersion7(now), message.Account, message.Address, message.Kind, message.Reason, message.Subject, message.Body, message.IsSecret, now };
        return await connection.ExecuteAsync(new CommandDefinition(QueueSql, values, cancellationToken: cancellation)) == 1;
    }

    /// <summary>What some people have been written to about, sent or not, of the reasons that begin so.</summary>
    public static async Task<IReadOnlyList<(Guid Account, string Reason)>> Reasons(Db db, Guid[] accounts, string start, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<(Guid, string)>(new CommandDefinition(ReasonsSql, new { accounts, start }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Takes messages that wait, the oldest first; nobody else gets them.</summary>
    public static async Task<IReadOnlyList<TakenMessage>> Take(Db db, int most, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<TakenMessage>(new CommandDefinition(TakeSql, new { most, now }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>A taken message was sent.</summary>
    public static Task Sent(Db db, Guid id, DateTimeOffset now, CancellationToken cancellation = default) => Execute(db, SentSql, new { id, now }, cancellation);

    /// <summary>A taken message was not sent.</summary>
    /// <param name="db">The store.</param>
    /// <param name="id">Which.</param>
    /// <param name="why">Why.</param>
    /// <param name="again">Whether it surely has not gone out, so that it may be tried again.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public static Task NotSent(Db db, Guid id, string why, bool again, CancellationToken cancellation = default) => Execute(db, NotSentSql, new { id, why, again }, cancellation);

    private static async Task Execute(Db db, string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await db.Connect(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellation));
    }
}

using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>What words mean in a portfolio's forms: taught by people, taken back by people, each with an entry in the log.</summary>
public static class KnownNames
{
    private const int LongestWords = 500;

    private const string LockSql = "update portfolio set version = version + 1 where code = $1 returning id";

    private const string TeachSql = "insert into known_name (portfolio_id, words, target, taught_at, taught_by) values ($1, $2, $3, $4, $5)";

    private const string RevokeSql = "update known_name set revoked_at = $3 where portfolio_id = $1 and words = $2 and revoked_at is null";

    private const string ListSql = "select words, target, taught_at as taughtAt, taught_by as taughtBy from known_name where portfolio_id = @portfolioId and revoked_at is null order by words, number";

    /// <summary>The names that hold now, by their words.</summary>
    public static async Task<IReadOnlyList<TaughtName>> List(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<(string Words, string? Target, DateTimeOffset TaughtAt, string TaughtBy)>(new CommandDefinition(ListSql, new { portfolioId }, cancellationToken: cancellation));
        return [.. rows.Select(row => new TaughtName(new(row.Words, TargetRef.TryParse(row.Target, out var target) ? target : null), row.TaughtAt, row.TaughtBy))];
    }

    /// <summary>Says what words name, in place of what was said before.</summary>
    /// <param name="db">The store.</param>
    /// <param name="code">Code of the portfolio.</param>
    /// <param name="words">The words as the form says them.</param>
    /// <param name="targets">What they name; null teaches that they name nothing that the portfolio follows, an empty list takes back what was taught.</param>
    /// <param name="actor">Who teaches.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops it; nothing is changed then.</param>
    public static async Task<Outcome<string>> Teach(Db db, string code, string words, IReadOnlyCollection<TargetRef>? targets, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        words = words.Trim();
        if (words.Length is 0 or > LongestWords) return new Problem("WordsEmpty", "ord", "Give the words of the form, at most 500 letters.");
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var take = new NpgsqlCommand(LockSql, connection, transaction) { Parameters = { Parameter.Of(code) } };
        if (await take.ExecuteScalarAsync(cancellation) is not Guid portfolio) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new(RevokeSql) { Parameters = { Parameter.Of(portfolio), Parameter.Of(words), Parameter.Of(now) } });
        foreach (var target in targets is null ? (string?[])[null] : [.. targets.Distinct().Select(target => target.ToString())])
        {
            batch.BatchCommands.Add(new(TeachSql) { Parameters = { Parameter.Of(portfolio), Parameter.Of(words), Parameter.Of(target, NpgsqlDbType.Text), Parameter.Of(now), Parameter.Of(actor) } });
        }

        batch.BatchCommands.Add(AuditLog.Entry(portfolio, now, actor, targets is { Count: 0 } ? "NameForgotten" : "NameTaught", "known_name", null, new Dictionary<string, object?>
        {
            ["words"] = words, ["targets"] = targets?.Select(target => target.ToString()).ToArray() ?? [],
        }));
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return words;
    }
}

/// <summary>A name with who taught it.</summary>
/// <param name="Name">The words and what they name.</param>
/// <param name="TaughtAt">When.</param>
/// <param name="TaughtBy">Code of who taught it.</param>
public sealed record TaughtName(KnownName Name, DateTimeOffset TaughtAt, string TaughtBy);

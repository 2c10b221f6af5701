using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A version of the words of a chapter of the portfolio report, in one language.</summary>
/// <param name="Chapter">Id of the chapter.</param>
/// <param name="Language">Its language: nb, nn or en.</param>
/// <param name="Version">From 1.</param>
/// <param name="Text">The words; null is back to those drafted from the figures.</param>
/// <param name="Drafted">The words drafted from the figures when it was saved.</param>
/// <param name="DraftedSha256">Their fingerprint.</param>
/// <param name="SavedAt">When.</param>
/// <param name="SavedBy">Who.</param>
public sealed record ReportText(string Chapter, string Language, int Version, string? Text, string Drafted, byte[] DraftedSha256, DateTimeOffset SavedAt, string SavedBy)
{
    /// <summary>Whether the words drafted from the figures are others now than when this was saved.</summary>
    public bool IsBehind(string drafted) => !DraftedSha256.AsSpan().SequenceEqual(ReportTextStore.Fingerprint(drafted));
}

/// <summary>The words of a chapter as somebody saves them.</summary>
/// <param name="Chapter">Id of the chapter.</param>
/// <param name="Language">Its language: nb, nn or en.</param>
/// <param name="SeenVersion">The version they had before them; 0 for none.</param>
/// <param name="Text">The words; null for back to those drafted from the figures.</param>
/// <param name="Drafted">The words drafted from the figures that they had before them.</param>
public sealed record NewReportText(string Chapter, string Language, int SeenVersion, string? Text, string Drafted);

/// <summary>The edited words of portfolio reports. Versions are only ever added.</summary>
public static class ReportTextStore
{
    /// <summary>Refusal of who saves over another's version.</summary>
    public static readonly Problem ChangedMeanwhile = new("ReportTextChanged", "text", "Somebody else saved this chapter while you wrote: read both texts and save the one that is to stand.");

    // Takes the portfolio's row: who publishes meanwhile waits, and what is cached of the portfolio is read anew.
    private const string TakeSql = "update portfolio set version = version + 1 where id = $1";

    private const string Columns = "chapter, language, version, text, drafted, drafted_sha256, saved_at, saved_by";

    private const string LatestSql =
        $"""
        select distinct on (chapter, language) {Columns}
        from report_text
        where portfolio_id = @portfolioId and round_id = @roundId and (@asOf::timestamptz is null or saved_at <= @asOf)
        order by chapter, language, version desc
        """;

    private const string VersionsSql =
        $"select {Columns} from report_text where portfolio_id = @portfolioId and round_id = @roundId and chapter = @chapter and language = @language order by version desc";

    private const string InsertSql =
        "insert into report_text (portfolio_id, round_id, chapter, language, version, text, drafted, drafted_sha256, saved_at, saved_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /// <summary>The fingerprint of drafted words.</summary>
    public static byte[] Fingerprint(string drafted) => SHA256.HashData(Encoding.UTF8.GetBytes(drafted));

    /// <summary>The last version of each chapter and language of a round's report that has one.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">The portfolio.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="asOf">As they stood at that moment; null is now.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<IReadOnlyList<ReportText>> Latest(Db db, Guid portfolioId, Guid roundId, DateTimeOffset? asOf, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<ReportText>(new CommandDefinition(LatestSql, new { portfolioId, roundId, asOf }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>All versions of a chapter in a language, the newest first.</summary>
    public static async Task<IReadOnlyList<ReportText>> Versions(Db db, Guid portfolioId, Guid roundId, string chapter, string language, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<ReportText>(new CommandDefinition(VersionsSql, new { portfolioId, roundId, chapter, language }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Saves a version. Refused where somebody else saved one that its author has not seen; the same once more is no new version.</summary>
    /// <returns>The version that stands; 0 where there is none.</returns>
    public static async Task<Outcome<int>> Save(Db db, Guid portfolioId, Guid roundId, NewReportText text, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var take = new NpgsqlCommand(TakeSql, connection, transaction) { Parameters = { Parameter.Of(portfolioId) } };
        if (await take.ExecuteNonQueryAsync(cancellation) == 0) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
        var last = await connection.QueryFirstOrDefaultAsync<ReportText>(new CommandDefinition(VersionsSql + " limit 1", new { portfolioId, roundId, text.Chapter, text.Language }, transaction, cancellationToken: cancellation));
        var version = last?.Version ?? 0;
        if (last?.Text == text.Text && (text.Text is null || last?.IsBehind(text.Drafted) == false)) return version;
        if (version != text.SeenVersion) return ChangedMeanwhile;
        var change = new AuditChange().Of("text", last?.Text, text.Text).Details(("chapter", text.Chapter), ("language", text.Language), ("version", version + 1));
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(InsertSql)
                {
                    Parameters =
                    {
                        Parameter.Of(portfolioId), Parameter.Of(roundId), Parameter.Of(text.Chapter), Parameter.Of(text.Language), Parameter.Of(version + 1), Parameter.Of(text.Text, NpgsqlDbType.Text),
                        Parameter.Of(text.Drafted), Parameter.Of(Fingerprint(text.Drafted), NpgsqlDbType.Bytea), Parameter.Of(now), Parameter.Of(actor),
                    },
                },
                AuditLog.Entry(portfolioId, now, actor, text.Text is null ? "ReportTextWithdrawn" : "ReportTextSaved", "report_text", null, change, roundId: roundId),
            },
        };
        try
        {
            await batch.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return version + 1;
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }
}

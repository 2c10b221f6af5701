using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A round with what has come in.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Code">Its code.</param>
/// <param name="CollectedOn">The day as of which it describes the initiatives.</param>
/// <param name="Files">Files imported into it.</param>
/// <param name="Initiatives">Initiatives that reported in it.</param>
/// <param name="Revisions">Reports with all their revisions.</param>
/// <param name="Unmatched">Forms that name no initiative and wait for a person.</param>
public sealed record RoundRow(Guid Id, string Code, DateOnly CollectedOn, int Files, int Initiatives, int Revisions, int Unmatched)
{
    /// <summary>The round alone.</summary>
    public Round Round => new(Id, Code, CollectedOn);
}

/// <summary>Rounds of a portfolio.</summary>
public static class RoundStore
{
    private const string VersionSql = "update portfolio set version = version + 1 where id = $1";

    private const string InsertSql = "insert into round (portfolio_id, id, code, collected_on, recorded_at, opened_at, state) values ($1, $2, $3, $4, $5, $5, 'Open')";

    private const string ListSql =
        """
        select r.id, r.code, r.collected_on, coalesce(f.files, 0) as files,
            coalesce(n.initiatives, 0) as initiatives, coalesce(n.revisions, 0) as revisions, coalesce(u.unmatched, 0) as unmatched
        from round r
        left join (
            select round_id, count(*)::int as files from import where portfolio_id = @portfolioId group by round_id) f on f.round_id = r.id
        left join (
            select round_id, count(distinct initiative_id)::int as initiatives, count(*)::int as revisions
            from report where portfolio_id = @portfolioId group by round_id) n on n.round_id = r.id
        left join (
            select round_id, count(*)::int as unmatched from unmatched_form where portfolio_id = @portfolioId group by round_id) u on u.round_id = r.id
        where r.portfolio_id = @portfolioId
        order by r.collected_on, r.code
        """;

    /// <summary>Creates a round. Refused where the code is taken or is no code.</summary>
    public static async Task<Outcome<Round>> Create(Db db, Guid portfolioId, string code, DateOnly collectedOn, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var round = new Round(Guid.CreateVersion7(now), code, collectedOn);
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await using var batch = new NpgsqlBatch(connection, transaction)
            {
                BatchCommands =
                {
                    new(VersionSql) { Parameters = { Parameter.Of(portfolioId) } },
                    new(InsertSql)
                    {
                        Parameters = { Parameter.Of(portfolioId), Parameter.Of(round.Id), Parameter.Of(code), Parameter.Of(collectedOn, NpgsqlDbType.Date), Parameter.Of(now) },
                    },
                    AuditLog.Entry(portfolioId, now, actor, "RoundCreated", "round", round.Id, new AuditChange().New("code", code).New("collectedOn", collectedOn).Details(("code", code)), roundId: round.Id),
                },
            };
            foreach (var command in CalendarStore.MoveCommands(portfolioId, round.Id, RoundState.Open, null, actor, now)) batch.BatchCommands.Add(command);
            await batch.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return round;
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }

    /// <summary>All rounds with what has come in, earliest first.</summary>
    public static async Task<IReadOnlyList<RoundRow>> List(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<RoundRow>(new CommandDefinition(ListSql, new { portfolioId }, cancellationToken: cancellation))).AsList();
    }
}

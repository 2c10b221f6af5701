using Dapper;

namespace Samstyre.Storage;

/// <summary>Reads the audit log.</summary>
public static class AuditTrail
{
    private const string HasSql = "select exists (select from audit_entry where portfolio_id = @portfolioId and actor = @actor and action = @action)";

    private const string OfSql =
        """
        select position, recorded_at, actor, action, subject, subject_id, coalesce(details, '{}')::text as details, round_id, initiative_id
        from audit_entry
        where portfolio_id = @portfolioId
        """;

    // An entry that fits upon the one before the one before it tells that the one between was slipped in.
    private const string VerifySql =
        $"""
        with linked as (
            select e.position, e.hash,
                e.position - coalesce(lag(e.position) over w, 0) as step,
                e.hash = sha256(coalesce(lag(e.hash) over w, {AuditLog.SeedSql}) || {AuditLog.PayloadSql}) as fits,
                e.hash = sha256(coalesce(lag(e.hash, 2) over w, {AuditLog.SeedSql}) || {AuditLog.PayloadSql}) as skips
            from audit_entry e
            where e.portfolio_id = @portfolioId
            window w as (order by e.position, e.id)
        ), judged as (
            select position, hash,
                case when step > 1 then position - step + 1 else position end as place,
                case
                    when step > 1 then 'Missing'
                    when step < 1 or lead(skips) over (order by position, step desc) then 'Inserted'
                    when not fits then 'Changed'
                end as fault
            from linked
        ), log as (
            select count(*) as entries, coalesce(max(position), 0) as last,
                min(place) filter (where fault is not null) as place,
                (array_agg(fault order by place) filter (where fault is not null))[1] as fault
            from judged
        )
        select log.entries, log.last, log.place, log.fault, head.position as head, encode(head.hash, 'hex') as hash,
            exists (select from judged where judged.position = head.position and judged.hash = head.hash) as ends
        from log
        left join audit_head head on head.portfolio_id = @portfolioId
        """;

    /// <summary>Whether somebody did something in a portfolio.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">Which portfolio.</param>
    /// <param name="actor">Who.</param>
    /// <param name="action">What: <c>PortfolioCreated</c>, <c>RoundCreated</c>, <c>ReportsImported</c>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<bool> Has(Db db, Guid portfolioId, string actor, string action, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(HasSql, new { portfolioId, actor, action }, cancellationToken: cancellation));
    }

    /// <summary>A page of a portfolio's entries, newest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">Which portfolio.</param>
    /// <param name="filter">Which of its entries.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries on a page.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<IReadOnlyList<AuditRow>> Of(Db db, Guid portfolioId, AuditFilter filter, int page = 1, int size = 50, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        // Each condition only where it is asked for: one plan for all of them would not use the round's and the initiative's index.
        var sql = OfSql
            + (filter.Subject is null ? "" : " and subject = @Subject")
            + (filter.SubjectId is null ? "" : " and subject_id = @SubjectId")
            + (filter.RoundId is null ? "" : " and round_id = @RoundId")
            + (filter.InitiativeId is null ? "" : " and initiative_id = @InitiativeId")
            + " order by position desc limit @size offset @skip";
        await using var connection = await db.Connect(cancellation);
        var values = new { portfolioId, filter.Subject, filter.SubjectId, filter.RoundId, filter.InitiativeId, size, skip = (page - 1L) * size };
        return (await connection.QueryAsync<AuditRow>(new CommandDefinition(sql, values, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Goes through a portfolio's whole log, as it is at one moment, and finds the first place where it is broken.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">Which portfolio; it has at least the entry of its own making.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<AuditVerification> Verify(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var log = await connection.QuerySingleAsync<LogRow>(new CommandDefinition(VerifySql, new { portfolioId }, cancellationToken: cancellation));
        return new(log.Entries, log.Hash, Break(log));
    }

    private static AuditBreak? Break(LogRow log) => log switch
    {
        { Fault: { } fault, Place: { } place } => new(place, EnumCode.Read<AuditFault>(fault)!.Value),
        { Head: null } => new(log.Last + 1, AuditFault.EndUnknown),
        { Head: { } head } when head > log.Last => new(log.Last + 1, AuditFault.CutOff),
        { Head: { } head } when head < log.Last => new(head + 1, AuditFault.Inserted),
        { Ends: false } => new(log.Last, AuditFault.Changed),
        _ => null,
    };

    private sealed record LogRow(long Entries, long Last, long? Place, string? Fault, long? Head, string? Hash, bool Ends);
}

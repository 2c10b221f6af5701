using Dapper;

namespace Samstyre.Storage;

/// <summary>Reads the audit log.</summary>
public static class AuditTrail
{
    private const string HasSql = "select exists (select from audit_entry where portfolio_id = @portfolioId and actor = @actor and action = @action)";

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
}

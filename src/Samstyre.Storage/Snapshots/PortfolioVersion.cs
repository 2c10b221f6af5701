using Npgsql;

namespace Samstyre.Storage;

/// <summary>Tells whether a portfolio has changed since it was loaded.</summary>
public static class PortfolioVersion
{
    private const string Sql = "select version from portfolio where code = $1";

    /// <summary>The version of a portfolio's content, which grows with every change; null where there is no such portfolio.</summary>
    public static async Task<long?> Of(Db db, string portfolioCode, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = portfolioCode } } };
        return (long?)await command.ExecuteScalarAsync(cancellation);
    }
}

using Dapper;

namespace Samstyre.Storage;

/// <summary>Who recorded what of an initiative's life, in the order of its steps and of its changes of segment.</summary>
/// <param name="Steps">Per step; null where a register or an import placed it.</param>
/// <param name="Segments">Per change of segment.</param>
public sealed record LifeRecorders(IReadOnlyList<string?> Steps, IReadOnlyList<string?> Segments)
{
    // In the order in which an initiative is read.
    private const string StepsSql =
        """
        select recorded_by from life_event
        where portfolio_id = @portfolioId and initiative_id = @initiative and revoked_at is null
        order by occurred_on, step
        """;

    private const string SegmentsSql = "select recorded_by from segment_change where portfolio_id = @portfolioId and initiative_id = @initiative order by changed_on, number";

    /// <summary>Reads them.</summary>
    public static async Task<LifeRecorders> Of(Db db, Guid portfolioId, Guid initiative, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return new(await Read(StepsSql), await Read(SegmentsSql));

        async Task<List<string?>> Read(string sql) => (await connection.QueryAsync<string?>(new CommandDefinition(sql, new { portfolioId, initiative }, cancellationToken: cancellation))).AsList();
    }
}

using Dapper;

namespace Samstyre.Storage;

/// <summary>What reports call an organisation that none was found for.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Reports">How many initiatives' newest reports of a round write it so.</param>
public sealed record UnknownOrganisation(string Name, int Reports);

/// <summary>Finds the names of organisations that nobody knows.</summary>
public static class UnknownOrganisations
{
    private const int Most = 100;

    private const string Sql =
        """
        select coalesce(r.content ->> 'organisation', f ->> 'text') as name, count(distinct (r.round_id, r.initiative_id))::int as reports
        from report r
        left join lateral jsonb_array_elements(r.content -> 'findings') f on f ->> 'field' = 'organisation'
        where r.portfolio_id = @portfolioId and r.organisation is null and coalesce(r.content ->> 'organisation', f ->> 'text') is not null
        group by 1
        order by 2 desc, 1
        limit @Most
        """;

    /// <summary>The commonest first, at most a hundred.</summary>
    public static async Task<IReadOnlyList<UnknownOrganisation>> List(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        return (await connection.QueryAsync<UnknownOrganisation>(new CommandDefinition(Sql, new { portfolioId, Most }, cancellationToken: cancellation))).AsList();
    }
}

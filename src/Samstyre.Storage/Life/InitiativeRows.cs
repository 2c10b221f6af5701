using Npgsql;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Reads a portfolio's initiatives with their life, those that go on with them, their changes of segment and their other names, as the store stood at a moment.</summary>
internal static class InitiativeRows
{
    private const string InitiativesSql =
        """
        select i.id,
            case when past.portfolio_id is null then i.national_id else past.national_id end,
            coalesce(past.name, i.name),
            case when past.portfolio_id is null then i.segment else past.segment end
        from initiative i
        left join lateral (
            select p.portfolio_id, p.national_id, p.name, p.segment
            from initiative_past p
            where p.portfolio_id = i.portfolio_id and p.initiative_id = i.id and p.replaced_at > $2
            order by p.portfolio_version
            limit 1) past on true
        where i.portfolio_id = (select id from portfolio where code = $1) and i.recorded_at <= $2
        """;

    private const string LifeSql =
        """
        select e.initiative_id, e.occurred_on, e.stage, e.reason, e.until, e.handed_to, e.delivered, e.learned, e.case_ref
        from life_event e
        where e.portfolio_id = (select id from portfolio where code = $1) and e.recorded_at <= $2 and (e.revoked_at is null or e.revoked_at > $2)
        order by e.initiative_id, e.occurred_on, e.step
        """;

    private const string SuccessorsSql =
        """
        select s.initiative_id, s.successor_id
        from succession s
        join life_event e on e.portfolio_id = s.portfolio_id and e.initiative_id = s.initiative_id and e.step = s.step
        where s.portfolio_id = (select id from portfolio where code = $1) and e.recorded_at <= $2 and (e.revoked_at is null or e.revoked_at > $2)
        order by s.initiative_id, s.successor_id
        """;

    private const string SegmentsSql =
        """
        select c.initiative_id, c.changed_on, c.was, c.became, c.reason, c.case_ref
        from segment_change c
        where c.portfolio_id = (select id from portfolio where code = $1) and c.recorded_at <= $2
        order by c.initiative_id, c.changed_on, c.number
        """;

    private const string NamesSql =
        """
        select n.initiative_id, n.name
        from initiative_name n
        where n.portfolio_id = (select id from portfolio where code = $1) and n.registered and n.registered_at <= $2
        order by n.initiative_id, n.key
        """;

    /// <summary>The statements, each with $1 = the portfolio's code and $2 = the moment, or 'infinity' for now. Their results come one after the other.</summary>
    public static IReadOnlyList<string> Statements { get; } = [InitiativesSql, LifeSql, SuccessorsSql, SegmentsSql, NamesSql];

    /// <summary>Reads the results of the statements; the reader stands on the first and is left on the last.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="word">One string for each different word.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<List<Initiative>> Read(NpgsqlDataReader reader, Func<string, string> word, CancellationToken cancellation)
    {
        List<(Guid Id, int? NationalId, string Name, string? Segment)> rows = [];
        while (await reader.ReadAsync(cancellation)) rows.Add((reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetInt32(1), word(reader.GetString(2)), Text(3)));
        var lives = await Each(() => new LifeEvent(reader.GetFieldValue<DateOnly>(1), EnumCode.Read<LifeStage>(reader.GetString(2))!.Value, Text(3))
        {
            Until = reader.IsDBNull(4) ? null : reader.GetFieldValue<DateOnly>(4), HandedTo = Text(5), Delivered = Text(6), Learned = Text(7), Case = Text(8),
        });
        var successors = await Each(() => reader.GetGuid(1));
        var segments = await Each(() => new SegmentChange(reader.GetFieldValue<DateOnly>(1), Text(2), word(reader.GetString(3)), reader.GetString(4), Text(5)));
        var names = await Each(() => word(reader.GetString(1)));
        return [.. rows.Select(row => new Initiative(row.Id, row.NationalId, row.Name, row.Segment, lives.GetValueOrDefault(row.Id) ?? [])
        {
            Successors = successors.GetValueOrDefault(row.Id) ?? [],
            Segments = segments.GetValueOrDefault(row.Id) ?? [],
            OtherNames = names.GetValueOrDefault(row.Id)?.Where(name => name != row.Name).ToList() ?? [],
        })];

        string? Text(int column) => reader.IsDBNull(column) ? null : word(reader.GetString(column));

        async Task<Dictionary<Guid, List<T>>> Each<T>(Func<T> read)
        {
            await reader.NextResultAsync(cancellation);
            var found = new Dictionary<Guid, List<T>>();
            while (await reader.ReadAsync(cancellation))
            {
                var initiative = reader.GetGuid(0);
                if (!found.TryGetValue(initiative, out var some)) found[initiative] = some = new(1);
                some.Add(read());
            }

            return found;
        }
    }
}

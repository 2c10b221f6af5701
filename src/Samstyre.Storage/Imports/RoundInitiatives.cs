using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>The initiatives that a file's forms may be about, as they stand in a round; grows as its forms are matched.</summary>
internal sealed class RoundInitiatives
{
    // A handful of look-ups by key for each form, never a scan of the portfolio.
    private const string Sql =
        """
        with hit as (
            select id from initiative where portfolio_id = $1 and national_id = any($3)
            union
            select initiative_id from initiative_name where portfolio_id = $1 and key = any($4)
            union
            select id from initiative where portfolio_id = $1 and id = $5
        )
        select i.id, i.national_id, i.name, i.organisation, i.segment, n.registered, n.reported, r.revision, r.name, r.organisation, r.content_sha256, l.stage, l.occurred_on, s.steps
        from hit
        join initiative i on i.portfolio_id = $1 and i.id = hit.id
        cross join lateral (
            select coalesce(array_agg(key) filter (where registered), '{}') as registered, coalesce(array_agg(key) filter (where not registered), '{}') as reported
            from initiative_name where portfolio_id = $1 and initiative_id = hit.id) n
        cross join lateral (
            select coalesce(max(step), 0) as steps from life_event where portfolio_id = $1 and initiative_id = hit.id) s
        left join lateral (
            select revision, name, organisation, content_sha256
            from report
            where portfolio_id = $1 and round_id = $2 and initiative_id = hit.id
            order by revision desc
            limit 1) r on true
        left join lateral (
            select stage, occurred_on
            from life_event
            where portfolio_id = $1 and initiative_id = hit.id and revoked_at is null
                and occurred_on <= (select collected_on from round where portfolio_id = $1 and id = $2)
            order by occurred_on desc, step desc
            limit 1) l on true
        """;

    private readonly Dictionary<Guid, Entry> all = [];
    private readonly Dictionary<int, Entry> byNationalId = [];
    private readonly Dictionary<string, List<Entry>> byName = new(StringComparer.Ordinal);

    /// <summary>The statement that finds them.</summary>
    public static NpgsqlBatchCommand Query(Guid portfolioId, Guid roundId, IEnumerable<Report> reports, FormMark? mark)
    {
        var ids = reports.Select(report => report.NationalId).Append(mark?.NationalId).OfType<int>().Distinct().ToArray();
        var keys = reports.Select(report => FormIdentity.Key(report.Name)).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        return new(Sql)
        {
            Parameters = { Parameter.Of(portfolioId), Parameter.Of(roundId), Parameter.Of(ids, NpgsqlDbType.Array | NpgsqlDbType.Integer), Parameter.Of(keys, NpgsqlDbType.Array | NpgsqlDbType.Text), Parameter.Of(mark?.InitiativeId, NpgsqlDbType.Uuid) },
        };
    }

    /// <summary>Reads the statement's rows.</summary>
    public static async Task<RoundInitiatives> Read(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var initiatives = new RoundInitiatives();
        while (await reader.ReadAsync(cancellation))
        {
            var row = new InitiativeRow(reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetInt32(1), reader.GetString(2), Text(reader, 3), Text(reader, 4));
            initiatives.Add(new(row, [.. reader.GetFieldValue<string[]>(5)], [.. reader.GetFieldValue<string[]>(6)])
            {
                Revision = reader.IsDBNull(7) ? 0 : reader.GetInt32(7),
                InRound = reader.IsDBNull(7) ? null : new(FormIdentity.Key(reader.GetString(8)), Text(reader, 9)),
                ContentSha256 = reader.IsDBNull(10) ? null : reader.GetFieldValue<byte[]>(10),
                Stage = reader.IsDBNull(11) ? null : new(reader.GetFieldValue<DateOnly>(12), EnumCode.Read<LifeStage>(reader.GetString(11))!.Value, null),
                Steps = reader.GetInt32(13),
            });
        }

        return initiatives;
    }

    /// <summary>How a form finds its initiative.</summary>
    public (InitiativeMatch Match, Entry? Entry) Match(FormIdentity form, FormMark? mark = null)
    {
        var marked = mark?.NationalId is { } handedOut ? byNationalId.GetValueOrDefault(handedOut) : mark?.InitiativeId is { } made ? all.GetValueOrDefault(made) : null;
        var numbered = form.NationalId is { } id ? byNationalId.GetValueOrDefault(id) : null;
        var called = form.NameKey.Length > 0 ? byName.GetValueOrDefault(form.NameKey) ?? [] : [];
        var match = InitiativeMatch.Of(form, numbered?.Known, [.. called.Select(entry => entry.Known)], marked?.Known);
        return (match, match.Initiative is { } found ? all[found.Id] : null);
    }

    /// <summary>Whether a form names one of them surely: by a name it is registered with.</summary>
    public bool IsRegistered(FormIdentity form) =>
        form.NationalId is { } id && byNationalId.TryGetValue(id, out var entry) && entry.Registered.Contains(form.NameKey);

    /// <summary>Whether nobody knew the initiative that a form is about.</summary>
    public bool IsNew(FormIdentity form) => Match(form).Match.Kind == MatchKind.New;

    public void Add(Entry entry)
    {
        all[entry.Row.Id] = entry;
        if (entry.Row.NationalId is { } id) byNationalId[id] = entry;
        foreach (var key in entry.Registered.Union(entry.Reported)) Called(key, entry);
    }

    /// <summary>It got its national id.</summary>
    public void Number(Entry entry, int nationalId)
    {
        entry.Row = entry.Row with { NationalId = nationalId };
        byNationalId[nationalId] = entry;
    }

    /// <summary>A report used a name that it was not known by.</summary>
    public void Learn(Entry entry, string key)
    {
        entry.Reported.Add(key);
        Called(key, entry);
    }

    private void Called(string key, Entry entry)
    {
        if (!byName.TryGetValue(key, out var called)) byName[key] = called = [];
        called.Add(entry);
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>An initiative as it stands in the round.</summary>
    internal sealed class Entry(InitiativeRow row, HashSet<string> registered, HashSet<string> reported)
    {
        public InitiativeRow Row { get; set; } = row;

        public HashSet<string> Registered { get; } = registered;

        public HashSet<string> Reported { get; } = reported;

        /// <summary>Revision of its newest report in the round; 0 before the first.</summary>
        public int Revision { get; set; }

        public RoundReport? InRound { get; set; }

        public byte[]? ContentSha256 { get; set; }

        /// <summary>The step that is in force on the round's day, without its reason; null before the first.</summary>
        public LifeEvent? Stage { get; set; }

        /// <summary>Number of its last step.</summary>
        public int Steps { get; set; }

        public KnownInitiative Known => new(Row.Id, Row.NationalId, Row.Name, Row.Organisation, Registered, Reported, InRound);
    }
}

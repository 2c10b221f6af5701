using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Collects what a command writes about initiatives and writes it with one statement per kind, however many there are.</summary>
internal sealed class InitiativeWrites(Guid portfolioId, long portfolioVersion, DateTimeOffset now)
{
    private const string InsertSql =
        """
        insert into initiative (portfolio_id, id, national_id, name, organisation, segment, recorded_at)
        select $1, n.id, n.national_id, n.name, n.organisation, n.segment, $2
        from unnest($3, $4, $5, $6, $7) as n (id, national_id, name, organisation, segment)
        """;

    private const string KeepPastSql =
        """
        insert into initiative_past (portfolio_id, initiative_id, replaced_at, portfolio_version, national_id, name, organisation, segment)
        select portfolio_id, id, $2, $3, national_id, name, organisation, segment
        from initiative
        where portfolio_id = $1 and id = any($4)
        """;

    private const string UpdateSql =
        """
        update initiative i
        set national_id = n.national_id, name = n.name, organisation = n.organisation, segment = n.segment
        from unnest($2, $3, $4, $5, $6) as n (id, national_id, name, organisation, segment)
        where i.portfolio_id = $1 and i.id = n.id
        """;

    private const string NamesSql =
        """
        insert into initiative_name (portfolio_id, initiative_id, key, name, registered, registered_at)
        select $1, n.initiative_id, n.key, n.name, n.registered, $6
        from unnest($2, $3, $4, $5) as n (initiative_id, key, name, registered)
        on conflict (portfolio_id, key, initiative_id) do update set
            name = excluded.name,
            registered = excluded.registered or initiative_name.registered,
            registered_at = case when initiative_name.registered then initiative_name.registered_at else excluded.registered_at end
        """;

    private const string RevokeSql =
        """
        update life_event e
        set revoked_at = $2
        from unnest($3, $4) as n (initiative_id, step)
        where e.portfolio_id = $1 and e.initiative_id = n.initiative_id and e.step = n.step
        """;

    private const string LifeSql =
        """
        insert into life_event (portfolio_id, initiative_id, step, occurred_on, stage, reason, recorded_at)
        select $1, n.initiative_id, n.step, n.occurred_on, n.stage, n.reason, $2
        from unnest($3, $4, $5, $6, $7) as n (initiative_id, step, occurred_on, stage, reason)
        """;

    private readonly Dictionary<Guid, InitiativeRow> added = [];
    private readonly Dictionary<Guid, InitiativeRow> changed = [];
    private readonly Dictionary<(Guid Initiative, string Key), (string Name, bool Registered)> names = [];
    private readonly Dictionary<Guid, InitiativeRow> past = [];
    private readonly List<(Guid Initiative, int Step, LifeEvent Event)> revoked = [];
    private readonly List<(Guid Initiative, int Step, LifeEvent Event)> life = [];

    /// <summary>How many are new.</summary>
    public int Added => added.Count;

    /// <summary>Whether nothing is to be written.</summary>
    public bool Nothing => added.Count + changed.Count + names.Count + revoked.Count + life.Count == 0;

    public void Add(InitiativeRow row) => added[row.Id] = row;

    public void Change(InitiativeRow row, InitiativeRow was)
    {
        (added.ContainsKey(row.Id) ? added : changed)[row.Id] = row;
        past.TryAdd(row.Id, was);
    }

    /// <summary>A name that says nothing (no letter or number) is no name to be known by.</summary>
    public void Name(Guid initiative, string name, bool registered)
    {
        var key = FormIdentity.Key(name);
        if (key.Length == 0) return;
        names[(initiative, key)] = (name, registered || (names.TryGetValue((initiative, key), out var known) && known.Registered));
    }

    public void Step(Guid initiative, int step, LifeEvent what) => life.Add((initiative, step, what));

    public void Revoke(Guid initiative, int step, LifeEvent what) => revoked.Add((initiative, step, what));

    /// <summary>The statements, in an order that the keys allow.</summary>
    public IEnumerable<NpgsqlBatchCommand> Commands()
    {
        if (changed.Count > 0)
        {
            yield return new(KeepPastSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(now), Parameter.Of(portfolioVersion, NpgsqlDbType.Bigint), Many(changed.Keys, NpgsqlDbType.Uuid) } };
            yield return With(new(UpdateSql) { Parameters = { Parameter.Of(portfolioId) } }, changed.Values);
        }

        if (added.Count > 0) yield return With(new(InsertSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(now) } }, added.Values);
        if (names.Count > 0)
        {
            yield return new(NamesSql)
            {
                Parameters =
                {
                    Parameter.Of(portfolioId),
                    Many(names.Keys.Select(key => key.Initiative), NpgsqlDbType.Uuid),
                    Many(names.Keys.Select(key => key.Key), NpgsqlDbType.Text),
                    Many(names.Values.Select(name => name.Name), NpgsqlDbType.Text),
                    Many(names.Values.Select(name => name.Registered), NpgsqlDbType.Boolean),
                    Parameter.Of(now),
                },
            };
        }

        if (revoked.Count > 0)
        {
            yield return new(RevokeSql)
            {
                Parameters = { Parameter.Of(portfolioId), Parameter.Of(now), Many(revoked.Select(row => row.Initiative), NpgsqlDbType.Uuid), Many(revoked.Select(row => row.Step), NpgsqlDbType.Integer) },
            };
        }

        if (life.Count > 0)
        {
            yield return new(LifeSql)
            {
                Parameters =
                {
                    Parameter.Of(portfolioId),
                    Parameter.Of(now),
                    Many(life.Select(row => row.Initiative), NpgsqlDbType.Uuid),
                    Many(life.Select(row => row.Step), NpgsqlDbType.Integer),
                    Many(life.Select(row => row.Event.On), NpgsqlDbType.Date),
                    Many(life.Select(row => EnumCode.Of(row.Event.Stage)), NpgsqlDbType.Text),
                    Many(life.Select(row => row.Event.Reason), NpgsqlDbType.Text),
                },
            };
        }
    }

    /// <summary>The entries of the audit log: one for each initiative that is new or that the register knows otherwise than before. A name that a report used changes no initiative.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="roundId">The round whose reports led to it; null for the register itself.</param>
    public IEnumerable<NpgsqlBatchCommand> Entries(string actor, Guid? roundId = null)
    {
        var called = names.Where(name => name.Value.Registered).ToLookup(name => name.Key.Initiative, name => name.Value.Name);
        var entered = life.ToLookup(row => row.Initiative, row => Step(row.Event));
        var left = revoked.ToLookup(row => row.Initiative, row => Step(row.Event));
        foreach (var id in added.Keys.Union(changed.Keys).Union(called.Select(names => names.Key)).Union(entered.Select(steps => steps.Key)).Union(left.Select(steps => steps.Key)))
        {
            var change = new AuditChange();
            var row = added.GetValueOrDefault(id) ?? changed.GetValueOrDefault(id);
            if (added.ContainsKey(id)) change.New("nationalId", row!.NationalId).New("name", row.Name).New("organisation", row.Organisation).New("segment", row.Segment);
            else if (row is not null && past[id] is var was) change.Of("nationalId", was.NationalId, row.NationalId).Of("name", was.Name, row.Name).Of("organisation", was.Organisation, row.Organisation).Of("segment", was.Segment, row.Segment);
            change.New("names", Some(called[id].Where(name => name != row?.Name))).Gone("life", Some(left[id])).New("life", Some(entered[id]));
            yield return AuditLog.Entry(portfolioId, now, actor, added.ContainsKey(id) ? "InitiativeAdded" : "InitiativeChanged", "initiative", id, change.Details(), roundId, id);
        }

        static object Step(LifeEvent step) => new { on = step.On, stage = EnumCode.Of(step.Stage), reason = step.Reason };

        static object? Some<T>(IEnumerable<T> values) => values.ToList() is { Count: > 0 } some ? some : null;
    }

    private static NpgsqlBatchCommand With(NpgsqlBatchCommand command, IReadOnlyCollection<InitiativeRow> rows)
    {
        command.Parameters.Add(Many(rows.Select(row => row.Id), NpgsqlDbType.Uuid));
        command.Parameters.Add(Many(rows.Select(row => row.NationalId), NpgsqlDbType.Integer));
        command.Parameters.Add(Many(rows.Select(row => row.Name), NpgsqlDbType.Text));
        command.Parameters.Add(Many(rows.Select(row => row.Organisation), NpgsqlDbType.Text));
        command.Parameters.Add(Many(rows.Select(row => row.Segment), NpgsqlDbType.Text));
        return command;
    }

    private static NpgsqlParameter Many<T>(IEnumerable<T> values, NpgsqlDbType element) => Parameter.Of(values.ToArray(), NpgsqlDbType.Array | element);
}

/// <summary>An initiative's row.</summary>
internal sealed record InitiativeRow(Guid Id, int? NationalId, string Name, string? Organisation, string? Segment);

using Dapper;
using Npgsql;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>What became of a register that was saved.</summary>
/// <param name="Added">Initiatives that are new.</param>
/// <param name="Changed">Initiatives that were known and got another number, name, organisation, segment or life.</param>
/// <param name="Unchanged">Initiatives that stood so already.</param>
public sealed record RegisterSaved(int Added, int Changed, int Unchanged);

/// <summary>Saves the portfolio's register: what the office knows of each initiative apart from its reports.</summary>
public static class InitiativeStore
{
    private const string LockSql = "update portfolio set version = version + 1 where id = @portfolioId returning version";

    private const string InitiativesSql = "select id, national_id, name, organisation, segment from initiative where portfolio_id = @portfolioId order by id";

    private const string NamesSql = "select initiative_id, key, registered from initiative_name where portfolio_id = @portfolioId order by key, initiative_id";

    private const string LifeSql =
        """
        select initiative_id, step, occurred_on, stage, reason, revoked_at is not null as revoked
        from life_event
        where portfolio_id = @portfolioId
        order by initiative_id, step
        """;

    private const string StandingLifeSql =
        "select initiative_id, occurred_on, stage, reason from life_event where portfolio_id = @portfolioId and revoked_at is null order by initiative_id, occurred_on, step";

    /// <summary>Adds the initiatives that are new and brings the known ones into line: they are found by national id, then by name. A register that states a life replaces the one in the store; one that states none leaves it.</summary>
    public static async Task<Outcome<RegisterSaved>> Register(
        Db db, Guid portfolioId, IReadOnlyList<InitiativeRegistration> registrations, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (registrations.Where(entry => entry.NationalId is not null).GroupBy(entry => entry.NationalId).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return new Problem("NationalIdTwice", "nationalId", $"The register gives the national id {twice.Key} to several initiatives: {string.Join(", ", twice.Select(entry => entry.Name))}.");

        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            if (await connection.QuerySingleOrDefaultAsync<long?>(LockSql, new { portfolioId }, transaction) is not { } version)
                return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
            var store = await Load(connection, transaction, portfolioId);
            var writes = new InitiativeWrites(portfolioId, version, now);
            var (added, changed) = (0, 0);
            // Numbers first: a name must not lead to an initiative that another entry claims by its number.
            foreach (var entry in registrations.OrderBy(entry => entry.NationalId is null))
            {
                if (store.Find(entry) is not { } known)
                {
                    store.Took(Add(entry, writes, now));
                    added++;
                }
                else if (Change(entry, known, writes))
                {
                    store.Took(known);
                    changed++;
                }
                else
                {
                    store.Took(known);
                }
            }

            var saved = new RegisterSaved(added, changed, registrations.Count - added - changed);
            if (writes.Nothing) return saved;
            await using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var command in writes.Commands()) batch.BatchCommands.Add(command);
            foreach (var entry in writes.Entries(actor)) batch.BatchCommands.Add(entry);
            batch.BatchCommands.Add(AuditLog.Entry(portfolioId, now, actor, "RegisterSaved", "initiative", null, new Dictionary<string, object?> { ["added"] = added, ["changed"] = changed }));
            await batch.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return saved;
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }

    /// <summary>Every initiative with its life and the organisation that it is registered with.</summary>
    public static async Task<IReadOnlyList<RegisteredInitiative>> Registered(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var lives = (await connection.QueryAsync<StepRow>(new CommandDefinition(StandingLifeSql, new { portfolioId }, cancellationToken: cancellation)))
            .GroupBy(step => step.InitiativeId).ToDictionary(group => group.Key, group => group.Select(step => new LifeEvent(step.OccurredOn, EnumCode.Read<LifeStage>(step.Stage)!.Value, step.Reason)).ToList());
        var rows = await connection.QueryAsync<(Guid Id, int? NationalId, string Name, string? Organisation, string? Segment)>(new CommandDefinition(InitiativesSql, new { portfolioId }, cancellationToken: cancellation));
        return [.. rows.Select(row => new RegisteredInitiative(new(row.Id, row.NationalId, row.Name, row.Segment, lives.GetValueOrDefault(row.Id) ?? []), row.Organisation))];
    }

    private static Known Add(InitiativeRegistration entry, InitiativeWrites writes, DateTimeOffset now)
    {
        var known = new Known(new(Guid.CreateVersion7(now), entry.NationalId, entry.Name, entry.Organisation, entry.Segment));
        writes.Add(known.Row);
        foreach (var name in entry.OtherNames.Prepend(entry.Name)) writes.Name(known.Row.Id, name, registered: true);
        for (var step = 0; step < entry.Life.Count; step++) writes.Step(known.Row.Id, step + 1, entry.Life[step]);
        return known;
    }

    private static bool Change(InitiativeRegistration entry, Known known, InitiativeWrites writes)
    {
        var row = known.Row with { NationalId = entry.NationalId ?? known.Row.NationalId, Name = entry.Name, Organisation = entry.Organisation, Segment = entry.Segment };
        var changed = row != known.Row;
        if (changed) writes.Change(row, known.Row);
        foreach (var name in entry.OtherNames.Prepend(entry.Name).Where(name => FormIdentity.Key(name) is { Length: > 0 } key && !known.Registered.Contains(key)))
        {
            writes.Name(row.Id, name, registered: true);
            changed = true;
        }

        if (entry.Life.Count == 0) return changed;
        var steps = known.Steps;
        foreach (var (step, what) in known.Life.Where(step => !entry.Life.Contains(step.What)))
        {
            writes.Revoke(row.Id, step, what);
            changed = true;
        }

        foreach (var what in entry.Life.Where(what => known.Life.All(step => step.What != what)))
        {
            writes.Step(row.Id, ++steps, what);
            changed = true;
        }

        return changed;
    }

    private static async Task<Initiatives> Load(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid portfolioId)
    {
        var parameters = new { portfolioId };
        var known = (await connection.QueryAsync<InitiativeRow>(InitiativesSql, parameters, transaction)).Select(row => new Known(row)).ToDictionary(entry => entry.Row.Id);
        var byName = new Dictionary<string, List<(Known Known, bool Registered)>>(StringComparer.Ordinal);
        foreach (var name in await connection.QueryAsync<NameRow>(NamesSql, parameters, transaction))
        {
            if (name.Registered) known[name.InitiativeId].Registered.Add(name.Key);
            if (!byName.TryGetValue(name.Key, out var called)) byName[name.Key] = called = [];
            called.Add((known[name.InitiativeId], name.Registered));
        }

        foreach (var step in await connection.QueryAsync<LifeRow>(LifeSql, parameters, transaction))
        {
            var initiative = known[step.InitiativeId];
            initiative.Steps = step.Step;
            if (!step.Revoked) initiative.Life.Add((step.Step, new(step.OccurredOn, EnumCode.Read<LifeStage>(step.Stage)!.Value, step.Reason)));
        }

        return new(known.Values.Where(entry => entry.Row.NationalId is not null).ToDictionary(entry => entry.Row.NationalId!.Value), byName);
    }

    private sealed class Initiatives(Dictionary<int, Known> byNationalId, Dictionary<string, List<(Known Known, bool Registered)>> byName)
    {
        private readonly HashSet<Guid> taken = [];

        public void Took(Known known) => taken.Add(known.Row.Id);

        public Known? Find(InitiativeRegistration entry)
        {
            if (entry.NationalId is { } id && byNationalId.TryGetValue(id, out var numbered)) return numbered;
            var called = byName.GetValueOrDefault(FormIdentity.Key(entry.Name), [])
                .Where(pair => !taken.Contains(pair.Known.Row.Id) && (entry.NationalId is null || pair.Known.Row.NationalId is null))
                .ToList();
            if (called.Any(pair => pair.Registered)) called.RemoveAll(pair => !pair.Registered);
            if (called.Count > 1) called.RemoveAll(pair => pair.Known.Row.Organisation != entry.Organisation);
            return called.Count == 1 ? called[0].Known : null;
        }
    }

    private sealed class Known(InitiativeRow row)
    {
        public InitiativeRow Row { get; } = row;

        public HashSet<string> Registered { get; } = new(StringComparer.Ordinal);

        public List<(int Step, LifeEvent What)> Life { get; } = [];

        public int Steps { get; set; }
    }

    private sealed record NameRow(Guid InitiativeId, string Key, bool Registered);

    private sealed record LifeRow(Guid InitiativeId, int Step, DateOnly OccurredOn, string Stage, string? Reason, bool Revoked);

    private sealed record StepRow(Guid InitiativeId, DateOnly OccurredOn, string Stage, string? Reason);
}

using System.Globalization;
using Dapper;
using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Demo;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;

namespace Samstyre.Bench;

/// <summary>The generated portfolio of 10,000 initiatives with a round that has been opened, and reporters with a form each.</summary>
internal sealed record FormBenchWorld(StoredPortfolio Portfolio, Guid Round, string Report, IReadOnlyList<AssignmentRow> Rows, IReadOnlyList<string> Forms, IReadOnlyList<string> Others)
{
    /// <summary>Somebody of the office.</summary>
    public const string Office = "kontor@example.org";

    private const string Code = "generert";
    private const string Actor = "bench";

    public static string EmailOf(int number) => string.Create(CultureInfo.InvariantCulture, $"innmelder{number}@example.org");

    /// <summary>Makes what is missing; the round is a new one each time.</summary>
    public static async Task<FormBenchWorld> Make(Db db, int reporters, string password)
    {
        _ = (await Migrator.Migrate(db)).Value;
        var time = TimeProvider.System;
        if (await PortfolioStore.Find(db, Code) is null) await ExampleLoader.Generated(db, Code, 1, 10_000, 8, Console.Error.WriteLine, time, CancellationToken.None);
        var portfolio = (await PortfolioStore.Find(db, Code))!;
        var last = (await CalendarStore.List(db, portfolio.Id)).Max(round => round.CollectedOn);
        var collected = last.AddMonths(1);
        var planned = (await CalendarStore.Plan(db, portfolio.Id, collected.ToString("yyyy-MM", CultureInfo.InvariantCulture), collected, collected.AddDays(-20), collected.AddDays(-5), Actor, time.GetUtcNow())).Value;
        _ = (await OpenRound.Open(db, (await SnapshotLoader.Load(db, Code, null))!, planned, Actor, time.GetUtcNow(), CancellationToken.None)).Value;

        // Every so manieth: the forms stand spread over the table, as those of real reporters do.
        var waiting = (await AssignmentStore.OfRound(db, portfolio.Id, planned.Id)).Where(row => row.Assignment is { State: AssignmentState.Missing, PriorReport: not null, Organisation.Length: > 0 }).ToList();
        var rows = Enumerable.Range(0, reporters * 2).Select(number => waiting[number * waiting.Count / (reporters * 2)]).ToList();
        var hash = Passwords.Hash(password);
        for (var number = 0; number < reporters; number++)
        {
            var account = (await AccountStore.FindOrCreate(db, EmailOf(number), "Innmelder " + number, "nb", time.GetUtcNow())).Value;
            await AccountStore.SetPassword(db, account.Id, hash);
            foreach (var row in (AssignmentRow[])[rows[number], rows[reporters + number]])
                await GrantStore.Give(db, portfolio.Id, account.Id, new(Role.Reporter, row.Assignment.Organisation), Actor, time.GetUtcNow());
        }

        var office = (await AccountStore.FindOrCreate(db, Office, "Kontor", "nb", time.GetUtcNow())).Value;
        await AccountStore.SetPassword(db, office.Id, hash);
        await GrantStore.Give(db, portfolio.Id, office.Id, new(Role.PortfolioOffice, null), Actor, time.GetUtcNow());

        var addresses = rows.Select(row => $"/nb/{Code}/arbeid/innmelding/{planned.Code}/{row.NationalId?.ToString(CultureInfo.InvariantCulture) ?? row.Assignment.Initiative.ToString("N")}").ToList();
        Console.Error.WriteLine($"{waiting.Count} must report in {planned.Code}.");
        return new(portfolio, planned.Id, $"/nb/{Code}/{planned.Code}/rapport", rows, addresses[..reporters], addresses[reporters..]);
    }

    /// <summary>Every acknowledged save beside what is stored: the text, how many times it was saved, and that there is nothing else.</summary>
    public async Task<string> Compare(Db db, IReadOnlyList<TypingReporter> writers)
    {
        int saves = 0, fields = 0, lost = 0, more = 0;
        for (var number = 0; number < writers.Count; number++)
        {
            var draft = await DraftStore.Load(db, Portfolio.Id, Rows[number].Assignment);
            var acknowledged = writers[number].Acknowledged;
            fields += acknowledged.Count;
            saves += acknowledged.Values.Sum(field => field.Version);
            lost += acknowledged.Count(field => !draft.Cells.TryGetValue(field.Key, out var cell) || cell.Value != field.Value.Value || cell.Version != field.Value.Version);
            more += draft.Cells.Count(cell => !acknowledged.ContainsKey(cell.Key)) + draft.Rivals.Count;
        }

        await using var connection = await db.Connect();
        var all = await connection.ExecuteScalarAsync<long>("select count(*) from draft_value where portfolio_id = @id and round_id = @round and initiative_id = any(@initiatives)", new { id = Portfolio.Id, round = Round, initiatives = Rows.Take(writers.Count).Select(row => row.Assignment.Initiative).ToArray() });
        return string.Create(CultureInfo.InvariantCulture, $"{saves} saves of {fields} fields: {lost} lost, {more + (all - fields)} that nobody wrote");
    }
}

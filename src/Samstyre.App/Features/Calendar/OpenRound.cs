using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Calendar;

/// <summary>Opens a planned round: who must report follows from the portfolio as it stands, and the rules of the day are frozen.</summary>
internal static class OpenRound
{
    public static async Task<Outcome<RoundState>> Open(Db db, PortfolioHistory history, CalendarRound round, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var calendar = await CalendarStore.List(db, history.PortfolioId, cancellation);
        var before = history.Snapshots.LastOrDefault(snapshot => snapshot.Round.CollectedOn <= round.CollectedOn);
        var duties = before is null ? [] : Duties.Of(before, round, calendar);
        return await CalendarStore.Open(db, history.PortfolioId, round, duties, RulesOfTheDay(history.Definition), actor, now, cancellation);
    }

    private static string RulesOfTheDay(PortfolioDefinition definition) => System.Text.Json.JsonSerializer.Serialize(definition.Reporting.Significant);
}

using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Calendar;

/// <summary>Opens a planned round: who must report follows from the portfolio as it stands, and the rules of the day are frozen.</summary>
internal static class OpenRound
{
    public static async Task<Outcome<RoundState>> Open(Db db, PortfolioHistory history, CalendarRound round, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var calendar = await CalendarStore.List(db, history.PortfolioId, cancellation);
        var registered = await InitiativeStore.Registered(db, history.PortfolioId, cancellation);
        var duties = Duties.Of(history, registered, new(round.Round, round.Deadline, [.. calendar.Where(other => other.Id != round.Id).Select(other => other.Round)]), []);
        return await CalendarStore.Open(db, history.PortfolioId, round, duties.All, FrozenRules.Now(history.Definition).ToJson(), actor, now, cancellation);
    }
}

using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How far a planned date has moved.</summary>
/// <param name="Round">The round that the earlier date was reported in.</param>
/// <param name="Planned">The earlier date.</param>
/// <param name="Days">How many days later it is now; negative is ahead.</param>
/// <param name="Months">The same in months with one decimal.</param>
public sealed record DateMove(Round Round, PartialDate Planned, int Days, decimal Months);

/// <summary>How far the planned end of an initiative has moved since its first and its last earlier report. The form holds no actual end: while the initiative runs, a planned end that has passed counts as the round's day, so that an overdue forecast can't hide slippage. Formulas: docs/slippage.md.</summary>
/// <param name="Planned">The planned end now; null is not stated.</param>
/// <param name="CountsAs">The day that it counts as.</param>
/// <param name="DaysOverdue">How many days ago it passed, of an initiative that still runs; otherwise 0.</param>
/// <param name="First">Against the first earlier report that states an end; null can't be said.</param>
/// <param name="Last">Against the last earlier report that states one; null can't be said.</param>
public sealed record ScheduleVariance(PartialDate? Planned, DateOnly? CountsAs, int DaysOverdue, DateMove? First, DateMove? Last)
{
    private static readonly ScheduleVariance Unknown = new(null, null, 0, null, null);

    private static readonly PerRound<List<(Standing Standing, ScheduleVariance Variance)>> Made = new(round =>
    {
        var earlier = EarlierReports.Of(round);
        return [.. round.Snapshot.Standings.Select((standing, place) => (standing, Of(standing, earlier.At(place), round.Snapshot.Round.CollectedOn)))];
    });

    /// <summary>Of every standing of a round, in the snapshot's order.</summary>
    internal static IReadOnlyList<(Standing Standing, ScheduleVariance Variance)> Of(RoundContent round) => Made.Of(round);

    /// <summary>Of an initiative at a round; null where it is not in the round's portfolio.</summary>
    public static ScheduleVariance? Of(Guid initiative, RoundContent round)
    {
        var (now, before) = EarlierReports.Of(initiative, round);
        return now is null ? null : Of(now, before, round.Snapshot.Round.CollectedOn);
    }

    /// <summary>Of a standing.</summary>
    /// <param name="now">How it stands.</param>
    /// <param name="before">Its reports made before that, earliest first.</param>
    /// <param name="today">The round's day.</param>
    internal static ScheduleVariance Of(Standing now, IReadOnlyList<Standing> before, DateOnly today)
    {
        if (now.Facts.EndDate is not { } planned) return Unknown;
        var counts = CountedDay(planned, now.Facts.Phase, today);
        var overdue = counts.DayNumber - planned.LastDay.DayNumber;
        // From either end: most state an end, so that few of the reports between need a look.
        var first = before.FirstOrDefault(StatesEnd);
        var last = first is null ? null : before.LastOrDefault(StatesEnd);
        // Overdue without an earlier report: late against its own plan.
        if (first is null && overdue > 0) first = last = now;
        var sinceFirst = Move(first, planned, counts, overdue);
        return new(planned, counts, overdue, sinceFirst, ReferenceEquals(last, first) ? sinceFirst : Move(last, planned, counts, overdue));
    }

    private static bool StatesEnd(Standing standing) => standing.Facts.EndDate is not null;

    /// <summary>The day that a planned date counts as: its last day, or today where that has passed and nobody says that it is done.</summary>
    internal static DateOnly CountedDay(PartialDate planned, Phase? phase, DateOnly today) =>
        !IsOver(phase) && planned.LastDay < today ? today : planned.LastDay;

    /// <summary>Whether a project is over: the realisation of benefits follows its end.</summary>
    internal static bool IsOver(Phase? phase) => phase == Phase.Realisation;

    private static DateMove? Move(Standing? earlier, PartialDate planned, DateOnly counts, int overdue)
    {
        if (earlier?.Facts.EndDate is not { } was) return null;
        // Who pulled the end forward and missed it is late by its own plan, not ahead of the old one.
        var from = overdue > 0 && planned.LastDay < was.LastDay ? planned.LastDay : was.LastDay;
        return new(earlier.ReportedIn, was, counts.DayNumber - from.DayNumber, CalendarMonths.Between(from, counts));
    }
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What one report said about a deliverable.</summary>
/// <param name="Round">The round it was made in.</param>
/// <param name="Said">Its words and its date there.</param>
public readonly record struct MilestoneDate(Round Round, Deliverable Said);

/// <summary>A deliverable with the dates that it has had. The form holds no date of delivery: until its words say that it is delivered, a date that has passed counts as the round's day. Formulas: docs/slippage.md.</summary>
/// <param name="Dates">What the reports said, earliest first; the last is the report that the initiative stands with.</param>
/// <param name="Delivered">Whether its words say that it is delivered.</param>
/// <param name="DaysOverdue">How many days ago its date passed without that; otherwise 0.</param>
/// <param name="Moves">How many times its date changed from one report to the next that states one.</param>
/// <param name="Days">Days from its first date to what its date counts as now; null where either isn't known.</param>
public sealed record MilestoneHistory(ImmutableArray<MilestoneDate> Dates, bool Delivered, int DaysOverdue, int Moves, int? Days)
{
    /// <summary>The days from its first date to what its date counts as now in months with one decimal; null where either isn't known.</summary>
    public decimal? Months => MonthsOf(First, Days);

    /// <summary>Its words now.</summary>
    public string Text => Dates[^1].Said.Text;

    /// <summary>Its date now; null where none is stated.</summary>
    public PartialDate? Planned => Dates[^1].Said.Planned;

    /// <summary>Its first date; null where it never had one.</summary>
    public PartialDate? First => Dates.FirstOrDefault(date => date.Said.Planned is not null).Said?.Planned;

    /// <summary>The dates that it had, each once as long as it stood, the one it has now included.</summary>
    public IEnumerable<PartialDate> Stated
    {
        get
        {
            PartialDate? before = null;
            foreach (var date in Dates)
            {
                if (date.Said.Planned is not { } planned || planned.LastDay == before?.LastDay) continue;
                before = planned;
                yield return planned;
            }
        }
    }

    /// <summary>The deliverables of an initiative at a round, in the form's order; empty where it is not in the round's portfolio.</summary>
    public static ImmutableArray<MilestoneHistory> Of(Guid initiative, RoundContent round)
    {
        var standing = round.Snapshot.Standings.FirstOrDefault(one => one.Initiative.Id == initiative);
        return standing is null ? [] : [.. Of(standing, round, moved: false)];
    }

    /// <summary>Of a standing; on wish only those whose date changed.</summary>
    internal static IEnumerable<MilestoneHistory> Of(Standing standing, RoundContent round, bool moved)
    {
        if (!round.Deliverables.TryGetValue(standing.Initiative.Id, out var reports) || reports.IsEmpty) yield break;
        var tracks = reports.Length > 1 ? DeliverableTracks.Of(reports) : null;
        for (var place = 0; place < reports[^1].Items.Count; place++)
        {
            var track = tracks?[place];
            var moves = Moved(reports, track, place);
            if (moves > 0 || !moved) yield return Made(reports, track, place, moves, standing.Facts.Phase, round.Snapshot.Round.CollectedOn);
        }
    }

    private static int PlaceIn(int report, int[]? track, int place) => track is null ? place : track[report];

    private static int Moved(ImmutableArray<ReportedDeliverables> reports, int[]? track, int place)
    {
        var moves = 0;
        PartialDate? before = null;
        for (var report = 0; report < reports.Length; report++)
        {
            if (PlaceIn(report, track, place) is not (>= 0 and var item) || reports[report].Items[item].Planned is not { } planned) continue;
            // Equal first, because the last day takes longer to find.
            if (before is { } was && was != planned && was.LastDay != planned.LastDay) moves++;
            before = planned;
        }

        return moves;
    }

    private static MilestoneHistory Made(ImmutableArray<ReportedDeliverables> reports, int[]? track, int place, int moves, Phase? phase, DateOnly today)
    {
        var said = track is null ? reports.Length : track.Count(one => one >= 0);
        var dates = new MilestoneDate[said];
        PartialDate? first = null;
        for (var report = 0; report < reports.Length; report++)
        {
            if (PlaceIn(report, track, place) is not (>= 0 and var item)) continue;
            var row = reports[report].Items[item];
            first ??= row.Planned;
            dates[^said--] = new(reports[report].Round, row);
        }

        var now = dates[^1].Said;
        // "Ferdig 2021" ahead of time is a plan.
        var delivered = DoneWords.Say(now.PlannedText) && !(now.Planned?.LastDay > today);
        var counts = now.Planned is not { } planned ? (DateOnly?)null : delivered ? planned.LastDay : ScheduleVariance.CountedDay(planned, phase, today);
        return new(
            ImmutableCollectionsMarshal.AsImmutableArray(dates), delivered, counts is { } day ? day.DayNumber - now.Planned!.Value.LastDay.DayNumber : 0, moves,
            first is { } begin && counts is { } end ? end.DayNumber - begin.LastDay.DayNumber : null);
    }

    /// <summary>Days from a date on in months.</summary>
    internal static decimal? MonthsOf(PartialDate? from, int? days) =>
        from is { LastDay: var day } && days is { } passed ? CalendarMonths.Between(day, day.AddDays(passed)) : null;
}

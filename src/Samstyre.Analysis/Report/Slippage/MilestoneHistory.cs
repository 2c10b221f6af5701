using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What one report said about a deliverable.</summary>
/// <param name="Round">The round it was made in.</param>
/// <param name="Said">Its words and its date there.</param>
public readonly record struct MilestoneDate(Round Round, Deliverable Said);

/// <summary>A deliverable with the dates that it has had. The form holds no date of delivery: until its words say that it is delivered, a date that has passed counts as the round's day. Formulas: docs/slippage.md.</summary>
/// <param name="Delivered">Whether its words say that it is delivered.</param>
/// <param name="DaysOverdue">How many days ago its date passed without that; otherwise 0.</param>
/// <param name="Moves">How many times its date changed from one report to the next that states one.</param>
/// <param name="Days">Days from its first date to what its date counts as now; null where either isn't known.</param>
public sealed record MilestoneHistory(bool Delivered, int DaysOverdue, int Moves, int? Days)
{
    // Its initiative's reports, and its place in each: tens of thousands are looked at, of which few are asked for all their dates.
    private ImmutableArray<ReportedDeliverables> Reports { get; init; }

    private int[]? Track { get; init; }

    private int Place { get; init; }

    /// <summary>What the reports said, earliest first; the last is the report that the initiative stands with.</summary>
    public ImmutableArray<MilestoneDate> Dates => [.. from report in Enumerable.Range(0, Reports.Length) where SaidIn(report) is not null select new MilestoneDate(Reports[report].Round, SaidIn(report)!)];

    /// <summary>The days from its first date to what its date counts as now in months with one decimal; null where either isn't known.</summary>
    public decimal? Months => MonthsOf(First, Days);

    /// <summary>Its words now.</summary>
    public string Text => SaidIn(Reports.Length - 1)!.Text;

    /// <summary>Its date now; null where none is stated.</summary>
    public PartialDate? Planned => SaidIn(Reports.Length - 1)!.Planned;

    /// <summary>Its first date; null where it never had one.</summary>
    public PartialDate? First { get; private init; }

    /// <summary>The dates that it had, each once as long as it stood, the one it has now included.</summary>
    public IEnumerable<PartialDate> Stated
    {
        get
        {
            PartialDate? before = null;
            for (var report = 0; report < Reports.Length; report++)
            {
                if (SaidIn(report)?.Planned is not { } planned || planned.LastDay == before?.LastDay) continue;
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
        if (!round.Deliverables.TryGetValue(standing.Initiative.Id, out var reports) || reports.IsEmpty || (moved && AllSame(reports))) yield break;
        var tracks = reports.Length > 1 ? DeliverableTracks.Of(reports) : null;
        for (var place = 0; place < reports[^1].Items.Count; place++)
        {
            var track = tracks?[place];
            var moves = Moved(reports, track, place);
            if (moves > 0 || !moved) yield return Made(reports, track, place, moves, standing.Facts.Phase, round.Snapshot.Round.CollectedOn);
        }
    }

    private Deliverable? SaidIn(int report) => SaidIn(Reports, report, Track, Place);

    private static Deliverable? SaidIn(ImmutableArray<ReportedDeliverables> reports, int report, int[]? track, int place) =>
        track is null ? reports[report].Items[place] : track[report] is >= 0 and var item ? reports[report].Items[item] : null;

    // Who reads the reports keeps one list for all that say the same.
    private static bool AllSame(ImmutableArray<ReportedDeliverables> reports)
    {
        foreach (var report in reports)
        {
            if (!ReferenceEquals(report.Items, reports[0].Items)) return false;
        }

        return true;
    }

    private static int Moved(ImmutableArray<ReportedDeliverables> reports, int[]? track, int place)
    {
        var moves = 0;
        Deliverable? before = null;
        for (var report = 0; report < reports.Length; report++)
        {
            if (SaidIn(reports, report, track, place) is not { Planned: { } planned } said) continue;
            // Equal first, because the last day takes longer to find.
            if (before is not null && !ReferenceEquals(before, said) && before.Planned is { } was && was != planned && was.LastDay != planned.LastDay) moves++;
            before = said;
        }

        return moves;
    }

    private static MilestoneHistory Made(ImmutableArray<ReportedDeliverables> reports, int[]? track, int place, int moves, Phase? phase, DateOnly today)
    {
        PartialDate? first = null;
        for (var report = 0; report < reports.Length && first is null; report++) first = SaidIn(reports, report, track, place)?.Planned;
        var now = SaidIn(reports, reports.Length - 1, track, place)!;
        // "Ferdig 2021" ahead of time is a plan.
        var delivered = DoneWords.Say(now.PlannedText) && !(now.Planned?.LastDay > today);
        var counts = now.Planned is not { } planned ? (DateOnly?)null : delivered ? planned.LastDay : ScheduleVariance.CountedDay(planned, phase, today);
        return new(
            delivered, counts is { } day ? day.DayNumber - now.Planned!.Value.LastDay.DayNumber : 0, moves,
            first is { } begin && counts is { } end ? end.DayNumber - begin.LastDay.DayNumber : null)
        {
            Reports = reports, Track = track, Place = place, First = first,
        };
    }

    /// <summary>Days from a date on in months.</summary>
    internal static decimal? MonthsOf(PartialDate? from, int? days) =>
        from is { LastDay: var day } && days is { } passed ? CalendarMonths.Between(day, day.AddDays(passed)) : null;
}

using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The deliverables of an initiative's last report, each followed back through its reports.</summary>
internal static class DeliverableTracks
{
    /// <summary>Per deliverable of the last report its place in each report, or <see cref="DeliverableMatch.None"/>; null where every report has the same words in the same order.</summary>
    public static List<int[]>? Of(ImmutableArray<ReportedDeliverables> reports)
    {
        List<int[]>? all = null;
        List<int[]> present = [];
        for (var report = 1; report < reports.Length; report++)
        {
            var match = DeliverableMatch.Between(reports[report - 1].Items, reports[report].Items);
            if (match is null)
            {
                if (all is not null) present.ForEach(track => track[report] = track[report - 1]);
                continue;
            }

            if (all is null)
            {
                present = [.. Enumerable.Range(0, reports[report - 1].Items.Count).Select(place => Track(reports.Length, report, place))];
                all = [.. present];
            }

            present = Next(reports, report, match, present, all);
        }

        return all is null ? null : present;
    }

    private static List<int[]> Next(ImmutableArray<ReportedDeliverables> reports, int report, int[] match, List<int[]> present, List<int[]> all)
    {
        var items = reports[report].Items;
        var free = all.Except(present).ToList();
        var returned = free.Count == 0 ? null : free.GroupBy(track => KeyOf(reports, track)).Where(group => group.Key.Length > 0 && group.Count() == 1).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        List<int[]> next = new(items.Count);
        for (var place = 0; place < items.Count; place++)
        {
            var track = match[place] != DeliverableMatch.None ? present[match[place]] : null;
            // Left out of a report and back again under the same words: the same one.
            if (track is null && returned is not null && returned.Remove(DeliverableWords.KeyOf(items[place].Text), out var back)) track = back;
            if (track is null) all.Add(track = Track(reports.Length, 0, DeliverableMatch.None));
            track[report] = place;
            next.Add(track);
        }

        return next;
    }

    private static string KeyOf(ImmutableArray<ReportedDeliverables> reports, int[] track)
    {
        var last = Array.FindLastIndex(track, place => place != DeliverableMatch.None);
        return last < 0 ? "" : DeliverableWords.KeyOf(reports[last].Items[track[last]].Text);
    }

    private static int[] Track(int length, int known, int place)
    {
        var track = new int[length];
        Array.Fill(track, DeliverableMatch.None);
        Array.Fill(track, place, 0, known);
        return track;
    }
}

using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What changed from one report to the next, with the place of each change and whether it is significant.</summary>
public static class FieldChanges
{
    /// <summary>In the form's order. A deliverable with new words that are like the old ones is one change, not one gone and one new.</summary>
    public static IReadOnlyList<FieldChange> Between(Report before, Report now, SignificantChange limits)
    {
        var changes = ReportChanges.Between(before, now);
        if (changes.Count == 0) return [];
        var (was, stands) = (PathsOf(before), PathsOf(now));
        var renamed = Renamed(before, now, changes);
        var old = renamed.Values.ToHashSet(StringComparer.Ordinal);
        List<FieldChange> found = new(changes.Count);
        foreach (var change in changes)
        {
            var (earlier, itemBefore) = (change.Before, (string?)null);
            if (change is { Field: "deliverables", Item: { } item })
            {
                if (change.Now is null && old.Contains(item) && !stands.ContainsKey((change.Field, item))) continue;
                if (renamed.TryGetValue(item, out itemBefore)) earlier = was[("deliverables", itemBefore)].Value;
            }

            var path = stands.TryGetValue((change.Field, change.Item), out var place) ? place.Path : PathOfGone(change, was[(change.Field, change.Item)].Path, before, now);
            var row = new ValueChange(change.Field, change.Item, earlier, change.Now);
            var gone = itemBefore is null && was.ContainsKey((change.Field, change.Item)) && !stands.ContainsKey((change.Field, change.Item)) && change.Item is not null;
            var significance = Significances.Of(row, gone, now, limits);
            found.Add(new(change.Field, change.Item, itemBefore, Detailed(path, row, itemBefore, significance), earlier, change.Now, significance));
        }

        return found;
    }

    private static Dictionary<(string Field, string? Item), (string Path, object? Value)> PathsOf(Report report)
    {
        var paths = new Dictionary<(string, string?), (string, object?)>();
        foreach (var (path, value) in ReportPaths.Of(report)) paths.TryAdd((value.Field.Key, value.Item), (path, value.Value));
        return paths;
    }

    // Words now to words before, of deliverables that only their words tell from each other.
    private static Dictionary<string, string> Renamed(Report before, Report now, IReadOnlyList<ValueChange> changes)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!changes.Any(change => change.Field == "deliverables") || DeliverableMatch.Between(before.Deliverables, now.Deliverables) is not { } match) return renamed;
        var (wordsBefore, wordsNow) = (Words(before), Words(now));
        for (var place = 0; place < match.Length; place++)
        {
            if (match[place] == DeliverableMatch.None) continue;
            var (earlier, later) = (before.Deliverables[match[place]].Text, now.Deliverables[place].Text);
            if (earlier != later && !wordsBefore.Contains(later) && !wordsNow.Contains(earlier)) renamed.TryAdd(later, earlier);
        }

        return renamed;

        static HashSet<string> Words(Report report) => report.Deliverables.Select(deliverable => deliverable.Text).ToHashSet(StringComparer.Ordinal);
    }

    // A cell that was emptied has a place; a row or a column that was taken away has none.
    private static string PathOfGone(ValueChange change, string path, Report before, Report now)
    {
        var parts = path.Split('.');
        if (change.Field is "funding" or "fundingTotal")
        {
            var column = int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture);
            var place = FundingPlaces.ColumnLike(now, before.FundingCols[column]);
            var cell = place is { } there ? $"{there}" : $"{FormRows.Gone}{column}";
            if (change.Field == "fundingTotal") return $"fundingTotal.{cell}";
            var row = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
            return FundingPlaces.SourceLike(now, before.Funding[row].Source) is { } source ? $"funding.{source}.y.{cell}" : $"funding.{FormRows.Gone}{row}.y.{column}";
        }

        return parts.Length > 1 && parts[1].All(char.IsAsciiDigit) ? $"{parts[0]}.{FormRows.Gone}{parts[1]}" : path;
    }

    private static string Detailed(string path, ValueChange change, string? itemBefore, Significance? significance) => change switch
    {
        { Field: "deliverables" } when itemBefore is not null && Equals(change.Before, change.Now) => path + ".text",
        { Field: "deliverables", Before: not null, Now: not null } => path + ".planned",
        { Field: "benefitKinds", Before: not null, Now: not null } => path + ".mnokPerYear",
        _ => significance?.Part is { } part ? $"{path}.{part}" : path,
    };
}

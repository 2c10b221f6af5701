using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A value of an initiative's last report, with the round since which it has stood.</summary>
/// <param name="Field">The field's key in the interchange format.</param>
/// <param name="Item">Which row of the field; null for a field of one value.</param>
/// <param name="Path">Where it stands in the last report, rows by place.</param>
/// <param name="Value">The value; null where it is not stated.</param>
/// <param name="Since">The first round of the unbroken row of reports that say so.</param>
public sealed record StandingValue(string Field, string? Item, string Path, object? Value, Round Since);

/// <summary>How long the values of an initiative's last report have stood.</summary>
public static class UnchangedSince
{
    /// <summary>Every value of the last report in the form's order; empty where there is no report.</summary>
    /// <param name="reports">The initiative's reports with their rounds, earliest first; rounds that it did not report in are left out.</param>
    public static IReadOnlyList<StandingValue> Of(IReadOnlyList<(Round Round, Report Report)> reports)
    {
        if (reports.Count == 0) return [];
        List<StandingValue> values = [];
        // Rows of the same words can't be told from each other: the first stands for them, as in the list of changes.
        var open = new Dictionary<(string Field, string? Item), int>();
        foreach (var (path, value) in ReportPaths.Of(reports[^1].Report))
        {
            if (open.TryAdd((value.Field.Key, value.Item), values.Count)) values.Add(new(value.Field.Key, value.Item, path, value.Value, reports[^1].Round));
        }

        for (var report = reports.Count - 2; report >= 0 && open.Count > 0; report--)
        {
            var same = new Dictionary<(string, string?), int>(open.Count);
            var seen = new HashSet<(string, string?)>();
            foreach (var value in ReportFields.ValuesOf(reports[report].Report))
            {
                var key = (value.Field.Key, value.Item);
                if (!seen.Add(key) || !open.TryGetValue(key, out var place) || !Equals(values[place].Value, value.Value)) continue;
                values[place] = values[place] with { Since = reports[report].Round };
                same.Add(key, place);
            }

            open = same;
        }

        return values;
    }
}

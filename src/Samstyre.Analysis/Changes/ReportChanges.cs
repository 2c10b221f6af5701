using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A value that differs between two reports of an initiative.</summary>
/// <param name="Field">The field's key in the interchange format.</param>
/// <param name="Item">Which row of the field: a deliverable's words, a funding source and column; null for a field of one value.</param>
/// <param name="Before">The earlier value; null where it was not stated.</param>
/// <param name="Now">The later value; null where it is not stated.</param>
public sealed record ValueChange(string Field, string? Item, object? Before, object? Now);

/// <summary>What changed, field by field, from one report to the next.</summary>
public static class ReportChanges
{
    /// <summary>In the form's order; rows that only the earlier report has follow their field's.</summary>
    public static IReadOnlyList<ValueChange> Between(Report before, Report now)
    {
        var was = Values(before);
        var changes = new List<(int Place, int Row, ValueChange Change)>();
        var seen = new HashSet<(string, string?)>();
        var row = 0;
        foreach (var value in ReportFields.ValuesOf(now))
        {
            if (!seen.Add((value.Field.Key, value.Item))) continue;
            was.TryGetValue((value.Field.Key, value.Item), out var earlier);
            // A new row is a change even where it says no more than its words.
            if (earlier is null ? value.Item is not null || value.Value is not null : !Equals(earlier.Value, value.Value)) changes.Add((Place(value.Field), row++, new(value.Field.Key, value.Item, earlier?.Value, value.Value)));
        }

        foreach (var ((key, item), gone) in was.Where(pair => !seen.Contains(pair.Key)))
            changes.Add((Place(gone.Field), row++, new(key, item, gone.Value, null)));
        return [.. changes.OrderBy(change => change.Place).ThenBy(change => change.Row).Select(change => change.Change)];
    }

    private static int Place(ReportField field) => ReportFields.PlaceOf(field.Key);

    private static Dictionary<(string Field, string? Item), ReportValue> Values(Report report)
    {
        var values = new Dictionary<(string, string?), ReportValue>();
        foreach (var value in ReportFields.ValuesOf(report)) values.TryAdd((value.Field.Key, value.Item), value);
        return values;
    }
}

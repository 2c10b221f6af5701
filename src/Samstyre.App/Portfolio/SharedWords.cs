using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>One deliverable, one string and one list for the same words and dates: deliverables come back in every round, mostly as they were.</summary>
internal sealed class SharedWords
{
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly HashSet<Deliverable> met = [];

    /// <summary>The deliverables of a report; the very list of the report before where they are the same.</summary>
    public IReadOnlyList<Deliverable> Of(IReadOnlyList<Deliverable> items, IReadOnlyList<Deliverable>? before = null)
    {
        if (before is not null && before.SequenceEqual(items)) return before;
        return [.. items.Select(One)];
    }

    private Deliverable One(Deliverable item)
    {
        if (met.TryGetValue(item, out var same)) return same;
        item = new(One(item.Text)!, One(item.PlannedText), item.Planned);
        met.Add(item);
        return item;
    }

    private string? One(string? text)
    {
        if (text is null) return null;
        if (!known.TryGetValue(text, out var same)) known[text] = same = text;
        return same;
    }
}

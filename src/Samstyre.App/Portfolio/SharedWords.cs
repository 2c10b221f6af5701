using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>One string for the same words: deliverables come back in every round.</summary>
internal sealed class SharedWords
{
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    public IReadOnlyList<Deliverable> Of(IReadOnlyList<Deliverable> items) => [.. items.Select(item => new Deliverable(One(item.Text)!, One(item.PlannedText), item.Planned))];

    private string? One(string? text)
    {
        if (text is null) return null;
        if (!known.TryGetValue(text, out var same)) known[text] = same = text;
        return same;
    }
}

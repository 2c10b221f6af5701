namespace Samstyre.Import;

/// <summary>A line of a file as text.</summary>
/// <param name="Number">Its number, from 1; several have the same where a page was written on one line.</param>
/// <param name="Text">Its text; cells with tabs between.</param>
/// <param name="IsSought">Whether it is the line that an excerpt is about.</param>
public sealed record SourceLine(int Number, string Text, bool IsSought = false)
{
    /// <summary>Where it stands: its page, slide or sheet where the file has such.</summary>
    public Place Place { get; init; }
}

/// <summary>A file as the lines that a person would read: of a web page the text that it shows. Blank lines are left out.</summary>
public sealed class SourceText
{
    private readonly IReadOnlyList<SourceLine> lines;
    private readonly ILookup<int, int> places;

    private SourceText(IEnumerable<Block> blocks)
    {
        lines = [.. blocks.Select(block => new SourceLine(block.Place.Line ?? 0, string.Join('\t', block.Cells)) { Place = block.Place })];
        places = Enumerable.Range(0, lines.Count).ToLookup(place => lines[place].Number);
    }

    /// <summary>The lines of a file; none where it is no text.</summary>
    public static SourceText Of(string fileName, byte[] bytes)
    {
        return new(DocumentReader.Read(fileName, bytes).Document?.Blocks ?? []);
    }

    /// <summary>The text of a line; null where there is none.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="words">What it should contain, where several lines have that number.</param>
    public string? Line(int? number, string? words) => PlaceOf(number, words) is { } place ? lines[place].Text : null;

    /// <summary>A line with a few before and after it; nothing where there is no such line.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="words">What it should contain, where several lines have that number.</param>
    /// <param name="some">How many before, and how many after.</param>
    public IReadOnlyList<SourceLine> Around(int? number, string? words, int some)
    {
        if (PlaceOf(number, words) is not { } sought) return [];
        var first = Math.Max(0, sought - some);
        return [.. Enumerable.Range(first, Math.Min(lines.Count - 1, sought + some) - first + 1).Select(place => lines[place] with { IsSought = place == sought })];
    }

    /// <summary>The lines from one number to another, in the order of the document.</summary>
    /// <param name="first">Number of the first.</param>
    /// <param name="last">Number of the last.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<SourceLine> From(int first, int last, int most) => [.. lines.Where(line => line.Number >= first && line.Number <= last).Take(most)];

    private int? PlaceOf(int? number, string? words)
    {
        var there = number is { } one ? places[one].ToList() : [];
        if (there.Count < 2 || string.IsNullOrEmpty(words)) return there.Count == 0 ? null : there[0];
        return there.Find(place => lines[place].Text.Contains(words, StringComparison.OrdinalIgnoreCase)) is > 0 and var found ? found : there[0];
    }
}

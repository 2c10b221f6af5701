namespace Samstyre.Import;

/// <summary>A line of a file as text.</summary>
/// <param name="Number">Its number, from 1; several have the same where a page was written on one line.</param>
/// <param name="Text">Its text; cells with tabs between.</param>
/// <param name="IsSought">Whether it is the line that an excerpt is about.</param>
public sealed record SourceLine(int Number, string Text, bool IsSought = false);

/// <summary>A file as the lines that a person would read: of a web page the text that it shows.</summary>
public static class SourceText
{
    /// <summary>All lines that are not blank; none where the file is no text.</summary>
    public static IReadOnlyList<SourceLine> Lines(string fileName, byte[] bytes)
    {
        if (HtmlReader.Recognises(fileName, bytes))
            return HtmlReader.Decode(bytes).Text is { } page ? [.. HtmlReader.Read(fileName, page).Blocks.Select(block => new SourceLine(block.Place.Line ?? 0, string.Join('\t', block.Cells)))] : [];
        return TextDecoding.Decode(bytes).Text is { } text ? [.. PlainTextReader.Read(fileName, text).Blocks.Select(block => new SourceLine(block.Place.Line ?? 0, string.Join('\t', block.Cells)))] : [];
    }

    /// <summary>The line with that number; of several the one that has the words. Null where there is none.</summary>
    public static SourceLine? Find(IReadOnlyList<SourceLine> lines, int? number, string? words)
    {
        var there = lines.Where(line => line.Number == number).ToList();
        return there.Count > 1 && words is { Length: > 0 } ? there.Find(line => line.Text.Contains(words, StringComparison.OrdinalIgnoreCase)) : there.FirstOrDefault();
    }

    /// <summary>A few lines before and after a line, that one marked.</summary>
    public static IReadOnlyList<SourceLine> Around(IReadOnlyList<SourceLine> lines, SourceLine line, int some)
    {
        var at = lines.TakeWhile(one => !ReferenceEquals(one, line)).Count();
        return [.. lines.Skip(Math.Max(0, at - some)).Take(Math.Min(at, some) + some + 1).Select(one => ReferenceEquals(one, line) ? one with { IsSought = true } : one)];
    }
}

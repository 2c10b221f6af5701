using System.Collections.Frozen;

namespace Samstyre.Analysis;

/// <summary>What stands where words should.</summary>
internal enum PlaceholderKind
{
    /// <summary>What the template or a hurried hand left: <c>&lt;mm.åå&gt;</c>, <c>xxx</c>.</summary>
    Template,

    /// <summary>That it is not decided: <c>TBD</c>.</summary>
    Undecided,
}

/// <summary>Words that stand in a text's place.</summary>
internal static class PlaceholderWords
{
    private const int LongestBracket = 120;

    private static readonly FrozenSet<string> Undecided = new[] { "TBD", "TBA", "TBC", "TODO" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What text that was copied from a page brings along.
    private static readonly FrozenSet<string> Tags = new[]
    {
        "p", "ul", "ol", "li", "b", "i", "u", "br", "div", "span", "strong", "em", "a", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "table", "tbody", "thead", "font", "sup", "sub", "img", "hr", "html", "body",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first placeholder of a text as written; null where there is none.</summary>
    public static (PlaceholderKind Kind, string Text)? In(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (Bracket(text) is { } bracket) return (PlaceholderKind.Template, bracket);
        (PlaceholderKind, string)? undecided = text.AsSpan().Trim() is { Length: > 0 } trimmed && trimmed.TrimStart('?').IsEmpty ? (PlaceholderKind.Undecided, trimmed.ToString()) : null;
        for (var start = 0; start < text.Length;)
        {
            var length = 0;
            while (start + length < text.Length && char.IsLetterOrDigit(text[start + length])) length++;
            var word = text.AsSpan(start, length);
            if (IsFiller(word, text.AsSpan(start + length))) return (PlaceholderKind.Template, word.ToString());
            if (undecided is null && Undecided.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) undecided = (PlaceholderKind.Undecided, word.ToString());
            start += length + 1;
        }

        return undecided;
    }

    private static bool IsFiller(ReadOnlySpan<char> word, ReadOnlySpan<char> rest) =>
        word.Length >= 3 && (word.Trim("xX").IsEmpty || (word.Equals("lorem", StringComparison.OrdinalIgnoreCase) && rest.TrimStart().StartsWith("ipsum", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Words of the template in angle brackets. Signs for less and more, tags, addresses and links are not.</summary>
    private static string? Bracket(string text)
    {
        for (var start = text.IndexOf('<', StringComparison.Ordinal); start >= 0 && start + 1 < text.Length; start = text.IndexOf('<', start + 1))
        {
            var rest = text.AsSpan(start + 1);
            if (rest.Length > LongestBracket + 1) rest = rest[..(LongestBracket + 1)];
            var end = rest.IndexOfAny('<', '>');
            if (end < 1 || rest[end] == '<') continue;
            var inner = rest[..end];
            if (!char.IsLetter(inner[0]) || char.IsWhiteSpace(inner[^1]) || inner.ContainsAny('@', '=') || inner.Contains("://", StringComparison.Ordinal)) continue;
            var name = inner.TrimEnd('/');
            if (!Tags.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) return $"<{inner}>";
        }

        return null;
    }
}

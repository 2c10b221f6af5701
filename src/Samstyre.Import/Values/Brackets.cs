namespace Samstyre.Import;

/// <summary>Values that an author wrote inside the placeholder's angle brackets instead of in their place.</summary>
internal static class Brackets
{
    private static readonly Doubt Kept = new("ValueInBrackets", "The value stands in the placeholder's brackets; please check that it is meant.");

    /// <summary>What stands between the brackets where a cell holds nothing else; null where it is the template's own list of choices, or no such cell.</summary>
    public static string? Inner(string raw)
    {
        var text = raw.AsSpan().Trim();
        if (text is not ['<', .., '>'] || text.Length > 60) return null;
        var inner = text[1..^1];
        return inner.ContainsAny('<', '>', '/') ? null : inner.ToString();
    }

    /// <summary>The value with doubt; words that give none are the template's.</summary>
    public static Read<T> Doubted<T>(Read<T> read) => read.Value is null ? default : new(read.Value, read.Doubt ?? Kept);
}

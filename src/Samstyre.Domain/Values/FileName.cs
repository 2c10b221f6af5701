using System.Globalization;
using System.Text;

namespace Samstyre.Domain;

/// <summary>Names of files as people send them: a name and no path, in any script, without letters that nobody sees.</summary>
public static class FileName
{
    /// <summary>The most letters of a name.</summary>
    public const int Longest = 200;

    // Persian and the scripts of India need them inside words.
    private const char NonJoiner = '\u200c';
    private const char Joiner = '\u200d';

    /// <summary>The name to keep; empty where nothing of it can be kept.</summary>
    public static string Of(string? sent)
    {
        var name = new StringBuilder();
        foreach (var letter in (sent ?? "").EnumerateRunes())
        {
            if (letter.Value is '/' or '\\')
            {
                // What stands before is a folder.
                name.Clear();
                continue;
            }

            var category = Rune.GetUnicodeCategory(letter);
            if (category is UnicodeCategory.SpaceSeparator) name.Append(' ');
            else if (letter.Value is NonJoiner or Joiner || category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) && letter != Rune.ReplacementChar)
                name.Append(letter);
        }

        var kept = name.ToString().Trim(' ', '.', NonJoiner, Joiner);
        return Shortened(kept);
    }

    /// <summary>The ending with its dot in lower case; empty for none.</summary>
    public static string EndingOf(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[dot..].ToLowerInvariant() : "";

    private static string Shortened(string name)
    {
        if (name.Length <= Longest) return name;
        var ending = EndingOf(name) is { Length: <= 10 } known ? name[^known.Length..] : "";
        var end = Longest - ending.Length;
        // Not through the middle of a letter of two halves.
        if (char.IsHighSurrogate(name[end - 1])) end--;
        return name[..end].TrimEnd(' ', '.') + ending;
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace Samstyre.Reports;

/// <summary>Texts from people as they may stand in a cell of a spreadsheet.</summary>
internal static class SheetText
{
    /// <summary>Excel's limit of a cell.</summary>
    public const int MaxLength = 32_767;

    private const int MaxName = 31;
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Suspect = SearchValues.Create([
        .. Enumerable.Range(0, 32).Where(code => code is not ('\t' or '\n')).Select(code => (char)code), '_', '\uFFFE', '\uFFFF',
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    /// <summary>Whether a spreadsheet could take the text for a formula. Spaces before the sign help nobody; full-width signs count in some editions.</summary>
    public static bool LooksLikeFormula(string text) =>
        text.Length > 0 && (text[0] is '\t' or '\r' or '\n' || text.AsSpan().TrimStart() is [var first, ..] && first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠');

    /// <summary>The text without characters that XML forbids, with plain line breaks, and at most as long as a cell holds.</summary>
    public static string Clean(string text)
    {
        if (text.Length > MaxLength) text = Cut(text, MaxLength);
        if (!text.AsSpan().ContainsAny(Suspect)) return text;
        var clean = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            var one = text[at];
            if (one == '\r')
            {
                if (at + 1 == text.Length || text[at + 1] != '\n') clean.Append('\n');
            }
            else if (char.IsHighSurrogate(one) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                clean.Append(one).Append(text[++at]);
            }
            else if (one == '_' && IsEscape(text.AsSpan(at)))
            {
                // Excel reads _x0041_ as A; an escaped underscore keeps it as it was written.
                clean.Append("_x005F_");
            }
            else if (!char.IsSurrogate(one) && one is >= ' ' or '\t' or '\n' && one is not ('\uFFFE' or '\uFFFF'))
            {
                clean.Append(one);
            }
        }

        return clean.ToString();
    }

    /// <summary>A text as long as a cell holds; one that is longer ends with words that say so.</summary>
    public static string Fitting(string text, string cut) => text.Length <= MaxLength ? text : $"{Cut(text, MaxLength - cut.Length - 1)} {cut}";

    /// <summary>A sheet's name after its caption: allowed by Excel, and none that is taken, whatever the case of its letters.</summary>
    public static string SheetName(string caption, HashSet<string> taken)
    {
        var clean = new StringBuilder(caption.Length);
        foreach (var one in caption)
        {
            var kept = char.IsControl(one) || char.IsSurrogate(one) || one is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\uFFFE' or '\uFFFF' ? ' ' : one;
            if (!char.IsWhiteSpace(kept)) clean.Append(kept);
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }

        // Excel keeps the name History for itself.
        var name = clean.ToString().Trim(' ', '\'') is { Length: > 0 } left && !left.Equals("History", StringComparison.OrdinalIgnoreCase) ? left : $"{clean} 1".Trim(' ', '\'');
        var unique = Shortened(name, MaxName);
        for (var number = 2; !taken.Add(unique); number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            unique = Shortened(name, MaxName - ending.Length) + ending;
        }

        return unique;
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && !text[2..6].ContainsAnyExcept(Hexadecimal);

    private static string Shortened(string name, int length) => name.Length <= length ? name : Cut(name, length).TrimEnd('\'');

    private static string Cut(string text, int length)
    {
        var kept = length - 1;
        if (char.IsHighSurrogate(text[kept - 1])) kept--;
        return string.Concat(text.AsSpan(0, kept).TrimEnd(), "…");
    }
}

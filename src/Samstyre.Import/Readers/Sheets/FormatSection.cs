using System.Text;

namespace Samstyre.Import;

/// <summary>One section of a number format.</summary>
/// <param name="Before">Words before the number.</param>
/// <param name="Behind">Words behind it.</param>
/// <param name="Factor">What the number is multiplied by to be shown: shares by hundred, amounts in thousands or millions by less than one.</param>
/// <param name="DateFormat">How a date is written; null where numbers are no dates.</param>
/// <param name="IsBlank">Whether there is nothing in the section.</param>
internal sealed record FormatSection(string Before, string Behind, double Factor, string? DateFormat, bool IsBlank)
{
    private const int LongestCode = 2_000;
    private const double Thousandth = 0.001;

    private static readonly FormatSection Bare = new("", "", 1, null, false);

    /// <summary>The sections of a format.</summary>
    public static FormatSection[] AllOf(string code)
    {
        if (code.Length > LongestCode || code.Equals("General", StringComparison.OrdinalIgnoreCase) || code.Equals("Standard", StringComparison.OrdinalIgnoreCase)) return [Bare];
        var sections = new List<FormatSection>();
        for (var at = 0; at <= code.Length;) sections.Add(Next(code, ref at));
        // Which section counts hangs on a condition: the bare number is certain.
        return code.Contains("[<", StringComparison.Ordinal) || code.Contains("[>", StringComparison.Ordinal) || code.Contains("[=", StringComparison.Ordinal) ? [Bare] : [.. sections];
    }

    private static FormatSection Next(string code, ref int at)
    {
        var start = at;
        var (before, behind, letters) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var (factor, seenDigits) = (1.0, false);
        var commas = 0;
        for (; at < code.Length && code[at] != ';'; at++)
        {
            var words = seenDigits ? behind : before;
            switch (code[at])
            {
                case '"':
                    var end = code.IndexOf('"', at + 1) is >= 0 and var quote ? quote : code.Length;
                    words.Append(code, at + 1, Math.Max(0, end - at - 1));
                    at = end;
                    break;
                case '\\':
                    if (++at < code.Length) words.Append(code[at]);
                    break;
                // The width of a letter, or a letter over and over: both are room.
                case '_' or '*':
                    at++;
                    words.Append(' ');
                    break;
                case '[':
                    var close = code.IndexOf(']', at) is >= 0 and var bracket ? bracket : code.Length;
                    words.Append(Currency(code.AsSpan(at + 1, Math.Max(0, close - at - 1)), letters));
                    at = close;
                    break;
                case '0' or '#' or '?' or '@':
                    (seenDigits, commas) = (true, 0);
                    break;
                // Behind the last digit each comma leaves out three of them.
                case ',':
                    commas++;
                    break;
                case '%':
                    factor *= 100;
                    words.Append(" %");
                    break;
                case >= 'A' and <= 'Z' or >= 'a' and <= 'z' or 'å' or 'Å':
                    letters.Append(char.ToLowerInvariant(code[at]));
                    break;
                case ' ' or '\u00a0' or '$' or '€' or '£' or '(' or ')':
                    words.Append(code[at]);
                    break;
            }
        }

        var isBlank = at == start;
        at++;
        for (; seenDigits && commas > 0; commas--) factor *= Thousandth;
        return new(Joined(before, isBefore: true), Joined(behind, isBefore: false), factor, DateFormatOf(letters.ToString()), isBlank);
    }

    /// <summary>The currency's sign in "[$kr-414]"; nothing for colours and languages. Hours that count on past 24 stand in brackets too.</summary>
    private static string Currency(ReadOnlySpan<char> inner, StringBuilder letters)
    {
        if (inner is "h" or "hh" or "m" or "mm" or "s" or "ss") letters.Append('h');
        if (!inner.StartsWith("$")) return "";
        var end = inner.IndexOf('-');
        return inner[1..(end < 0 ? inner.Length : end)].ToString();
    }

    private static string Joined(StringBuilder words, bool isBefore)
    {
        var text = words.ToString().Replace('\u00a0', ' ').Trim(' ', '(', ')');
        if (text.Length == 0) return "";
        return isBefore ? text + " " : " " + text;
    }

    /// <summary>How a date with these letters is written in Norwegian; null where they are none of a date.</summary>
    private static string? DateFormatOf(string letters)
    {
        if (letters.Contains('d', StringComparison.Ordinal)) return "dd.MM.yyyy";
        var hasYear = letters.Contains('y', StringComparison.Ordinal) || letters.Contains('å', StringComparison.Ordinal);
        // Beside hours or seconds, m stands for minutes.
        var hasTime = letters.Contains('h', StringComparison.Ordinal) || letters.Contains('s', StringComparison.Ordinal);
        if (hasYear) return letters.Contains('m', StringComparison.Ordinal) ? "MM.yyyy" : "yyyy";
        if (hasTime) return "HH:mm";
        return letters.Contains('m', StringComparison.Ordinal) ? "MM.yyyy" : null;
    }
}

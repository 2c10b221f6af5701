using System.Collections.Frozen;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Samstyre.Import;

/// <summary>Finds the label that a cell holds: by its letters exactly, with a value behind its colon or question mark, or misspelt a little.</summary>
internal static partial class LabelIndex
{
    // Below this length two different labels or words lie too near each other to tolerate misspelling.
    private const int ShortestFuzzy = 11;
    private const int LongestLabel = 170;
    private const int LongestExtension = 40;
    private const int LongestHeading = 80;
    private const int MistakesOfAHeading = 2;

    private static readonly FrozenDictionary<string, Label> Exact = FormLabels.All.DistinctBy(entry => Key(entry.Text)).ToFrozenDictionary(entry => Key(entry.Text), entry => entry.Label);
    private static readonly FrozenSet<string> Headings = FormLabels.ColumnHeadings.Select(Key).ToFrozenSet();
    private static readonly (string Key, Label Label, uint Letters)[] Fuzzy = [.. Exact.Where(pair => pair.Key.Length >= ShortestFuzzy).Select(pair => (pair.Key, pair.Value, LettersOf(pair.Key)))];

    /// <summary>The label of a cell.</summary>
    /// <param name="cell">The cell as it stands.</param>
    /// <param name="rest">What stands behind the label in the same cell.</param>
    /// <param name="misspelt">Whether the spelling is not one of the table's.</param>
    /// <returns>Null where the cell holds no label.</returns>
    public static Label? Find(string cell, out string rest, out bool misspelt)
    {
        rest = "";
        misspelt = false;
        if (cell.Length == 0 || !char.IsLetterOrDigit(FirstInk(cell))) return null;
        if (StrategyRow().IsMatch(cell)) return Label.StrategyRow;
        if (cell.Length <= LongestLabel && Exact.TryGetValue(Key(cell), out var label))
        {
            // A number behind the label is its value or a page's number; which one, only the row can tell.
            if (label is not (Label.Heading or Label.BenefitsPage or Label.DependenciesPage)) rest = NumberBehind().Match(cell).Groups["number"].Value.Trim();
            return label;
        }

        for (var at = cell.IndexOfAny(LabelEnds); at >= 0 && at < LongestLabel; at = cell.IndexOfAny(LabelEnds, at + 1))
        {
            if (!Exact.TryGetValue(Key(cell[..at]), out label)) continue;
            rest = cell[(at + 1)..].Trim();
            // What follows can be the label's own second half: "(total in million)" or another heading.
            if (rest.StartsWith('(') && rest.EndsWith(')')) rest = "";
            return label;
        }

        if (cell.Length > LongestLabel) return null;
        var nearest = Extended(cell) ?? Nearest(Key(cell));
        misspelt = nearest is not null;
        return nearest;
    }

    /// <summary>Whether a cell holds nothing but the heading of a column.</summary>
    public static bool IsColumnHeading(string cell)
    {
        if (cell.Length is 0 or >= LongestHeading) return false;
        var key = Key(cell);
        return Headings.Contains(key) || (key.Length >= ShortestFuzzy && Headings.Any(heading => Math.Abs(heading.Length - key.Length) <= MistakesOfAHeading && Distance(heading, key, MistakesOfAHeading) <= MistakesOfAHeading));
    }

    /// <summary>A label with words behind it that narrow it down, such as the years it covers or its unit. The longest label wins.</summary>
    private static Label? Extended(string cell)
    {
        if (cell.TrimEnd() is not [.., ':' or '?' or ')']) return null;
        var key = Key(cell);
        var longest = 0;
        Label? found = null;
        foreach (var (candidate, label, _) in Fuzzy)
        {
            if (candidate.Length <= longest || key.Length > candidate.Length + LongestExtension || !key.StartsWith(candidate, StringComparison.Ordinal)) continue;
            if (key.Length > candidate.Length && !NarrowsDown(cell, candidate.Length)) continue;
            (longest, found) = (candidate.Length, label);
        }

        return found;
    }

    /// <summary>Whether the words behind a label's letters tell its years, unit or circumstances. Others may ask for something else: "total cost" and "total cost that goes to ...".</summary>
    private static bool NarrowsDown(string cell, int letters)
    {
        var at = 0;
        for (; at < cell.Length && letters > 0; at++)
        {
            if (char.IsLetterOrDigit(cell[at])) letters--;
        }

        return Narrowing().IsMatch(cell.AsSpan(at));
    }

    private static Label? Nearest(string key)
    {
        if (key.Length < ShortestFuzzy) return null;
        var best = 0.0;
        Label? found = null;
        var letters = LettersOf(key);
        foreach (var (candidate, label, theirs) in Fuzzy)
        {
            var longest = Math.Max(candidate.Length, key.Length);
            var allowed = Math.Max(1, longest / 8);
            // One edit changes at most two letters of the set: most texts are told apart without measuring them.
            if (Math.Abs(candidate.Length - key.Length) > allowed || BitOperations.PopCount(letters ^ theirs) > 2 * allowed) continue;
            var distance = Distance(candidate, key, allowed);
            if (distance > allowed) continue;
            var likeness = 1.0 - ((double)distance / longest);
            if (likeness > best) (best, found) = (likeness, label);
        }

        return found;
    }

    /// <summary>Which letters a key holds, as bits.</summary>
    private static uint LettersOf(string key)
    {
        uint letters = 0;
        foreach (var c in key) letters |= 1u << (c & 31);
        return letters;
    }

    /// <summary>Edit distance in which two swapped letters count as one mistake, given up above a limit.</summary>
    private static int Distance(string a, string b, int limit)
    {
        Span<int> earlier = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], earlier[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > limit) return limit + 1;
            last.CopyTo(earlier);
            row.CopyTo(last);
        }

        return last[b.Length];
    }

    /// <summary>Letters and digits only, lower case, without the page numbers and footnote marks that stick to a label's end.</summary>
    private static string Key(string text)
    {
        Span<char> key = stackalloc char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) key[length++] = char.ToLowerInvariant(c);
        }

        while (length > 0 && char.IsAsciiDigit(key[length - 1])) length--;
        return new(key[..length]);
    }

    private static char FirstInk(string cell)
    {
        foreach (var c in cell)
        {
            if (!char.IsWhiteSpace(c) && c != '*') return c;
        }

        return ' ';
    }

    private static readonly char[] LabelEnds = [':', '?'];

    [GeneratedRegex(@"(?:[:?]\s*|\s\s*)(?<number>\d[\d.,/\s–-]*)$", RegexOptions.RightToLeft)]
    private static partial Regex NumberBehind();

    [GeneratedRegex(@"^\s*(?:\(|,|-|–|20\d\d|(?:i|per|pr|for|fra|til|mill|mnok|nok|kr|alle tall|tall|totalt|inkl|eks|ekskl)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Narrowing();

    [GeneratedRegex(@"^\s*[1-9]\s?\.[\s.]*\p{L}[\p{L}\p{Cf}\s\-–,/()&]+$")]
    private static partial Regex StrategyRow();
}

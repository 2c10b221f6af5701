using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Which row of a form each row that was read is, by its words. Never two to one.</summary>
internal static class RowMatch
{
    // Beyond this only the same words are looked for: every row would be compared with every other.
    private const int MostCompared = 2500;
    private const double LeastAlike = 0.6;

    /// <summary>Per row that was read its place among those that stand; null for a new one.</summary>
    /// <param name="stands">The words of the rows that stand: per row those of the columns that tell what it is.</param>
    /// <param name="read">The words of the rows that were read.</param>
    public static int?[] Between(IReadOnlyList<string[]> stands, IReadOnlyList<string[]> read)
    {
        var match = new int?[read.Count];
        Pair(stands, read, match, row => OrganisationNames.Key(string.Join(' ', row)), onlySingles: false);
        Pair(stands, read, match, row => OrganisationNames.Key(row[0]), onlySingles: true);
        Reworded(stands, read, match);
        return match;
    }

    private static void Pair(IReadOnlyList<string[]> stands, IReadOnlyList<string[]> read, int?[] match, Func<string[], string> key, bool onlySingles)
    {
        var open = Open(stands, match).ToLookup(place => key(stands[place]), StringComparer.Ordinal);
        var wanted = Enumerable.Range(0, read.Count).Where(row => match[row] is null).ToLookup(row => key(read[row]), StringComparer.Ordinal);
        foreach (var group in wanted)
        {
            if (onlySingles && (group.Key.Length == 0 || group.Count() > 1 || open[group.Key].Count() > 1)) continue;
            foreach (var (row, place) in group.Zip(open[group.Key])) match[row] = place;
        }
    }

    /// <summary>Those that are alike and like no other, on either side.</summary>
    private static void Reworded(IReadOnlyList<string[]> stands, IReadOnlyList<string[]> read, int?[] match)
    {
        var open = Open(stands, match).ToList();
        var rows = Enumerable.Range(0, read.Count).Where(row => match[row] is null).ToList();
        if (open.Count * (long)rows.Count is 0 or > MostCompared) return;
        var pairs = (from row in rows from place in open where Alike(Words(read[row]), Words(stands[place])) select (Row: row, Place: place)).ToList();
        foreach (var (row, place) in pairs)
        {
            if (pairs.Count(pair => pair.Row == row) == 1 && pairs.Count(pair => pair.Place == place) == 1) match[row] = place;
        }
    }

    private static IEnumerable<int> Open(IReadOnlyList<string[]> stands, int?[] match)
    {
        var taken = match.OfType<int>().ToHashSet();
        return Enumerable.Range(0, stands.Count).Where(place => !taken.Contains(place));
    }

    private static HashSet<string> Words(string[] row) => [.. OrganisationNames.Key(string.Join(' ', row)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(60)];

    // "Fase 1" and "Fase 2" are two, however alike the rest is.
    private static bool Alike(HashSet<string> one, HashSet<string> other) =>
        one.Count > 0 && one.Where(IsNumber).ToHashSet().SetEquals(other.Where(IsNumber)) && one.Count(other.Contains) is var shared && shared >= LeastAlike * (one.Count + other.Count - shared);

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]);
}

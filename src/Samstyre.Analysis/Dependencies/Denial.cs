namespace Samstyre.Analysis;

/// <summary>Words that say that a name behind them is not depended on: "ingen avhengighet til HELIKS".</summary>
internal static class Denial
{
    private const int Near = 4;

    private static readonly string[] Without = ["uavhengig", "independent"];
    private static readonly string[] Need = ["avheng", "depend"];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Not = new HashSet<string>(["ikke", "ikkje", "ingen", "inga", "not", "no"], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether they stand within a few words before the one at that place.</summary>
    public static bool StandsBefore(WordRun text, int first)
    {
        for (var at = first - 1; at >= Math.Max(0, first - Near); at--)
        {
            var word = text.Letters(at, 1);
            if (StartsWithAny(word, Without)) return true;
            if (!StartsWithAny(word, Need)) continue;
            for (var before = at - 1; before >= Math.Max(0, at - Near); before--)
            {
                if (Not.Contains(text.Letters(before, 1))) return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> word, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}

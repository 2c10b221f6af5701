namespace Samstyre.Analysis;

/// <summary>Words that say that a name beside them is not depended on: "ingen avhengighet til HELIKS", "HELIKS er ikke en avhengighet for oss".</summary>
internal static class Denial
{
    private const int Near = 4;
    private const int Between = 3;
    private const int Behind = 8;

    private static readonly string[] Without = ["uavhengig", "independent"];
    private static readonly string[] Need = ["avheng", "depend"];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Not = new HashSet<string>(["ikke", "ikkje", "ingen", "inga", "not", "no"], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether they stand within a few words before some words or, in the same sentence, behind them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The place of the first of the words.</param>
    /// <param name="count">How many they are.</param>
    public static bool Of(WordRun text, int first, int count)
    {
        for (var at = first - 1; at >= Math.Max(0, first - Near) && !text.EndsSentence(at); at--)
        {
            if (StartsWithAny(text.Letters(at, 1), Without) || Denies(text, at)) return true;
        }

        for (var at = first + count; at < Math.Min(text.Count, first + count + Behind) && !text.EndsSentence(at - 1); at++)
        {
            if (Denies(text, at)) return true;
        }

        return false;
    }

    /// <summary>Whether a text says that there is no dependency.</summary>
    public static bool Is(WordRun text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            if (Denies(text, at)) return true;
        }

        return false;
    }

    // "Ikke lenger avhengig", "ingen direkte avhengighet", but not "kan ikke starte, er avhengig".
    private static bool Denies(WordRun text, int at)
    {
        if (!StartsWithAny(text.Letters(at, 1), Need)) return false;
        for (var before = at - 1; before >= Math.Max(0, at - Between) && !text.EndsClause(before); before--)
        {
            if (Not.Contains(text.Letters(before, 1))) return true;
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

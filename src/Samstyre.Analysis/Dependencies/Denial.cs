namespace Samstyre.Analysis;

/// <summary>Words that say that a name beside them is not depended on: "ingen avhengighet til HELIKS", "HELIKS er ikke en avhengighet for oss".</summary>
internal static class Denial
{
    private const int Near = 4;
    private const int Behind = 8;
    private const int Between = 3;

    // In Nynorsk "no" is "now": each language denies with its own words.
    private static readonly (string Need, string[] Not, string Without)[] Languages =
    [
        ("avheng", ["ikke", "ikkje", "ingen", "inga"], "uavheng"),
        ("depend", ["not", "no"], "independ"),
    ];

    private static readonly string[] Only = ["bare", "berre", "kun", "only"];
    private static readonly string[] Toward = ["av", "til", "of", "on", "upon"];

    /// <summary>Whether they stand within a few words before some words or, in the same part of a sentence, behind them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The place of the first of the words.</param>
    /// <param name="count">How many they are.</param>
    public static bool Of(WordRun text, int first, int count)
    {
        for (var at = first - 1; at >= Math.Max(0, first - Near) && !text.EndsClause(at); at--)
        {
            if (Denies(text, at)) return true;
        }

        for (var at = first + count; at < Math.Min(text.Count, first + count + Behind) && !text.EndsClause(at - 1); at++)
        {
            if (Denies(text, at) && !HasObject(text, at)) return true;
        }

        return false;
    }

    /// <summary>Whether a text of one sentence says that there is no dependency, and not on what.</summary>
    public static bool Is(WordRun text)
    {
        var denied = false;
        for (var at = 0; at < text.Count; at++)
        {
            denied |= Denies(text, at) && !HasObject(text, at);
            if (at < text.Count - 1 && text.EndsSentence(at)) return false;
        }

        return denied;
    }

    // "Ikke lenger avhengig", "ingen direkte avhengighet", but not "kan ikke starte, er avhengig" or "ikke bare avhengig".
    private static bool Denies(WordRun text, int at)
    {
        foreach (var (need, not, without) in Languages)
        {
            var word = text.Letters(at, 1);
            if (word.StartsWith(without, StringComparison.Ordinal)) return true;
            if (!word.StartsWith(need, StringComparison.Ordinal)) continue;
            for (var before = at - 1; before >= Math.Max(0, at - Between) && !text.EndsClause(before); before--)
            {
                if (IsOne(text, before, not)) return !IsOne(text, before + 1, Only);
            }
        }

        return false;
    }

    private static bool HasObject(WordRun text, int need) => need + 1 < text.Count && !text.EndsClause(need) && IsOne(text, need + 1, Toward);

    private static bool IsOne(WordRun text, int at, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Letters(at, 1).SequenceEqual(word)) return true;
        }

        return false;
    }
}

using System.Runtime.InteropServices;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Finds the names of a catalogue in a text.</summary>
internal sealed class NameIndex
{
    /// <summary>From this score a name is taken for what it names; below it a person decides.</summary>
    public const decimal Threshold = 0.7m;

    /// <summary>What a name of one everyday word in lower case counts for among other words: the word itself may be meant.</summary>
    public const decimal EverydayWord = 0.6m;

    private const decimal Ambiguous = 0.5m;
    private const decimal Misspelt = 0.75m;
    private const int MostWords = 40;
    private const int ShortestInflected = 5;
    private const int ShortInCapitals = 4;
    private const int LongestBeginning = 4;

    // What Norwegian puts behind a name; the longest first.
    private static readonly string[] Inflections = ["enes", "ene", "ens", "ets", "en", "et", "s"];

    private readonly Dictionary<string, List<Claim>> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Claim>>.AlternateLookup<ReadOnlySpan<char>> byLetters;
    private readonly Dictionary<ulong, int> longestBy = [];
    private readonly Lazy<NearNames> nearly;

    /// <summary>The index of a catalogue.</summary>
    /// <param name="catalogue">What can be named.</param>
    /// <param name="taught">Letters of words that somebody taught, and what they name.</param>
    public NameIndex(TargetCatalogue catalogue, IEnumerable<KnownName> taught)
    {
        byLetters = claims.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var name in taught)
        {
            if (name.Target is { } target && catalogue.Find(target) is { } entry) Add(name.Words, new(entry, 1, NamingRule.Taught, false));
        }

        foreach (var entry in catalogue.Entries)
        {
            foreach (var name in entry.Names)
            {
                Add(name, new(entry, 1, NamingRule.Name, false));
                if (entry.Target.Kind is not TargetKind.Initiative) continue;
                foreach (var (variant, score) in NameVariants.Of(name))
                    Add(variant, new(entry, score, score == 0.8m ? NamingRule.Abbreviation : NamingRule.Name, NameVariants.IsAbbreviation(variant) && variant.Length <= ShortInCapitals));
            }
        }

        nearly = new(() => new(claims.Keys));
    }

    /// <summary>What stands in a text, each once, in the order of the text. Of names that begin at the same word the longest counts.</summary>
    public IEnumerable<NamedTarget> In(WordRun text)
    {
        HashSet<TargetRef>? seen = null;
        foreach (var (claimed, first, count) in Places(text))
        {
            var best = Best(claimed, text.Written(first, count));
            foreach (var claim in best)
            {
                // An initiative and the organisation that it became may share a name: both are meant. Two initiatives of one name are not.
                var alone = best.TrueForAll(other => other == claim || other.Entry.Target.Kind != claim.Entry.Target.Kind);
                if ((seen ??= []).Add(claim.Entry.Target)) yield return new(claim.Entry.Target, claim.Entry.Name, alone ? claim.Score : Ambiguous, text.Written(first, count).ToString(), claim.Rule);
            }
        }
    }

    /// <summary>Adds the initiatives that stand in a text.</summary>
    public void AddInitiatives(WordRun text, ISet<Guid> into)
    {
        foreach (var (claimed, first, count) in Places(text))
        {
            foreach (var claim in Best(claimed, text.Written(first, count)))
            {
                if (claim.Entry.Target.Initiative is { } initiative) into.Add(initiative);
            }
        }
    }

    /// <summary>The name that a short text misspells by one letter; null where it misspells none.</summary>
    public NamedTarget? Nearly(WordRun text)
    {
        for (var first = 0; first < text.Count; first++)
        {
            for (var count = Math.Min(4, text.Count - first); count > 0; count--)
            {
                var letters = text.Letters(first, count);
                if (letters.Length < NearNames.Shortest - 1 || Claimed(letters) is not null) continue;
                if (nearly.Value.Of(letters) is { } key && Best(claims[key], text.Written(first, count)) is [var only, ..] best && best.TrueForAll(other => other == only || other.Entry.Target.Kind != only.Entry.Target.Kind))
                    return new(only.Entry.Target, only.Entry.Name, Misspelt, text.Written(first, count).ToString(), NamingRule.Likeness);
            }
        }

        return null;
    }

    // Where names stand in a text; after one the search goes on behind it.
    private IEnumerable<(List<Claim> Claimed, int First, int Count)> Places(WordRun text)
    {
        for (var first = 0; first < text.Count; first++)
        {
            if (Longest(text, first, out var count) is not { } claimed || !IsMeant(claimed, text.Written(first, count))) continue;
            yield return (claimed, first, count);
            first += count - 1;
        }
    }

    private List<Claim>? Longest(WordRun text, int first, out int count)
    {
        List<Claim>? found = null;
        count = 0;
        for (var words = 1; words <= Math.Min(MostWords, text.Count - first); words++)
        {
            var letters = text.Letters(first, words);
            if (letters.Length > longestBy.GetValueOrDefault(Beginning(letters, LongestBeginning)) + Inflections[0].Length) break;
            if (Claimed(letters) is { } claimed) (found, count) = (claimed, words);
        }

        return found;
    }

    private List<Claim>? Claimed(ReadOnlySpan<char> letters)
    {
        if (byLetters.TryGetValue(letters, out var claimed)) return claimed;
        foreach (var ending in Inflections)
        {
            if (letters.Length >= ShortestInflected + ending.Length && letters.EndsWith(ending, StringComparison.Ordinal) && byLetters.TryGetValue(letters[..^ending.Length], out claimed)) return claimed;
        }

        return null;
    }

    // Short abbreviations are meant only where they are written as such.
    private static bool IsMeant(List<Claim> claimed, ReadOnlySpan<char> words) => claimed.Exists(claim => !claim.InCapitals) || NameVariants.IsAbbreviation(words);

    // The surest of those that claim the words.
    private static List<Claim> Best(List<Claim> claimed, ReadOnlySpan<char> words)
    {
        if (claimed is [{ InCapitals: false }]) return claimed;
        var capitals = NameVariants.IsAbbreviation(words);
        List<Claim> best = [];
        foreach (var claim in claimed)
        {
            if (claim.InCapitals && !capitals) continue;
            if (best.Count > 0 && claim.Score < best[0].Score) continue;
            if (best.Count > 0 && claim.Score > best[0].Score) best.Clear();
            if (!best.Exists(other => other.Entry == claim.Entry)) best.Add(claim);
        }

        return best;
    }

    private void Add(string name, Claim claim)
    {
        var key = WordRun.Key(name);
        if (key.Length < 2) return;
        ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(claims, key, out var known);
        (own ??= new(1)).Add(claim);
        if (known) return;
        for (var length = 1; length <= Math.Min(LongestBeginning, key.Length); length++)
        {
            ref var longest = ref CollectionsMarshal.GetValueRefOrAddDefault(longestBy, Beginning(key, length), out _);
            longest = Math.Max(longest, key.Length);
        }
    }

    // The first letters as a number.
    private static ulong Beginning(ReadOnlySpan<char> letters, int most)
    {
        var beginning = 0UL;
        foreach (var letter in letters[..Math.Min(most, letters.Length)]) beginning = (beginning << 16) | letter;
        return beginning;
    }

    private readonly record struct Claim(CatalogueEntry Entry, decimal Score, NamingRule Rule, bool InCapitals);
}

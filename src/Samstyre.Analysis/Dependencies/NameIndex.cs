using System.Collections.Immutable;
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
    private const int MostWords = 12;
    private const int ShortestInflected = 5;
    private const int ShortestMisspelt = 9;
    private const int ShortInCapitals = 4;

    // What Norwegian puts behind a name; the longest first.
    private static readonly string[] Inflections = ["enes", "ene", "ens", "ets", "en", "et", "s"];

    private readonly Dictionary<string, List<Claim>> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Claim>>.AlternateLookup<ReadOnlySpan<char>> byLetters;
    private readonly Dictionary<uint, int> longestBy = [];
    private readonly Dictionary<ulong, string> nearly = [];
    private readonly ImmutableArray<CatalogueEntry> entries;

    /// <summary>The index of a catalogue.</summary>
    /// <param name="catalogue">What can be named.</param>
    /// <param name="taught">Letters of words that somebody taught, and what they name.</param>
    public NameIndex(TargetCatalogue catalogue, IEnumerable<KnownName> taught)
    {
        entries = catalogue.Entries;
        byLetters = claims.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var name in taught)
        {
            if (name.Target is { } target && catalogue.Find(target) is { } entry) Add(name.Words, new(entry, 1, NamingRule.Taught, false));
        }

        foreach (var entry in entries)
        {
            foreach (var name in entry.Names)
            {
                Add(name, new(entry, 1, NamingRule.Name, false));
                if (entry.Target.Kind is not TargetKind.Initiative) continue;
                foreach (var (variant, score) in NameVariants.Of(name))
                    Add(variant, new(entry, score, score == 0.8m ? NamingRule.Abbreviation : NamingRule.Name, NameVariants.IsAbbreviation(variant) && variant.Length <= ShortInCapitals));
            }
        }

        foreach (var key in claims.Keys)
        {
            var prefix = Prefix(key);
            longestBy[prefix] = Math.Max(longestBy.GetValueOrDefault(prefix), key.Length);
            if (key.Length >= ShortestMisspelt) foreach (var hash in WithoutOne(key)) nearly.TryAdd(hash, key);
        }
    }

    /// <summary>What stands in a text, each once, in the order of the text. Of names that begin at the same word the longest counts.</summary>
    public IEnumerable<NamedTarget> In(WordRun text)
    {
        var seen = new HashSet<TargetRef>();
        for (var first = 0; first < text.Count; first++)
        {
            if (Longest(text, first, out var count) is not { } claimed) continue;
            var words = text.Written(first, count);
            var best = Best(claimed, words);
            if (best.Count > 0)
            {
                foreach (var claim in best)
                {
                    // An initiative and the organisation that it became may share a name: both are meant. Two initiatives of one name are not.
                    var alone = best.TrueForAll(other => other == claim || other.Entry.Target.Kind != claim.Entry.Target.Kind);
                    if (seen.Add(claim.Entry.Target)) yield return new(claim.Entry.Target, claim.Entry.Name, alone ? claim.Score : Ambiguous, text.Written(first, count).ToString(), claim.Rule);
                }

                first += count - 1;
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
                if (letters.Length < ShortestMisspelt - 1 || Claimed(letters) is not null) continue;
                if (NearOf(letters) is { } key && Best(claims[key], text.Written(first, count)) is [var only, ..] best && best.TrueForAll(other => other == only || other.Entry.Target.Kind != only.Entry.Target.Kind))
                    return new(only.Entry.Target, only.Entry.Name, Misspelt, text.Written(first, count).ToString(), NamingRule.Likeness);
            }
        }

        return null;
    }

    private string? NearOf(ReadOnlySpan<char> letters)
    {
        if (nearly.TryGetValue(Hash(letters, -1), out var added)) return added;
        for (var left = 0; left < letters.Length; left++)
        {
            if (!nearly.TryGetValue(Hash(letters, left), out var key)) continue;
            if (Math.Abs(key.Length - letters.Length) <= 1) return key;
        }

        return null;
    }

    private List<Claim>? Longest(WordRun text, int first, out int count)
    {
        List<Claim>? found = null;
        count = 0;
        for (var words = 1; words <= Math.Min(MostWords, text.Count - first); words++)
        {
            var letters = text.Letters(first, words);
            if (letters.Length > longestBy.GetValueOrDefault(Prefix(letters)) + Inflections[0].Length) break;
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

    // The surest of those that claim the words; short abbreviations only where they are written as such.
    private static List<Claim> Best(List<Claim> claimed, ReadOnlySpan<char> words)
    {
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
        ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(claims, key, out _);
        (own ??= new(1)).Add(claim);
    }

    private static uint Prefix(ReadOnlySpan<char> letters) => letters.Length switch
    {
        0 => 0,
        1 => letters[0],
        _ => ((uint)letters[0] << 16) | letters[1],
    };

    private static IEnumerable<ulong> WithoutOne(string key)
    {
        for (var left = -1; left < key.Length; left++) yield return Hash(key, left);
    }

    // FNV-1a over the letters but one.
    private static ulong Hash(ReadOnlySpan<char> letters, int left)
    {
        var hash = 14695981039346656037UL;
        for (var at = 0; at < letters.Length; at++)
        {
            if (at != left) hash = (hash ^ letters[at]) * 1099511628211UL;
        }

        return hash;
    }

    private readonly record struct Claim(CatalogueEntry Entry, decimal Score, NamingRule Rule, bool InCapitals);
}

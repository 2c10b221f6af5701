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
    private const int MostWords = 40;
    private const int LongestName = 300;
    private const int ShortestInflected = 5;
    private const int ShortInCapitals = 4;
    private const int Beginning = 4;

    // What Norwegian puts behind a name; the longest first.
    private static readonly string[] Inflections = ["enes", "ene", "ens", "ets", "en", "et", "s"];

    // By the letters of a name as a number; longer names by how they begin.
    private readonly Dictionary<ulong, Claim> claims;
    private readonly Dictionary<ulong, int> longestBy;
    private readonly List<string> longer = [];
    private readonly Lazy<NearNames> nearly;

    /// <summary>The index of a catalogue.</summary>
    /// <param name="catalogue">What can be named.</param>
    /// <param name="taught">Letters of words that somebody taught, and what they name.</param>
    public NameIndex(TargetCatalogue catalogue, IEnumerable<KnownName> taught)
    {
        claims = new(catalogue.Entries.Length * 3);
        longestBy = new(catalogue.Entries.Length);
        var letters = new WordRun();
        foreach (var name in taught)
        {
            if (name.Target is { } target && catalogue.Find(target) is { } entry) Add(letters, name.Words, new(entry, 1, NamingRule.Taught, false));
        }

        foreach (var entry in catalogue.Entries)
        {
            foreach (var name in entry.Names)
            {
                Add(letters, name, new(entry, 1, NamingRule.Name, false));
                if (entry.Target.Kind is not TargetKind.Initiative) continue;
                foreach (var (variant, score) in NameVariants.Of(name))
                    Add(letters, variant, new(entry, score, score == 0.8m ? NamingRule.Abbreviation : NamingRule.Name, NameVariants.IsAbbreviation(variant) && variant.Length <= ShortInCapitals));
            }
        }

        nearly = new(() => new(longer));
    }

    /// <summary>What stands in a text, each once, in the order of the text. Of names that begin at the same word the longest counts.</summary>
    public List<NamedTarget> In(WordRun text)
    {
        List<NamedTarget> found = [];
        HashSet<TargetRef>? seen = null;
        for (var first = 0; first < text.Count; first++)
        {
            if (Longest(text, first, out var count) is not { } best) continue;
            for (var claim = best; claim is not null; claim = NextOf(best, claim))
            {
                if ((seen ??= []).Add(claim.Entry.Target)) found.Add(new(claim.Entry.Target, claim.Entry.Name, IsAlone(best, claim) ? claim.Score : Ambiguous, text.Written(first, count).ToString(), claim.Rule));
            }

            first += count - 1;
        }

        return found;
    }

    /// <summary>Adds the initiatives that stand in a text.</summary>
    public void AddInitiatives(WordRun text, ISet<Guid> into)
    {
        for (var first = 0; first < text.Count; first++)
        {
            if (Longest(text, first, out var count) is not { } best) continue;
            for (var claim = best; claim is not null; claim = NextOf(best, claim))
            {
                if (claim.Entry.Target.Initiative is { } initiative) into.Add(initiative);
            }

            first += count - 1;
        }
    }

    /// <summary>The name that a short text misspells; null where it misspells none.</summary>
    public NamedTarget? Nearly(WordRun text)
    {
        for (var first = 0; first < text.Count; first++)
        {
            for (var count = Math.Min(NearNames.MostWords, text.Count - first); count > 0; count--)
            {
                var letters = text.Letters(first, count);
                if (letters.Length < NearNames.Shortest - 1 || letters.Length > LongestName || claims.ContainsKey(LetterHash.Of(letters))) continue;
                if (nearly.Value.Of(letters) is { } near && claims.TryGetValue(LetterHash.Of(near.Name), out var claimed) && Best(claimed, text.Written(first, count)) is { } only && IsAlone(only, only))
                    return new(only.Entry.Target, only.Entry.Name, near.Score, text.Written(first, count).ToString(), NamingRule.Likeness);
            }
        }

        return null;
    }

    // The surest claim to the most words that begin at a word; null where none begins there.
    private Claim? Longest(WordRun text, int first, out int count)
    {
        Claim? found = null;
        count = 0;
        var most = Math.Min(MostWords, text.Count - first);
        var all = text.Letters(first, most);
        var longest = all.Length < Beginning ? Beginning - 1 : longestBy.GetValueOrDefault(LetterHash.Of(all[..Beginning]), Beginning - 1);
        Span<ulong> hashes = stackalloc ulong[longest + Inflections[0].Length + 1];
        hashes[0] = LetterHash.Of([]);
        var read = 0;
        for (var words = 1; words <= most; words++)
        {
            var letters = text.Letters(first, words);
            if (letters.Length >= hashes.Length) break;
            for (; read < letters.Length; read++) hashes[read + 1] = LetterHash.With(hashes[read], letters[read]);
            if (Claimed(letters, hashes) is { } claimed && Best(claimed, text.Written(first, words)) is { } best) (found, count) = (best, words);
        }

        return found;
    }

    private Claim? Claimed(ReadOnlySpan<char> letters, ReadOnlySpan<ulong> hashes)
    {
        if (claims.TryGetValue(hashes[letters.Length], out var claimed)) return claimed;
        foreach (var ending in Inflections)
        {
            if (letters.Length >= ShortestInflected + ending.Length && letters.EndsWith(ending, StringComparison.Ordinal) && claims.TryGetValue(hashes[letters.Length - ending.Length], out claimed)) return claimed;
        }

        return null;
    }

    // The first of the surest of those that claim the words; null where all are short abbreviations, which are meant only where they are written as such.
    private static Claim? Best(Claim claimed, ReadOnlySpan<char> words)
    {
        Claim? best = null;
        for (var claim = claimed; claim is not null; claim = claim.Next)
        {
            if ((best is null || claim.Score > best.Score) && (!claim.InCapitals || NameVariants.IsAbbreviation(words))) best = claim;
        }

        return best;
    }

    // The next that is as sure as the best.
    private static Claim? NextOf(Claim best, Claim claim)
    {
        var next = claim.Next;
        while (next is not null && (next.Score != best.Score || next.InCapitals != best.InCapitals)) next = next.Next;
        return next;
    }

    // An initiative and the organisation that it became may share a name: both are meant. Two initiatives of one name are not.
    private static bool IsAlone(Claim best, Claim one)
    {
        for (var other = best; other is not null; other = NextOf(best, other))
        {
            if (other.Entry != one.Entry && other.Entry.Target.Kind == one.Entry.Target.Kind) return false;
        }

        return true;
    }

    private void Add(WordRun words, string name, Claim claim)
    {
        words.Read(name);
        if (words.Count == 0 || words.Letters(0, words.Count) is not { Length: >= 2 and <= LongestName } letters) return;
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(claims, LetterHash.Of(letters), out var known);
        if (!known) first = claim;
        else first!.Append(claim);
        if (known) return;
        if (letters.Length >= NearNames.Shortest) longer.Add(letters.ToString());
        if (letters.Length < Beginning) return;
        ref var longest = ref CollectionsMarshal.GetValueRefOrAddDefault(longestBy, LetterHash.Of(letters[..Beginning]), out _);
        longest = Math.Max(longest, letters.Length);
    }

    // What one entry claims by one name; those of the same name hang together.
    private sealed class Claim(CatalogueEntry entry, decimal score, NamingRule rule, bool inCapitals)
    {
        public CatalogueEntry Entry => entry;

        public decimal Score => score;

        public NamingRule Rule => rule;

        public bool InCapitals => inCapitals;

        public Claim? Next { get; private set; }

        public void Append(Claim claim)
        {
            var last = this;
            while (last.Next is not null) last = last.Next;
            last.Next = claim;
        }
    }
}

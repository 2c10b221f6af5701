using System.Globalization;
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

    /// <summary>Longer names are not looked for.</summary>
    public const int LongestName = 300;

    private const decimal Ambiguous = 0.5m;
    private const int MostWords = 40;
    private const int ShortestInflected = 5;
    private const int ShortInCapitals = 4;
    private const int Beginning = 4;
    private const int MostDigits = 4;

    // What Norwegian puts behind a name; the longest first.
    private static readonly string[] Inflections = ["enes", "ene", "ens", "ets", "en", "et", "s"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IdWords =
        new HashSet<string>(["id", "tiltak", "tiltaket", "prosjekt", "prosjektet", "nr", "nummer", "initiative", "project", "no"], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // By the letters of a name as a number; longer names by how they begin.
    private readonly Dictionary<ulong, Claim> claims;
    private readonly Dictionary<ulong, int> longestBy;
    private readonly Dictionary<int, Claim> byNumber = [];
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
            if (entry.Number is { } number) byNumber.TryAdd(number, new(entry, 1, NamingRule.Name, false));
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
            if ((Longest(text, first, out var count) ?? Numbered(text, first, out count)) is not { } claimed) continue;
            if (!Denial.Of(text, first, count))
            {
                var surest = Surest(claimed, text.Written(first, count));
                var best = surest.Max(one => one.Claim.Score);
                foreach (var (claim, alone) in surest)
                {
                    // What is less sure than something of another kind is meant beside it only where it is sure enough by itself.
                    if (claim.Score < best && !(alone && claim.Score >= Threshold)) continue;
                    if (found.Count == 0 || (seen ??= [.. found.Select(other => other.Target)]).Add(claim.Entry.Target)) found.Add(new(claim.Entry.Target, claim.Entry.Name, alone ? claim.Score : Ambiguous, text.Written(first, count).ToString(), claim.Rule));
                }
            }

            first += count - 1;
        }

        return found;
    }

    /// <summary>Adds the initiatives that a text may name.</summary>
    public void AddInitiatives(WordRun text, ISet<Guid> into)
    {
        for (var first = 0; first < text.Count; first++)
        {
            if (Longest(text, first, out var count) is not { } claimed) continue;
            for (var claim = claimed; claim is not null; claim = claim.Next)
            {
                if (claim.Entry.Initiative is { } initiative) into.Add(initiative);
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
                if (letters.Length < NearNames.Shortest - 1 || letters.Length > LongestName || claims.ContainsKey(LetterHash.Of(letters)) || Denial.Of(text, first, count)) continue;
                if (nearly.Value.Of(letters) is { } near && claims.TryGetValue(LetterHash.Of(near.Name), out var claimed) && Surest(claimed, text.Written(first, count)) is [(var only, true), ..])
                    return new(only.Entry.Target, only.Entry.Name, near.Score, text.Written(first, count).ToString(), NamingRule.Likeness);
            }
        }

        return null;
    }

    // "Tiltak 164" and "ID 164" mean the initiative with that national id.
    private Claim? Numbered(WordRun text, int first, out int count)
    {
        count = 2;
        if (first + 1 >= text.Count || text.Letters(first + 1, 1) is not { Length: <= MostDigits } digits || !IdWords.Contains(text.Letters(first, 1))) return null;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? byNumber.GetValueOrDefault(number) : null;
    }

    // The claims to the most words that begin at a word; null where none begins there.
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
            if (Claimed(letters, hashes) is { } claimed && IsMeant(claimed, text.Written(first, words))) (found, count) = (claimed, words);
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

    // Short abbreviations are meant only where they are written as such.
    private static bool IsMeant(Claim claimed, ReadOnlySpan<char> words)
    {
        for (var claim = claimed; claim is not null; claim = claim.Next)
        {
            if (!claim.InCapitals || NameVariants.IsAbbreviation(words)) return true;
        }

        return false;
    }

    // Of each kind the surest, and whether it is the only one: an initiative and the building block or organisation that it made may share a name, and both are meant. Two initiatives of one name are not.
    private static List<(Claim Claim, bool Alone)> Surest(Claim claimed, ReadOnlySpan<char> words)
    {
        var capitals = NameVariants.IsAbbreviation(words);
        List<(Claim Claim, bool Alone)> surest = [];
        // What somebody said that the words mean, be it several, they mean: it comes first.
        for (var claim = claimed; claim is { Rule: NamingRule.Taught }; claim = claim.Next) surest.Add((claim, true));
        if (surest.Count > 0) return surest;
        for (var claim = claimed; claim is not null; claim = claim.Next)
        {
            if (claim.InCapitals && !capitals) continue;
            var (kind, score) = (claim.Entry.Target.Kind, claim.Score);
            var rival = surest.FindIndex(other => other.Claim.Entry.Target.Kind == kind);
            if (rival >= 0 && surest[rival].Claim.Score > score) continue;
            if (rival >= 0 && surest[rival].Claim.Score < score)
            {
                surest.RemoveAll(other => other.Claim.Entry.Target.Kind == kind);
                rival = -1;
            }

            // The names of an entry stand together.
            if (rival >= 0 && ReferenceEquals(surest[^1].Claim.Entry, claim.Entry)) continue;
            if (rival >= 0) surest[rival] = (surest[rival].Claim, false);
            surest.Add((claim, rival < 0));
        }

        return surest;
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

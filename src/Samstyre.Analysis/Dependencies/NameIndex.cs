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

    // What each entry claims by each of its names: tens of thousands, in one piece.
    private readonly List<Claim> held;

    // The place of the first claim to a name, by its letters as a number; longer names by how they begin.
    private readonly Dictionary<ulong, int> claims;
    private readonly Dictionary<ulong, int> longestBy;
    private readonly Dictionary<int, int> byNumber = [];
    private readonly NearNames near;

    /// <summary>The index of a catalogue.</summary>
    /// <param name="catalogue">What can be named.</param>
    /// <param name="taught">Letters of words that somebody taught, and what they name.</param>
    public NameIndex(TargetCatalogue catalogue, IEnumerable<KnownName> taught)
    {
        held = new(catalogue.Entries.Length * 3);
        claims = new(catalogue.Entries.Length * 3);
        longestBy = new(catalogue.Entries.Length);
        near = new(catalogue.Entries.Length);
        var letters = new WordRun();
        foreach (var name in taught)
        {
            if (name.Target is { } target && catalogue.Find(target) is { } entry) Add(letters, name.Words, new(entry, 1, NamingRule.Taught, false));
        }

        foreach (var entry in catalogue.Entries)
        {
            if (entry.Number is { } number && byNumber.TryAdd(number, held.Count)) held.Add(new(entry, 1, NamingRule.Name, false));
            foreach (var name in entry.Names)
            {
                Add(letters, name, new(entry, 1, NamingRule.Name, false));
                if (entry.Target.Kind is not TargetKind.Initiative) continue;
                foreach (var (variant, score) in NameVariants.Of(name))
                    Add(letters, variant, new(entry, score, score == 0.8m ? NamingRule.Abbreviation : NamingRule.Name, NameVariants.IsAbbreviation(variant) && variant.Length <= ShortInCapitals));
            }
        }
    }

    private Span<Claim> Held => CollectionsMarshal.AsSpan(held);

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
                var written = text.Written(first, count);
                // Most names are one entry's.
                if (Held[claimed].Next < 0) Add(claimed, true, written);
                else
                {
                    var surest = Surest(claimed, written);
                    var best = surest.Max(one => Held[one.Claim].Score);
                    foreach (var (claim, alone) in surest)
                    {
                        // What is less sure than something of another kind is meant beside it only where it is sure enough by itself.
                        if (Held[claim].Score == best || (alone && Held[claim].Score >= Threshold)) Add(claim, alone, written);
                    }
                }
            }

            first += count - 1;
        }

        return found;

        void Add(int claim, bool alone, ReadOnlySpan<char> written)
        {
            if (found.Count == 0 || (seen ??= [.. found.Select(other => other.Target)]).Add(Held[claim].Entry.Target)) found.Add(Named(ref Held[claim], alone, written));
        }
    }

    /// <summary>Adds the initiatives that a text may name.</summary>
    public void AddInitiatives(WordRun text, ISet<Guid> into)
    {
        for (var first = 0; first < text.Count; first++)
        {
            if (Longest(text, first, out var count) is not { } claimed) continue;
            for (var claim = claimed; claim >= 0; claim = Held[claim].Next)
            {
                if (Held[claim].Entry.Initiative is { } initiative) into.Add(initiative);
            }

            first += count - 1;
        }
    }

    /// <summary>The name that a short text misspells; null where it misspells none.</summary>
    public NamedTarget? Nearly(WordRun text)
    {
        Span<ulong> hashes = stackalloc ulong[LongestName + 1];
        Span<ulong> beginnings = stackalloc ulong[LongestName + 1];
        Span<byte> opens = stackalloc byte[LongestName];
        for (var first = 0; first < text.Count; first++)
        {
            var most = Math.Min(NearNames.MostWords, text.Count - first);
            while (most > 0 && text.Letters(first, most).Length > LongestName) most--;
            if (most == 0 || text.Letters(first, most) is not { Length: >= NearNames.Shortest - 1 } all) continue;
            hashes[0] = LetterHash.Of([]);
            for (var at = 0; at < all.Length; at++) hashes[at + 1] = LetterHash.With(hashes[at], all[at]);
            near.Read(all, beginnings, opens);
            for (var count = most; count > 0; count--)
            {
                var letters = text.Letters(first, count);
                if (letters.Length < NearNames.Shortest - 1) break;
                if (!claims.ContainsKey(hashes[letters.Length]) && near.Of(letters, beginnings, opens) is { } name && !Denial.Of(text, first, count)
                    && claims.TryGetValue(LetterHash.Of(name.Name), out var claimed) && Surest(claimed, text.Written(first, count)) is [(var only, true), ..])
                    return new(Held[only].Entry.Target, Held[only].Entry.Name, name.Score, text.Written(first, count).ToString(), NamingRule.Likeness);
            }
        }

        return null;
    }

    // Many rows name the same by the same words: it is said once. From several threads, the last one's is kept; each says the same.
    private static NamedTarget Named(ref Claim claim, bool alone, ReadOnlySpan<char> written)
    {
        var score = alone ? claim.Score : Ambiguous;
        if (claim.Said is { } said && said.Score == score && written.SequenceEqual(said.Words)) return said;
        return claim.Said = new(claim.Entry.Target, claim.Entry.Name, score, written.ToString(), claim.Rule);
    }

    // "Tiltak 164" and "ID 164" mean the initiative with that national id.
    private int? Numbered(WordRun text, int first, out int count)
    {
        count = 2;
        if (first + 1 >= text.Count || text.Letters(first + 1, 1) is not { Length: <= MostDigits } digits || !IdWords.Contains(text.Letters(first, 1))) return null;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && byNumber.TryGetValue(number, out var claim) ? claim : null;
    }

    // The claims to the most words that begin at a word; null where none begins there.
    private int? Longest(WordRun text, int first, out int count)
    {
        int? found = null;
        count = 0;
        var most = Math.Min(MostWords, text.Count - first);
        var all = text.Letters(first, most);
        var longest = all.Length < Beginning ? Beginning - 1 : longestBy.GetValueOrDefault(LetterHash.Of(all[..Beginning]), Beginning - 1);
        // Where no name begins so, one of two or three letters may; they are not inflected.
        Span<ulong> hashes = stackalloc ulong[longest + (longest < Beginning ? 0 : Inflections[0].Length) + 1];
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

    private int? Claimed(ReadOnlySpan<char> letters, ReadOnlySpan<ulong> hashes)
    {
        if (claims.TryGetValue(hashes[letters.Length], out var claimed)) return claimed;
        // What every one of them ends with.
        if (letters[^1] is not ('s' or 'e' or 'n' or 't')) return null;
        foreach (var ending in Inflections)
        {
            if (letters.Length >= ShortestInflected + ending.Length && letters.EndsWith(ending, StringComparison.Ordinal) && claims.TryGetValue(hashes[letters.Length - ending.Length], out claimed)) return claimed;
        }

        return null;
    }

    // Short abbreviations are meant only where they are written as such.
    private bool IsMeant(int claimed, ReadOnlySpan<char> words)
    {
        for (var claim = claimed; claim >= 0; claim = Held[claim].Next)
        {
            if (!Held[claim].InCapitals || NameVariants.IsAbbreviation(words)) return true;
        }

        return false;
    }

    // Of each kind the surest, and whether it is the only one: an initiative and the building block or organisation that it made may share a name, and both are meant. Two initiatives of one name are not.
    private List<(int Claim, bool Alone)> Surest(int claimed, ReadOnlySpan<char> words)
    {
        var capitals = NameVariants.IsAbbreviation(words);
        List<(int Claim, bool Alone)> surest = [];
        // What somebody said that the words mean, be it several, they mean: it comes first.
        for (var place = claimed; place >= 0 && Held[place].Rule == NamingRule.Taught; place = Held[place].Next) surest.Add((place, true));
        if (surest.Count > 0) return surest;
        for (var place = claimed; place >= 0; place = Held[place].Next)
        {
            ref var claim = ref Held[place];
            if (claim.InCapitals && !capitals) continue;
            var (kind, score) = (claim.Entry.Target.Kind, claim.Score);
            var rival = FirstOf(kind, surest);
            if (rival >= 0 && Held[surest[rival].Claim].Score > score) continue;
            if (rival >= 0 && Held[surest[rival].Claim].Score < score)
            {
                surest.RemoveAll(other => Held[other.Claim].Entry.Target.Kind == kind);
                rival = -1;
            }

            // The names of an entry stand together.
            if (rival >= 0 && ReferenceEquals(Held[surest[^1].Claim].Entry, claim.Entry)) continue;
            if (rival >= 0) surest[rival] = (surest[rival].Claim, false);
            surest.Add((place, rival < 0));
        }

        return surest;
    }

    private int FirstOf(TargetKind kind, List<(int Claim, bool Alone)> among)
    {
        for (var at = 0; at < among.Count; at++)
        {
            if (Held[among[at].Claim].Entry.Target.Kind == kind) return at;
        }

        return -1;
    }

    private void Add(WordRun words, string name, Claim claim)
    {
        words.Read(name);
        if (words.Count == 0 || words.Letters(0, words.Count) is not { Length: >= 2 and <= LongestName } letters) return;
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(claims, LetterHash.Of(letters), out var known);
        if (known)
        {
            var last = first;
            while (Held[last].Next >= 0) last = Held[last].Next;
            Held[last].Next = held.Count;
        }
        else first = held.Count;
        held.Add(claim);
        if (known) return;
        if (letters.Length >= NearNames.Shortest) near.Add(letters);
        if (letters.Length < Beginning) return;
        ref var longest = ref CollectionsMarshal.GetValueRefOrAddDefault(longestBy, LetterHash.Of(letters[..Beginning]), out _);
        longest = Math.Max(longest, letters.Length);
    }

    // What one entry claims by one name; those of the same name hang together.
    private struct Claim(CatalogueEntry entry, decimal score, NamingRule rule, bool inCapitals)
    {
        public readonly CatalogueEntry Entry => entry;

        public readonly decimal Score => score;

        public readonly NamingRule Rule => rule;

        public readonly bool InCapitals => inCapitals;

        // The place of the next claim to the same name; -1 behind the last.
        public int Next { get; set; } = -1;

        // What was last found by it.
        public NamedTarget? Said { get; set; }
    }
}

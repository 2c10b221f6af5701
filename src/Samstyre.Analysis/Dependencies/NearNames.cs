using System.Numerics;
using System.Runtime.InteropServices;

namespace Samstyre.Analysis;

/// <summary>A name that letters misspell.</summary>
/// <param name="Name">Its letters.</param>
/// <param name="Score">How surely it is meant, 0-1.</param>
internal sealed record NearName(string Name, decimal Score);

/// <summary>Finds names that letters misspell: letters too many, too few, wrong, or two that changed places. Bokmål and Nynorsk spellings of a name are as near to each other.</summary>
internal sealed class NearNames
{
    /// <summary>Shorter names are too easily another word.</summary>
    public const int Shortest = 9;

    /// <summary>Names of more words are not looked for.</summary>
    public const int MostWords = 10;

    private const int ShortestOfTwo = 16;
    private const int Pieces = 5;
    private const int Shift = 44;
    private const int Opening = 4;
    private const int LongOpening = 8;
    private const int OpeningShift = 48;
    private const ulong Base = 1099511628211UL;

    // A slip changes one piece of a name, so that one more piece than there are slips is as it was. Two letters that change places across a border change both pieces: of one slip that is looked for by itself.
    private static readonly (int Slips, decimal Score)[] Ways = [(1, 0.75m), (2, 0.72m)];

    private static readonly ulong[] Powers = PowersOf(NameIndex.LongestName);

    // Where the pieces of a name of some length begin, and behind the last where it ends.
    private static readonly ushort[][] Starts = [.. Ways.Select(way => StartsWith(way.Slips))];

    // The letters of all names in a row, and of each where they begin and how many they are.
    private readonly List<char> row;
    private readonly List<(int Start, int Length)> names;

    // Names with the same piece hang together: each holds the place of the one before it, -1 for the first, and which letters the name has.
    private readonly List<(int Name, int Before, ulong Letters)> held;
    private readonly Dictionary<ulong, int> byPiece;

    // Nearly all pieces of nearly all words are nobody's: this says so without looking far.
    private readonly ulong[] may = new ulong[1 << (64 - Shift - 6)];

    // The same of the letters that pieces begin with, four and eight of them: asked once for each letter of a text, whatever names may begin there.
    private readonly ulong[] openings = new ulong[1 << (64 - OpeningShift - 6)];
    private readonly ulong[] longOpenings = new ulong[1 << (64 - OpeningShift - 6)];

    /// <summary>No names yet.</summary>
    /// <param name="names">How many are to come, about.</param>
    public NearNames(int names)
    {
        row = new(names * ShortestOfTwo);
        this.names = new(names);
        held = new(names * Pieces);
        byPiece = new(names * Pieces);
    }

    /// <summary>Takes a name by its letters: at least <see cref="Shortest"/> and at most <see cref="NameIndex.LongestName"/>.</summary>
    public void Add(ReadOnlySpan<char> name)
    {
        var own = LettersOf(name);
        foreach (var (slips, _) in Ways)
        {
            for (var piece = 0; piece < PiecesWith(slips) && name.Length >= ShortestWith(slips); piece++)
            {
                var (start, size) = PieceOf(name.Length, piece, slips);
                var key = KeyOf(NumberOf(name.Slice(start, size)), piece, slips, name.Length);
                Set(may, key, Shift);
                Set(openings, Spread(NumberOf(name.Slice(start, Opening))), OpeningShift);
                if (size >= LongOpening) Set(longOpenings, Spread(NumberOf(name.Slice(start, LongOpening))), OpeningShift);
                ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(byPiece, key, out var known);
                held.Add((names.Count, known ? last : -1, own));
                last = held.Count - 1;
            }
        }

        names.Add((row.Count, name.Length));
        row.AddRange(name);
    }

    /// <summary>Reads letters that are to be compared with the names.</summary>
    /// <param name="letters">At most as many as the longest name has.</param>
    /// <param name="beginnings">Filled with the numbers of all their beginnings, from the empty one: the number of any piece follows from two of them.</param>
    /// <param name="opens">Filled with what may begin at each letter: 0 nothing, 1 pieces of fewer than eight letters, 3 longer ones too.</param>
    public void Read(ReadOnlySpan<char> letters, Span<ulong> beginnings, Span<byte> opens)
    {
        beginnings[0] = 0;
        for (var at = 0; at < letters.Length; at++) beginnings[at + 1] = (beginnings[at] * Base) + letters[at];
        for (var at = 0; at < letters.Length; at++)
        {
            var open = 0;
            if (at + Opening <= letters.Length && Has(openings, Spread(NumberIn(beginnings, at, Opening)), OpeningShift)) open |= 1;
            if (open > 0 && at + LongOpening <= letters.Length && Has(longOpenings, Spread(NumberIn(beginnings, at, LongOpening)), OpeningShift)) open |= 2;
            opens[at] = (byte)open;
        }
    }

    /// <summary>One of the nearest names; null where the letters misspell none.</summary>
    /// <param name="letters">At most as many as the longest name has.</param>
    /// <param name="beginnings">What <see cref="Read"/> said of them, or of more letters that begin with them.</param>
    /// <param name="opens">The same.</param>
    public NearName? Of(ReadOnlySpan<char> letters, ReadOnlySpan<ulong> beginnings, ReadOnlySpan<byte> opens)
    {
        foreach (var (slips, score) in Ways)
        {
            if (Find(letters, beginnings, opens, slips) is { } name) return new(name, score);
        }

        return null;
    }

    private ReadOnlySpan<char> NameAt(int place)
    {
        var (start, length) = names[held[place].Name];
        return CollectionsMarshal.AsSpan(row).Slice(start, length);
    }

    private string? Find(ReadOnlySpan<char> letters, ReadOnlySpan<ulong> beginnings, ReadOnlySpan<byte> opens, int slips)
    {
        var own = 0UL;
        for (var length = letters.Length - slips; length <= letters.Length + slips; length++)
        {
            if (length < ShortestWith(slips)) continue;
            for (var piece = 0; piece < PiecesWith(slips); piece++)
            {
                var (start, size) = PieceOf(length, piece, slips);
                var (longer, opening) = (letters.Length - length, size < LongOpening ? 1 : 2);
                // The first piece stands where it stood, the last as far from the end; one between them where the slips before it have moved it.
                var (from, to) = piece == 0 ? (0, 0) : piece == PiecesWith(slips) - 1 ? (longer, longer) : (-slips, slips);
                for (var shift = from; shift <= to; shift++)
                {
                    if (start + shift < 0 || start + shift + size > letters.Length || (opens[start + shift] & opening) == 0 || Math.Abs(shift) + Math.Abs(longer - shift) > slips) continue;
                    var key = KeyOf(NumberIn(beginnings, start + shift, size), piece, slips, length);
                    if (!Has(may, key, Shift)) continue;
                    for (var at = byPiece.GetValueOrDefault(key, -1); at >= 0; at = held[at].Before)
                    {
                        // A slip takes one letter away and brings another at most.
                        if (own == 0) own = LettersOf(letters);
                        if (BitOperations.PopCount(own ^ held[at].Letters) <= 2 * slips && EditDistance.IsAtMost(NameAt(at), letters, slips) && SameDigits(NameAt(at), letters)) return NameAt(at).ToString();
                    }
                }
            }
        }

        return slips == 1 && letters.Length >= Shortest ? SwappedInTheMiddle(letters) : null;
    }

    private string? SwappedInTheMiddle(ReadOnlySpan<char> letters)
    {
        var half = PieceOf(letters.Length, 0, 1).Size;
        Span<char> meant = stackalloc char[letters.Length];
        letters.CopyTo(meant);
        (meant[half - 1], meant[half]) = (meant[half], meant[half - 1]);
        for (var at = byPiece.GetValueOrDefault(KeyOf(NumberOf(meant[..half]), 0, 1, letters.Length), -1); at >= 0; at = held[at].Before)
        {
            if (meant.SequenceEqual(NameAt(at))) return NameAt(at).ToString();
        }

        return null;
    }

    // Phases and years tell names apart.
    private static bool SameDigits(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var (at, to) = (0, 0);
        while (true)
        {
            while (at < one.Length && !char.IsDigit(one[at])) at++;
            while (to < other.Length && !char.IsDigit(other[to])) to++;
            if (at == one.Length || to == other.Length) return at == one.Length && to == other.Length;
            if (one[at++] != other[to++]) return false;
        }
    }

    private static (int Start, int Size) PieceOf(int length, int piece, int slips)
    {
        var (starts, at) = (Starts[slips - 1], (length * (PiecesWith(slips) + 1)) + piece);
        return (starts[at], starts[at + 1] - starts[at]);
    }

    private static ushort[] StartsWith(int slips) => [.. from length in Enumerable.Range(0, NameIndex.LongestName + slips + 1) from piece in Enumerable.Range(0, PiecesWith(slips) + 1) select (ushort)(piece * length / PiecesWith(slips))];

    private static int PiecesWith(int slips) => slips + 1;

    private static ulong[] PowersOf(int most)
    {
        var powers = new ulong[most + 1];
        powers[0] = 1;
        for (var at = 1; at <= most; at++) powers[at] = powers[at - 1] * Base;
        return powers;
    }

    private static int ShortestWith(int slips) => slips == 1 ? Shortest : ShortestOfTwo;

    private static ulong NumberOf(ReadOnlySpan<char> letters)
    {
        var number = 0UL;
        foreach (var letter in letters) number = (number * Base) + letter;
        return number;
    }

    // Which letters there are, a bit each. Some share one, digits with letters too: then fewer names are told apart, and none is missed.
    private static ulong LettersOf(ReadOnlySpan<char> some)
    {
        var letters = 0UL;
        foreach (var letter in some) letters |= 1UL << letter;
        return letters;
    }

    private static ulong NumberIn(ReadOnlySpan<ulong> beginnings, int start, int size) => beginnings[start + size] - (beginnings[start] * Powers[size]);

    // The upper bits of a few letters' number say little by themselves.
    private static ulong Spread(ulong number) => number * 11400714819323198485UL;

    // A set of numbers by their upper bits; it may also say yes to what it was never told.
    private static void Set(ulong[] some, ulong number, int shift) => some[number >> (shift + 6)] |= 1UL << (int)(number >> shift);

    private static bool Has(ulong[] some, ulong number, int shift) => (some[number >> (shift + 6)] & (1UL << (int)(number >> shift))) != 0;

    private static ulong KeyOf(ulong number, int piece, int slips, int length) => LetterHash.With(LetterHash.With(number, (char)((slips * Pieces) + piece)), (char)length);
}

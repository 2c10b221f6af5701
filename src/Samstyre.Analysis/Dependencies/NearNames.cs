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
    private const ulong Base = 1099511628211UL;

    // A slip changes one piece of a name, so that one more piece than there are slips is as it was. Two letters that change places across a border change both pieces: of one slip that is looked for by itself.
    private static readonly (int Slips, decimal Score)[] Ways = [(1, 0.75m), (2, 0.72m)];

    private static readonly ulong[] Powers = PowersOf(NameIndex.LongestName);

    // Names with the same piece hang together: each holds the place of the one before it, -1 for the first.
    private readonly List<(string Name, int Before)> held;
    private readonly Dictionary<ulong, int> byPiece;

    // Nearly all pieces of nearly all words are nobody's: this says so without looking far.
    private readonly ulong[] may = new ulong[1 << (64 - Shift - 6)];

    /// <summary>Those that are long enough, by their letters, each once.</summary>
    public NearNames(IReadOnlyCollection<string> names)
    {
        held = new(names.Count * Pieces);
        byPiece = new(names.Count * Pieces);
        foreach (var name in names)
        {
            foreach (var (slips, _) in Ways)
            {
                for (var piece = 0; piece < PiecesWith(slips) && name.Length >= ShortestWith(slips); piece++)
                {
                    var key = KeyOf(NumberOf(name.AsSpan()[PieceOf(name.Length, piece, slips)]), piece, slips, name.Length);
                    may[key >> (Shift + 6)] |= 1UL << (int)(key >> Shift);
                    ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(byPiece, key, out var known);
                    held.Add((name, known ? last : -1));
                    last = held.Count - 1;
                }
            }
        }
    }

    /// <summary>One of the nearest names; null where the letters misspell none.</summary>
    public NearName? Of(ReadOnlySpan<char> letters)
    {
        // The number of any piece follows from those of the beginnings.
        Span<ulong> beginnings = stackalloc ulong[letters.Length + 1];
        beginnings[0] = 0;
        for (var at = 0; at < letters.Length; at++) beginnings[at + 1] = (beginnings[at] * Base) + letters[at];
        foreach (var (slips, score) in Ways)
        {
            if (Find(letters, beginnings, slips) is { } name) return new(name, score);
        }

        return null;
    }

    private string? Find(ReadOnlySpan<char> letters, ReadOnlySpan<ulong> beginnings, int slips)
    {
        for (var length = letters.Length - slips; length <= letters.Length + slips; length++)
        {
            if (length < ShortestWith(slips)) continue;
            for (var piece = 0; piece < PiecesWith(slips); piece++)
            {
                var (start, size) = PieceOf(length, piece, slips).GetOffsetAndLength(length);
                var longer = letters.Length - length;
                // The first piece stands where it stood, the last as far from the end; one between them where the slips before it have moved it.
                var (from, to) = piece == 0 ? (0, 0) : piece == PiecesWith(slips) - 1 ? (longer, longer) : (-slips, slips);
                for (var shift = from; shift <= to; shift++)
                {
                    if (start + shift < 0 || start + shift + size > letters.Length || Math.Abs(shift) + Math.Abs(longer - shift) > slips) continue;
                    var key = KeyOf(beginnings[start + shift + size] - (beginnings[start + shift] * Powers[size]), piece, slips, length);
                    if (!MayHold(key)) continue;
                    for (var at = byPiece.GetValueOrDefault(key, -1); at >= 0; at = held[at].Before)
                    {
                        if (EditDistance.IsAtMost(held[at].Name, letters, slips) && SameDigits(held[at].Name, letters)) return held[at].Name;
                    }
                }
            }
        }

        return slips == 1 && letters.Length >= Shortest ? SwappedInTheMiddle(letters) : null;
    }

    private string? SwappedInTheMiddle(ReadOnlySpan<char> letters)
    {
        var half = PieceOf(letters.Length, 0, 1).End.Value;
        Span<char> meant = stackalloc char[letters.Length];
        letters.CopyTo(meant);
        (meant[half - 1], meant[half]) = (meant[half], meant[half - 1]);
        for (var at = byPiece.GetValueOrDefault(KeyOf(NumberOf(meant[..half]), 0, 1, letters.Length), -1); at >= 0; at = held[at].Before)
        {
            if (meant.SequenceEqual(held[at].Name)) return held[at].Name;
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

    private static Range PieceOf(int length, int piece, int slips) => (piece * length / PiecesWith(slips))..((piece + 1) * length / PiecesWith(slips));

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

    private bool MayHold(ulong key) => (may[key >> (Shift + 6)] & (1UL << (int)(key >> Shift))) != 0;

    private static ulong KeyOf(ulong number, int piece, int slips, int length) => LetterHash.With(LetterHash.With(number, (char)((slips * Pieces) + piece)), (char)length);
}

namespace Samstyre.Analysis;

/// <summary>Finds names that words misspell by one letter: one too many, one too few, one wrong, or two that changed places.</summary>
internal sealed class NearNames
{
    /// <summary>Shorter names are too easily another word.</summary>
    public const int Shortest = 9;

    // One slip leaves the beginning or the end of a name as it was; the two letters between them may change places.
    private readonly Dictionary<ulong, List<string>> byBeginning = [];
    private readonly Dictionary<ulong, List<string>> byEnd = [];

    /// <summary>Those that are long enough, by their letters.</summary>
    public NearNames(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (name.Length < Shortest) continue;
            var half = HalfOf(name.Length);
            Add(byBeginning, LetterHash.Of(name.AsSpan(0, half)), name);
            Add(byEnd, LetterHash.Of(name.AsSpan(name.Length - half)), name);
        }
    }

    /// <summary>The first of the names that letters misspell; null where they misspell none.</summary>
    public string? Of(ReadOnlySpan<char> letters)
    {
        // A name and its misspelling differ by one letter in length at most, and so do their halves.
        for (var half = HalfOf(letters.Length - 1); half <= Math.Min(letters.Length, HalfOf(letters.Length + 1)); half++)
        {
            if ((Among(byBeginning, letters[..half], letters) ?? Among(byEnd, letters[^half..], letters)) is { } found) return found;
        }

        return null;
    }

    private static string? Among(Dictionary<ulong, List<string>> names, ReadOnlySpan<char> half, ReadOnlySpan<char> letters)
    {
        if (!names.TryGetValue(LetterHash.Of(half), out var some)) return null;
        foreach (var name in some)
        {
            if (IsOneSlip(name, letters)) return name;
        }

        return null;
    }

    private static bool IsOneSlip(ReadOnlySpan<char> name, ReadOnlySpan<char> letters)
    {
        if (Math.Abs(name.Length - letters.Length) > 1) return false;
        var same = name.CommonPrefixLength(letters);
        var restOfName = name[same..];
        var rest = letters[same..];
        if (restOfName.IsEmpty || rest.IsEmpty) return restOfName.Length != rest.Length;
        if (restOfName[1..].SequenceEqual(rest) || rest[1..].SequenceEqual(restOfName) || restOfName[1..].SequenceEqual(rest[1..])) return true;
        return restOfName.Length == rest.Length && rest.Length >= 2 && restOfName[0] == rest[1] && restOfName[1] == rest[0] && restOfName[2..].SequenceEqual(rest[2..]);
    }

    private static int HalfOf(int length) => (length - 2) / 2;

    private static void Add(Dictionary<ulong, List<string>> names, ulong hash, string name)
    {
        if (!names.TryGetValue(hash, out var own)) names[hash] = own = new(1);
        own.Add(name);
    }
}

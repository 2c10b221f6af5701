namespace Samstyre.Analysis;

/// <summary>Letters as a number: the same letters give the same, others as good as never.</summary>
internal static class LetterHash
{
    /// <summary>FNV-1a over the letters.</summary>
    public static ulong Of(ReadOnlySpan<char> letters)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in letters) hash = With(hash, letter);
        return hash;
    }

    /// <summary>The number of some letters and one more.</summary>
    public static ulong With(ulong hash, char letter) => (hash ^ letter) * 1099511628211UL;
}

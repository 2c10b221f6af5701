namespace Samstyre.Domain;

/// <summary>How like two names are, by the runs of three letters that they share.</summary>
public static class NameLikeness
{
    /// <summary>From here on two names of one organisation may well be the same initiative's.</summary>
    public const decimal Doubtful = 0.6m;

    /// <summary>From 0, nothing in common, to 1, the same; case, punctuation and the order of words count little or nothing.</summary>
    public static decimal Of(string? one, string? other)
    {
        var (first, second) = (Runs(one), Runs(other));
        if (first.Count == 0 || second.Count == 0) return 0;
        return 2m * first.Count(second.Contains) / (first.Count + second.Count);
    }

    private static HashSet<string> Runs(string? name)
    {
        var runs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in FormIdentity.Key(name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var padded = $" {word} ";
            for (var at = 0; at + 3 <= padded.Length; at++) runs.Add(padded.Substring(at, 3));
        }

        return runs;
    }
}

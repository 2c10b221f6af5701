namespace Samstyre.Domain;

/// <summary>An initiative by what an announcement is compared with.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Organisation">Code of its organisation; null where it is not known.</param>
public sealed record NamedInitiative(Guid Id, string Name, string? Organisation);

/// <summary>Finds initiatives that an announced one may be, so that none is announced twice.</summary>
public static class LikeInitiatives
{
    private const int Most = 8;
    private const int ShortestWord = 5;

    private const int LongestEnding = 4;

    // Two names of one organisation need less in common than names of two.
    private const decimal SameOrganisation = 0.45m;

    /// <summary>A word that more names have than this tells nothing.</summary>
    private const int CommonWord = 3;

    /// <summary>Those with a like name, or whose telling words all stand in the announcement; the most alike first.</summary>
    /// <param name="name">Name of the announced one.</param>
    /// <param name="organisation">Code of its organisation.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="all">Every initiative that it may be.</param>
    public static IReadOnlyList<NamedInitiative> Of(string name, string organisation, string purpose, IReadOnlyCollection<NamedInitiative> all)
    {
        var said = WordsOf(name + " " + purpose).ToHashSet(StringComparer.Ordinal);
        var names = all.Select(one => (One: one, Words: WordsOf(one.Name).Where(word => word.Length >= ShortestWord).Distinct().ToList())).ToList();
        var uses = names.SelectMany(one => one.Words).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. names.Select(one => (one.One, Likeness: Likeness(one.One, one.Words)))
                .Where(one => one.Likeness > 0).OrderByDescending(one => one.Likeness).ThenBy(one => one.One.Name, StringComparer.Ordinal).Take(Most).Select(one => one.One),
        ];

        decimal Likeness(NamedInitiative one, List<string> words)
        {
            var likeness = NameLikeness.Of(name, one.Name);
            if (likeness >= (one.Organisation == organisation ? SameOrganisation : NameLikeness.Doubtful)) return likeness;
            var telling = words.Where(word => uses[word] <= CommonWord).ToList();
            return telling.Count > 0 && telling.TrueForAll(IsSaid) ? Math.Max(likeness, 0.01m) : 0;
        }

        // Norwegian puts articles at the end of words; what is much longer is another word that begins so.
        bool IsSaid(string word) => said.Any(other => Math.Abs(other.Length - word.Length) <= LongestEnding && (other.StartsWith(word, StringComparison.Ordinal) || (other.Length >= ShortestWord && word.StartsWith(other, StringComparison.Ordinal))));
    }

    private static string[] WordsOf(string text) => FormIdentity.Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

using System.Runtime.InteropServices;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Finds names that have words in common with a text, rare words counting more: for words that name nothing outright.</summary>
internal sealed class LikeNames
{
    /// <summary>Below this a likeness says nothing.</summary>
    public const decimal Least = 0.45m;

    private const int Stem = 6;
    private const int ShortestWord = 4;
    private const int MostNames = 64;
    private const int ShortestPart = 6;
    private const int Rare = 3;
    private const int RareInAThousand = 5;
    private const double OneWord = 0.49;
    private const double SameOrganisation = 0.1;
    private const double NamedOrganisation = 0.2;

    // Words that any of them may have: they tell nothing apart.
    private static readonly string[] Common = ["prosjekt", "program", "leveranse", "leverandør", "løsning", "innføring", "etablering", "utvikling", "arbeid", "fase", "project", "programme", "delivery", "solution"];
    private static readonly HashSet<string> CommonStems = [.. Common.Select(word => word[..Math.Min(Stem, word.Length)])];

    private readonly CatalogueEntry[] entries;
    private readonly string?[] organisations;
    private readonly (string Word, double Weight)[][][] names;
    private readonly Dictionary<string, List<int>> holders = new(StringComparer.Ordinal);

    /// <summary>The names of everything but organisations, which are known by their aliases.</summary>
    public LikeNames(TargetCatalogue catalogue, IReadOnlyDictionary<Guid, string?> organisationOf)
    {
        entries = [.. catalogue.Entries.Where(entry => entry.Target.Kind != TargetKind.Organisation)];
        organisations = [.. entries.Select(entry => entry.Target.Initiative is { } id ? organisationOf.GetValueOrDefault(id) : null)];
        var words = entries.Select(entry => entry.Names.Select(name => Words(new(name))).ToArray()).ToArray();
        for (var at = 0; at < entries.Length; at++)
        {
            foreach (var stem in words[at].SelectMany(name => name).Select(StemOf).Distinct(StringComparer.Ordinal))
            {
                ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, stem, out _);
                (own ??= new(1)).Add(at);
            }
        }

        names = [.. words.Select(each => each.Select(name => name.Select(word => (word, WeightOf(word))).ToArray()).ToArray())];
    }

    /// <summary>The likest, the likest first; empty where nothing is like.</summary>
    /// <param name="text">Words that name nothing outright.</param>
    /// <param name="receiver">Whose they are; it is never like its own words.</param>
    /// <param name="named">Codes of the organisations that the words name.</param>
    /// <param name="most">How many at most.</param>
    public List<NamedTarget> Of(WordRun text, Standing receiver, IReadOnlyCollection<string> named, int most)
    {
        var asked = Words(text).Select(word => (Word: word, Weight: WeightOf(word))).ToList();
        var all = asked.Sum(word => word.Weight);
        if (all == 0) return [];
        var candidates = new HashSet<int>();
        foreach (var (word, _) in asked)
        {
            if (holders.TryGetValue(StemOf(word), out var held) && held.Count <= MostNames) candidates.UnionWith(held);
        }

        var itself = TargetRef.Of(receiver.Initiative.Id);
        var found = new List<NamedTarget>();
        foreach (var at in candidates)
        {
            if (entries[at].Target == itself) continue;
            var (best, words) = (0d, "");
            foreach (var name in names[at])
            {
                var (likeness, common) = Likeness(name, asked, all);
                if (likeness > best) (best, words) = (likeness, common);
            }

            if (best > 0 && organisations[at] is { } organisation) best += named.Contains(organisation) ? NamedOrganisation : organisation == receiver.Facts.Organisation ? SameOrganisation : 0;
            var score = Math.Round((decimal)Math.Min(best, 0.95), 2);
            if (score >= Least) found.Add(new(entries[at].Target, entries[at].Name, score, words, NamingRule.Likeness));
        }

        return [.. found.OrderByDescending(one => one.Score).ThenBy(one => one.Target.Key, StringComparer.Ordinal).Take(most)];
    }

    // Half by how much of the name stands in the text, half by how much of the text stands in the name.
    private (double Likeness, string Common) Likeness((string Word, double Weight)[] name, List<(string Word, double Weight)> asked, double all)
    {
        var (ofName, own, ofText) = (0d, 0d, 0d);
        var rare = false;
        List<string> common = [];
        foreach (var (word, weight) in name)
        {
            own += weight;
            var best = asked.Select(other => (Share: Alike(word, other.Word), other.Word)).DefaultIfEmpty().MaxBy(other => other.Share);
            if (best.Share == 0) continue;
            rare |= IsRare(word);
            ofName += weight * best.Share;
            common.Add(best.Word);
        }

        if (own == 0 || !rare) return (0, "");
        foreach (var (word, weight) in asked) ofText += weight * name.Max(other => Alike(other.Word, word));
        var likeness = (ofName / own / 2) + (Math.Min(1, ofText / all) / 2);
        // One word in common is never enough to be sure.
        return (common.Count == 1 ? Math.Min(likeness, OneWord) : likeness, string.Join(' ', common.Distinct(StringComparer.Ordinal)));
    }

    // From 0 to 1: the same word, the same beginning, or one the end of the other as in "journalinnsyn" and "innsyn".
    private static double Alike(string one, string other)
    {
        if (one == other) return 1;
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        if (shorter.Length >= ShortestPart && longer.EndsWith(shorter, StringComparison.Ordinal)) return 0.7;
        var same = shorter.AsSpan().CommonPrefixLength(longer);
        return same < Math.Min(Stem, shorter.Length) || same < ShortestWord ? 0 : (double)same / longer.Length;
    }

    private double WeightOf(string word) => CommonStems.Contains(StemOf(word)) ? 0.1 : Math.Log(1 + ((entries.Length + 1d) / (1 + (holders.TryGetValue(StemOf(word), out var held) ? held.Count : 0))));

    // Names that share only words that many names have are not alike.
    private bool IsRare(string word) => !CommonStems.Contains(StemOf(word)) && holders.TryGetValue(StemOf(word), out var held) && held.Count <= Math.Max(Rare, entries.Length * RareInAThousand / 1000);

    private static string StemOf(string word) => word[..Math.Min(Stem, word.Length)];

    private static List<string> Words(WordRun text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Count; at++)
        {
            var letters = text.Letters(at, 1);
            if ((letters.Length >= ShortestWord && !char.IsDigit(letters[0])) || IsCalled(text.Written(at, 1))) words.Add(letters.ToString());
        }

        return [.. words.Distinct(StringComparer.Ordinal)];
    }

    // Two capitals, as in "MF Helse", or an abbreviation that is not the field's own.
    private static bool IsCalled(ReadOnlySpan<char> word) => word is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? word is not "ID" : NameVariants.IsAbbreviation(word);
}

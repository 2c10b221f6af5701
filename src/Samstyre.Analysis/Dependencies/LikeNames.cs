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
    private const int MostAsked = 60;
    private const int ShortestPart = 6;
    private const int Rare = 3;
    private const int RareInAThousand = 5;
    private const double OneWord = 0.49;
    private const double OtherHead = 0.5;
    private const double SameOrganisation = 0.1;
    private const double NamedOrganisation = 0.2;

    // Words that any of them may have: they tell nothing apart.
    private static readonly string[] Common = ["prosjekt", "program", "leveranse", "leverandør", "løsning", "innføring", "etablering", "utvikling", "arbeid", "fase", "project", "programme", "delivery", "solution"];
    private static readonly HashSet<ulong> CommonStems = [.. Common.Select(word => StemOf(word))];

    private readonly CatalogueEntry[] entries;
    private readonly string?[] organisations;

    // Of each entry the words of its names with their weights: made when somebody asks for what is like it.
    private readonly (string Word, double Weight)[][]?[] names;
    private readonly Dictionary<ulong, List<int>> holders = [];

    /// <summary>The names of everything but organisations, which are known by their aliases.</summary>
    public LikeNames(TargetCatalogue catalogue, IReadOnlyDictionary<Guid, string?> organisationOf)
    {
        entries = [.. catalogue.Entries.Where(entry => entry.Target.Kind != TargetKind.Organisation)];
        organisations = [.. entries.Select(entry => entry.Target.Initiative is { } id ? organisationOf.GetValueOrDefault(id) : null)];
        names = new (string, double)[entries.Length][][];
        var text = new WordRun();
        for (var at = 0; at < entries.Length; at++)
        {
            foreach (var name in entries[at].Names)
            {
                text.Read(name);
                for (var word = 0; word < text.Count; word++)
                {
                    if (Counts(text, word)) Hold(StemOf(text.Letters(word, 1)), at);
                }
            }
        }
    }

    /// <summary>The likest, the likest first; empty where nothing is like.</summary>
    /// <param name="text">Words that name nothing outright.</param>
    /// <param name="receiver">Whose they are; it is never like its own words.</param>
    /// <param name="named">Codes of the organisations that the words name.</param>
    /// <param name="most">How many at most.</param>
    public List<NamedTarget> Of(WordRun text, Standing receiver, IReadOnlyCollection<string> named, int most)
    {
        (string Word, double Weight)[] asked = [.. Weighed(text).OrderByDescending(word => word.Weight).Take(MostAsked)];
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
            foreach (var name in names[at] ??= [.. entries[at].Names.Select(name => Weighed(new(name)))])
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
    private (double Likeness, string Common) Likeness((string Word, double Weight)[] name, (string Word, double Weight)[] asked, double all)
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
        // One word in common is never enough to be sure, nor where it is like two words of the name: "kjernejournal" and "journal".
        string[] each = [.. common.Distinct(StringComparer.Ordinal)];
        return (each.Length == 1 ? Math.Min(likeness, OneWord) : likeness, string.Join(' ', each));
    }

    // From 0 to 1: the same word, the same beginning, or one the end of the other as in "journalinnsyn" and "innsyn".
    private static double Alike(string one, string other)
    {
        if (one == other) return 1;
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        if (shorter.Length >= ShortestPart && longer.EndsWith(shorter, StringComparison.Ordinal)) return 0.7;
        var same = shorter.AsSpan().CommonPrefixLength(longer);
        if (same < Math.Min(Stem, shorter.Length) || same < ShortestWord) return 0;
        // What a compound is about stands at its end: a "laboratoriedatabase" is no "laboratorieløsning".
        return (double)same / longer.Length * (shorter.Length - same >= ShortestWord ? OtherHead : 1);
    }

    private double WeightOf(string word)
    {
        var stem = StemOf(word);
        return CommonStems.Contains(stem) ? 0.1 : Math.Log(1 + ((entries.Length + 1d) / (1 + (holders.TryGetValue(stem, out var held) ? held.Count : 0))));
    }

    // Names that share only words that many names have are not alike.
    private bool IsRare(string word)
    {
        var stem = StemOf(word);
        return !CommonStems.Contains(stem) && holders.TryGetValue(stem, out var held) && held.Count <= Math.Max(Rare, entries.Length * RareInAThousand / 1000);
    }

    private (string Word, double Weight)[] Weighed(WordRun text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Count; at++)
        {
            if (Counts(text, at)) words.Add(text.Letters(at, 1).ToString());
        }

        return [.. words.Distinct(StringComparer.Ordinal).Select(word => (word, WeightOf(word)))];
    }

    private void Hold(ulong stem, int entry)
    {
        if (!holders.TryGetValue(stem, out var own)) holders[stem] = own = new(1);
        if (own.Count == 0 || own[^1] != entry) own.Add(entry);
    }

    // The beginning of a word, as a number.
    private static ulong StemOf(ReadOnlySpan<char> word) => LetterHash.Of(word[..Math.Min(Stem, word.Length)]);

    private static bool Counts(WordRun text, int word)
    {
        var letters = text.Letters(word, 1);
        return (letters.Length >= ShortestWord && !char.IsDigit(letters[0])) || IsCalled(text.Written(word, 1));
    }

    // Two capitals, as in "MF Helse", or an abbreviation that is not the field's own.
    private static bool IsCalled(ReadOnlySpan<char> word) => word is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? word is not "ID" : NameVariants.IsAbbreviation(word);
}

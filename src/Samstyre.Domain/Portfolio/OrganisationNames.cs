using System.Runtime.CompilerServices;

namespace Samstyre.Domain;

/// <summary>How surely a text names an organisation.</summary>
public enum OrganisationMatchKind
{
    /// <summary>The whole text is a name or alias; case, punctuation and white space aside.</summary>
    Exact,

    /// <summary>A name or alias stands in the text among other words.</summary>
    Contained,

    /// <summary>The text names several organisations; this is the one named first.</summary>
    Several,

    /// <summary>The text is one or two letters away from a name or alias.</summary>
    Misspelt,
}

/// <summary>An organisation found in a text.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Kind">How surely; whoever uses a match that is not <see cref="Exact"/> makes a finding of it.</param>
public sealed record OrganisationMatch(Organisation Organisation, OrganisationMatchKind Kind)
{
    /// <summary>Whether the whole text is a name or alias.</summary>
    public bool Exact => Kind == OrganisationMatchKind.Exact;
}

/// <summary>Finds the portfolio's organisation that a text names.</summary>
public static class OrganisationNames
{
    // Nearly every text that is compared is shorter.
    private const int OnStack = 256;

    // Definitions are immutable and few: their index is made once and goes with them.
    private static readonly ConditionalWeakTable<PortfolioDefinition, NameIndex> Indexes = [];

    /// <summary>The organisation that the text names; null where it names none. A name or alias as a whole text comes first, then one that stands in it as whole words, then one that it misspells.</summary>
    public static OrganisationMatch? Find(PortfolioDefinition portfolio, string? text)
    {
        var key = Key(text);
        return key.Length == 0 ? null : Indexes.GetValue(portfolio, made => new NameIndex(made)).Find(key);
    }

    /// <summary>A text as it is compared: lower case words and numbers, one space between. <c>Direktoratet for e- helse</c> and <c>DIREKTORATET FOR E-HELSE</c> are the same.</summary>
    public static string Key(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var composed = ComposedText.Of(text);
        var key = composed.Length <= OnStack ? stackalloc char[OnStack] : new char[composed.Length];
        var length = 0;
        foreach (var letter in composed)
        {
            // A soft hyphen or a zero-width space is inside a word, not between two.
            if (letter is '\u00ad' or '\u200b' or '\ufeff') continue;
            if (char.IsLetterOrDigit(letter)) key[length++] = char.ToLowerInvariant(letter);
            else if (length > 0 && key[length - 1] != ' ') key[length++] = ' ';
        }

        if (length > 0 && key[length - 1] == ' ') length--;
        return new(key[..length]);
    }

    private sealed class NameIndex
    {
        private const int ShortestMisspelt = 7;
        private readonly Dictionary<string, Organisation> names = new(StringComparer.Ordinal);
        private readonly int longest = 1;

        public NameIndex(PortfolioDefinition portfolio)
        {
            foreach (var organisation in portfolio.Organisations)
            {
                foreach (var name in organisation.Aliases.Prepend(organisation.Name))
                {
                    var key = Key(name);
                    if (key.Length == 0) continue;
                    names.TryAdd(key, organisation);
                    longest = Math.Max(longest, key.Count(letter => letter == ' ') + 1);
                }
            }
        }

        public OrganisationMatch? Find(string key)
        {
            if (names.TryGetValue(key, out var whole)) return new(whole, OrganisationMatchKind.Exact);
            var named = Named(key.Split(' '));
            return named.Count switch
            {
                0 => Misspelt(key),
                1 => new(named[0], OrganisationMatchKind.Contained),
                _ => new(named[0], OrganisationMatchKind.Several),
            };
        }

        /// <summary>The different organisations in a row of words, first named first; the longest name at a place counts.</summary>
        private List<Organisation> Named(string[] words)
        {
            List<Organisation> found = [];
            for (var start = 0; start < words.Length; start++)
            {
                for (var count = Math.Min(longest, words.Length - start); count > 0; count--)
                {
                    if (!names.TryGetValue(string.Join(' ', words, start, count), out var organisation)) continue;
                    if (!found.Contains(organisation)) found.Add(organisation);
                    start += count - 1;
                    break;
                }
            }

            return found;
        }

        private OrganisationMatch? Misspelt(string key)
        {
            if (key.Length < ShortestMisspelt) return null;
            var near = names.Where(name => name.Key.Length >= ShortestMisspelt && Near(name.Key, key)).Select(name => name.Value).Distinct().ToList();
            return near.Count == 1 ? new(near[0], OrganisationMatchKind.Misspelt) : null;
        }

        /// <summary>At most two letters added, left out or changed; one in a name of fewer than twelve letters.</summary>
        private static bool Near(string a, string b)
        {
            var allowed = Math.Min(a.Length, b.Length) < 12 ? 1 : 2;
            if (Math.Abs(a.Length - b.Length) > allowed) return false;
            var above = Enumerable.Range(0, b.Length + 1).ToArray();
            for (var i = 1; i <= a.Length; i++)
            {
                var row = new int[b.Length + 1];
                row[0] = i;
                for (var j = 1; j <= b.Length; j++)
                    row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                above = row;
            }

            return above[^1] <= allowed;
        }
    }
}

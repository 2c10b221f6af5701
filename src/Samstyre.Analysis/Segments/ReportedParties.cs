using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Whom a report names: who pays, who is affected, who gets the benefits.</summary>
internal static partial class ReportedParties
{
    // A longer part is a sentence about them, not a name.
    private const int LongestName = 80;

    /// <summary>The keys of the funding sources that are named or give an amount, in alphabetical order.</summary>
    public static IReadOnlyList<string> SourcesOf(Report report) =>
        [.. report.Funding.Where(source => !string.IsNullOrWhiteSpace(source.Source) || source.Y.Any(amount => amount is not null)).Select(source => FormIdentity.Key(source.Source)).Order(StringComparer.Ordinal)];

    /// <summary>Those that a text names one after the other, in its order and each once; empty for a sentence and for what stands in a name's place.</summary>
    public static IReadOnlyList<string> In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || PlaceholderWords.In(text) is not null) return [];
        var parts = Between().Split(text).Select(part => part.Trim(' ', '.', '-', '–', '•', '*', '\t')).Where(part => part.Any(char.IsLetter)).DistinctBy(FormIdentity.Key).ToList();
        return parts.Exists(part => part.Length > LongestName) ? [] : parts;
    }

    /// <summary>Whether a deliverable says that the solution is introduced.</summary>
    public static bool PlansIntroduction(Report report) => report.Deliverables.Any(deliverable => Introduction().IsMatch(deliverable.Text));

    // "helse- og omsorgstjenesten" is one, "kommuner og fastleger" are two.
    [GeneratedRegex(@"[,;\r\n]|(?<!-)\s+(?:og|samt|and)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"innføring|utrulling|utbredelse|utbreiing|bredding|breidding|ta(?:s|tt)? i bruk|implementering|introduc|roll-?out", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();
}

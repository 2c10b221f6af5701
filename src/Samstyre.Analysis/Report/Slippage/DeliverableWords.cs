using System.Collections.Frozen;
using System.Text;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>When the words of two deliverables mean the same one.</summary>
internal static class DeliverableWords
{
    private const int LongestAlike = 40;

    // Two deliverables that differ in one of these are two steps, however alike the rest is.
    private static readonly FrozenSet<string> Steps = new[]
    {
        "første", "andre", "tredje", "fjerde", "femte", "siste", "neste", "fyrste", "ii", "iii", "iv", "v", "vi", "a", "b", "c", "d",
        "ikke", "ikkje", "uten", "utan", "behov", "forprosjekt", "konsept", "konseptfase", "plan", "planfase", "planlegging", "utredning", "utgreiing", "anskaffelse", "spesifikasjon",
        "utvikling", "test", "pilot", "piloter", "pilotering", "utprøving", "innføring", "bredding", "evaluering", "avslutning", "avslutting", "forvaltning", "forvalting", "start", "slutt",
        "first", "second", "third", "last", "next", "not", "without", "concept", "planning", "development", "evaluation",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words without case, punctuation and space that differ; empty where there are none.</summary>
    public static string KeyOf(string text)
    {
        var composed = ComposedText.Of(text);
        var key = new StringBuilder(composed.Length);
        var apart = false;
        foreach (var sign in composed)
        {
            if (char.IsLetterOrDigit(sign))
            {
                if (apart && key.Length > 0) key.Append(' ');
                apart = false;
                key.Append(char.ToLowerInvariant(sign));
            }
            else if (sign is not ('\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\ufeff'))
            {
                apart = true;
            }
        }

        return key.ToString();
    }

    /// <summary>A cautious likeness of two keys: the same numbers and steps, and either the same words but for a slip of the pen, or at least three words with few added.</summary>
    public static bool Alike(string[] a, string[] b)
    {
        if (a.Length > LongestAlike || b.Length > LongestAlike) return false;
        if (!a.Where(IsStep).SequenceEqual(b.Where(IsStep), StringComparer.Ordinal)) return false;
        var (few, many) = a.Length <= b.Length ? (a, b) : (b, a);
        if (few.Length != many.Length && (few.Length < 3 || few.Length * 4 < many.Length * 3)) return false;
        var found = 0;
        foreach (var word in many)
        {
            if (found < few.Length && SameWord(few[found], word)) found++;
        }

        return found == few.Length;
    }

    private static bool IsStep(string word) => Steps.Contains(word) || word.AsSpan().ContainsAnyInRange('0', '9');

    private static bool SameWord(string a, string b)
    {
        if (a == b) return true;
        if (IsStep(a) || IsStep(b) || Math.Min(a.Length, b.Length) < 5 || Math.Abs(a.Length - b.Length) > 1) return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        var restA = a.AsSpan(start);
        var restB = b.AsSpan(start);
        return restA.Length == restB.Length ? restA[1..].SequenceEqual(restB[1..])
            : restA.Length > restB.Length ? restA[1..].SequenceEqual(restB) : restB[1..].SequenceEqual(restA);
    }
}

using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Samstyre.Analysis;

/// <summary>A cause found in a text, with the first sentence that tells of it.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Sentence">In the author's own words.</param>
public sealed record FoundCause(Cause Cause, string Sentence);

/// <summary>Finds the common causes in what initiatives write about their status. A word right after "no" or "not" does not count.</summary>
public static class CauseFinder
{
    private const int LongestSentence = 400;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("\n\r.!?;•");
    private static readonly Search[] Searches =
    [
        .. CauseWords.All.Select(cause => new Search(cause, cause.Norwegian, [" ikke", " ikkje", " ingen", " inga", " uten", " utan"])),
        .. CauseWords.All.Select(cause => new Search(cause, cause.English, [" not", " no", " without"])),
    ];

    /// <summary>The causes that a text tells of, in the list's order, each once.</summary>
    public static ImmutableArray<FoundCause> In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var found = new FoundCause?[CauseWords.All.Count];
        foreach (var sentence in Sentences(text))
        {
            var plain = Plain(sentence);
            for (var place = 0; place < Searches.Length; place++)
            {
                ref var own = ref found[place % found.Length];
                if (own is null && Searches[place].IsIn(plain)) own = new(Searches[place].Cause, Shortened(sentence));
            }
        }

        return [.. found.OfType<FoundCause>()];
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny(SentenceEnds);
            // "1.2" and "kl. 12" do not end a sentence.
            while (length >= 0 && text[start + length] == '.' && start + length + 1 < text.Length && !char.IsWhiteSpace(text[start + length + 1]))
            {
                var next = text.AsSpan(start + length + 1).IndexOfAny(SentenceEnds);
                length = next < 0 ? -1 : length + 1 + next;
            }

            var end = length < 0 ? text.Length : start + length + 1;
            var sentence = text[start..end].Trim();
            if (sentence.Length > 1) yield return sentence;
            start = end;
        }
    }

    /// <summary>Lower case, one blank around every word.</summary>
    private static string Plain(string sentence)
    {
        var plain = new StringBuilder(sentence.Length + 1).Append(' ');
        foreach (var letter in sentence)
        {
            if (char.IsLetterOrDigit(letter) || letter == '-') plain.Append(char.ToLowerInvariant(letter));
            else if (plain[^1] != ' ') plain.Append(' ');
        }

        return plain.Append(' ').ToString();
    }

    private static string Shortened(string sentence) => sentence.Length <= LongestSentence ? sentence : sentence[..LongestSentence] + "…";

    /// <summary>A cause's words of one language, and the words that take them back.</summary>
    private sealed class Search(Cause cause, IReadOnlyList<string> listed, string[] negations)
    {
        private readonly string[] words = [.. listed.Select(WordOf)];
        private readonly SearchValues<string> any = SearchValues.Create([.. listed.Select(WordOf)], StringComparison.Ordinal);

        public Cause Cause => cause;

        public bool IsIn(string plain)
        {
            for (var from = 0; plain.AsSpan(from).IndexOfAny(any) is >= 0 and var at; from += at + 1)
            {
                var word = words.First(word => plain.AsSpan(from + at).StartsWith(word, StringComparison.Ordinal));
                // Inside a compound there is no word before it.
                if (word[0] != ' ' || !EndsWithAny(plain.AsSpan(0, from + at))) return true;
            }

            return false;
        }

        private bool EndsWithAny(ReadOnlySpan<char> before)
        {
            foreach (var negation in negations)
            {
                if (before.EndsWith(negation, StringComparison.Ordinal)) return true;
            }

            return false;
        }

        private static string WordOf(string listed) => listed[0] == '*' ? listed[1..] : " " + listed;
    }
}

using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A cause found in a text, with the first sentence that tells of it.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Sentence">In the author's own words.</param>
public sealed record FoundCause(Cause Cause, string Sentence);

/// <summary>Finds the common causes of a portfolio's list in what initiatives write about their status. A word right after "no" or "not" does not count.</summary>
public sealed class CauseFinder
{
    private const int LongestSentence = 400;

    // Most texts are shorter.
    private const int OnStack = 512;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("\n\r.!?;•");
    private static readonly ConditionalWeakTable<CauseList, CauseFinder> Made = [];
    private readonly int causes;
    private readonly Search[] searches;

    private CauseFinder(CauseList list)
    {
        causes = list.Causes.Count;
        searches =
        [
            .. list.Causes.Select(cause => new Search(cause, [.. cause.Words.Bokmal, .. cause.Words.Nynorsk], [.. list.Negations.Bokmal, .. list.Negations.Nynorsk])),
            .. list.Causes.Select(cause => new Search(cause, cause.Words.English, list.Negations.English)),
        ];
    }

    /// <summary>The finder of a list, made once.</summary>
    public static CauseFinder Of(CauseList list) => Made.GetValue(list, key => new(key));

    /// <summary>The causes that a text tells of, in the list's order, each once.</summary>
    public ImmutableArray<FoundCause> In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var found = new FoundCause?[causes];
        var room = text.Length + 2 <= OnStack ? stackalloc char[OnStack] : new char[text.Length + 2];
        foreach (var sentence in Sentences(text))
        {
            var plain = Plain(text.AsSpan()[sentence], room);
            for (var place = 0; place < searches.Length; place++)
            {
                ref var own = ref found[place % found.Length];
                if (own is null && searches[place].IsIn(plain)) own = new(searches[place].Cause, Shortened(text[sentence]));
            }
        }

        return [.. found.OfType<FoundCause>()];
    }

    /// <summary>Where in a text its sentences stand, without white space around them.</summary>
    private static IEnumerable<Range> Sentences(string text)
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
            var (first, last) = (start, end);
            while (first < last && char.IsWhiteSpace(text[first])) first++;
            while (last > first && char.IsWhiteSpace(text[last - 1])) last--;
            if (last - first > 1) yield return first..last;
            start = end;
        }
    }

    /// <summary>Lower case, one blank around every word.</summary>
    /// <param name="sentence">The words.</param>
    /// <param name="room">Where they are written: two letters longer than the sentence.</param>
    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> sentence, Span<char> room)
    {
        room[0] = ' ';
        var length = 1;
        foreach (var letter in sentence)
        {
            if (char.IsLetterOrDigit(letter) || letter == '-') room[length++] = char.ToLowerInvariant(letter);
            else if (room[length - 1] != ' ') room[length++] = ' ';
        }

        room[length++] = ' ';
        return room[..length];
    }

    private static string Plain(string word) => Plain(word, new char[word.Length + 2]).ToString();

    private static string Shortened(string sentence) => sentence.Length <= LongestSentence ? sentence : sentence[..LongestSentence] + "…";

    /// <summary>A cause's words of one language, and the words that take them back.</summary>
    private sealed class Search
    {
        private readonly string[] words;
        private readonly string[] negations;
        private readonly SearchValues<string> any;

        public Search(Cause cause, IEnumerable<string> listed, IEnumerable<string> negations)
        {
            Cause = cause;
            words = [.. listed.Select(WordOf).Where(word => word.AsSpan().ContainsAnyExcept(' ')).Distinct(StringComparer.Ordinal)];
            this.negations = [.. negations.Select(word => Plain(word).TrimEnd()).Where(word => word.Length > 0)];
            any = SearchValues.Create(words, StringComparison.Ordinal);
        }

        public Cause Cause { get; }

        public bool IsIn(ReadOnlySpan<char> plain)
        {
            for (var from = 0; plain[from..].IndexOfAny(any) is >= 0 and var at; from += at + 1)
            {
                // Inside a compound there is no word before it.
                if (WordAt(plain[(from + at)..])[0] != ' ' || !EndsWithAny(plain[..(from + at)])) return true;
            }

            return false;
        }

        private string WordAt(ReadOnlySpan<char> plain)
        {
            var place = 0;
            while (!plain.StartsWith(words[place], StringComparison.Ordinal)) place++;
            return words[place];
        }

        private bool EndsWithAny(ReadOnlySpan<char> before)
        {
            foreach (var negation in negations)
            {
                if (before.EndsWith(negation, StringComparison.Ordinal)) return true;
            }

            return false;
        }

        /// <summary>As it stands in a plain sentence: a blank where the word begins or ends, none where a star leaves that open.</summary>
        private static string WordOf(string listed)
        {
            var word = listed.Trim();
            var plain = Plain(word).Trim();
            return (word.StartsWith('*') ? "" : " ") + plain + (word.EndsWith('*') ? "" : " ");
        }
    }
}

using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A text as its words of letters and numbers: names are compared by the letters of words in a row, so that "Helse ID", "Helse-ID" and "HelseID" are the same.</summary>
internal sealed class WordRun
{
    /// <summary>Longer texts are read this far.</summary>
    public const int LongestText = 20_000;

    private const char Between = '\0';
    private const char Inside = '\u00ad';

    // Nearly every letter is one of these.
    private static readonly char[] Small = [.. Enumerable.Range(0, 256).Select(letter => SmallOf((char)letter))];

    private readonly List<(int Start, int End, int TextStart, int TextEnd)> words = [];
    private char[] letters = [];
    private string text = "";

    /// <summary>No words yet.</summary>
    public WordRun()
    {
    }

    /// <summary>The words of a text.</summary>
    public WordRun(string? raw) => Read(raw);

    /// <summary>Takes the words of another text instead: who reads many texts makes one run for all of them.</summary>
    public void Read(string? raw)
    {
        text = ComposedText.Of(raw is { Length: > LongestText } ? raw[..LongestText] : raw ?? "");
        words.Clear();
        // An ampersand becomes two letters.
        var most = text.Length + text.AsSpan().Count('&');
        if (letters.Length < most) letters = new char[most];
        var (length, start, textStart) = (0, 0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] == '&')
            {
                // "NPR & KPR" is "NPR og KPR".
                if (length > start) words.Add((start, length, textStart, at));
                letters[length++] = 'o';
                letters[length++] = 'g';
                words.Add((start = length - 2, length, at, at + 1));
                start = length;
                continue;
            }

            var letter = at == text.Length ? Between : text[at] < Small.Length ? Small[text[at]] : SmallOf(text[at]);
            if (letter == Inside) continue;
            if (letter != Between)
            {
                if (length == start) textStart = at;
                letters[length++] = letter;
            }
            else if (length > start)
            {
                words.Add((start, length, textStart, at));
                start = length;
            }
        }
    }

    /// <summary>How many words.</summary>
    public int Count => words.Count;

    /// <summary>The letters of some words in a row.</summary>
    public ReadOnlySpan<char> Letters(int first, int count) => letters.AsSpan(words[first].Start, words[first + count - 1].End - words[first].Start);

    /// <summary>Some words in a row as they stand in the text.</summary>
    public ReadOnlySpan<char> Written(int first, int count) => text.AsSpan(words[first].TextStart, words[first + count - 1].TextEnd - words[first].TextStart);

    /// <summary>Whether a sentence ends behind a word.</summary>
    public bool EndsSentence(int word) => Behind(word) is '.' or ';' or '!' or '?' or '\n';

    /// <summary>Whether a sentence or a part of it ends behind a word.</summary>
    public bool EndsClause(int word) => Behind(word) is ',' or ':' || EndsSentence(word);

    private char Behind(int word) => words[word].TextEnd < text.Length ? text[words[word].TextEnd] : ' ';

    /// <summary>All letters in a row, without what stands between the words.</summary>
    public static string Key(string? text)
    {
        var run = new WordRun(text);
        return run.Count == 0 ? "" : run.Letters(0, run.Count).ToString();
    }

    // A soft hyphen or a zero-width space is inside a word, not between two.
    private static char SmallOf(char letter) => letter is Inside or '\u200b' or '\ufeff' ? Inside : char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : Between;
}

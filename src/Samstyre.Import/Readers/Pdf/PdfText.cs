using System.Text;

namespace Samstyre.Import;

/// <summary>Words on the same height, from left to right.</summary>
internal sealed class PdfLine(PdfWord first)
{
    public List<PdfWord> Words { get; } = [first];

    public PdfBox Box { get; private set; } = first.Box;

    public void Add(PdfWord word)
    {
        Words.Add(word);
        Box = Box.With(word.Box);
    }
}

/// <summary>Words to lines and text.</summary>
internal static class PdfText
{
    /// <summary>In heights of its letters: where words seldom have room, a word that stands nowhere else is rather a piece.</summary>
    private const double NarrowCell = 4.5;

    /// <summary>In letters: what is as short may be the ending of a word that was cut, however often it stands in the file.</summary>
    private const int LongestEnding = 3;

    private static readonly string[] Conjunctions = ["og", "eller", "and", "or"];

    /// <summary>The words' lines from top to bottom.</summary>
    public static List<PdfLine> Lines(IEnumerable<PdfWord> words)
    {
        var lines = new List<PdfLine>();
        foreach (var word in words.OrderBy(word => word.Box.MiddleY))
        {
            // Letters of two sizes on a line have different middles.
            if (lines.Count > 0 && word.Box.MiddleY < lines[^1].Box.Bottom - (Math.Min(word.Box.Height, lines[^1].Box.Height) / 4) && word.Box.Top < lines[^1].Words[0].Box.MiddleY) lines[^1].Add(word);
            else lines.Add(new(word));
        }

        foreach (var line in lines) line.Words.Sort((a, b) => a.Box.Left.CompareTo(b.Box.Left));
        return lines;
    }

    /// <summary>A cell's text: lines that broke at its right edge are one, those that the author broke stay lines.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="left">Its left edge.</param>
    /// <param name="right">Its right edge.</param>
    /// <param name="vocabulary">How often each word stands in the file.</param>
    public static string Of(IEnumerable<PdfWord> words, double left, double right, IReadOnlyDictionary<string, int> vocabulary)
    {
        var text = new StringBuilder();
        PdfLine? before = null;
        foreach (var line in Lines(words))
        {
            if (before is not null) text.Append(Between(before, line, left, right, vocabulary));
            text.AppendJoin(' ', line.Words.Select(word => word.Text));
            before = line;
        }

        return text.ToString();
    }

    /// <summary>Whether words go on with a sentence or word rather than begin one.</summary>
    public static bool GoesOn(string text) => text.Length > 0 && !char.IsUpper(text[0]) && !char.IsAsciiDigit(text[0]) && text[0] is not ('•' or '-' or '–' or '*' or '<');

    /// <summary>A cell of a row that goes on over a page's end.</summary>
    public static string Joined(string before, string after) => before.Length == 0 ? after : after.Length == 0 ? before : before + (Breaks(before, after) || after[0] is '>' or ')' or '.' or ',' ? "" : " ") + after;

    private static string Between(PdfLine before, PdfLine line, double left, double right, IReadOnlyDictionary<string, int> vocabulary)
    {
        var (last, next) = (before.Words[^1], line.Words[0]);
        var letter = before.Box.Height / 2;
        if (before.Box.Right + next.Box.Width + (2 * letter) < right) return "\n";
        // A word that fills its line was cut where the line ended, where what follows is no word.
        var wasCut = IsFilled(before, left, right) && IsPiece(last.Text, next.Text, right - left < NarrowCell * before.Box.Height, vocabulary);
        return wasCut || Breaks(last.Text, next.Text) ? "" : " ";
    }

    /// <summary>How many lines of the words are a single one that reaches the right edge, where nothing tells a whole word from a piece of one.</summary>
    public static int UnsureBreaks(IEnumerable<PdfWord> words, double left, double right, IReadOnlyDictionary<string, int> vocabulary)
    {
        var lines = Lines(words);
        return lines.Zip(lines.Skip(1)).Count(pair =>
        {
            var (last, next) = (pair.First.Words[^1].Text, pair.Second.Words[0].Text);
            return IsFilled(pair.First, left, right) && char.IsLower(next[0]) && !vocabulary.ContainsKey(last + next) && !(next.Length > LongestEnding && vocabulary[last] > 1 && vocabulary[next] > 1);
        });
    }

    /// <summary>Whether a cell is so narrow that words seldom have room in it.</summary>
    public static bool IsNarrow(IEnumerable<PdfWord> words, double left, double right) => right - left < NarrowCell * words.Max(word => word.Box.Height);

    private static bool IsFilled(PdfLine line, double left, double right) => line.Words.Count == 1 && right - Math.Max(0, line.Box.Left - left) - line.Box.Right < line.Box.Height / 2;

    private static bool IsPiece(string before, string after, bool isNarrow, IReadOnlyDictionary<string, int> vocabulary) =>
        before[^1] is ',' or ';' ? false
        : char.IsLetter(after[0]) ? char.IsLower(after[0]) && (vocabulary.ContainsKey(before + after) || vocabulary.GetValueOrDefault(after) < 2 || (isNarrow && vocabulary.GetValueOrDefault(before) < 2)) : after[0] is '>' or ')' or '.' or ',' or ':' or '?' || (before[^1] == '.' && char.IsAsciiDigit(after[0]));

    /// <summary>Whether a word broke at its own hyphen or stroke.</summary>
    private static bool Breaks(string before, string after) =>
        before.Length > 1 && before[^1] is '-' or '/' && before[^2] != ' ' && char.IsLetterOrDigit(after[0]) && !Conjunctions.Contains(after.Split(' ')[0]);
}

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
    public static string Of(IEnumerable<PdfWord> words, double right)
    {
        var text = new StringBuilder();
        PdfLine? before = null;
        foreach (var line in Lines(words))
        {
            if (before is not null) text.Append(Between(before, line, right));
            text.AppendJoin(' ', line.Words.Select(word => word.Text));
            before = line;
        }

        return text.ToString();
    }

    private static string Between(PdfLine before, PdfLine line, double right)
    {
        var (last, next) = (before.Words[^1].Text, line.Words[0]);
        var space = before.Box.Height / 2;
        if (before.Box.Right + next.Box.Width + (2 * space) < right) return "\n";
        // A word that broke at its own hyphen or stroke.
        return last.Length > 1 && last[^1] is '-' or '/' && char.IsLetterOrDigit(next.Text[0]) && !Conjunctions.Contains(next.Text) ? "" : " ";
    }
}

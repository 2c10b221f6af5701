using System.Text;

namespace Samstyre.Import;

/// <summary>A line of a table.</summary>
/// <param name="Number">Its line or row in the file, from 1; the first one of a row that runs over several.</param>
/// <param name="Cells">Its cells in the order of the columns, trimmed.</param>
public sealed record TableLine(int Number, IReadOnlyList<string> Cells)
{
    internal bool IsBlank => Cells.All(cell => cell.Length == 0);
}

/// <summary>Cells parted by tab, semicolon or comma, with quotes around those that hold the sign itself, a quote or a line break.</summary>
internal static class DelimitedText
{
    private const int Sample = 40;
    private const string SeparatorLine = "sep=";

    private static readonly char[] Separators = ['\t', ';', ','];

    /// <summary>The lines of a text, at most <paramref name="most"/>.</summary>
    /// <returns>The lines, and the number of the line where a quote begins that never ends; null where all do.</returns>
    public static (List<TableLine> Lines, int? OpenQuote) Read(string text, int most)
    {
        var start = 0;
        char? named = null;
        // Excel's own way of naming the sign.
        if (text.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) && text.Length > SeparatorLine.Length + 1 && text[SeparatorLine.Length + 1] is '\r' or '\n')
        {
            named = text[SeparatorLine.Length];
            start = text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end + 1 : text.Length;
        }

        return Read(text, start, named ?? SeparatorOf(text), most);
    }

    /// <summary>The sign that gives many lines the same, large number of cells.</summary>
    private static char SeparatorOf(string text)
    {
        var best = 0;
        var separator = Separators[0];
        foreach (var candidate in Separators)
        {
            var widths = Read(text, 0, candidate, Sample).Lines.Where(line => line.Cells.Count > 1).CountBy(line => line.Cells.Count).ToList();
            if (widths.Count == 0) continue;
            var cells = widths.Max(width => width.Value * width.Key);
            if (cells > best) (best, separator) = (cells, candidate);
        }

        return separator;
    }

    private static (List<TableLine> Lines, int? OpenQuote) Read(string text, int at, char separator, int most)
    {
        var lines = new List<TableLine>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, first, opened) = (at > 0 ? 2 : 1, at > 0 ? 2 : 1, 0);
        var (quoted, wasQuoted) = (false, false);
        for (; at <= text.Length && lines.Count < most; at++)
        {
            var letter = at < text.Length ? text[at] : '\n';
            if (letter == '\n') line++;
            if (quoted && at < text.Length)
            {
                if (letter != '"') cell.Append(letter);
                else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
                else quoted = false;
            }
            else if (letter == '"' && !wasQuoted && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                (quoted, wasQuoted, opened) = (true, true, line);
                cell.Clear();
            }
            else if (letter == separator || letter == '\n')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                wasQuoted = false;
                if (letter == separator) continue;
                if (at < text.Length || cells.Count > 1 || cells[0].Length > 0) lines.Add(new(first, cells));
                (cells, first) = ([], line);
            }
            else
            {
                cell.Append(letter);
            }
        }

        return (lines, quoted && lines.Count < most ? opened : null);
    }
}

using System.Globalization;

namespace Samstyre.Import;

/// <summary>A table as pandoc draws it with dashes: a line of them over and under it or under its heading, whose gaps part the columns. Where blank lines stand between the rows, a row goes over several lines.</summary>
/// <param name="End">The line behind it, from 0.</param>
/// <param name="Rows">Its rows: line, from 0, and cells.</param>
internal sealed record DashTable(int End, IReadOnlyList<(int Line, string[] Cells)> Rows)
{
    private const int ShortestRuler = 4;

    /// <summary>The table that begins on a line; null where none does.</summary>
    public static DashTable? At(string[] lines, int at)
    {
        if (IsBlank(lines, at) || !IsBlank(lines, at - 1)) return null;
        if (Columns(lines[at]) is { } columns) return columns.Length > 1 ? Headless(lines, at, columns) : Tall(lines, at);
        if (at + 1 == lines.Length || Columns(lines[at + 1]) is not { Length: > 1 } under) return null;
        var end = at + 2;
        while (!IsBlank(lines, end) && Columns(lines[end]) is null) end++;
        return new(IsBlank(lines, end) ? end : end + 1, [(at, Cut(lines[at], under)), .. RowsOf(lines, at + 2, end, under)]);
    }

    private static DashTable? Headless(string[] lines, int at, int[] columns)
    {
        var end = NextRuler(lines, at + 1);
        return end < lines.Length && end > at + 1 && columns.SequenceEqual(Columns(lines[end])!) ? new(end + 1, [.. RowsOf(lines, at + 1, end, columns)]) : null;
    }

    /// <summary>A heading between a whole line of dashes and one with gaps, rows, and a whole line again.</summary>
    private static DashTable? Tall(string[] lines, int at)
    {
        var middle = NextRuler(lines, at + 1);
        if (middle >= lines.Length || Columns(lines[middle]) is not { Length: > 1 } columns) return null;
        var end = NextRuler(lines, middle + 1);
        if (end >= lines.Length || lines[end].Trim() != lines[at].Trim()) return null;
        return new(end + 1, [.. Row(lines, at + 1, middle, columns), .. RowsOf(lines, middle + 1, end, columns)]);
    }

    private static IEnumerable<(int Line, string[] Cells)> RowsOf(string[] lines, int from, int to, int[] columns)
    {
        var isTall = Enumerable.Range(from, to - from).Any(at => IsBlank(lines, at));
        for (var at = from; at < to; at++)
        {
            if (IsBlank(lines, at)) continue;
            var end = at + 1;
            while (isTall && end < to && !IsBlank(lines, end)) end++;
            foreach (var row in Row(lines, at, end, columns)) yield return row;
            at = end - 1;
        }
    }

    private static IEnumerable<(int Line, string[] Cells)> Row(string[] lines, int from, int to, int[] columns)
    {
        if (from >= to) return [];
        var cells = new string[columns.Length];
        Array.Fill(cells, "");
        for (var at = from; at < to; at++)
        {
            var pieces = Cut(lines[at], columns);
            for (var cell = 0; cell < cells.Length; cell++) cells[cell] += pieces[cell] + "\n";
        }

        return [(from, cells)];
    }

    private static int NextRuler(string[] lines, int at)
    {
        while (at < lines.Length && Columns(lines[at]) is null) at++;
        return at;
    }

    private static bool IsBlank(string[] lines, int at) => at < 0 || at >= lines.Length || string.IsNullOrWhiteSpace(lines[at]);

    /// <summary>Where the columns begin that a line of dashes draws; null for any other line.</summary>
    private static int[]? Columns(string line)
    {
        var trimmed = line.AsSpan().Trim(' ');
        if (trimmed.Length < ShortestRuler || trimmed[0] != '-' || trimmed.ContainsAnyExcept('-', ' ')) return null;
        var starts = new List<int>();
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '-' && (at == 0 || line[at - 1] == ' ')) starts.Add(at);
        }

        // "- - -" parts chapters.
        return starts.Count * 2 > trimmed.Length ? null : [.. starts];
    }

    private static string[] Cut(string line, int[] columns)
    {
        var cells = new string[columns.Length];
        Array.Fill(cells, "");
        var (cell, from, column) = (0, 0, 0);
        for (var at = 0; at < line.Length; at++)
        {
            if (cell + 1 < columns.Length && column >= columns[cell + 1])
            {
                cells[cell++] = line[from..at].Trim();
                from = at;
            }

            column += WidthOf(line[at]);
        }

        cells[cell] = line[from..].Trim();
        return cells;
    }

    private static int WidthOf(char letter) => letter < '\u0300' ? 1 : CharUnicodeInfo.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => letter is (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uff60') ? 2 : 1,
    };
}

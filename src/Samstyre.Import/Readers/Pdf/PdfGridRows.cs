namespace Samstyre.Import;

/// <summary>The rows of a grid: what drawn lines part, else what stands further apart than the lines of a text.</summary>
/// <param name="level">The page's level lines.</param>
/// <param name="right">How far to the right the page's words reach.</param>
/// <param name="spacing">How the file sets its lines.</param>
/// <param name="vocabulary">How often each word stands in the file.</param>
internal sealed class PdfGridRows(IReadOnlyList<PdfRule> level, double right, PdfSpacing spacing, IReadOnlyDictionary<string, int> vocabulary)
{
    /// <summary>So many lines drawn between rows: then a row ends at a line and nowhere else.</summary>
    private const int RulesOfATable = 3;

    private const double Touch = 2;

    public IEnumerable<PdfRow> Of(PdfGrid grid)
    {
        var isRuled = grid.Lines.Zip(grid.Lines.Skip(1)).Count(pair => IsParted(pair.First, pair.Second)) >= RulesOfATable;
        // Without lines or space between rows nobody can tell whether a text goes on below.
        var isDoubtful = spacing.IsUneven || (grid.Columns.Count > 1 && !isRuled && !spacing.PartsRows);
        var row = new List<PdfGridLine>();
        foreach (var line in grid.Lines)
        {
            if (row.Count > 0 && !GoesOn(grid, row, line, isRuled))
            {
                yield return isDoubtful ? Row(grid, row) with { IsDoubtful = true } : Row(grid, row);
                row.Clear();
            }

            row.Add(line);
        }

        yield return isDoubtful ? Row(grid, row) with { IsDoubtful = true } : Row(grid, row);
    }

    private bool GoesOn(PdfGrid grid, List<PdfGridLine> row, PdfGridLine line, bool isRuled)
    {
        var above = row.MaxBy(one => one.Bottom)!;
        if (IsParted(above, line)) return false;
        // Cells whose texts are set in the middle of their height.
        if (line.Top < above.Bottom - Touch) return true;
        if (isRuled) return !spacing.IsFarApart(above, line) && (row[0].IsWide == line.IsWide || line.Segments.Count == 1);
        var isTight = !spacing.IsApart(above, line);
        if (grid.Columns.Count == 1 || row[0].IsWide) return isTight && line.Segments.Count == 1 && FillsLine(row[^1], line);
        if (line.IsWide || !isTight) return false;
        return spacing.PartsRows || grid.ColumnOf(line.Segments[0]) > 0 || (line.Segments.Count == 1 && PdfText.GoesOn(line.Segments[0].Text));
    }

    private bool FillsLine(PdfGridLine above, PdfGridLine line) =>
        above.Right + line.Segments[0].Line.Words[0].Box.Width + (above.Bottom - above.Top) > right;

    /// <summary>Whether a line is drawn between two lines of text.</summary>
    private bool IsParted(PdfGridLine above, PdfGridLine below)
    {
        var (from, to) = ((above.Top + above.Bottom) / 2, (below.Top + below.Bottom) / 2);
        return level.Any(rule => rule.At > from && rule.At < to && rule.From < Math.Max(above.Right, below.Right) && rule.To > Math.Min(above.Left, below.Left));
    }

    private PdfRow Row(PdfGrid grid, List<PdfGridLine> row)
    {
        if (row[0].IsWide) return new([PdfText.Of(Words(row.SelectMany(line => line.Segments)), row[0].Left, right, vocabulary)], [], false, false);
        var segments = row.SelectMany(line => line.Segments).ToLookup(grid.ColumnOf);
        var isDoubtful = grid.Columns.Count > 1 && segments.Any(cell => PdfText.UnsureBreaks(Words(cell), grid.Columns[cell.Key].Left, grid.EdgeOf(cell.Key), vocabulary) > 0);
        return new(
            [.. grid.Columns.Select((column, i) => PdfText.Of(Words(segments[i]), column.Left, grid.EdgeOf(i), vocabulary))],
            grid.Columns.Count == 1 ? [] : [.. grid.Columns.Select(column => column.Left)], false, false) { IsDoubtful = isDoubtful };
    }

    private static IEnumerable<PdfWord> Words(IEnumerable<PdfSegment> segments) => segments.SelectMany(segment => segment.Words);
}

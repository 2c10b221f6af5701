namespace Samstyre.Import;

/// <summary>Takes away what stands under merged cells: only their first one is shown.</summary>
/// <param name="cells">The sheet's cells in order.</param>
/// <param name="hidden">The columns that are not shown.</param>
/// <param name="spans">Takes note of what is merged sideways.</param>
internal sealed class SheetMerges(List<SheetCell> cells, HiddenColumns hidden, SheetSpans spans)
{
    // A file can merge the same cells over and over.
    private const long MostLooks = 20_000_000;
    private long looks;

    public void Apply(SheetRange range)
    {
        var row = 0;
        for (var at = FirstFrom(range.Top); at < cells.Count && cells[at].Row <= range.Bottom; at++)
        {
            if (++looks > MostLooks) throw new InvalidDataException("The sheet has too many merged cells.");
            var cell = cells[at];
            if (cell.Row != row) spans.Add(row = cell.Row, range);
            if (cell.Column < range.Left || cell.Column > range.Right) continue;
            if (cell.Row == range.Top && cell.Column == range.Left) Show(at, range);
            else cells[at] = cell with { Text = "" };
        }
    }

    /// <summary>Where the first column of merged cells is hidden, the next one shows their text.</summary>
    private void Show(int at, SheetRange range)
    {
        var column = range.Left;
        while (column < range.Right && hidden.Has(column)) column++;
        if (!hidden.Has(column)) cells[at] = cells[at] with { Column = column };
    }

    private int FirstFrom(int row)
    {
        var (low, high) = (0, cells.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cells[middle].Row < row) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

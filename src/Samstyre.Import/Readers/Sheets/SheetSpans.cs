namespace Samstyre.Import;

/// <summary>Which columns of a row lie under a cell that is merged sideways. Sheets made from other documents have one grid for all their tables, and merge cells to get the columns of each.</summary>
internal sealed class SheetSpans
{
    // A file can merge very wide cells over and over; what comes after that is shown with its blanks.
    private int left = 5_000_000;
    private readonly Dictionary<int, SortedSet<int>> covered = [];

    public void Add(int row, SheetRange range)
    {
        if (range.Left == range.Right || left < range.Right - range.Left) return;
        left -= range.Right - range.Left;
        if (!covered.TryGetValue(row, out var columns)) covered[row] = columns = [];
        for (var column = range.Left + 1; column <= range.Right; column++) columns.Add(column);
    }

    /// <summary>For each of the rows the columns that are no columns of its table.</summary>
    /// <param name="rows">The rows that have cells, in order.</param>
    /// <param name="has">Whether a row has something in a column.</param>
    public Dictionary<int, SortedSet<int>> Unused(IReadOnlyList<int> rows, Func<int, int, bool> has)
    {
        var unused = new Dictionary<int, SortedSet<int>>();
        for (var at = 0; at < rows.Count;)
        {
            var end = at + 1;
            if (covered.TryGetValue(rows[at], out var columns))
            {
                while (end < rows.Count && rows[end] == rows[end - 1] + 1 && covered.TryGetValue(rows[end], out var next) && next.SetEquals(columns)) end++;
                // Rows merged alike are one table. A heading alone may stand over several columns of the rows beside it.
                if (end == at + 1) columns.RemoveWhere(column => has(rows[at] - 1, column) || has(rows[at] + 1, column));
                for (var row = at; row < end; row++) unused[rows[row]] = columns;
            }

            at = end;
        }

        return unused;
    }
}

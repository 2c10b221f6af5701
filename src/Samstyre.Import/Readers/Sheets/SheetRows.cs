namespace Samstyre.Import;

/// <summary>The cells of a sheet as rows of the document. Columns with nothing in them are left out, so that rows keep in step and the room that merged cells take up is gone.</summary>
internal static class SheetRows
{
    // Few bytes can ask for very wide rows.
    private const int MostBlanks = 5_000_000;

    public static void Add(List<Block> blocks, string sheet, IReadOnlyList<SheetCell> cells, SheetSpans spans)
    {
        var filled = cells.Select(cell => (cell.Row, cell.Column)).ToHashSet();
        var unused = spans.Unused([.. cells.Select(cell => cell.Row).Distinct()], (row, column) => filled.Contains((row, column)));
        var places = Places(cells);
        var startsPage = true;
        var blanks = MostBlanks;
        var (lastRow, lastWidth) = (0, 0);
        for (var at = 0; at < cells.Count;)
        {
            var row = cells[at].Row;
            var end = at;
            while (end < cells.Count && cells[end].Row == row) end++;
            var columns = InRow(cells, at, end, places, unused.GetValueOrDefault(row));
            var width = columns[^1] + 1;
            // A row with one value right under a wider one is the next of a table; anywhere else it is a paragraph.
            if (end == at + 1 && row == lastRow + 1) width = Math.Max(width, lastWidth);
            blanks -= width - (end - at);
            if (blanks < 0) throw new InvalidDataException("The sheet is too wide.");
            var texts = new string[width];
            Array.Fill(texts, "");
            for (var first = at; at < end; at++) texts[columns[at - first]] = cells[at].Text;
            blocks.Add(new(texts, new(Line: row, Sheet: sheet), startsPage));
            startsPage = false;
            (lastRow, lastWidth) = (row, width);
        }
    }

    /// <summary>Where the cells of a row stand in it.</summary>
    private static int[] InRow(IReadOnlyList<SheetCell> cells, int from, int to, int[] places, SortedSet<int>? unused)
    {
        var columns = new int[to - from];
        var left = 0;
        using var without = (unused ?? []).GetEnumerator();
        var more = without.MoveNext();
        for (var at = from; at < to; at++)
        {
            for (; more && without.Current < cells[at].Column; more = without.MoveNext()) left += places[without.Current + 1] - places[without.Current];
            columns[at - from] = places[cells[at].Column] - left;
        }

        return columns;
    }

    /// <summary>How many columns with something in them stand before each.</summary>
    private static int[] Places(IReadOnlyList<SheetCell> cells)
    {
        var places = new int[SheetReference.LastColumn + 2];
        foreach (var cell in cells) places[cell.Column + 1] = 1;
        for (var column = 1; column < places.Length; column++) places[column] += places[column - 1];
        return places;
    }
}

namespace Samstyre.Import;

/// <summary>The cells of a sheet as rows of the document. Columns with nothing in them are left out, so that rows keep in step and the room that merged cells take up is gone.</summary>
internal static class SheetRows
{
    // Few bytes can ask for very wide rows.
    private const int MostBlanks = 5_000_000;

    public static void Add(List<Block> blocks, string sheet, IReadOnlyList<SheetCell> cells)
    {
        var places = Places(cells);
        var startsPage = true;
        var blanks = MostBlanks;
        var (lastRow, lastWidth) = (0, 0);
        for (var at = 0; at < cells.Count;)
        {
            var row = cells[at].Row;
            var end = at;
            while (end < cells.Count && cells[end].Row == row) end++;
            var width = places[cells[end - 1].Column] + 1;
            // A row with one value right under a wider one is the next of a table; anywhere else it is a paragraph.
            if (end == at + 1 && row == lastRow + 1) width = Math.Max(width, lastWidth);
            blanks -= width - (end - at);
            if (blanks < 0) throw new InvalidDataException("The sheet is too wide.");
            var texts = new string[width];
            Array.Fill(texts, "");
            for (; at < end; at++) texts[places[cells[at].Column]] = cells[at].Text;
            blocks.Add(new(texts, new(Line: row, Sheet: sheet), startsPage));
            startsPage = false;
            (lastRow, lastWidth) = (row, width);
        }
    }

    /// <summary>Where each column with something in it stands among those that have, from 0.</summary>
    private static int[] Places(IReadOnlyList<SheetCell> cells)
    {
        var places = new int[SheetReference.LastColumn + 1];
        foreach (var cell in cells) places[cell.Column] = 1;
        var used = 0;
        for (var column = 0; column < places.Length; column++)
        {
            if (places[column] == 1) places[column] = used++;
        }

        return places;
    }
}

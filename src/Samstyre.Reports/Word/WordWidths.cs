namespace Samstyre.Reports;

/// <summary>Widths of a table's columns, in twentieths of a point.</summary>
internal static class WordWidths
{
    private const int WidestNumber = 1900;
    private const int WidestLabel = 5200;

    /// <summary>By the columns' shares. A figure's table is no wider than its words and numbers need, so that a number stands near its label.</summary>
    public static int[] Of(DocTable table, int columns, int textWidth)
    {
        var shares = table.Columns.Take(columns).Select(column => Math.Max(1, column.Width)).ToArray();
        var whole = shares.Sum();
        var widths = shares.Select(share => textWidth * share / whole).ToArray();
        if (table.Kind == TableKind.Figure)
        {
            for (var column = 0; column < columns; column++) widths[column] = Math.Min(widths[column], table.Columns[column].Unit is null ? WidestLabel : WidestNumber);
        }
        else
        {
            widths[^1] += textWidth - widths.Sum();
        }

        return widths;
    }
}

using System.Buffers;

namespace Samstyre.Reports;

/// <summary>Widths of a table's columns, in twentieths of a point, so that words stay whole where there is room.</summary>
internal static class WordWidths
{
    /// <summary>How many rows are looked at: more would make widths no better, and a long table slower.</summary>
    public const int Looked = 200;

    private const int LongestWord = 24;
    private const int ShortestBroken = 6;
    private const int LongestLine = 60;
    private const int LongestText = 600;
    private const int Margins = 205;
    private const int WidestLabel = 5200;
    private const int NarrowestNumber = 1150;
    private const int WidestNumber = 1900;

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \n\r\t-/");

    /// <summary>A form's columns keep their shares; others get what their words and numbers need.</summary>
    public static int[] Of(DocTable table, int columns, int textWidth)
    {
        if (table.Kind == TableKind.Form) return ByShares(table, columns, textWidth);
        var letter = WordTable.IsSmall(table) ? 73 : 92;
        DocRow[] looked = [.. table.Rows.Take(Looked)];
        var letters = Enumerable.Range(0, columns).Select(column => Letters(table.Columns[column], looked, column)).ToList();
        // Where not all words fit, the longest ones break first.
        var longest = LongestWord;
        while (longest > ShortestBroken && Least().Sum() > textWidth) longest--;
        var least = Least();
        int[] wanted = [.. letters.Select((of, column) => Math.Max(least[column], (of.Text * letter) + Margins))];
        return table.Kind == TableKind.Figure ? OfFigure(table, least, wanted, textWidth) : Fit(least, wanted, textWidth, isFull: true);

        int[] Least() => [.. letters.Select(of => (Math.Min(of.Word, longest) * letter) + Margins)];
    }

    /// <summary>Number columns of one width, and no wider a table than that needs: a number stands near its label.</summary>
    private static int[] OfFigure(DocTable table, int[] least, int[] wanted, int textWidth)
    {
        var number = 0;
        for (var column = 0; column < wanted.Length; column++)
        {
            if (table.Columns[column].Unit is not null) number = Math.Max(number, Math.Clamp(wanted[column], NarrowestNumber, Math.Max(WidestNumber, least[column])));
        }

        int[] even = [.. wanted.Select((width, column) => table.Columns[column].Unit is null ? Math.Min(WidestLabel, Math.Max(width, 2400)) : number)];
        return even.Sum() <= textWidth ? even : Fit(least, wanted, textWidth, isFull: false);
    }

    private static int[] Fit(int[] least, int[] wanted, int textWidth, bool isFull)
    {
        var (low, high) = (least.Sum(), wanted.Sum());
        int[] widths = high <= textWidth ? isFull ? [.. wanted.Select(width => (int)((long)width * textWidth / high))] : wanted
            : low <= textWidth ? [.. least.Select((width, column) => width + (int)((long)(textWidth - low) * (wanted[column] - width) / (high - low)))]
            : [.. least.Select(width => (int)((long)width * textWidth / low))];
        if (isFull || high > textWidth) widths[^1] += textWidth - widths.Sum();
        return widths;
    }

    private static int[] ByShares(DocTable table, int columns, int textWidth)
    {
        var shares = table.Columns.Take(columns).Select(column => Math.Max(1, column.Width)).ToArray();
        var whole = shares.Sum();
        var widths = shares.Select(share => textWidth * share / whole).ToArray();
        widths[^1] += textWidth - widths.Sum();
        return widths;
    }

    /// <summary>Letters of a column's longest word and of its longest text; its bold heading may take two lines.</summary>
    private static (int Word, int Text) Letters(DocColumn column, DocRow[] rows, int place)
    {
        var heading = column.UnbrokenHeading;
        var word = Word(heading) * 11 / 10;
        var text = Math.Max(word, Math.Min(LongestLine, heading.Length / 2));
        foreach (var row in rows)
        {
            if (place >= row.Cells.Length) continue;
            var cell = row.Cells[place];
            var mark = cell.Light is null ? 0 : 2;
            word = Math.Max(word, Word(cell.Text) + mark);
            text = Math.Max(text, Room(cell.Text.Length) + mark);
        }

        return (word, text);
    }

    // What fills many lines anyway needs room by its length, but not all of it.
    private static int Room(int letters) => letters <= LongestLine ? letters : LongestLine + ((Math.Min(letters, LongestText) - LongestLine) / 3);

    private static int Word(ReadOnlySpan<char> text)
    {
        var longest = 0;
        while (text.IndexOfAny(Spaces) is >= 0 and var at)
        {
            longest = Math.Max(longest, at + 1);
            text = text[(at + 1)..];
            if (longest >= LongestWord) break;
        }

        return Math.Min(LongestWord, Math.Max(longest, text.Length));
    }
}

using System.Xml;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Any table file to rows of cells: text parted by tab, semicolon or comma, or a sheet of an Excel file. The headings may stand in any of the first ten rows.</summary>
public static class TableFile
{
    /// <summary>The most rows that are read: more initiatives than any portfolio has.</summary>
    public const int MostRows = 20_000;

    private const int MostColumns = 300;
    private const int HeadingRows = 10;

    /// <summary>The rows of a file, or why it can't be read.</summary>
    /// <param name="fileName">The file's name, without folders.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="sheet">Name of the sheet; null for the first one with anything in it.</param>
    public static TableReading Read(string fileName, byte[] bytes, string? sheet = null)
    {
        if (bytes.Length == 0) return Failed(fileName, null, "FileEmpty", "The file is empty; ask the sender for a new copy.");
        if (OldOfficeFile.Recognises(bytes) && OldOfficeFile.Refuse(fileName, bytes).Problem is { } old) return new(null, old);
        if (bytes.AsSpan().StartsWith("PK"u8)) return Workbook(fileName, bytes, sheet);
        var (text, encoding) = bytes.AsSpan().StartsWith("%PDF"u8) ? (null, null) : TextDecoding.Decode(bytes);
        if (text is null) return Failed(fileName, null, "FormatNotTable", "The file is no table: save it as Excel (.xlsx) or CSV, and read that.");
        if (sheet is not null) return Failed(fileName, null, "SheetUnknown", $"A text file has no sheets: leave the sheet \"{sheet}\" out.");
        var (lines, openQuote) = DelimitedText.Read(ComposedText.Of(text), MostRows + HeadingRows + 1);
        if (openQuote is { } line) return Failed(fileName, line, "QuoteOpen", "A quotation mark opens here and never closes: close it, or take it away.");
        return UnderHeadings(fileName, null, [], lines, []) switch
        {
            { Sheet: { } read } => new(read with { GuessedEncoding = encoding == TextDecoding.LastResort ? encoding : null, Width = lines.Count == 0 ? null : read.Columns[^1].Index + 1 }, null),
            var failed => failed,
        };
    }

    private static TableReading Workbook(string fileName, byte[] bytes, string? sheet)
    {
        try
        {
            using var package = OfficePackage.Open(bytes);
            if (package.Main() is not { } main || !main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) return Failed(fileName, null, "FormatNotTable", "The file is no table: save it as Excel (.xlsx) or CSV, and read that.");
            var book = SheetBook.Read(package, main);
            string[] names = [.. book.Sheets.Select(one => one.Name)];
            foreach (var (name, part) in book.Sheets)
            {
                if (sheet is not null && !name.Equals(sheet, StringComparison.OrdinalIgnoreCase)) continue;
                using var xml = package.Xml(part);
                if (xml is null) continue;
                var grid = new SheetGrid(book, showMistakes: true);
                var cells = grid.Read(xml);
                if (cells.Count == 0 && sheet is null) continue;
                List<FileProblem> notes = [];
                if (grid.HiddenRows > 0) notes.Add(new(fileName, null, "RowsHidden", $"{grid.HiddenRows} rows are hidden or filtered away in \"{name}\" and are not read: show them in Excel first if they belong to the table."));
                if (sheet is null && names.Length > 1) notes.Add(new(fileName, null, "SheetsOther", $"The sheet \"{name}\" is read; the file has {string.Join(", ", names.Where(other => other != name))} too."));
                return UnderHeadings(fileName, name, names, Lines(cells), notes);
            }

            return sheet is null
                ? Failed(fileName, null, "FileEmpty", "The file holds no rows.")
                : Failed(fileName, null, "SheetUnknown", $"There is no sheet \"{sheet}\" that is shown; the file has {string.Join(", ", names)}.");
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            return Failed(fileName, null, "FileDamaged", "The file is damaged or incomplete: open it in the program it was made with and save it again, or ask the sender for a new copy.");
        }
    }

    private static List<TableLine> Lines(IReadOnlyList<SheetCell> cells)
    {
        var lines = new List<TableLine>();
        for (var at = 0; at < cells.Count && lines.Count <= MostRows + HeadingRows;)
        {
            var row = cells[at].Row;
            var texts = new List<string>();
            for (; at < cells.Count && cells[at].Row == row; at++)
            {
                // A cell further out is not kept, but makes the row too long to be read.
                while (texts.Count < Math.Min(cells[at].Column - 1, MostColumns)) texts.Add("");
                texts.Add(cells[at].Text.Trim());
            }

            lines.Add(new(row, texts));
        }

        return lines;
    }

    private static TableReading UnderHeadings(string fileName, string? sheet, IReadOnlyList<string> sheets, List<TableLine> lines, List<FileProblem> notes)
    {
        lines.RemoveAll(line => line.IsBlank);
        if (lines.Count == 0) return Failed(fileName, null, "FileEmpty", "The file holds no rows.");
        if (HeadingRow.Find([.. lines.Take(HeadingRows)]) is not { } at)
            return Failed(fileName, lines[0].Number, "HeadingsMissing", $"None of the first {HeadingRows} rows is a row of headings: write what each column holds in a row above the values.");
        var rows = lines.GetRange(at + 1, lines.Count - at - 1);
        if (rows.Count == 0) return Failed(fileName, lines[at].Number, "RowsMissing", "There are headings and no rows below them.");
        if (rows.Count > MostRows) return Failed(fileName, null, "TableTooLong", $"The table has more than {MostRows} rows; a portfolio has far fewer, so it is probably something else.");
        if (lines.Exists(line => line.Cells.Count > MostColumns)) return Failed(fileName, lines[at].Number, "TableTooWide", $"The table has more than {MostColumns} columns; it is probably something else.");
        return new(new(fileName, sheet, sheets, HeadingRow.Columns(lines[at], rows, isText: sheet is null), rows, notes), null);
    }

    private static TableReading Failed(string fileName, int? line, string code, string message) => new(null, new(fileName, line, code, message));
}

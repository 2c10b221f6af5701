namespace Samstyre.Import;

/// <summary>An Excel file to a neutral document: the rows of its visible sheets, each sheet a page, each value as it is shown, with its text boxes. Macros are passed over.</summary>
internal static class SheetReader
{
    public static NeutralDocument Read(string fileName, OfficePackage package, string main)
    {
        var book = SheetBook.Read(package, main);
        var blocks = new List<Block>();
        foreach (var (name, part) in book.Sheets)
        {
            using var xml = package.Xml(part);
            if (xml is null) continue;
            var grid = new SheetGrid(book);
            var first = blocks.Count;
            SheetRows.Add(blocks, name, grid.Read(xml), grid.Spans);
            SheetDrawings.Add(blocks, first, package, name, part);
        }

        return new(fileName, blocks);
    }
}

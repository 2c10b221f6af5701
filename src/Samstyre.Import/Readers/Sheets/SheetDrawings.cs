using System.Globalization;
using System.Text;
using System.Xml;

namespace Samstyre.Import;

/// <summary>The text boxes of a sheet, grouped ones too: they lie over the cells, and are read after the row that they begin at.</summary>
internal static class SheetDrawings
{
    private const int MostParagraphs = 100_000;

    /// <summary>Puts the text boxes of a sheet in among its blocks.</summary>
    /// <param name="blocks">All blocks so far; the sheet's own begin at <paramref name="first"/>.</param>
    /// <param name="first">Where the sheet's blocks begin.</param>
    /// <param name="package">The file.</param>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="part">The sheet's part.</param>
    public static void Add(List<Block> blocks, int first, OfficePackage package, string sheet, string part)
    {
        var boxes = package.Related(part).Where(relation => relation.Kind == "drawing").SelectMany(relation => Read(package, relation.Target)).OrderBy(box => box.Row).ThenBy(box => box.Column).ToList();
        if (boxes.Count == 0) return;
        var cells = blocks.GetRange(first, blocks.Count - first);
        blocks.RemoveRange(first, cells.Count);
        var at = 0;
        foreach (var box in boxes)
        {
            while (at < cells.Count && cells[at].Place.Line <= box.Row) blocks.Add(cells[at++]);
            foreach (var text in box.Paragraphs) blocks.Add(new([text], new(Line: box.Row, Sheet: sheet)));
        }

        blocks.AddRange(cells.Skip(at));
        for (var place = first; place < blocks.Count; place++) blocks[place] = blocks[place] with { StartsPage = place == first };
    }

    private static List<TextBox> Read(OfficePackage package, string part)
    {
        var boxes = new List<TextBox>();
        var (row, column, count) = (1, 0, 0);
        using var xml = package.Xml(part);
        var isFrom = false;
        TextBox? box = null;
        StringBuilder? paragraph = null;
        while (xml is not null && xml.Read())
        {
            var isEnd = xml.NodeType == XmlNodeType.EndElement;
            switch (xml.LocalName)
            {
                case "from" when xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement:
                    isFrom = !isEnd;
                    break;
                case "row" when isFrom && !isEnd:
                    row = Number(xml) + 1;
                    break;
                case "col" when isFrom && !isEnd:
                    column = Number(xml);
                    break;
                case "txBody" when !isEnd && !xml.IsEmptyElement:
                    boxes.Add(box = new(row, column, []));
                    break;
                case "txBody":
                    box = null;
                    break;
                case "p" when box is not null && !isEnd:
                    paragraph = new();
                    break;
                case "p" when box is not null && paragraph is not null:
                    if (++count > MostParagraphs) throw new InvalidDataException("The sheet has too many text boxes.");
                    if (paragraph.ToString() is { } text && !string.IsNullOrWhiteSpace(text)) box.Paragraphs.Add(text);
                    break;
                case "br" when !isEnd:
                    paragraph?.Append('\n');
                    break;
                case "t" when paragraph is not null && !isEnd && !xml.IsEmptyElement:
                    if (xml.Read() && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) paragraph.Append(xml.Value);
                    break;
            }
        }

        return boxes;
    }

    private static int Number(XmlReader xml) =>
        xml.Read() && int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_048_576 ? number : 0;

    private sealed record TextBox(int Row, int Column, List<string> Paragraphs);
}

using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>A table: a heading that repeats on every page, rows that stay whole, numbers to the right, colours as shape and word.</summary>
internal static class WordTable
{
    /// <summary>Keeps a paragraph on the page of the next.</summary>
    public static readonly Markup Keep = new("<w:keepNext/>"u8.ToArray());

    // Word opens no table of more columns.
    private const int MostColumns = 63;
    private const int MostUpright = 10;
    private const int MostPlain = 7;
    private const int ShortTable = 12;
    private const int LongRow = 1200;
    private const int LongText = 250;

    // LibreOffice takes four times as long for twice the rows of one table: longer ones are written as several, each under the heading.
    private const int LongTable = 1000;
    private const int Piece = 400;

    private static readonly Markup Total = new("""<w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="0F4C75"/></w:tcBorders>"""u8.ToArray());
    private static readonly Markup Label = new("""<w:shd w:val="clear" w:color="auto" w:fill="EDF3F7"/>"""u8.ToArray());
    private static readonly Markup Green = Colour("16804A");
    private static readonly Markup Yellow = Colour("A87500");
    private static readonly Markup Red = Colour("C4243A");

    /// <summary>Whether it needs a page on its side.</summary>
    public static bool IsWide(DocTable table) => table.Kind == TableKind.Annex || (table.Kind != TableKind.Form && table.Columns.Length > MostUpright);

    /// <summary>Whether it is in small print: with many columns, and lists with texts of many lines.</summary>
    public static bool IsSmall(DocTable table) => table.Kind == TableKind.Annex || (table.Kind != TableKind.Form && table.Columns.Length > MostPlain)
        || (table.Kind == TableKind.List && table.Rows.Take(WordWidths.Looked).Any(row => row.Cells.Any(cell => cell.Text.Length > LongText)));

    /// <summary>Writes it; <paramref name="hollow"/> says by row whether the first cell stands for what is not stated.</summary>
    public static void Write(OoxmlWriter xml, DocTable table, string? note, ImmutableArray<bool> hollow, int textWidth)
    {
        var columns = Math.Min(MostColumns, table.Columns.Length);
        var widths = WordWidths.Of(table, columns, textWidth);
        var hasHeadings = table.Columns.Any(column => column.Heading.Length > 0);
        var place = new Place(table, widths, table.LightColumns(), IsKept: table.Kind == TableKind.Figure && table.Rows.Length <= ShortTable, hasHeadings, IsSmall(table));
        Start(xml, place, note);
        for (var row = 0; row < table.Rows.Length; row++)
        {
            if (row > 0 && row % Piece == 0 && table.Rows.Length > LongTable)
            {
                xml.Write("""</w:tbl><w:p><w:pPr><w:pStyle w:val="SectionEnd"/></w:pPr></w:p>"""u8);
                Start(xml, place, note);
            }

            var isLast = row == table.Rows.Length - 1;
            Row(xml, place with { IsKept = place.IsKept && (!isLast || !string.IsNullOrEmpty(note)) }, table.Rows[row], !hollow.IsDefault && row < hollow.Length && hollow[row]);
        }

        xml.Write("</w:tbl>"u8);
    }

    private static void Start(OoxmlWriter xml, Place place, string? note)
    {
        var (table, widths, _, _, hasHeadings, _) = place;
        xml.Write($"<w:tbl><w:tblPr><w:tblStyle w:val=\"{(table.Kind == TableKind.Form ? "SamstyreForm" : "SamstyreTable")}\"/><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>");
        xml.Write($"<w:tblLook w:val=\"{(hasHeadings ? "06A0" : "0680")}\" w:firstRow=\"{(hasHeadings ? 1 : 0)}\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>");
        xml.Write($"<w:tblCaption w:val=\"{WordRuns.Spoken(table.Caption)}\"/>");
        if (!string.IsNullOrEmpty(note)) xml.Write($"<w:tblDescription w:val=\"{WordRuns.Spoken(note)}\"/>");
        xml.Write("</w:tblPr><w:tblGrid>"u8);
        foreach (var width in widths) xml.Write($"<w:gridCol w:w=\"{width}\"/>");
        xml.Write("</w:tblGrid>"u8);
        if (hasHeadings) Headings(xml, place);
    }

    private static void Headings(OoxmlWriter xml, Place place)
    {
        xml.Write("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"u8);
        for (var column = 0; column < place.Widths.Length; column++)
        {
            var of = place.Table.Columns[column];
            xml.Write($"<w:tc><w:tcPr><w:tcW w:w=\"{place.Widths[column]}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{StyleOf(place, of.Unit is not null)}\"/><w:keepNext/></w:pPr>");
            WordRuns.Write(xml, of.UnbrokenHeading);
            xml.Write("</w:p></w:tc>"u8);
        }

        xml.Write("</w:tr>"u8);
    }

    private static void Row(OoxmlWriter xml, Place place, DocRow row, bool isHollow)
    {
        // A row longer than a page must split, or its end would be lost.
        var isLong = row.Cells.Sum(cell => (long)cell.Text.Length) > LongRow;
        xml.Write(isLong ? "<w:tr>"u8 : "<w:tr><w:trPr><w:cantSplit/></w:trPr>"u8);
        var isForm = place.Table.Kind == TableKind.Form;
        for (var column = 0; column < place.Widths.Length; column++)
        {
            var cell = column < row.Cells.Length ? row.Cells[column] : new DocCell("", "");
            var isLabel = isForm && cell.IsHeading;
            var style = isLabel ? "FormLabel" : StyleOf(place, place.Table.Columns[column].Unit is not null);
            var covered = isForm && column == row.Cells.Length - 1 ? place.Widths.Length - column : 1;
            xml.Write($"<w:tc><w:tcPr><w:tcW w:w=\"{(covered == 1 ? place.Widths[column] : place.Widths.Skip(column).Sum())}\" w:type=\"dxa\"/>");
            if (covered > 1) xml.Write($"<w:gridSpan w:val=\"{covered}\"/>");
            xml.Write($"{(row.IsTotal ? Total : isLabel ? Label : default)}</w:tcPr>");
            xml.Write($"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{(place.IsKept ? Keep : default)}</w:pPr>");
            var isMissing = cell.Value is null && !cell.IsHeading && !isLabel && cell.Initiative is null && cell.Text.Length > 0;
            Mark(xml, cell, (isHollow && column == 0) || (place.Lights[column] && isMissing));
            WordRuns.Write(xml, cell.Text, row.IsTotal ? WordRuns.Bold : isMissing ? WordRuns.Quiet : default);
            xml.Write("</w:p></w:tc>"u8);
            column += covered - 1;
        }

        xml.Write("</w:tr>"u8);
    }

    /// <summary>The shape of a colour before its word.</summary>
    private static void Mark(OoxmlWriter xml, DocCell cell, bool isHollow)
    {
        if (cell.Light is not { } light)
        {
            if (isHollow) WordRuns.Write(xml, "○\u00a0", WordRuns.Quiet);
            return;
        }

        var (shape, look) = light switch { TrafficLight.Green => ("●\u00a0", Green), TrafficLight.Yellow => ("▲\u00a0", Yellow), _ => ("■\u00a0", Red) };
        WordRuns.Write(xml, shape, look);
    }

    private static string StyleOf(Place place, bool isNumber) =>
        place.IsSmall ? isNumber ? "SmallNumber" : "SmallText"
        : isNumber ? "TableNumber"
        : place.Table.Kind == TableKind.Form ? "FormText"
        : "TableText";

    private static Markup Colour(string colour) => new(System.Text.Encoding.UTF8.GetBytes($"<w:rPr><w:color w:val=\"{colour}\"/></w:rPr>"));

    private readonly record struct Place(DocTable Table, int[] Widths, bool[] Lights, bool IsKept, bool HasHeadings, bool IsSmall);
}

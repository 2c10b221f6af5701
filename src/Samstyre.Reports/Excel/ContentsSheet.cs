using System.Globalization;
using System.Xml;

namespace Samstyre.Reports;

/// <summary>The first sheet: what the report is, of which round, and a link to every sheet.</summary>
internal static class ContentsSheet
{
    public static void Write(XmlWriter xml, ReportDocument document, TextSet texts, IReadOnlyList<TableSheet> sheets)
    {
        xml.WriteStartElement("worksheet", ExcelReport.Main);
        xml.WriteRaw("""<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols><col min="1" max="1" width="36" customWidth="1"/><col min="2" max="2" width="80" customWidth="1"/></cols>""");
        xml.WriteStartElement("sheetData", ExcelReport.Main);
        var row = 0;
        Line(document.Title, CellLook.Caption);
        Line(document.Subtitle, CellLook.Plain);
        Line(document.Portfolio, CellLook.Plain);
        foreach (var line in document.Provenance) Line(line, CellLook.Note);
        row++;
        Pair(texts["sheets.sheet"], CellLook.Heading, texts["sheets.table"], CellLook.Heading);
        var first = row + 1;
        foreach (var sheet in sheets) Pair(sheet.Name, CellLook.Link, sheet.Table.Caption, CellLook.Text);
        xml.WriteEndElement();
        if (sheets.Count > 0) Links(xml, sheets, first);
        xml.WriteRaw("""<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>""");
        xml.WriteEndElement();

        void Line(string text, CellLook look)
        {
            SheetCells.StartRow(xml, ++row);
            SheetCells.Text(xml, At('A'), text, look);
            xml.WriteEndElement();
        }

        void Pair(string left, CellLook leftLook, string right, CellLook rightLook)
        {
            SheetCells.StartRow(xml, ++row);
            SheetCells.Text(xml, At('A'), left, leftLook);
            SheetCells.Text(xml, At('B'), right, rightLook);
            xml.WriteEndElement();
        }

        string At(char column) => string.Create(CultureInfo.InvariantCulture, $"{column}{row}");
    }

    private static void Links(XmlWriter xml, IReadOnlyList<TableSheet> sheets, int first)
    {
        xml.WriteStartElement("hyperlinks", ExcelReport.Main);
        for (var place = 0; place < sheets.Count; place++)
        {
            xml.WriteStartElement("hyperlink", ExcelReport.Main);
            xml.WriteAttributeString("ref", string.Create(CultureInfo.InvariantCulture, $"A{first + place}"));
            xml.WriteAttributeString("location", sheets[place].Reference("A1"));
            xml.WriteAttributeString("display", sheets[place].Name);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}

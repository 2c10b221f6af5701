using System.Globalization;
using System.Xml;

namespace Samstyre.Reports;

/// <summary>A table as a sheet: caption, note, headings that stay in place, and the rows with a filter over them.</summary>
/// <param name="Name">Its name in the workbook.</param>
/// <param name="Table">The table.</param>
/// <param name="Note">What stands under the caption.</param>
/// <param name="CutWords">What stands at the end of a text that is too long for a cell.</param>
internal sealed record TableSheet(string Name, DocTable Table, string? Note, string CutWords)
{
    /// <summary>The row of headings, which print on every page.</summary>
    public const string HeadingRows = "$4:$4";

    private const int HeadingRow = 4;
    private const int MeasuredRows = 200;

    /// <summary>Headings and rows; sums below them stay where they are when the rows are sorted.</summary>
    public string FilterRange
    {
        get
        {
            var last = Table.Rows.Length;
            while (last > 0 && Table.Rows[last - 1].IsTotal) last--;
            return string.Create(CultureInfo.InvariantCulture, $"$A${HeadingRow}:${SheetCells.Column(Table.Columns.Length - 1)}${HeadingRow + last}");
        }
    }

    /// <summary>A range of this sheet as other sheets name it.</summary>
    public string Reference(string range) => $"'{Name.Replace("'", "''", StringComparison.Ordinal)}'!{range}";

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", ExcelReport.Main);
        xml.WriteRaw("""
            <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A5" sqref="A5"/></sheetView></sheetViews>
            """);
        Columns(xml);
        xml.WriteStartElement("sheetData", ExcelReport.Main);
        SheetCells.StartRow(xml, 1);
        SheetCells.Text(xml, "A1", Table.Caption, CellLook.Caption);
        xml.WriteEndElement();
        if (!string.IsNullOrEmpty(Note))
        {
            SheetCells.StartRow(xml, 2);
            SheetCells.Text(xml, "A2", Note, CellLook.Note);
            xml.WriteEndElement();
        }

        Rows(xml);
        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter", ExcelReport.Main);
        xml.WriteAttributeString("ref", FilterRange.Replace("$", "", StringComparison.Ordinal));
        xml.WriteEndElement();
        xml.WriteRaw("""<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>""");
        xml.WriteEndElement();
    }

    private void Rows(XmlWriter xml)
    {
        string[] letters = [.. Enumerable.Range(0, Table.Columns.Length).Select(SheetCells.Column)];
        SheetCells.StartRow(xml, HeadingRow);
        for (var column = 0; column < letters.Length; column++)
            SheetCells.Text(xml, letters[column] + HeadingRow, Table.Columns[column].Heading, Table.Columns[column].Unit is null ? CellLook.Heading : CellLook.NumberHeading);
        xml.WriteEndElement();
        for (var place = 0; place < Table.Rows.Length; place++)
        {
            var row = Table.Rows[place];
            var number = (HeadingRow + 1 + place).ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("row", ExcelReport.Main);
            xml.WriteAttributeString("r", number);
            for (var column = 0; column < Math.Min(letters.Length, row.Cells.Length); column++) Cell(xml, letters[column] + number, row.Cells[column], Table.Columns[column], row.IsTotal);
            xml.WriteEndElement();
        }
    }

    private void Cell(XmlWriter xml, string reference, DocCell cell, DocColumn column, bool total)
    {
        var text = total ? CellLook.TotalText : CellLook.Text;
        switch (cell.Value)
        {
            case null:
                SheetCells.Empty(xml, reference, text);
                break;
            case decimal number:
                SheetCells.Number(xml, reference, number, SheetStyles.LookOf(column.Unit, total));
                break;
            case DateOnly day:
                SheetCells.Date(xml, reference, day, total ? CellLook.TotalDate : CellLook.Date, text);
                break;
            case string words:
                SheetCells.Text(xml, reference, SheetText.Fitting(words, CutWords), text);
                break;
            default:
                SheetCells.Text(xml, reference, SheetText.Fitting(cell.Text, CutWords), text);
                break;
        }
    }

    private void Columns(XmlWriter xml)
    {
        DocRow[] measured = [.. Table.Rows.Take(MeasuredRows)];
        xml.WriteStartElement("cols", ExcelReport.Main);
        for (var column = 0; column < Table.Columns.Length; column++)
        {
            xml.WriteStartElement("col", ExcelReport.Main);
            xml.WriteAttributeString("min", XmlConvert.ToString(column + 1));
            xml.WriteAttributeString("max", XmlConvert.ToString(column + 1));
            xml.WriteAttributeString("width", XmlConvert.ToString(WidthOf(column, measured)));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // As wide as the longest text of the first rows, up to a limit where it wraps; a heading needs room for its filter button.
    private int WidthOf(int column, DocRow[] measured)
    {
        var heading = Math.Min(Table.Columns[column].Heading.Length + 4, 24);
        var words = measured.Where(row => column < row.Cells.Length && row.Cells[column].Value is not null).Select(row => row.Cells[column].Text.Length + 2).DefaultIfEmpty(0).Max();
        return Math.Clamp(Math.Max(heading, words), 10, 60);
    }
}

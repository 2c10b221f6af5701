namespace Samstyre.Reports;

/// <summary>The workbook inside a chart: what Word opens on "Edit data".</summary>
internal static class ChartWorkbook
{
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static void Write(Stream output, ChartNumbers numbers) => OoxmlPackage.Write(
        output,
        [
            OoxmlPart.Xml("xl/workbook.xml", Spreadsheet + "sheet.main+xml", xml => xml.Write("""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
                """u8), new OoxmlLink("rId1", "worksheet", "worksheets/sheet1.xml"), new OoxmlLink("rId2", "styles", "styles.xml")),
            OoxmlPart.Xml("xl/styles.xml", Spreadsheet + "styles+xml", xml => Styles(xml, numbers.Format)),
            OoxmlPart.Xml("xl/worksheets/sheet1.xml", Spreadsheet + "worksheet+xml", xml => Sheet(xml, numbers)),
        ],
        [new("rId1", "officeDocument", "xl/workbook.xml")]);

    private static void Styles(OoxmlWriter xml, string format) => xml.Write($"""
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="{format}"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """);

    private static void Sheet(OoxmlWriter xml, ChartNumbers numbers)
    {
        xml.Write("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="1" width="40" customWidth="1"/></cols><sheetData><row r="1">"""u8);
        Words(xml, 0, 1, numbers.Corner);
        for (var column = 0; column < numbers.Series.Length; column++) Words(xml, column + 1, 1, numbers.Series[column].Name);
        xml.Write("</row>"u8);
        for (var row = 0; row < numbers.Categories.Length; row++)
        {
            xml.Write($"<row r=\"{row + 2}\">");
            Words(xml, 0, row + 2, numbers.Categories[row]);
            for (var column = 0; column < numbers.Series.Length; column++)
            {
                if (numbers.Series[column].Values[row] is { } value) xml.Write($"<c r=\"{ChartNumbers.Letters(column + 1)}{row + 2}\" s=\"1\"><v>{value}</v></c>");
            }

            xml.Write("</row>"u8);
        }

        xml.Write("</sheetData></worksheet>"u8);
    }

    private static void Words(OoxmlWriter xml, int column, int row, string words) =>
        xml.Write($"<c r=\"{ChartNumbers.Letters(column)}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{words}</t></is></c>");
}

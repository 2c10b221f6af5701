using System.IO.Compression;
using System.Text;

namespace Samstyre.Tests.Import;

/// <summary>Excel files as small as they can be, for tests of what is read from them.</summary>
internal static class SheetFile
{
    private const string Names = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A file with one sheet of these rows.</summary>
    public static byte[] Of(string rows, string strings = "", string styles = "", string before = "", string behind = "", string properties = "", string prologue = "") => Zip(
        ("xl/workbook.xml", $"<workbook {Names} xmlns:r=\"{Relations}\"><workbookPr {properties}/><sheets><sheet name=\"Skjema\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", RelationsOf(("r1", "worksheet", "worksheets/a.xml"), ("r2", "sharedStrings", "strings.xml"), ("r3", "styles", "styles.xml"))),
        ("xl/strings.xml", $"<sst {Names}>{strings}</sst>"),
        ("xl/styles.xml", $"<styleSheet {Names}>{styles}</styleSheet>"),
        ("xl/worksheets/a.xml", prologue + Sheet(rows, before, behind)));

    /// <summary>A file with several sheets: name, attributes and rows of each.</summary>
    public static byte[] WithSheets(params (string Name, string Attributes, string Rows)[] sheets) => Zip(
    [
        ("xl/workbook.xml", $"<workbook {Names} xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((sheet, n) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{n + 1}\" {sheet.Attributes} r:id=\"r{n}\"/>"))}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", RelationsOf([.. sheets.Select((_, n) => ($"r{n}", "worksheet", $"worksheets/s{n}.xml"))])),
        .. sheets.Select((sheet, n) => ($"xl/worksheets/s{n}.xml", Sheet(sheet.Rows, "", ""))),
    ]);

    /// <summary>A file with one sheet of these rows and a drawing over them.</summary>
    public static byte[] WithDrawing(string rows, string anchors) => Zip(
        ("xl/workbook.xml", $"<workbook {Names} xmlns:r=\"{Relations}\"><sheets><sheet name=\"Skjema\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", RelationsOf(("r1", "worksheet", "worksheets/a.xml"))),
        ("xl/worksheets/a.xml", Sheet(rows, "", "<drawing/>")),
        ("xl/worksheets/_rels/a.xml.rels", RelationsOf(("r1", "drawing", "../drawings/d.xml"))),
        ("xl/drawings/d.xml", $"<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">{anchors}</xdr:wsDr>"));

    /// <summary>A text box that begins in a row and column, from 0; its paragraphs are the texts.</summary>
    public static string Box(int row, int column, params string[] texts) =>
        $"<xdr:twoCellAnchor><xdr:from><xdr:col>{column}</xdr:col><xdr:row>{row}</xdr:row></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>99</xdr:row></xdr:to>{Shape(texts)}</xdr:twoCellAnchor>";

    /// <summary>A shape with texts in it.</summary>
    public static string Shape(params string[] texts) => $"<xdr:sp><xdr:txBody><a:bodyPr/>{string.Concat(texts.Select(text => $"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"))}</xdr:txBody></xdr:sp>";

    /// <summary>A cell with its text in it.</summary>
    public static string Cell(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Sheet(string rows, string before, string behind) => $"<worksheet {Names}>{before}<sheetData>{rows}</sheetData>{behind}</worksheet>";

    private static string RelationsOf(params (string Id, string Kind, string Target)[] relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{Relations}/{relation.Kind}\" Target=\"{relation.Target}\"/>"))}</Relationships>";

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts.Prepend(("_rels/.rels", RelationsOf(("r1", "officeDocument", "xl/workbook.xml")))))
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}

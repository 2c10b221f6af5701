using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Samstyre.Reports;

/// <summary>A report's tables as an Excel workbook: a sheet of contents, then one per table. Written row by row into the package; the same document gives the same bytes.</summary>
public static class ExcelReport
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // The earliest time that a zip file can state.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true, NewLineHandling = NewLineHandling.None };

    /// <summary>Writes the workbook. Tables of the form are left out: they are no rows and columns.</summary>
    /// <param name="output">Where to; one that can't seek gets the package in another shape, with the same content in other bytes.</param>
    /// <param name="document">The report.</param>
    public static void Write(Stream output, ReportDocument document)
    {
        var texts = ReportTexts.In(document.Language);
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        var contents = SheetText.SheetName(texts["sheets.contents"], taken);
        var sheets = TablesOf(document).Select(pair => new TableSheet(SheetText.SheetName(pair.Table.Caption, taken), pair.Table, pair.Note, texts["excel.cut"])).ToList();

        using var package = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Parts(package, document, texts, contents, sheets);
    }

    private static void Parts(ZipArchive package, ReportDocument document, TextSet texts, string contents, List<TableSheet> sheets)
    {
        Part(package, "[Content_Types].xml", xml => ContentTypes(xml, sheets.Count + 1));
        Part(package, "_rels/.rels", RootRelations);
        Part(package, "docProps/core.xml", xml => Properties(xml, document));
        Part(package, "xl/workbook.xml", xml => Workbook(xml, contents, sheets));
        Part(package, "xl/_rels/workbook.xml.rels", xml => WorkbookRelations(xml, sheets.Count + 1));
        Part(package, "xl/styles.xml", xml => SheetStyles.Write(xml, document.Language));
        Part(package, "xl/worksheets/sheet1.xml", xml => ContentsSheet.Write(xml, document, texts, sheets));
        for (var place = 0; place < sheets.Count; place++)
        {
            var sheet = sheets[place];
            Part(package, FileOf(place + 2), sheet.Write);
        }
    }

    private static IEnumerable<(DocTable Table, string? Note)> TablesOf(ReportDocument document) => document.Chapters.SelectMany(chapter => chapter.Blocks)
        .Select(block => block switch
        {
            FigureBlock figure => (figure.Table, figure.Note),
            TableBlock table => (table.Table, table.Note),
            _ => default((DocTable? Table, string? Note)),
        })
        .Where(pair => pair.Table is { Kind: not TableKind.Form, Columns.IsEmpty: false })
        .Select(pair => (pair.Table!, pair.Note));

    private static string FileOf(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    private static void Part(ZipArchive package, string name, Action<XmlWriter> write)
    {
        var entry = package.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        using var xml = XmlWriter.Create(entry.Open(), Settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static void ContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        xml.WriteRaw("""<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>""");
        Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        Override("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
        Override("/xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
        for (var number = 1; number <= sheets; number++) Override("/" + FileOf(number), "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        xml.WriteEndElement();

        void Override(string part, string type) => xml.WriteRaw($"""<Override PartName="{part}" ContentType="{type}"/>""");
    }

    private static void RootRelations(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
        xml.WriteRaw($"""<Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>""");
        xml.WriteEndElement();
    }

    private static void WorkbookRelations(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
        for (var number = 1; number <= sheets; number++)
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<Relationship Id="rId{number}" Type="{Relationships}/worksheet" Target="worksheets/sheet{number}.xml"/>"""));
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<Relationship Id="rId{sheets + 1}" Type="{Relationships}/styles" Target="styles.xml"/>"""));
        xml.WriteEndElement();
    }

    private static void Properties(XmlWriter xml, ReportDocument document)
    {
        const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string DublinCore = "http://purl.org/dc/elements/1.1/";
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteElementString("dc", "title", DublinCore, SheetText.Clean($"{document.Title} – {document.Subtitle}"));
        xml.WriteElementString("dc", "subject", DublinCore, SheetText.Clean(document.Portfolio));
        xml.WriteElementString("dc", "language", DublinCore, ReportTexts.In(document.Language).Code);
        xml.WriteEndElement();
    }

    private static void Workbook(XmlWriter xml, string contents, List<TableSheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relationships);
        xml.WriteStartElement("sheets", Main);
        Sheet(contents, 1);
        for (var place = 0; place < sheets.Count; place++) Sheet(sheets[place].Name, place + 2);
        xml.WriteEndElement();
        if (sheets.Count > 0)
        {
            // Sorted by name and then sheet, as Excel writes them itself.
            xml.WriteStartElement("definedNames", Main);
            for (var place = 0; place < sheets.Count; place++) Name("_xlnm._FilterDatabase", place + 1, hidden: true, sheets[place].Reference(sheets[place].FilterRange));
            for (var place = 0; place < sheets.Count; place++) Name("_xlnm.Print_Titles", place + 1, hidden: false, sheets[place].Reference(TableSheet.HeadingRows));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();

        void Sheet(string name, int number)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("sheetId", XmlConvert.ToString(number));
            xml.WriteAttributeString("r", "id", Relationships, string.Create(CultureInfo.InvariantCulture, $"rId{number}"));
            xml.WriteEndElement();
        }

        void Name(string name, int sheet, bool hidden, string reference)
        {
            xml.WriteStartElement("definedName", Main);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("localSheetId", XmlConvert.ToString(sheet));
            if (hidden) xml.WriteAttributeString("hidden", "1");
            xml.WriteString(reference);
            xml.WriteEndElement();
        }
    }
}

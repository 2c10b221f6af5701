using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

namespace Samstyre.Reports;

/// <summary>The form as an Excel workbook: a sheet for each of its pages, labels that can't be changed, and for every answer its choices and help.</summary>
public static class ExcelTemplate
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None };
    private static readonly string[] Pages = ["template.sheet.project", "template.sheet.benefits", "template.sheet.dependencies"];

    /// <summary>Writes it.</summary>
    public static void Write(Stream output, FormTemplate template)
    {
        var lists = new ExcelTemplateLists();
        var sheets = PagesOf(template).Select((parts, place) => new ExcelTemplateSheet(template, parts, place == 0, lists)).ToList();
        // What a seekable stream gets is the same bytes every time.
        using var whole = new MemoryStream();
        OoxmlPackage.Write(
            whole,
            [
                Part("xl/workbook.xml", "sheet.main+xml", xml => Workbook(xml, template, sheets.Count), [.. Enumerable.Range(1, sheets.Count + 1).Select(LinkTo), new("rIdStyles", "styles", "styles.xml")]),
                Part("xl/styles.xml", "styles+xml", ExcelTemplateStyles.Write),
                .. sheets.Select((sheet, place) => Part(FileOf(place + 1), "worksheet+xml", sheet.Write)),
                Part(FileOf(sheets.Count + 1), "worksheet+xml", lists.Write),
                OoxmlPart.Xml("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", xml => WordParts.Properties(xml, template.Title)),
                TemplateProperties.Part(template),
            ],
            [
                new("rId1", "officeDocument", "xl/workbook.xml"),
                new("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
                new("rId3", TemplateProperties.Link, TemplateProperties.Path),
            ]);
        whole.WriteTo(output);
    }

    /// <summary>The form's parts by page: a page begins with a heading.</summary>
    private static List<ImmutableArray<FormSheet>> PagesOf(FormTemplate template)
    {
        List<ImmutableArray<FormSheet>> pages = [];
        foreach (var sheet in TemplateLayout.Of(template))
        {
            if (sheet.Heading) pages.Add([sheet]);
            else pages[^1] = pages[^1].Add(sheet);
        }

        return pages;
    }

    private static void Workbook(XmlWriter xml, FormTemplate template, int sheets)
    {
        xml.WriteStartElement("workbook", ExcelReport.Main);
        xml.WriteAttributeString("xmlns", "r", null, Relationships);
        xml.WriteRaw("""<workbookProtection lockStructure="1"/>""");
        xml.WriteStartElement("sheets", ExcelReport.Main);
        for (var number = 1; number <= sheets + 1; number++)
        {
            xml.WriteStartElement("sheet", ExcelReport.Main);
            xml.WriteAttributeString("name", number > sheets ? ExcelTemplateLists.Name : template.Texts[Pages[number - 1]]);
            xml.WriteAttributeString("sheetId", XmlConvert.ToString(number));
            if (number > sheets) xml.WriteAttributeString("state", "hidden");
            xml.WriteAttributeString("r", "id", Relationships, LinkTo(number).Id);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static OoxmlLink LinkTo(int number) => new(string.Create(CultureInfo.InvariantCulture, $"rId{number}"), "worksheet", FileOf(number)["xl/".Length..]);

    private static string FileOf(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    private static OoxmlPart Part(string path, string type, Action<XmlWriter> write, params IReadOnlyList<OoxmlLink> links) => new(path, Type + type, stream =>
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }, links);
}

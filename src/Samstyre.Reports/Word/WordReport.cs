using System.Globalization;

namespace Samstyre.Reports;

/// <summary>A report as a Word file, with charts that Word can edit. Written straight into the package, chapter by chapter; the same document gives the same bytes.</summary>
public static class WordReport
{
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string ChartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes it.</summary>
    public static void Write(Stream output, ReportDocument document)
    {
        var plan = new WordPlan(document);
        var language = WordParts.CodeOf(document.Language);
        List<OoxmlLink> links =
        [
            new("rIdStyles", "styles", "styles.xml"), new("rIdSettings", "settings", "settings.xml"), new("rIdNumbering", "numbering", "numbering.xml"),
            new("rIdHeader", "header", "header1.xml"), new("rIdFooter", "footer", "footer1.xml"),
        ];
        List<OoxmlPart> parts =
        [
            OoxmlPart.Xml("word/document.xml", Type + "document.main+xml", xml => new WordBody(xml, plan).Write(), links),
            OoxmlPart.Xml("word/styles.xml", Type + "styles+xml", xml => WordStyles.Write(xml, language)),
            OoxmlPart.Xml("word/settings.xml", Type + "settings+xml", xml => WordParts.Settings(xml, document.Language)),
            OoxmlPart.Xml("word/numbering.xml", Type + "numbering+xml", WordParts.Numbering),
            OoxmlPart.Xml("word/header1.xml", Type + "header+xml", xml => WordParts.Header(xml, document)),
            OoxmlPart.Xml("word/footer1.xml", Type + "footer+xml", xml => WordParts.Footer(xml, plan.Texts)),
            OoxmlPart.Xml("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", xml => WordParts.Properties(xml, document)),
        ];
        for (var number = 1; number <= plan.Charts.Count; number++)
        {
            var numbers = ChartNumbers.Of(plan.Charts[number - 1].Figure, document.Language);
            var name = string.Create(CultureInfo.InvariantCulture, $"chart{number}");
            links.Add(new(WordChart.LinkOf(number), "chart", $"charts/{name}.xml"));
            parts.Add(OoxmlPart.Xml($"word/charts/{name}.xml", ChartType, xml => ChartDrawing.Write(xml, numbers, language), new OoxmlLink("rId1", "package", $"../embeddings/{name}.xlsx")));
            parts.Add(new($"word/embeddings/{name}.xlsx", WorkbookType, stream => ChartWorkbook.Write(stream, numbers)));
        }

        OoxmlPackage.Write(output, parts,
        [
            new("rId1", "officeDocument", "word/document.xml"),
            new("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ]);
    }
}

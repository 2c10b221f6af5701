using System.Globalization;

namespace Samstyre.Reports;

/// <summary>A filled form as a PowerPoint file: its tables over a few slides, to be shown.</summary>
public static class SlideTemplate
{
    private const string Type = "application/vnd.openxmlformats-officedocument.presentationml.";

    /// <summary>Writes it.</summary>
    public static void Write(Stream output, FormTemplate template)
    {
        var slides = SlidePages.Of(template);
        OoxmlLink layout = new("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml");
        OoxmlPackage.Write(
            output,
            [
                OoxmlPart.Xml("ppt/presentation.xml", Type + "presentation.main+xml", xml => Presentation(xml, slides.Count), [new("rIdMaster", "slideMaster", "slideMasters/slideMaster1.xml"), .. Enumerable.Range(1, slides.Count).Select(LinkTo)]),
                OoxmlPart.Xml("ppt/slideMasters/slideMaster1.xml", Type + "slideMaster+xml", SlideMaster.Master, layout, new OoxmlLink("rId2", "theme", "../theme/theme1.xml")),
                OoxmlPart.Xml("ppt/slideLayouts/slideLayout1.xml", Type + "slideLayout+xml", SlideMaster.Layout, new OoxmlLink("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")),
                OoxmlPart.Xml("ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", SlideMaster.Theme),
                .. slides.Select((slide, place) => OoxmlPart.Xml("ppt/" + LinkTo(place + 1).Target, Type + "slide+xml", xml => SlideTables.Write(xml, slide), layout)),
                OoxmlPart.Xml("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", xml => WordParts.Properties(xml, template.Title)),
                TemplateProperties.Part(template),
            ],
            [
                new("rId1", "officeDocument", "ppt/presentation.xml"),
                new("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
                new("rId3", TemplateProperties.Link, TemplateProperties.Path),
            ]);
    }

    private static OoxmlLink LinkTo(int number) => new(string.Create(CultureInfo.InvariantCulture, $"rId{number}"), "slide", string.Create(CultureInfo.InvariantCulture, $"slides/slide{number}.xml"));

    private static void Presentation(OoxmlWriter xml, int slides)
    {
        xml.Write("""<p:presentation xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rIdMaster"/></p:sldMasterIdLst><p:sldIdLst>"""u8);
        // The format counts slides from 256.
        for (var number = 1; number <= slides; number++) xml.Write($"<p:sldId id=\"{255 + number}\" r:id=\"{LinkTo(number).Id}\"/>");
        xml.Write($"</p:sldIdLst><p:sldSz cx=\"{SlidePages.Width}\" cy=\"{SlidePages.Height}\"/><p:notesSz cx=\"{SlidePages.Height}\" cy=\"9144000\"/></p:presentation>");
    }
}

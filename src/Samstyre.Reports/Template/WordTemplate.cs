namespace Samstyre.Reports;

/// <summary>The form as a Word file: labels that can't be changed, and a field for every answer. Its shape is fixed, so that it is read back as it was filled in.</summary>
public static class WordTemplate
{
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>Writes it.</summary>
    public static void Write(Stream output, FormTemplate template)
    {
        var title = template.Title;
        OoxmlLink[] links = [new("rIdStyles", "styles", "styles.xml"), new("rIdSettings", "settings", "settings.xml"), new("rIdNumbering", "numbering", "numbering.xml"), new("rIdHeader", "header", "header1.xml"), new("rIdFooter", "footer", "footer1.xml")];
        OoxmlPackage.Write(
            output,
            [
                OoxmlPart.Xml("word/document.xml", Type + "document.main+xml", xml => Body(xml, template), links),
                OoxmlPart.Xml("word/styles.xml", Type + "styles+xml", xml => WordStyles.Write(xml, WordParts.CodeOf(template.Language))),
                OoxmlPart.Xml("word/settings.xml", Type + "settings+xml", xml => WordParts.Settings(xml, template.Language, isForm: true)),
                OoxmlPart.Xml("word/numbering.xml", Type + "numbering+xml", WordParts.Numbering),
                OoxmlPart.Xml("word/header1.xml", Type + "header+xml", xml => WordParts.Header(xml, title)),
                OoxmlPart.Xml("word/footer1.xml", Type + "footer+xml", xml => WordParts.Footer(xml, template.Texts)),
                OoxmlPart.Xml("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", xml => WordParts.Properties(xml, title)),
                TemplateProperties.Part(template),
            ],
            [
                new("rId1", "officeDocument", "word/document.xml"),
                new("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
                new("rId3", TemplateProperties.Link, TemplateProperties.Path),
            ]);
    }

    private static void Body(OoxmlWriter xml, FormTemplate template)
    {
        xml.Write("""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"""u8);
        Paragraph(xml, "Heading1", template.Texts["template.title"]);
        foreach (var line in template.Introduction("template.how.word")) Paragraph(xml, "Note", line);
        var control = new WordControl(xml, template);
        xml.Write("""<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>"""u8);
        control.Write(new(FormLayout.RevisedLine(template.Report), Field: "revised"), template.Texts["template.revised"], isSpare: false);
        xml.Write("</w:p>"u8);
        var sheets = TemplateLayout.Of(template);
        for (var place = 0; place < sheets.Count; place++)
        {
            var isWide = place == sheets.Count - 1;
            if (isWide) Turn(xml);
            if (sheets[place].Heading) Paragraph(xml, "Heading2", sheets[place].Title);
            WordTemplateTable.Write(xml, control, sheets[place], WordPage.TextWidth(isWide));
        }

        WordPage.Section(xml, isLandscape: true, isFirst: false);
        xml.Write("</w:body></w:document>"u8);
    }

    /// <summary>The dependencies have seven columns: their page lies on its side.</summary>
    private static void Turn(OoxmlWriter xml)
    {
        xml.Write("""<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>"""u8);
        WordPage.Section(xml, isLandscape: false, isFirst: true);
        xml.Write("</w:pPr></w:p>"u8);
    }

    private static void Paragraph(OoxmlWriter xml, string style, string text)
    {
        xml.Write($"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
        WordRuns.Write(xml, text);
        xml.Write("</w:p>"u8);
    }
}

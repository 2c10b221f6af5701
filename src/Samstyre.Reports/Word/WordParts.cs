using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>The small parts around the text: settings, list, header, footer, properties.</summary>
internal static class WordParts
{
    public static string CodeOf(Language language) => language switch { Language.English => "en-GB", Language.Nynorsk => "nn-NO", _ => "nb-NO" };

    /// <summary>Tells Word which version wrote it, so that it opens without the compatibility mode.</summary>
    /// <param name="xml">Where it is written.</param>
    /// <param name="language">Language of the document.</param>
    /// <param name="isForm">Whether only its fields can be changed. Without a password, so that nobody is locked out.</param>
    public static void Settings(OoxmlWriter xml, Language language, bool isForm = false)
    {
        xml.Write("""<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/>"""u8);
        if (isForm) xml.Write("""<w:documentProtection w:edit="forms" w:enforcement="1"/>"""u8);
        xml.Write("""<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/><w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/><w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/><w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>"""u8);
        xml.Write($"<w:themeFontLang w:val=\"{CodeOf(language)}\"/><w:decimalSymbol w:val=\"{(language == Language.English ? "." : ",")}\"/><w:listSeparator w:val=\"{(language == Language.English ? "," : ";")}\"/></w:settings>");
    }

    public static void Numbering(OoxmlWriter xml) => xml.Write("""
        <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="284"/></w:pPr><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:color w:val="0F4C75"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """u8);

    public static void Header(OoxmlWriter xml, ReportDocument document) => xml.Write(
        $"<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{Short(document.Portfolio)} · {Short(document.Subtitle)}</w:t></w:r></w:p></w:hdr>");

    public static void Footer(OoxmlWriter xml, TextSet texts)
    {
        xml.Write("""<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>"""u8);
        WordRuns.Field(xml, "PAGE", 1);
        WordRuns.Write(xml, $" {texts["word.of"]} ");
        WordRuns.Field(xml, "NUMPAGES", 1);
        xml.Write("</w:p></w:ftr>"u8);
    }

    /// <summary>Without times: the same report is the same file.</summary>
    public static void Properties(OoxmlWriter xml, ReportDocument document)
    {
        xml.Write("""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">"""u8);
        xml.Write($"<dc:title>{document.Title}</dc:title><dc:subject>{document.Portfolio}, {document.Subtitle}</dc:subject><dc:creator>{document.Portfolio}</dc:creator><dc:language>{CodeOf(document.Language)}</dc:language></cp:coreProperties>");
    }

    private static string Short(string text) => text.Length <= 90 ? text : string.Concat(text.AsSpan(0, 89), "…");
}

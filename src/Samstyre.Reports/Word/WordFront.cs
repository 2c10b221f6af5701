namespace Samstyre.Reports;

/// <summary>Title page and contents.</summary>
internal static class WordFront
{
    public static void Write(OoxmlWriter xml, WordPlan plan)
    {
        var document = plan.Document;
        Line("PortfolioName", document.Portfolio);
        Line("Title", document.Title);
        Line("Subtitle", document.Subtitle);
        foreach (var line in document.Provenance) Line("Provenance", line);
        if (document.Contents && plan.Contents.Count > 0) Contents(xml, plan);

        void Line(string style, string text)
        {
            xml.Write($"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
            WordRuns.Line(xml, text);
            xml.Write("</w:p>"u8);
        }
    }

    /// <summary>A field that Word can make anew, filled with links to the headings. Page numbers are fields of their own: which page a heading is on, only a program that lays out the pages knows, and an empty place is better than a wrong number.</summary>
    private static void Contents(OoxmlWriter xml, WordPlan plan)
    {
        xml.Write("""<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>"""u8);
        WordRuns.Line(xml, plan.Texts["word.contents"]);
        xml.Write("</w:p>"u8);
        var isFirst = true;
        foreach (var (bookmark, title, level) in plan.Contents)
        {
            xml.Write($"<w:p><w:pPr><w:pStyle w:val=\"TOC{level}\"/></w:pPr>");
            if (isFirst) xml.Write("""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-2" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"""u8);
            isFirst = false;
            xml.Write($"<w:hyperlink w:anchor=\"{bookmark}\" w:history=\"1\">");
            WordRuns.Line(xml, title);
            xml.Write($"<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGEREF {bookmark} \\h </w:instrText></w:r>");
            xml.Write("""<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink></w:p>"""u8);
        }

        xml.Write("""<w:p><w:pPr><w:pStyle w:val="SectionEnd"/></w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>"""u8);
    }
}

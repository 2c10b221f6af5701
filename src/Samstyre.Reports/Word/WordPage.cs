namespace Samstyre.Reports;

/// <summary>A page's size and margins, in twentieths of a point.</summary>
internal static class WordPage
{
    private const int Short = 11906;
    private const int Long = 16838;
    private const int Side = 1304;
    private const int SideOfAnnex = 964;

    /// <summary>Width of the text.</summary>
    public static int TextWidth(bool isLandscape) => isLandscape ? Long - (2 * SideOfAnnex) : Short - (2 * Side);

    /// <summary>The end of a section, whose pages look like this. The first section names header and footer; the others go on with them.</summary>
    public static void Section(OoxmlWriter xml, bool isLandscape, bool isFirst)
    {
        xml.Write("<w:sectPr>"u8);
        if (isFirst) xml.Write("""<w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>"""u8);
        if (isLandscape) xml.Write($"<w:pgSz w:w=\"{Long}\" w:h=\"{Short}\" w:orient=\"landscape\"/>");
        else xml.Write($"<w:pgSz w:w=\"{Short}\" w:h=\"{Long}\"/>");
        var side = isLandscape ? SideOfAnnex : Side;
        xml.Write($"<w:pgMar w:top=\"1474\" w:right=\"{side}\" w:bottom=\"1247\" w:left=\"{side}\" w:header=\"680\" w:footer=\"567\" w:gutter=\"0\"/>");
        if (isFirst) xml.Write("<w:titlePg/>"u8);
        xml.Write("</w:sectPr>"u8);
    }
}

namespace Samstyre.Reports;

/// <summary>What every PowerPoint file must have around its slides: a master, a layout and a theme, all plain.</summary>
internal static class SlideMaster
{
    /// <summary>An empty tree of shapes; other shapes follow it.</summary>
    public const string Tree = """<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>""";

    private const string Spaces = """xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" """;

    private static readonly Markup Opened = new(System.Text.Encoding.UTF8.GetBytes(Spaces));
    private static readonly Markup Empty = new(System.Text.Encoding.UTF8.GetBytes($"<p:cSld>{Tree}</p:spTree></p:cSld>"));

    public static void Master(OoxmlWriter xml) => xml.Write(
        $"<p:sldMaster {Opened}>{Empty}<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst></p:sldMaster>");

    public static void Layout(OoxmlWriter xml) => xml.Write($"<p:sldLayout {Opened} type=\"blank\">{Empty}</p:sldLayout>");

    public static void Theme(OoxmlWriter xml) => xml.Write("""
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Samstyre"><a:themeElements><a:clrScheme name="Samstyre"><a:dk1><a:srgbClr val="1C2830"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="24404F"/></a:dk2><a:lt2><a:srgbClr val="EDF3F7"/></a:lt2><a:accent1><a:srgbClr val="0F4C75"/></a:accent1><a:accent2><a:srgbClr val="16804A"/></a:accent2><a:accent3><a:srgbClr val="A87500"/></a:accent3><a:accent4><a:srgbClr val="C4243A"/></a:accent4><a:accent5><a:srgbClr val="4A5560"/></a:accent5><a:accent6><a:srgbClr val="8FB3CC"/></a:accent6><a:hlink><a:srgbClr val="0F4C75"/></a:hlink><a:folHlink><a:srgbClr val="4A5560"/></a:folHlink></a:clrScheme><a:fontScheme name="Samstyre"><a:majorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Samstyre"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>
        """u8);
}

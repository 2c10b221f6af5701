namespace Samstyre.Reports;

/// <summary>A slide of a form as XML.</summary>
internal static class SlideTables
{
    private const int TitleTop = 300_000;
    private const int LineTop = 760_000;

    private static readonly Markup Tree = new(System.Text.Encoding.UTF8.GetBytes(SlideMaster.Tree));
    private static readonly Markup Lines = new(System.Text.Encoding.UTF8.GetBytes(string.Concat(((string[])["L", "R", "T", "B"]).Select(side => $"<a:ln{side} w=\"6350\"><a:solidFill><a:srgbClr val=\"B4C2CC\"/></a:solidFill></a:ln{side}>"))));
    private static readonly Markup LabelFill = new("""<a:solidFill><a:srgbClr val="EDF3F7"/></a:solidFill>"""u8.ToArray());
    private static readonly Markup AnswerFill = new("""<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>"""u8.ToArray());

    public static void Write(OoxmlWriter xml, SlidePage slide)
    {
        xml.Write($"<p:sld xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld>{Tree}");
        var id = 1;
        if (slide.Title is { } title) Words(xml, ++id, title, TitleTop, 2000, isBold: true);
        if (slide.Line is { } line) Words(xml, ++id, line, LineTop, 1200, isBold: false);
        foreach (var table in slide.Tables) Table(xml, ++id, table);
        xml.Write("</p:spTree></p:cSld></p:sld>"u8);
    }

    private static void Words(OoxmlWriter xml, int id, string text, int top, int size, bool isBold)
    {
        xml.Write($"<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Text {id}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{SlidePages.Side}\" y=\"{top}\"/><a:ext cx=\"{SlidePages.Width - (2 * SlidePages.Side)}\" cy=\"370000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>");
        xml.Write($"<p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\"/><a:lstStyle/><a:p><a:r><a:rPr lang=\"nb-NO\" sz=\"{size}\" b=\"{(isBold ? 1 : 0)}\"/><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>");
    }

    private static void Table(OoxmlWriter xml, int id, SlideTable table)
    {
        xml.Write($"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"Table {id}\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>");
        xml.Write($"<p:xfrm><a:off x=\"{SlidePages.Side}\" y=\"{table.Top}\"/><a:ext cx=\"{table.Widths.Sum()}\" cy=\"{table.Rows.Sum(row => row.Height)}\"/></p:xfrm>");
        xml.Write("""<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid>"""u8);
        foreach (var width in table.Widths) xml.Write($"<a:gridCol w=\"{width}\"/>");
        xml.Write("</a:tblGrid>"u8);
        foreach (var (cells, height) in table.Rows)
        {
            xml.Write($"<a:tr h=\"{height}\">");
            for (var column = 0; column < cells.Count; column++) Cell(xml, cells[column], column == cells.Count - 1 ? table.Widths.Length - column : 1, table.Points);
            xml.Write("</a:tr>"u8);
        }

        xml.Write("</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"u8);
    }

    private static void Cell(OoxmlWriter xml, FormCell cell, int covered, int points)
    {
        if (covered > 1) xml.Write($"<a:tc gridSpan=\"{covered}\">");
        else xml.Write("<a:tc>"u8);
        xml.Write("<a:txBody><a:bodyPr/><a:lstStyle/>"u8);
        foreach (var line in (cell.Text ?? "").Split('\n'))
        {
            if (line.Length > 0) xml.Write($"<a:p><a:r><a:rPr lang=\"nb-NO\" sz=\"{points * 100}\" b=\"{(cell.IsLabel ? 1 : 0)}\"/><a:t>{line}</a:t></a:r></a:p>");
            else xml.Write($"<a:p><a:endParaRPr lang=\"nb-NO\" sz=\"{points * 100}\"/></a:p>");
        }

        xml.Write($"</a:txBody><a:tcPr marL=\"60000\" marR=\"60000\" marT=\"25000\" marB=\"25000\">{Lines}{(cell.IsLabel ? LabelFill : AnswerFill)}</a:tcPr></a:tc>");
        for (var merged = 1; merged < covered; merged++) xml.Write("""<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>"""u8);
    }
}

using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>A chart's place in the text: its size, its number and the words that stand for it.</summary>
internal static class WordChart
{
    private const int UnitsPerTwentieth = 635;
    private const int UnitsPerMillimetre = 36000;
    private const int MillimetresPerRow = 6;

    private const int Crowd = 12;

    // Half a page and a little: larger figures would leave too much of a page empty.
    private const int Together = 130;

    public static void Write(OoxmlWriter xml, FigureBlock block, int chart, int figure, int textWidth, TextSet texts)
    {
        var height = Height(block.Figure);
        var isTogether = height + (MillimetresPerRow * (block.Table.Rows.Length + 2)) <= Together;
        xml.Write($"<w:p><w:pPr><w:pStyle w:val=\"Chart\"/>{(isTogether ? WordTable.Keep : default)}</w:pPr>");
        xml.Write("""<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">"""u8);
        xml.Write($"<wp:extent cx=\"{Math.Min(textWidth, WordPage.TextWidth(isLandscape: false)) * UnitsPerTwentieth}\" cy=\"{height * UnitsPerMillimetre}\"/>");
        xml.Write($"<wp:docPr id=\"{chart}\" name=\"{texts["word.figure"]} {figure}\" descr=\"{WordRuns.Spoken(block.Alternative ?? block.Caption)}\"/><wp:cNvGraphicFramePr/>");
        xml.Write($"<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"{LinkOf(chart)}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>");
    }

    /// <summary>Name of the link from the text to a chart, counted from 1.</summary>
    public static string LinkOf(int chart) => FormattableString.Invariant($"rIdChart{chart}");

    /// <summary>In millimetres: room for every bar, and never more than a page beside its caption.</summary>
    private static int Height(Figure figure)
    {
        if (figure.Chart == FigureChart.Lines) return 80;
        var categories = Math.Min(figure.Categories.Length, ChartNumbers.Most);
        var bars = figure.Chart == FigureChart.Bars ? figure.Series.Count(series => series.Charted) : 1;
        return Math.Clamp(32 + (categories * (categories > Crowd ? 2 + (bars * 4) : 4 + (bars * 5))), 45, 200);
    }
}

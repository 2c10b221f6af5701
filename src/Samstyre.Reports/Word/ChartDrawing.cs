using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>A chart as DrawingML, which Word draws and lets one edit. Its numbers point into its workbook.</summary>
internal static class ChartDrawing
{
    private const string Ink = "333F48";
    private const int LabelsOfLines = 24;

    public static void Write(OoxmlWriter xml, ChartNumbers numbers, string language)
    {
        var isLine = numbers.Kind == FigureChart.Lines;
        xml.Write("""<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"""u8);
        xml.Write($"<c:date1904 val=\"0\"/><c:lang val=\"{language}\"/><c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>");
        if (isLine) Lines(xml, numbers);
        else Bars(xml, numbers);
        Categories(xml, numbers, isLine);
        Values(xml, numbers, isLine);
        xml.Write("<c:spPr><a:noFill/></c:spPr></c:plotArea>"u8);
        if (numbers.Series.Length > 1) xml.Write("""<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>"""u8);
        xml.Write("""<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>"""u8);
        Letters(xml, 900, Ink);
        xml.Write("""<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>"""u8);
    }

    private static void Bars(OoxmlWriter xml, ChartNumbers numbers)
    {
        var isStacked = numbers.Kind == FigureChart.StackedBars;
        xml.Write($"<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"{(isStacked ? "stacked" : "clustered")}\"/><c:varyColors val=\"0\"/>");
        for (var place = 0; place < numbers.Series.Length; place++)
        {
            var series = numbers.Series[place];
            var look = ChartLook.Of(series.Tone, place);
            Start(xml, series, place);
            look.Bar(xml);
            xml.Write("""<c:invertIfNegative val="0"/>"""u8);
            if (numbers.Series.Length == 1 && series.Tone == Tone.Neutral) Points(xml, numbers);
            // A zero inside a stack has no length, so its label would stand on its neighbour's.
            Labels(xml, isStacked ? numbers.Format + ";-" + numbers.Format + ";;" : numbers.Format, isStacked ? "ctr" : "outEnd", isStacked && look.IsDark ? "FFFFFF" : Ink, isStacked && look.Pattern is not null ? look.Colour : null);
            Cells(xml, numbers, place);
            xml.Write("</c:ser>"u8);
        }

        xml.Write($"<c:gapWidth val=\"{(numbers.Series.Length > 1 && !isStacked ? 50 : 40)}\"/><c:overlap val=\"{(isStacked ? 100 : 0)}\"/><c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:barChart>");
    }

    /// <summary>The bars of a lone series in the colours of their categories.</summary>
    private static void Points(OoxmlWriter xml, ChartNumbers numbers)
    {
        for (var row = 0; row < numbers.Tones.Length; row++)
        {
            if (numbers.Tones[row] == Tone.Neutral) continue;
            xml.Write($"<c:dPt><c:idx val=\"{row}\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/>");
            ChartLook.Of(numbers.Tones[row], 0).Bar(xml);
            xml.Write("</c:dPt>"u8);
        }
    }

    private static void Lines(OoxmlWriter xml, ChartNumbers numbers)
    {
        xml.Write("""<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>"""u8);
        for (var place = 0; place < numbers.Series.Length; place++)
        {
            Start(xml, numbers.Series[place], place);
            ChartLook.Of(numbers.Series[place].Tone, place).Line(xml);
            if (numbers.Series.Length * numbers.Categories.Length <= LabelsOfLines) Labels(xml, numbers.Format, "t", Ink, null);
            Cells(xml, numbers, place);
            xml.Write("""<c:smooth val="0"/></c:ser>"""u8);
        }

        xml.Write("""<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>"""u8);
    }

    private static void Start(OoxmlWriter xml, ChartSeries series, int place)
    {
        xml.Write($"<c:ser><c:idx val=\"{place}\"/><c:order val=\"{place}\"/><c:tx><c:strRef><c:f>{ChartNumbers.Heading(place + 1)}</c:f>");
        xml.Write($"<c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{series.Name}</c:v></c:pt></c:strCache></c:strRef></c:tx>");
    }

    private static void Cells(OoxmlWriter xml, ChartNumbers numbers, int place)
    {
        xml.Write($"<c:cat><c:strRef><c:f>{numbers.Cells(0)}</c:f><c:strCache><c:ptCount val=\"{numbers.Categories.Length}\"/>");
        for (var row = 0; row < numbers.Categories.Length; row++) xml.Write($"<c:pt idx=\"{row}\"><c:v>{numbers.Categories[row]}</c:v></c:pt>");
        xml.Write($"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{numbers.Cells(place + 1)}</c:f><c:numCache><c:formatCode>{numbers.Format}</c:formatCode><c:ptCount val=\"{numbers.Categories.Length}\"/>");
        for (var row = 0; row < numbers.Categories.Length; row++)
        {
            // No point at all for what is not reported: a gap, not a zero.
            if (numbers.Series[place].Values[row] is { } value) xml.Write($"<c:pt idx=\"{row}\"><c:v>{value}</c:v></c:pt>");
        }

        xml.Write("</c:numCache></c:numRef></c:val>"u8);
    }

    /// <param name="xml">The chart.</param>
    /// <param name="format">Format of the numbers.</param>
    /// <param name="position">Where they stand.</param>
    /// <param name="colour">Colour of the numbers.</param>
    /// <param name="patch">Colour behind the numbers, which keeps a pattern away from them; null for none.</param>
    private static void Labels(OoxmlWriter xml, string format, string position, string colour, string? patch)
    {
        xml.Write($"<c:dLbls><c:numFmt formatCode=\"{format}\" sourceLinked=\"0\"/><c:spPr>");
        if (patch is null) xml.Write("<a:noFill/>"u8);
        else xml.Write($"<a:solidFill><a:srgbClr val=\"{patch}\"/></a:solidFill>");
        xml.Write("<a:ln><a:noFill/></a:ln></c:spPr>"u8);
        Letters(xml, 900, colour);
        xml.Write($"<c:dLblPos val=\"{position}\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>");
    }

    private static void Categories(OoxmlWriter xml, ChartNumbers numbers, bool isLine)
    {
        // Bars are read from the top down, so their axis runs backwards.
        xml.Write($"<c:catAx><c:axId val=\"1001\"/><c:scaling><c:orientation val=\"{(isLine ? "minMax" : "maxMin")}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{(isLine ? "b" : "l")}\"/>");
        Title(xml, numbers.Corner, isUpright: !isLine);
        xml.Write("""<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="7A858D"/></a:solidFill></a:ln></c:spPr>"""u8);
        Letters(xml, numbers.Categories.Length > 24 ? 700 : 900, Ink);
        xml.Write("""<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>"""u8);
    }

    private static void Values(OoxmlWriter xml, ChartNumbers numbers, bool isLine)
    {
        var all = numbers.Series.SelectMany(series => series.Values).OfType<decimal>().DefaultIfEmpty().ToList();
        var isLarge = numbers.Format == "#,##0.0" && all.Max(Math.Abs) >= 10m;
        xml.Write("""<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>"""u8);
        if (all.Min() >= 0m) xml.Write("""<c:min val="0"/>"""u8);
        xml.Write($"</c:scaling><c:delete val=\"0\"/><c:axPos val=\"{(isLine ? "l" : "b")}\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D5DDE3\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>");
        Title(xml, numbers.Unit, isUpright: isLine);
        xml.Write($"<c:numFmt formatCode=\"{(isLarge ? "#,##0" : numbers.Format)}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"{(isLine ? "low" : "nextTo")}\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>");
        Letters(xml, 900, Ink);
        xml.Write($"<c:crossAx val=\"1001\"/><c:crosses val=\"{(isLine ? "autoZero" : "max")}\"/><c:crossBetween val=\"between\"/>");
        if (numbers.Format == "#,##0" && all.Max() is > 0m and <= 5m && all.Min() >= 0m) xml.Write("""<c:majorUnit val="1"/>"""u8);
        xml.Write("</c:valAx>"u8);
    }

    private static void Title(OoxmlWriter xml, string words, bool isUpright)
    {
        if (words.Length == 0) return;
        xml.Write($"<c:title><c:tx><c:rich><a:bodyPr rot=\"{(isUpright ? -5400000 : 0)}\" vert=\"horz\"/><a:p><a:pPr><a:defRPr sz=\"900\" b=\"0\"/></a:pPr><a:r><a:rPr sz=\"900\" b=\"0\"><a:solidFill><a:srgbClr val=\"{Ink}\"/></a:solidFill></a:rPr>");
        xml.Write($"<a:t>{words}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
    }

    private static void Letters(OoxmlWriter xml, int size, string colour) => xml.Write(
        $"<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"{size}\" b=\"0\"><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill><a:latin typeface=\"Calibri\"/></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>");
}

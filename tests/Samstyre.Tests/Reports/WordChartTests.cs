using System.Globalization;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using Samstyre.Analysis;
using Shouldly;
using Xunit;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using DocProperties = DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties;
using PatternFill = DocumentFormat.OpenXml.Drawing.PatternFill;
using SolidFill = DocumentFormat.OpenXml.Drawing.SolidFill;

namespace Samstyre.Tests.Reports;

/// <summary>Charts of the Word file: drawn by Word itself, editable in their own workbook, with gaps for what is not reported.</summary>
public sealed class WordChartTests
{
    [Fact]
    public void Write_Charts_HaveAWorkbookWithTheSameNumbers() => WordSample.Check(WordSample.Whole(WordSample.Hostile), main =>
    {
        main.ChartParts.Count().ShouldBe(3);
        foreach (var chart in main.ChartParts)
        {
            var cells = CellsOf(chart);
            var shown = 0;
            foreach (var (formula, values) in CachesOf(chart))
            {
                var place = formula.Replace("$", "", StringComparison.Ordinal)["Sheet1!".Length..].Split(':')[0];
                var (column, row) = (place[..1], int.Parse(place[1..], CultureInfo.InvariantCulture));
                foreach (var (index, value) in values)
                {
                    cells[column + (row + index).ToString(CultureInfo.InvariantCulture)].ShouldBe(value);
                    shown++;
                }
            }

            shown.ShouldBeGreaterThan(cells.Count - 2);
            chart.ChartSpace.GetFirstChild<ExternalData>()!.Id!.Value.ShouldBe(chart.GetIdOfPart(chart.EmbeddedPackagePart!));
        }
    });

    [Fact]
    public void Write_NotReported_IsAGap() => WordSample.Check(Of(WordSample.Chart("c", FigureChart.Bars, FigureUnit.MillionNok)), main =>
    {
        var chart = main.ChartParts.Single();
        var second = chart.ChartSpace.Descendants<BarChartSeries>().ElementAt(1).GetFirstChild<Values>()!;
        second.Descendants<PointCount>().Single().Val!.Value.ShouldBe(4u);
        second.Descendants<NumericPoint>().Select(point => point.Index!.Value).ShouldBe([0u, 2u, 3u]);
        CellsOf(chart).ShouldNotContainKey("C3");
        chart.ChartSpace.Descendants<DisplayBlanksAs>().Single().Val!.Value.ShouldBe(DisplayBlanksAsValues.Gap);
    });

    [Theory]
    [InlineData(FigureChart.Bars, "clustered")]
    [InlineData(FigureChart.StackedBars, "stacked")]
    [InlineData(FigureChart.Lines, "standard")]
    public void Write_Chart_IsOfItsKindWithChartedSeriesAlone(FigureChart kind, string grouping) => WordSample.Check(Of(WordSample.Chart("c", kind, FigureUnit.Count)), main =>
    {
        var plot = main.ChartParts.Single().ChartSpace.Descendants<PlotArea>().Single();
        (plot.Descendants<BarGrouping>().SingleOrDefault()?.Val?.InnerText ?? plot.Descendants<Grouping>().Single().Val!.InnerText).ShouldBe(grouping);
        plot.Descendants<SeriesText>().Count().ShouldBe(kind == FigureChart.StackedBars ? 4 : 2);
    });

    [Fact]
    public void Of_SeriesWithoutMeaning_NoPatternIsInTheColourOfAnotherSeries()
    {
        // Some programs draw a pattern so densely that hardly anything but its ink is seen.
        var looks = Enumerable.Range(0, 6).Select(place => ChartLook.Of(Tone.Neutral, place)).ToList();
        looks.Select(look => (look.Colour, look.Pattern)).ShouldBeUnique();
        looks.Where(look => look.Pattern is not null).Select(look => look.Ink).Intersect(looks.Where(look => look.Pattern is null).Select(look => look.Colour)).ShouldBeEmpty();
    }

    [Fact]
    public void Write_StackedBarsWithAPattern_KeepItAwayFromTheNumbers() => WordSample.Check(Of(WordSample.Chart("c", FigureChart.StackedBars, FigureUnit.Count)), main =>
    {
        foreach (var series in main.ChartParts.Single().ChartSpace.Descendants<BarChartSeries>())
        {
            var pattern = series.GetFirstChild<ChartShapeProperties>()!.Descendants<PatternFill>().SingleOrDefault();
            var patch = series.GetFirstChild<DataLabels>()!.GetFirstChild<ChartShapeProperties>()!.GetFirstChild<SolidFill>();
            patch?.RgbColorModelHex!.Val!.Value.ShouldBe(pattern!.BackgroundColor!.RgbColorModelHex!.Val!.Value);
            (patch is null).ShouldBe(pattern is null);
        }
    });

    [Fact]
    public void Write_Chart_HasAnAlternativeText() => WordSample.Check(Of(WordSample.Chart("c", FigureChart.Lines, FigureUnit.Share)), main =>
        main.Document.Descendants<DocProperties>().Single().Description!.Value.ShouldNotBeNull().ShouldStartWith("Felles journal c."));

    [Fact]
    public void Write_ManyCategories_DrawsTheFirstAndSaysSo() => WordSample.Check(Of(WordSample.Chart("c", FigureChart.Bars, FigureUnit.Count, categories: 100)), main =>
    {
        main.ChartParts.Single().ChartSpace.Descendants<BarChartSeries>().First().Descendants<CategoryAxisData>().Single().Descendants<StringPoint>().Count().ShouldBe(40);
        main.Document.Body!.InnerText.ShouldContain("Diagrammet viser de 40 første av 100.");
    });

    [Fact]
    public void Write_NoNumbers_DrawsNoChart()
    {
        var figure = WordSample.Chart("c", FigureChart.Bars, FigureUnit.Count);
        var document = Of(figure with { Cells = [.. figure.Cells.Select(_ => new FigureCell(null, []))] });
        WordSample.ShouldBeValid(document);
        WordSample.Read(document, main => main.ChartParts.Count()).ShouldBe(0);
        WordSample.Read(Of(figure with { Categories = [], Cells = [] }), main => main.ChartParts.Count()).ShouldBe(0);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("1000000000000000")]
    [InlineData("0")]
    public void Write_AbsurdNumbers_IsValid(string number)
    {
        var figure = WordSample.Chart("c", FigureChart.StackedBars, FigureUnit.MillionNok);
        WordSample.ShouldBeValid(Of(figure with { Cells = [.. figure.Cells.Select(_ => new FigureCell(decimal.Parse(number, CultureInfo.InvariantCulture), []))] }));
    }

    private static ReportDocument Of(Figure figure) => WordSample.Empty with { Chapters = [new("one", "En", [WordSample.Block(figure)])] };

    private static Dictionary<string, string> CellsOf(ChartPart chart)
    {
        using var stream = chart.EmbeddedPackagePart!.GetStream();
        using var workbook = SpreadsheetDocument.Open(stream, false);
        return workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InnerText);
    }

    private static IEnumerable<(string Formula, List<(int Index, string Value)> Values)> CachesOf(ChartPart chart) =>
        chart.ChartSpace.Descendants<Formula>().Select(formula => (
            formula.Text,
            formula.Parent!.Descendants<StringPoint>().Select(point => ((int)point.Index!.Value, point.NumericValue!.Text))
                .Concat(formula.Parent!.Descendants<NumericPoint>().Select(point => ((int)point.Index!.Value, point.NumericValue!.Text))).ToList()));
}

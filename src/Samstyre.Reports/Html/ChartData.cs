using System.Buffers;
using System.Text;
using System.Text.Json;
using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>What a chart needs to be drawn by the page's script. Its place is hidden until then, so that without script nothing is missing but the drawing.</summary>
internal static class ChartData
{
    /// <summary>A chart of more would be unreadable; the table has all.</summary>
    public const int Charted = 30;

    public static void Write(HtmlWriter html, FigureBlock block, string alternative, TextSet texts)
    {
        html.Write($"<div class=\"chart\" role=\"img\" aria-label=\"{alternative}\" data-chart=\"{Json(block, texts)}\" hidden></div>");
        if (block.Figure.Categories.Length > Charted) html.Write($"<p class=\"note chart-part\" hidden>{texts["html.chart.first", Charted, block.Figure.Categories.Length]}</p>");
    }

    /// <summary>Kind, categories and charted series; the numbers as values and as words in the page's language, so that the script formats nothing.</summary>
    public static string Json(FigureBlock block, TextSet texts)
    {
        var figure = block.Figure;
        var rows = Math.Min(figure.Categories.Length, Charted);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("kind", figure.Chart switch { FigureChart.StackedBars => "stacked", FigureChart.Lines => "lines", FigureChart.Flow => "flow", _ => "bars" });
            json.WriteString("missing", texts["html.chart.missing"]);
            json.WriteStartArray("categories");
            foreach (var category in figure.Categories.AsSpan(0, rows))
            {
                json.WriteStartObject();
                json.WriteString("name", category.Name.In(texts.Language));
                json.WriteString("tone", category.Tone.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("series");
            for (var column = 0; column < figure.Series.Length; column++)
            {
                if (figure.Series[column].Charted) Series(json, figure, column, rows, texts);
            }

            json.WriteEndArray();
            if (figure.Chart == FigureChart.Lines) Ticks(json, figure, rows, texts);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Only lines have an axis of values; bars say theirs at their ends.</summary>
    private static void Ticks(Utf8JsonWriter json, Figure figure, int rows, TextSet texts)
    {
        var charted = Enumerable.Range(0, figure.Series.Length).Where(column => figure.Series[column].Charted).ToList();
        json.WriteStartArray("ticks");
        foreach (var tick in ChartScale.Of([.. charted.SelectMany(column => Enumerable.Range(0, rows).Select(row => figure.Cell(row, column).Value)).OfType<decimal>()], FinestOf(figure.Unit)))
        {
            json.WriteStartObject();
            json.WriteNumber("value", tick);
            json.WriteString("words", FigureTables.Number(tick, figure.Unit, texts.Language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static decimal FinestOf(FigureUnit unit) => unit switch { FigureUnit.Share => 0.01m, FigureUnit.MillionNok or FigureUnit.Months => 0.1m, _ => 1m };

    private static void Series(Utf8JsonWriter json, Figure figure, int column, int rows, TextSet texts)
    {
        var series = figure.Series[column];
        json.WriteStartObject();
        json.WriteString("name", series.Name.In(texts.Language));
        json.WriteString("tone", series.Tone.ToString());
        json.WriteStartArray("values");
        for (var row = 0; row < rows; row++)
        {
            if (figure.Cell(row, column).Value is { } value) json.WriteNumberValue(value);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
        json.WriteStartArray("words");
        for (var row = 0; row < rows; row++)
        {
            if (figure.Cell(row, column).Value is { } value) json.WriteStringValue(FigureTables.Number(value, series.Unit, texts.Language));
            else json.WriteNullValue();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

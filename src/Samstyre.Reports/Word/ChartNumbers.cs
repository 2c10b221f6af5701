using System.Collections.Immutable;
using System.Globalization;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>What a chart shows of a figure, and its workbook holds: the charted series of the first categories, in one language.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Corner">What the categories are.</param>
/// <param name="Unit">Unit of the numbers in words; empty where the names say it.</param>
/// <param name="Format">Format of its numbers in Excel's writing.</param>
/// <param name="Categories">Their names.</param>
/// <param name="Tones">What each category means.</param>
/// <param name="Series">In order.</param>
internal sealed record ChartNumbers(
    FigureChart Kind, string Corner, string Unit, string Format, ImmutableArray<string> Categories, ImmutableArray<Tone> Tones, ImmutableArray<ChartSeries> Series)
{
    /// <summary>As many as one can tell apart in a chart; the table has all.</summary>
    public const int Most = 40;

    private const int LongestName = 80;

    /// <summary>Whether there is a number to draw.</summary>
    public static bool HasNumbers(Figure figure) => figure.Chart != FigureChart.None
        && Enumerable.Range(0, Math.Min(figure.Categories.Length, Most)).Any(row => Charted(figure).Any(column => figure.Cell(row, column).Value is not null));

    public static ChartNumbers Of(Figure figure, Language language)
    {
        var categories = figure.Categories.Take(Most).ToList();
        var series = Charted(figure).Select(column => new ChartSeries(
            Name(figure.Series[column].Name.In(language)), figure.Series[column].Tone, [.. categories.Select((_, row) => figure.Cell(row, column).Value)])).ToImmutableArray();
        return new(
            // Word has no chart of flows: bars of where each went say the same.
            figure.Chart == FigureChart.Flow ? FigureChart.StackedBars : figure.Chart, Name(figure.CategoryTitle.In(language)), UnitOf(figure, language), FormatOf(figure.Unit, series, language),
            [.. categories.Select(category => Name(category.Name.In(language)))], [.. categories.Select(category => category.Tone)], series);
    }

    /// <summary>The cells of a column in the workbook, from 0; the first holds the categories.</summary>
    public string Cells(int column) => string.Create(CultureInfo.InvariantCulture, $"Sheet1!${Letters(column)}$2:${Letters(column)}${Categories.Length + 1}");

    /// <summary>The heading of a column in the workbook.</summary>
    public static string Heading(int column) => $"Sheet1!${Letters(column)}$1";

    /// <summary>A column by its letters: A, Z, AA.</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static IEnumerable<int> Charted(Figure figure) => Enumerable.Range(0, figure.Series.Length).Where(column => figure.Series[column].Charted);

    private static string UnitOf(Figure figure, Language language) => FigureTables.UnitIn(figure.Unit, language) is { Length: > 0 } words ? words
        : figure.Unit switch
        {
            FigureUnit.Initiatives => ReportTexts.In(language)["word.axis.initiatives"],
            FigureUnit.Share => ReportTexts.In(language)["word.axis.share"],
            _ => ReportTexts.In(language)["word.axis.count"],
        };

    private static string FormatOf(FigureUnit unit, ImmutableArray<ChartSeries> series, Language language) =>
        unit == FigureUnit.Share ? language == Language.English ? "0%" : "0\\ %"
        : series.All(one => one.Values.All(value => value is not { } number || number == decimal.Truncate(number) || Math.Abs(number) >= 100)) ? "#,##0"
        : "#,##0.0";

    private static string Name(string text) => text.Length <= LongestName ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[LongestName - 2]) ? LongestName - 2 : LongestName - 1), "…");
}

/// <summary>A series of a chart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tone">What it means.</param>
/// <param name="Values">One per category; null is not reported and leaves a gap.</param>
internal sealed record ChartSeries(string Name, Tone Tone, ImmutableArray<decimal?> Values);

using System.Globalization;
using CsvHelper;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>The figures of a round as one long table in CSV (RFC 4180, UTF-8): a line per cell. Headings and numbers are the same in every language; names are in one.</summary>
public static class FigureCsv
{
    private static readonly string[] Headings = ["round", "figure", "figure_title", "category", "category_name", "series", "series_name", "unit", "value", "initiatives", "revision", "published_at", "compared_with", "population", "not_reported"];

    /// <summary>Writes it, a figure at a time. An empty value is not reported; <c>initiatives</c> counts those whose reports the number rests on. The last columns say the same on every line of a figure: which edition it is, how many it is about and how many of these did not report.</summary>
    public static async Task Write(Stream output, ReportFigures figures, ReportEdition edition, Language language, CancellationToken cancellation)
    {
        using var some = new MemoryStream();
        using var csv = CsvWriter.Create(some, new CsvWriterOptions { Separator = ',', NewLine = "\r\n" }, leaveOpen: true);
        foreach (var heading in Headings) csv.WriteField(heading);
        csv.EndRecord();
        foreach (var figure in figures.Figures)
        {
            Lines(csv, figure, figures.Round.Round.Code, edition, language);
            csv.Flush();
            await output.WriteAsync(some.GetBuffer().AsMemory(0, (int)some.Length), cancellation);
            some.SetLength(0);
        }

        csv.Flush();
        await output.WriteAsync(some.GetBuffer().AsMemory(0, (int)some.Length), cancellation);
    }

    private static void Lines(CsvWriter csv, Figure figure, string round, ReportEdition edition, Language language)
    {
        var title = Safe(figure.Title.In(language));
        for (var row = 0; row < figure.Categories.Length; row++)
        {
            var category = figure.Categories[row];
            for (var column = 0; column < figure.Series.Length; column++)
            {
                var (series, cell) = (figure.Series[column], figure.Cell(row, column));
                csv.WriteField(Safe(round));
                csv.WriteField(figure.Id);
                csv.WriteField(title);
                csv.WriteField(Safe(category.Key));
                csv.WriteField(Safe(category.Name.In(language)));
                csv.WriteField(series.Key);
                csv.WriteField(Safe(series.Name.In(language)));
                csv.WriteField(FigureUnits.Code(series.Unit));
                csv.WriteField(cell.Value is { } value ? PlainNumber.Of(value).ToString(CultureInfo.InvariantCulture) : "");
                csv.WriteField(cell.Behind.Length.ToString(CultureInfo.InvariantCulture));
                csv.WriteField(edition.Revision?.ToString(CultureInfo.InvariantCulture) ?? "");
                csv.WriteField(edition.Published ?? "");
                csv.WriteField(Safe(edition.ComparedWith ?? ""));
                csv.WriteField(figure.Population.ToString(CultureInfo.InvariantCulture));
                csv.WriteField(figure.NotReported.ToString(CultureInfo.InvariantCulture));
                csv.EndRecord();
            }
        }
    }

    // Words that a spreadsheet would take for a formula get an apostrophe before them.
    private static string Safe(string text) => SheetText.LooksLikeFormula(text) ? "'" + text : text;
}

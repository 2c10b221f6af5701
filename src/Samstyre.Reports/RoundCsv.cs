using System.Globalization;
using CsvHelper;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>A round as CSV that a Norwegian Excel opens as it is: UTF-8 with its mark, semicolons, decimal comma. English has decimal points.</summary>
public static class RoundCsv
{
    private const int LinesAtOnce = 250;
    private static readonly CultureInfo Comma = Culture(",");
    private static readonly CultureInfo Point = Culture(".");

    /// <summary>Writes initiatives of a round, with a first line of headings, some hundred lines at a time. What is not stated is an empty cell.</summary>
    public static async Task Write(Stream output, PortfolioSnapshot portfolio, IEnumerable<Standing> standings, Language language, CancellationToken cancellation)
    {
        var culture = language == Language.English ? Point : Comma;
        using var some = new MemoryStream(LinesAtOnce * 200);
        using var csv = CsvWriter.Create(some, new CsvWriterOptions { Separator = ';', NewLine = "\r\n", WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var column in ExportColumns.All) csv.WriteField(column.Heading.In(language));
        csv.EndRecord();
        foreach (var lines in standings.Chunk(LinesAtOnce))
        {
            foreach (var standing in lines)
            {
                var row = new ExportRow(portfolio, standing);
                foreach (var column in ExportColumns.All) Cell(csv, column.Value(row), language, culture);
                csv.EndRecord();
            }

            csv.Flush();
            await output.WriteAsync(some.GetBuffer().AsMemory(0, (int)some.Length), cancellation);
            some.SetLength(0);
        }

        csv.Flush();
        await output.WriteAsync(some.GetBuffer().AsMemory(0, (int)some.Length), cancellation);
    }

    // Words that a spreadsheet would take for a formula get an apostrophe before them; a negative number is none.
    private static void Cell(CsvWriter csv, object? value, Language language, CultureInfo culture)
    {
        var text = ExportColumns.Text(value, language, culture);
        if (value is string or LocalText && SheetText.LooksLikeFormula(text)) text = "'" + text;
        csv.WriteField(text);
    }

    private static CultureInfo Culture(string decimalSeparator)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = decimalSeparator;
        return CultureInfo.ReadOnly(culture);
    }
}

using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Brings a report's funding table to the years of a round: the years before, last year, this year, the next two, and all after.</summary>
internal static class FundingYears
{
    /// <summary>The headings of a year's form.</summary>
    public static IReadOnlyList<string> HeadingsOf(int year) => [Text($"<{year - 1}"), Text($"{year - 1}"), Text($"{year}"), Text($"{year + 1}"), Text($"{year + 2}>")];

    /// <summary>The report with the columns of a year. Amounts of a year that now lies before the first are added to the years before; what covers several years stays with the last column where it reaches into it. A table that can't be read so, or would lose an amount, stays as it is.</summary>
    public static Report To(Report report, int year)
    {
        if (report.FundingCols.Count == 0) return report with { FundingCols = HeadingsOf(year) };
        var headings = HeadingsOf(year);
        var places = new int[report.FundingCols.Count];
        for (var column = 0; column < places.Length; column++)
        {
            var place = PlaceOf(FundingColumn.Of(report.FundingCols[column]), year);
            if (place < 0) return report;
            places[column] = place;
        }

        // As it is when nothing moves: the headings as they were printed.
        if (places.Length == headings.Count && places.Select((place, column) => place == column).All(same => same)) return report;
        if (Merges(places, report)) return report;
        return report with
        {
            FundingCols = headings,
            Funding = [.. report.Funding.Select(source => source with { Y = Moved(source.Y, places, headings.Count) })],
            FundingTotal = report.FundingTotal.Count == 0 ? [] : Moved(report.FundingTotal, places, headings.Count),
        };
    }

    /// <summary>Which column of a year's form a heading is; below zero for none.</summary>
    internal static int PlaceOf(FundingColumn? column, int year) => column switch
    {
        null => -1,
        { Span: FundingSpan.Before, Year: null } => 0,
        { Span: FundingSpan.Before, Year: { } before } => before <= year ? 0 : -1,
        { Span: FundingSpan.From, Year: { } from } => from >= year + 1 ? 4 : -1,
        { Year: { } one } => one < year - 1 ? 0 : one > year + 1 ? 4 : one - year + 2,
        _ => -1,
    };

    // An amount that can't be added up must not be lost in a sum.
    private static bool Merges(int[] places, Report report) =>
        places.Distinct().Count() < places.Length && report.Funding.Select(source => source.Y).Append(report.FundingTotal).Any(row => row.Any(cell => cell is { IsSummable: false }));

    private static Money?[] Moved(IReadOnlyList<Money?> row, int[] places, int columns)
    {
        var moved = new Money?[columns];
        for (var column = 0; column < row.Count && column < places.Length; column++)
        {
            if (row[column] is { } amount) moved[places[column]] = moved[places[column]] is { } there ? there + amount : amount;
        }

        return moved;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

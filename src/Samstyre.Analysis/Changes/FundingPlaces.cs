using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Sources and columns of a funding table found again in that of another report.</summary>
internal static class FundingPlaces
{
    /// <summary>The column that covers the same years; null where there is none.</summary>
    public static int? ColumnLike(Report report, string heading)
    {
        var sought = FundingColumn.Of(heading);
        for (var column = 0; column < report.FundingCols.Count; column++)
        {
            var here = report.FundingCols[column];
            if (sought is null ? here.Trim() == heading.Trim() : FundingColumn.Of(here) == sought) return column;
        }

        return null;
    }

    /// <summary>The row of a source; null where there is none.</summary>
    public static int? SourceLike(Report report, string source)
    {
        for (var row = 0; row < report.Funding.Count; row++)
        {
            if (report.Funding[row].Source == source) return row;
        }

        return null;
    }

    /// <summary>Whether a column is gone because the table's years have moved on, as they do every year: another covers the years before, or those to come.</summary>
    /// <param name="now">The later report.</param>
    /// <param name="heading">The column of the earlier one.</param>
    public static bool HasMovedOn(Report now, string heading)
    {
        if (FundingColumn.Of(heading) is not { } column || ColumnLike(now, heading) is not null) return false;
        var columns = now.FundingCols.Select(FundingColumn.Of).OfType<FundingColumn>().ToList();
        return column is { Span: FundingSpan.Year, Year: { } year }
            ? columns.Any(other => other.Span == FundingSpan.Year) && columns.Where(other => other.Span == FundingSpan.Year).All(other => other.Year > year)
            : columns.Any(other => other.Span == column.Span);
    }
}

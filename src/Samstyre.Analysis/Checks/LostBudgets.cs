using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Budgets of this year and later that the last report stated and this one does not.</summary>
internal static class LostBudgets
{
    /// <summary>At the year's column; at the table for years that it has none of.</summary>
    public static IEnumerable<Breach> Of(CheckedReport report)
    {
        if (report.Before is not { } before) return [];
        var lost = from heading in before.FundingCols.Select(FundingColumn.Of)
                   where heading is { Span: FundingSpan.Year, Year: not null } && heading.Year >= report.Today.Year
                   let year = heading.Year!.Value
                   let was = Budget.In(before, year)
                   where was is { Mnok: not 0m } && Budget.In(report.Now, year) is null && !IsCovered(report.Now, year)
                   group (year, was.Value) by PathOf(report.Now, year) into column
                   select new Breach(column.Key, [.. column.Distinct().Select(one => new CheckedValue(column.Key, Name(one.year), one.Value))])
                   {
                       Covers = [.. column.SelectMany(one => Cells(report.Changes, one.year)).Distinct()],
                   };
        return [.. lost];
    }

    // "2021>" with an amount says something of 2021, if not how much.
    private static bool IsCovered(Report report, int year)
    {
        for (var column = 0; column < report.FundingCols.Count; column++)
        {
            if (FundingColumn.Of(report.FundingCols[column]) is not { Year: { } named } heading) continue;
            var covers = heading.Span switch { FundingSpan.Before => year < named, FundingSpan.From => year >= named, _ => false };
            if (covers && (Cell(report.FundingTotal, column) is not null || report.Funding.Any(source => Cell(source.Y, column) is not null))) return true;
        }

        return false;
    }

    private static Money? Cell(IReadOnlyList<Money?> cells, int column) => column < cells.Count ? cells[column] : null;

    private static string PathOf(Report report, int year) =>
        FundingPlaces.ColumnLike(report, year.ToString(CultureInfo.InvariantCulture)) is { } column ? $"fundingTotal.{column}" : "funding";

    private static IEnumerable<string> Cells(IReadOnlyList<FieldChange> changes, int year)
    {
        var heading = year.ToString(CultureInfo.InvariantCulture);
        return changes.Where(change => change.Now is null && ((change.Field == "fundingTotal" && change.Item == heading) || (change.Field == "funding" && change.Item!.EndsWith(", " + heading, StringComparison.Ordinal))))
            .Select(change => change.Path);
    }

    private static LocalText Name(int year) => new($"Budsjett {year} sist", $"Budsjett {year} sist", $"Budget {year} last time");
}

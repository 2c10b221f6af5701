using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What the amounts of a funding table must agree about.</summary>
internal static class FundingRules
{
    // Amounts are written with one decimal: each may be off by half of that, and so may the total.
    private const decimal Rounding = 0.05m;

    /// <summary>Columns whose total differs from the sum of the sources by more than rounding explains.</summary>
    public static ImmutableArray<ConcernedValue> TotalDiffers(Report report)
    {
        var found = ImmutableArray<ConcernedValue>.Empty;
        for (var column = 0; column < report.FundingTotal.Count; column++)
        {
            if (report.FundingTotal[column] is not { } total || Summed(report, column) is not { } sum) continue;
            if (!total.IsSummable || Math.Abs(total.Mnok - sum.Amount) <= Rounding * (sum.Sources + 1)) continue;
            var years = column < report.FundingCols.Count ? report.FundingCols[column] : "";
            found = found.AddRange(
                new ConcernedValue($"fundingTotal[{column}]", new($"Sum {years}", $"Sum {years}", $"Total {years}"), total),
                new("funding", new($"kildene {years}", $"kjeldene {years}", $"sources {years}"), new Money(sum.Amount)));
        }

        return found;
    }

    /// <summary>The total cost and the funding up to and with the year, where the cost is less.</summary>
    public static ImmutableArray<ConcernedValue> CostBelowFunded(Report report, DateOnly today)
    {
        if (report.TotalCostMnok is not { IsSummable: true } cost) return [];
        if (CoversAll(report, cost)) return [];
        var (funded, columns) = (0m, 0);
        for (var column = 0; column < report.FundingCols.Count; column++)
        {
            var header = FundingColumn.Of(report.FundingCols[column]);
            var past = header is { Span: FundingSpan.Before } before ? (before.Year ?? 0) - 1 <= today.Year : header is { Span: FundingSpan.Year } one && one.Year <= today.Year;
            if (!past) continue;
            var amount = column < report.FundingTotal.Count && report.FundingTotal[column] is { } total ? total : Summed(report, column) is { } sum ? new Money(sum.Amount) : (Money?)null;
            if (amount is not { } stated) continue;
            if (!stated.IsSummable) return [];
            funded += stated.Mnok;
            columns++;
        }

        return columns > 0 && cost.Mnok < funded - (Rounding * (columns + 1))
            ? [
                new("totalCostMnok", new("Totalkostnad", "Totalkostnad", "Total cost"), cost),
                new("funding", new($"finansiert til og med {today.Year}", $"finansiert til og med {today.Year}", $"funded up to and with {today.Year}"), new Money(funded)),
            ]
            : [];
    }

    // Whoever states more than every amount together needs no look at the years, which most do.
    private static bool CoversAll(Report report, Money cost)
    {
        var left = cost.Mnok;
        for (var column = 0; column < report.FundingCols.Count && left >= 0m; column++)
        {
            var total = column < report.FundingTotal.Count ? report.FundingTotal[column] : null;
            if ((total?.Mnok ?? Summed(report, column)?.Amount) is > 0m and var amount) left -= amount;
        }

        return left >= 0m;
    }

    private static (decimal Amount, int Sources)? Summed(Report report, int column)
    {
        var (sum, sources) = (0m, 0);
        for (var row = 0; row < report.Funding.Count; row++)
        {
            var cells = report.Funding[row].Y;
            if (column >= cells.Count || cells[column] is not { } amount) continue;
            if (!amount.IsSummable) return null;
            sum += amount.Mnok;
            sources++;
        }

        return sources == 0 ? null : (sum, sources);
    }
}

using System.Globalization;

namespace Samstyre.Domain;

/// <summary>Which years a funding column covers.</summary>
public enum FundingSpan
{
    /// <summary>All years before <see cref="FundingColumn.Year"/>.</summary>
    Before,

    /// <summary>That year alone.</summary>
    Year,

    /// <summary>That year and all after it.</summary>
    From,
}

/// <summary>A funding column's header understood: <c>&lt;2019</c> and <c>&gt;2019</c> as first column mean the years before 2019, <c>2022&gt;</c> means 2022 and later.</summary>
/// <param name="Span">Which years.</param>
/// <param name="Year">The year named; null for a header such as "Tidligere år".</param>
public sealed record FundingColumn(FundingSpan Span, int? Year)
{
    /// <summary>Reads a header as printed. Null where it names no years.</summary>
    public static FundingColumn? Of(string header)
    {
        var text = header.Trim();
        var (digits, number) = (0, 0);
        foreach (var sign in text)
        {
            if (char.IsAsciiDigit(sign) && ++digits <= 4) number = (number * 10) + (sign - '0');
        }

        var year = digits == 4 ? number : (int?)null;
        if (text.StartsWith("tidligere", StringComparison.OrdinalIgnoreCase)) return new(FundingSpan.Before, year);
        if (year is null) return null;
        // The template printed ">2019" where it meant "before 2019"; the sign's side tells, not its direction.
        if (text[0] is '<' or '>') return new(FundingSpan.Before, year);
        return new(text[^1] is '>' or '<' or '+' ? FundingSpan.From : FundingSpan.Year, year);
    }
}

/// <summary>Budgets out of a report's funding table.</summary>
public static class Budget
{
    /// <summary>Planned funding in one year: the total row's cell for that year alone, or else the sum of the sources that state one. Null where nobody states an amount for that year; a column that covers several years states none.</summary>
    public static Money? In(Report report, int year)
    {
        if (ColumnOf(report, year) is not { } column) return null;
        if (column < report.FundingTotal.Count && report.FundingTotal[column] is { } total) return total;
        Money? sum = null;
        for (var row = 0; row < report.Funding.Count; row++)
        {
            if (AmountIn(report.Funding[row], column) is not { } amount) continue;
            // An amount that can't be added up stands for the sum, so that whoever reads it sees that it can't be right.
            if (!amount.IsSummable) return amount;
            sum = sum is { } before ? before + amount : amount;
        }

        return sum;
    }

    /// <summary>Planned funding in one year by source as written, in the form's order; sources that state no amount for that year alone are left out. The total row may say something else.</summary>
    public static IEnumerable<(string Source, Money Amount)> BySource(Report report, int year)
    {
        if (ColumnOf(report, year) is not { } column) yield break;
        foreach (var source in report.Funding)
        {
            if (AmountIn(source, column) is { } amount) yield return (source.Source, amount);
        }
    }

    private static Money? AmountIn(FundingSource source, int column) => column < source.Y.Count ? source.Y[column] : null;

    private static int? ColumnOf(Report report, int year)
    {
        for (var column = 0; column < report.FundingCols.Count; column++)
        {
            var printed = report.FundingCols[column];
            // Most headers are a year and nothing else: those need no understanding.
            if (printed.Length == 4 && int.TryParse(printed, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
            {
                if (plain == year) return column;
                continue;
            }

            if (FundingColumn.Of(printed) is { Span: FundingSpan.Year } header && header.Year == year) return column;
        }

        return null;
    }
}

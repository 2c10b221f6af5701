using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Amounts that no initiative can have.</summary>
internal static class HighAmounts
{
    // A hundred billion kroner is many times what the whole portfolio costs. Kroner written where millions are asked for pass it at once.
    private const decimal Limit = 100_000m;

    /// <summary>Whether an amount is further from zero than any initiative's can be.</summary>
    public static bool IsOne(Money amount) => Math.Abs(amount.Mnok) > Limit;

    /// <summary>Those of a report, in the form's order.</summary>
    public static ImmutableArray<ConcernedValue> In(Report report)
    {
        List<ConcernedValue>? high = null;
        Look("totalCostMnok", MoneyWords.TotalCost, report.TotalCostMnok);
        Look("foundationCostMnok", Foundation, report.FoundationCostMnok);
        Look("annualOperatingCostMnok", MoneyWords.AnnualOperatingCost, report.AnnualOperatingCostMnok);
        for (var row = 0; row < report.Funding.Count; row++)
        {
            var (source, amounts) = (report.Funding[row].Source, report.Funding[row].Y);
            for (var column = 0; column < amounts.Count; column++)
            {
                if (amounts[column] is { } amount && IsOne(amount)) Look($"funding[{row}].y[{column}]", FigureWords.Same($"{source} {YearsOf(column)}".Trim()), amount);
            }
        }

        for (var column = 0; column < report.FundingTotal.Count; column++)
        {
            if (report.FundingTotal[column] is { } total && IsOne(total)) Look($"fundingTotal[{column}]", new($"Sum {YearsOf(column)}", $"Sum {YearsOf(column)}", $"Total {YearsOf(column)}"), total);
        }

        Look("benefitAmountMnok", Benefits, report.BenefitAmountMnok);
        return high is null ? [] : [.. high];

        string YearsOf(int column) => column < report.FundingCols.Count ? report.FundingCols[column] : "";

        void Look(string field, LocalText name, Money? amount)
        {
            if (amount is { } stated && IsOne(stated)) (high ??= []).Add(new(field, name, stated));
        }
    }

    private static readonly LocalText Foundation = new("Til felles grunnmur", "Til felles grunnmur", "For the common foundation");
    private static readonly LocalText Benefits = new("Tallfestede gevinster", "Talfeste gevinstar", "Quantified benefits");
}

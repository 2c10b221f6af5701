using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>A report's funding table in the columns of a form.</summary>
/// <param name="Report">The report with the form's columns.</param>
/// <param name="Before">Per column of the form the report's columns that went into it.</param>
/// <param name="IsSure">Per column of the form whether the headings say that it covers the same years; otherwise somebody should look.</param>
internal sealed record FundingAlignment(Report Report, IReadOnlyList<IReadOnlyList<int>> Before, IReadOnlyList<bool> IsSure)
{
    public static FundingAlignment Of(Report report, FormValues form)
    {
        var moved = FundingYears.To(report, form.BudgetYear);
        var wanted = form.FundingColumns.Select(heading => FundingYears.PlaceOf(FundingColumn.Of(heading), form.BudgetYear)).ToList();
        var has = moved.FundingCols.Select(heading => FundingYears.PlaceOf(FundingColumn.Of(heading), form.BudgetYear)).ToList();
        var sure = Distinct(wanted) && Distinct(has) && has.TrueForAll(wanted.Contains);
        var from = wanted.Select((place, column) => sure ? has.IndexOf(place) : column < has.Count ? column : -1).ToList();
        var asRead = report.FundingCols.Select(heading => FundingYears.PlaceOf(FundingColumn.Of(heading), form.BudgetYear)).ToList();
        var aligned = moved with
        {
            FundingCols = form.FundingColumns,
            Funding = [.. moved.Funding.Select(row => row with { Y = Row(row.Y) })],
            FundingTotal = moved.FundingTotal.Count == 0 ? [] : Row(moved.FundingTotal),
        };
        IReadOnlyList<IReadOnlyList<int>> before = [.. from.Select((column, place) => (IReadOnlyList<int>)(sure ? [.. Enumerable.Range(0, asRead.Count).Where(one => asRead[one] == wanted[place])] : column < 0 ? [] : [column]))];
        return new(aligned, before, [.. before.Select((columns, place) => sure && columns.All(column => Covers(form.FundingColumns[place], report.FundingCols[column])))]);

        IReadOnlyList<Money?> Row(IReadOnlyList<Money?> cells) => [.. from.Select(column => column >= 0 && column < cells.Count ? cells[column] : null)];
    }

    // "2021 and later" reaches into "2022 and later", and has more.
    private static bool Covers(string wanted, string read) => (FundingColumn.Of(wanted), FundingColumn.Of(read)) switch
    {
        (_, { Span: FundingSpan.Before, Year: null }) => true,
        ({ Year: { } year }, { Span: FundingSpan.Before, Year: { } other }) => other <= year,
        ({ Year: { } year }, { Span: FundingSpan.From, Year: { } other }) => other >= year,
        _ => true,
    };

    private static bool Distinct(List<int> places) => places.TrueForAll(place => place >= 0) && places.Distinct().Count() == places.Count;
}

namespace Samstyre.Domain;

/// <summary>The rows of the form's tables, each under the words that tell it from the others: the same deliverable of two reports has the same words.</summary>
internal static class ReportRows
{
    public static IEnumerable<(string Item, object? Value)> Deliverables(Report report) =>
        report.Deliverables.Select(row => (row.Text, (object?)(row.Planned is { } planned ? planned : row.PlannedText)));

    public static IEnumerable<(string Item, object? Value)> Funding(Report report) =>
        from source in report.Funding
        from cell in Cells(report, source.Y)
        where cell.Amount is not null
        select ($"{source.Source}, {cell.Column}", (object?)cell.Amount);

    public static IEnumerable<(string Item, object? Value)> FundingTotal(Report report) =>
        from cell in Cells(report, report.FundingTotal)
        where cell.Amount is not null
        select (cell.Column, (object?)cell.Amount);

    public static IEnumerable<(string Item, object? Value)> Risks(Report report) =>
        report.Risks.Select(row => (row.Element ?? row.Id ?? "", (object?)Joined(row.Effect, row.Measure, row.DeadlineText)));

    public static IEnumerable<(string Item, object? Value)> Prerequisites(Report report) =>
        report.Prerequisites.Rows().Where(row => row.Row is not null).Select(row => (row.Key, (object?)row.Row));

    public static IEnumerable<(string Item, object? Value)> Dependencies(Report report) =>
        report.Dependencies.Select(row => (Joined(row.On, row.What) ?? "", (object?)row));

    private static string? Joined(params ReadOnlySpan<string?> words)
    {
        List<string> stated = [];
        foreach (var word in words)
        {
            if (!string.IsNullOrWhiteSpace(word)) stated.Add(word);
        }

        return stated.Count == 0 ? null : string.Join(" – ", stated);
    }

    // A column is known by the years it covers, so that ">2019" and "<2019" are the same column.
    private static IEnumerable<(string Column, Money? Amount)> Cells(Report report, IReadOnlyList<Money?> amounts)
    {
        for (var column = 0; column < report.FundingCols.Count && column < amounts.Count; column++)
            yield return (Heading(report.FundingCols[column]), amounts[column]);
    }

    private static string Heading(string printed) => FundingColumn.Of(printed) switch
    {
        { Span: FundingSpan.Before, Year: { } year } => $"<{year}",
        { Span: FundingSpan.From, Year: { } year } => $"{year}>",
        { Year: { } year } => $"{year}",
        _ => printed.Trim(),
    };
}

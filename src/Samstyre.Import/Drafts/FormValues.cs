using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>A draft that was read.</summary>
/// <param name="Report">The report it gives: the last one with what was changed.</param>
/// <param name="Problems">What could not be read, or is in doubt: paths of the draft, findings with the words.</param>
/// <param name="Rows">Which row of the draft became which of the report.</param>
public sealed record DraftReading(Report Report, IReadOnlyList<Finding> Problems, FormRows Rows);

/// <summary>A form as it is being filled in: the last report's values, and over them what was changed, field by field, as written. Paths are those of the interchange format with rows by key: <c>totalCostMnok</c>, <c>deliverables.2.planned</c>; the rows of a list and their order are the value of the list's own path: <c>0,2,n1</c>.</summary>
public sealed class FormValues
{
    private const string NewRow = "n";
    private readonly IReadOnlyDictionary<string, string> changes;

    private FormValues(Report prior, int budgetYear, IReadOnlyDictionary<string, string> changes)
    {
        (Prior, BudgetYear) = (prior, budgetYear);
        this.changes = changes;
    }

    /// <summary>What the form starts from: the last report, its funding table brought to the round's years. Where it stood and what was noticed about it are left behind.</summary>
    public Report Prior { get; }

    /// <summary>The round's year, which the funding columns stand around.</summary>
    internal int BudgetYear { get; }

    /// <summary>Headings of the funding columns.</summary>
    public IReadOnlyList<string> FundingColumns => Prior.FundingCols;

    /// <summary>The form before anything is changed.</summary>
    /// <param name="prior">The last report; null for the first, which starts empty.</param>
    /// <param name="budgetYear">The round's year.</param>
    public static FormValues Of(Report? prior, int budgetYear) =>
        new(FundingYears.To((prior ?? new()) with { Source = null, Findings = [], Provenance = new SortedDictionary<string, int>(StringComparer.Ordinal) }, budgetYear), budgetYear, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The form with changed fields. Paths that are none of the form's are ignored on reading.</summary>
    public FormValues With(IReadOnlyDictionary<string, string> changed) => new(Prior, BudgetYear, changed);

    /// <summary>What a report that was read from a file says otherwise than the form as it stands, in the form's order. A row that is the same by its words keeps its key. What the report leaves blank is no change, unless its place in the file was found: then it comes with a finding, as all that a person should look at.</summary>
    /// <param name="report">The report as it was read.</param>
    /// <param name="form">The form as it stands.</param>
    public static IReadOnlyList<ReadField> TextsOf(Report report, FormValues form) => new ReadTexts(report, form).All();

    /// <summary>Whether a field was changed from what the last report says.</summary>
    public bool IsChanged(string path) => changes.TryGetValue(path, out var text) && text != PriorText(path);

    /// <summary>What stands in a field now.</summary>
    public string Text(string path) => changes.TryGetValue(path, out var text) ? text : PriorText(path);

    /// <summary>What the last report says in a field; of a list, its rows.</summary>
    public string PriorText(string path)
    {
        if (DraftFields.Find(path) is { } field) return field.Text(Prior);
        if (DraftList.All.TryGetValue(path, out var whole)) return string.Join(',', whole.RowsOf(Prior));
        if (path.StartsWith("fundingTotal.", StringComparison.Ordinal)) return TotalCell(path) is { } cell && cell < Prior.FundingTotal.Count ? FieldText.Of(Prior.FundingTotal[cell]) : "";
        return Cell(path) is var (list, row, column) && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? list.Text(Prior, place, column) ?? "" : "";
    }

    /// <summary>Whether a path is a field of the form, or the order of a list.</summary>
    public bool Knows(string path) =>
        DraftFields.Find(path) is not null || DraftList.All.ContainsKey(path) || (TotalCell(path) is { } cell && cell < Prior.FundingCols.Count)
        || (Cell(path) is var (_, row, column) && IsRowKey(row) && KnowsColumn(path, column));

    /// <summary>Keys of a list's rows, in their order.</summary>
    public IReadOnlyList<string> Rows(string list)
    {
        var known = DraftList.All[list].RowsOf(Prior).ToHashSet(StringComparer.Ordinal);
        return [.. Text(list).Split(',', StringSplitOptions.RemoveEmptyEntries).Where(row => known.Contains(row) || IsNew(row)).Distinct()];
    }

    /// <summary>The report that the draft gives.</summary>
    public DraftReading Read()
    {
        var report = Prior;
        List<Finding> problems = [];
        foreach (var (path, text) in changes.OrderBy(change => change.Key, StringComparer.Ordinal))
        {
            if (DraftFields.Find(path) is not { } field || text == field.Text(Prior)) continue;
            (report, var doubt) = field.Set(report, Clean(text));
            if (doubt is not null) problems.Add(Problem(path, text, doubt));
        }

        Dictionary<string, IReadOnlyList<string>> kept = new(StringComparer.Ordinal);
        foreach (var (name, list) in DraftList.All) (report, kept[name]) = ReadList(report, name, list, problems);
        return new(ReadTotal(report, problems), problems, new(kept));
    }

    private (Report Report, IReadOnlyList<string> Kept) ReadList(Report report, string name, DraftList list, List<Finding> problems)
    {
        var touched = changes.Keys.Where(path => path.StartsWith(name + ".", StringComparison.Ordinal)).ToList();
        if (touched.Count == 0 && !changes.ContainsKey(name)) return (report, [.. list.RowsOf(report)]);
        var keys = Rows(name);
        var rows = keys.Select(key => (
            IsNew(key) ? (int?)null : int.Parse(key, CultureInfo.InvariantCulture),
            (IReadOnlyList<(string, string)>)[.. from path in touched
                                                let start = $"{name}.{key}."
                                                where path.StartsWith(start, StringComparison.Ordinal) && changes[path] != PriorText(path)
                                                orderby path
                                                select (path[start.Length..], Clean(changes[path]))])).ToList();
        // Row by row first: blank rows are left out of the report, so a row's place there is not its place here.
        List<string> kept = [];
        foreach (var (key, row) in keys.Zip(rows))
        {
            var alone = list.Set(report, [row], (column, text, doubt) => problems.Add(Problem($"{name}.{key}.{column}", text, doubt)));
            if (list.RowsOf(alone).Any()) kept.Add(key);
        }

        return (list.Set(report, rows, (_, _, _) => { }), kept);
    }

    private Report ReadTotal(Report report, List<Finding> problems)
    {
        var touched = changes.Where(change => TotalCell(change.Key) is { } cell && cell < report.FundingCols.Count && change.Value != PriorText(change.Key)).ToList();
        if (touched.Count == 0) return report;
        var total = Enumerable.Range(0, report.FundingCols.Count).Select(cell => cell < report.FundingTotal.Count ? report.FundingTotal[cell] : null).ToArray();
        foreach (var (path, text) in touched)
        {
            var (value, doubt) = DraftFields.Blank(text) is { } said ? DraftFields.ReadAmount(said) : new(null);
            total[TotalCell(path)!.Value] = value;
            if (doubt is not null) problems.Add(Problem(path, text, value is null ? doubt with { Severity = FindingSeverity.Error } : doubt));
        }

        return report with { FundingTotal = total.All(cell => cell is null) ? [] : total };
    }

    private bool KnowsColumn(string path, string column) => path.StartsWith("funding.", StringComparison.Ordinal)
        ? column == "source" || (column.StartsWith("y.", StringComparison.Ordinal) && int.TryParse(column.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var cell) && cell < Prior.FundingCols.Count)
        : FormPages.ItemOf(path) is { } item && item.Columns.Any(one => one.Key == column);

    private static Finding Problem(string path, string text, Doubt doubt) => new(path, doubt.Severity, doubt.Message, text, doubt.Code);

    private static int? TotalCell(string path) =>
        path.StartsWith("fundingTotal.", StringComparison.Ordinal) && int.TryParse(path.AsSpan("fundingTotal.".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var cell) ? cell : null;

    private static (DraftList List, string Row, string Column)? Cell(string path) =>
        path.Split('.', 3) is [var name, var row, var column] && DraftList.All.TryGetValue(name, out var list) ? (list, row, column) : null;

    /// <summary>Keys for rows that are added to a list: none that a cell is left of.</summary>
    internal IEnumerable<string> FreeRows(string list)
    {
        var used = changes.Keys.Where(path => path.StartsWith(list + ".", StringComparison.Ordinal)).Select(path => path.Split('.')[1]).Concat(Text(list).Split(',')).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(number => NewRow + number.ToString(CultureInfo.InvariantCulture)).Where(key => !used.Contains(key));
    }

    private static bool IsRowKey(string row) => IsNew(row) || (row.Length <= 6 && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static bool IsNew(string row) => row.StartsWith(NewRow, StringComparison.Ordinal) && row.Length is > 1 and <= 40 && row.All(char.IsAsciiLetterOrDigit);

    // PostgreSQL can't hold it, and nobody types it.
    internal static string Clean(string text) => ComposedText.Of(text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal));
}

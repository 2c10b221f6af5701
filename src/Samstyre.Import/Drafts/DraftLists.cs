using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>How the rows of a list of the form go to texts and back.</summary>
internal abstract class DraftList
{
    public static readonly IReadOnlyDictionary<string, DraftList> All = new Dictionary<string, DraftList>(StringComparer.Ordinal)
    {
        ["deliverables"] = new DraftList<Deliverable>(
            report => report.Deliverables,
            (report, rows) => report with { Deliverables = rows },
            new("", null, null),
            row => row.Text.Length == 0 && row.PlannedText is null && row.Planned is null,
            ("text", row => row.Text, (row, text) => (row with { Text = DraftFields.Blank(text) ?? "" }, null)),
            ("planned", row => row.PlannedText ?? FieldText.Of(row.Planned), (row, text) => When(text) is var (words, date, doubt) ? (row with { PlannedText = words, Planned = date }, doubt) : default)),
        ["benefitKinds"] = new DraftList<BenefitKind>(
            report => report.BenefitKinds,
            (report, rows) => report with { BenefitKinds = rows },
            new("", null),
            row => row.Kind.Length == 0 && row.MnokPerYear is null,
            ("kind", row => row.Kind, (row, text) => (row with { Kind = DraftFields.Blank(text) ?? "" }, null)),
            ("mnokPerYear", row => FieldText.Of(row.MnokPerYear), (row, text) => Money(text) is var (value, doubt) ? (row with { MnokPerYear = value }, doubt) : default)),
        ["risks"] = new DraftList<RiskRow>(
            report => report.Risks,
            (report, rows) => report with { Risks = rows },
            new(null, null, null, null, null),
            row => row == new RiskRow(null, null, null, null, null),
            ("id", row => row.Id ?? "", (row, text) => (row with { Id = DraftFields.Blank(text) }, null)),
            ("element", row => row.Element ?? "", (row, text) => (row with { Element = DraftFields.Blank(text) }, null)),
            ("effect", row => row.Effect ?? "", (row, text) => (row with { Effect = DraftFields.Blank(text) }, null)),
            ("measure", row => row.Measure ?? "", (row, text) => (row with { Measure = DraftFields.Blank(text) }, null)),
            ("deadlineText", row => row.DeadlineText ?? "", (row, text) => (row with { DeadlineText = DraftFields.Blank(text) }, null))),
        ["dependencies"] = new DraftList<Dependency>(
            report => report.Dependencies,
            (report, rows) => report with { Dependencies = rows },
            new(null, null, null, null, null, null, null, null),
            row => row == new Dependency(null, null, null, null, null, null, null, null),
            ("on", row => row.On ?? "", (row, text) => (row with { On = DraftFields.Blank(text) }, null)),
            ("what", row => row.What ?? "", (row, text) => (row with { What = DraftFields.Blank(text) }, null)),
            ("purpose", row => row.Purpose ?? "", (row, text) => (row with { Purpose = DraftFields.Blank(text) }, null)),
            ("category", row => row.Category ?? "", (row, text) => Choice(text, said => said == "Other" ? new(said) : ChoiceText.Category(said)) is var (value, doubt) ? (row with { Category = value }, doubt) : default),
            ("criticality", row => FieldText.Of(row.Criticality), (row, text) => Value(text, DraftFields.ReadLevel) is var (value, doubt) ? (row with { Criticality = value }, doubt) : default),
            ("deadline", row => row.DeadlineText ?? FieldText.Of(row.Deadline), (row, text) => When(text) is var (words, date, doubt) ? (row with { DeadlineText = words, Deadline = date }, doubt) : default),
            ("status", row => FieldText.Of(row.Status), (row, text) => Value(text, DraftFields.ReadLight) is var (value, doubt) ? (row with { Status = value }, doubt) : default)),
        ["funding"] = new FundingList(),
    };

    /// <summary>Keys of its rows in a report.</summary>
    public IEnumerable<string> RowsOf(Report report) => Enumerable.Range(0, Count(report)).Select(row => row.ToString(CultureInfo.InvariantCulture));

    /// <summary>The text of a cell; null where the row or column is not there.</summary>
    public abstract string? Text(Report report, int row, string column);

    /// <summary>The report with these rows.</summary>
    /// <param name="report">The report with the rows as they were.</param>
    /// <param name="rows">Per row its place before, or null for a new one, and the cells that were changed.</param>
    /// <param name="say">Told what could not be read: column, words and doubt.</param>
    public abstract Report Set(Report report, IReadOnlyList<(int? Before, IReadOnlyList<(string Column, string Text)> Changed)> rows, Action<string, string, Doubt> say);

    protected abstract int Count(Report report);

    protected static Read<T?> Value<T>(string text, Func<string, Read<T?>> read)
        where T : struct
    {
        if (DraftFields.Blank(text) is not { } said) return new(null);
        var found = read(said);
        return found.Value is null ? new(null, (found.Doubt ?? new("InputChoice", "The answer is none of the choices.")) with { Severity = FindingSeverity.Error }) : found;
    }

    protected static Read<Money?> Money(string text) => Value(text, DraftFields.ReadAmount);

    private static Read<string?> Choice(string text, Func<string, Read<string?>> read) => DraftFields.Blank(text) is { } said ? read(said) : new(null);

    // Words that give no date are kept as words: "løpende" is an answer.
    private static (string? Words, PartialDate? Date, Doubt? Doubt) When(string text)
    {
        if (DraftFields.Blank(text) is not { } said) return (null, null, null);
        var (date, doubt) = DateText.Parse(said);
        return (said, date, doubt);
    }
}

/// <summary>A list whose columns are always the same.</summary>
internal sealed class DraftList<T>(
    Func<Report, IReadOnlyList<T>> get, Func<Report, IReadOnlyList<T>, Report> set, T empty, Func<T, bool> isBlank, params (string Key, Func<T, string> Text, Func<T, string, (T Row, Doubt? Doubt)> Set)[] columns) : DraftList
{
    public override string? Text(Report report, int row, string column)
    {
        var rows = get(report);
        return row < rows.Count && Array.Find(columns, one => one.Key == column) is { Text: { } text } ? text(rows[row]) : null;
    }

    public override Report Set(Report report, IReadOnlyList<(int? Before, IReadOnlyList<(string Column, string Text)> Changed)> rows, Action<string, string, Doubt> say)
    {
        List<T> made = [];
        var before = get(report);
        foreach (var (place, changed) in rows)
        {
            var row = place is { } known ? before[known] : empty;
            List<(string Column, string Text, Doubt Doubt)> doubts = [];
            foreach (var (key, text) in changed)
            {
                if (Array.Find(columns, one => one.Key == key) is not { Set: { } write }) continue;
                (row, var doubt) = write(row, text);
                if (doubt is not null) doubts.Add((key, text, doubt));
            }

            // A row that could not be read is no blank one.
            if (isBlank(row) && doubts.Count == 0) continue;
            foreach (var (column, text, doubt) in doubts) say(column, text, doubt);
            made.Add(row);
        }

        return set(report, made);
    }

    protected override int Count(Report report) => get(report).Count;
}

/// <summary>The funding sources: a name and an amount for each of the form's columns.</summary>
internal sealed class FundingList : DraftList
{
    public override string? Text(Report report, int row, string column)
    {
        if (row >= report.Funding.Count) return null;
        if (column == "source") return report.Funding[row].Source;
        return ColumnOf(column) is { } cell ? cell < report.Funding[row].Y.Count ? FieldText.Of(report.Funding[row].Y[cell]) : "" : null;
    }

    public override Report Set(Report report, IReadOnlyList<(int? Before, IReadOnlyList<(string Column, string Text)> Changed)> rows, Action<string, string, Doubt> say)
    {
        List<FundingSource> made = [];
        foreach (var (before, changed) in rows)
        {
            var row = before is { } known ? report.Funding[known] : new("", []);
            var cells = Enumerable.Range(0, Math.Max(report.FundingCols.Count, row.Y.Count)).Select(cell => cell < row.Y.Count ? row.Y[cell] : null).ToList();
            var (name, touched, unread) = (row.Source, false, false);
            foreach (var (column, text) in changed)
            {
                if (column == "source") name = DraftFields.Blank(text) ?? "";
                if (ColumnOf(column) is not { } cell || cell >= cells.Count) continue;
                var (value, doubt) = Money(text);
                (cells[cell], touched) = (value, true);
                if (doubt is null) continue;
                unread |= value is null;
                say(column, text, doubt);
            }

            if (name.Length == 0 && !unread && cells.TrueForAll(cell => cell is null)) continue;
            made.Add(touched || before is null ? new(name, cells) : row with { Source = name });
        }

        return report with { Funding = made };
    }

    protected override int Count(Report report) => report.Funding.Count;

    private static int? ColumnOf(string column) =>
        column.StartsWith("y.", StringComparison.Ordinal) && int.TryParse(column.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var cell) ? cell : null;
}

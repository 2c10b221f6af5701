using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Words in a column of choices that are not surely one of them: a person can say what they mean.</summary>
/// <param name="Field">Code of the field.</param>
/// <param name="Words">As written, the first time.</param>
/// <param name="Meaning">What they were taken for, or were said to mean; null where they give nothing.</param>
/// <param name="Rows">In how many rows they stand.</param>
public sealed record UncertainValue(string Field, string Words, string? Meaning, int Rows);

/// <summary>What a table gives under a mapping.</summary>
/// <param name="Reading">The reports, and the rows that could not be one.</param>
/// <param name="Notes">What a person should know, where nothing is lost.</param>
/// <param name="Unmapped">Headings of the columns that give nothing.</param>
/// <param name="Uncertain">Words of choices that a person should look at, in the order of the fields.</param>
public sealed record MappedReading(FileReading Reading, IReadOnlyList<FileProblem> Notes, IReadOnlyList<string> Unmapped, IReadOnlyList<UncertainValue> Uncertain);

/// <summary>Reads the rows of a table into reports, under a mapping of its columns.</summary>
public static class MappedTable
{
    private static readonly HashSet<string> Sums = ["sum", "total", "totalt", "totalsum", "sum totalt", "i alt"];

    /// <summary>A report for each row that names an initiative.</summary>
    /// <param name="sheet">The table.</param>
    /// <param name="mapping">What its columns give.</param>
    /// <param name="portfolio">Whose organisations and areas are known.</param>
    /// <param name="roundYear">The round's year; the year of a budget whose heading names none.</param>
    public static MappedReading Read(TableContent sheet, ColumnMapping mapping, PortfolioDefinition portfolio, int roundYear)
    {
        var columns = sheet.Columns.Select(column => (Column: column, Use: mapping.Of(column))).ToList();
        string[] unmapped = [.. columns.Where(one => one.Use is null).Select(one => one.Column.Heading)];
        var used = columns.Where(one => one.Use is not null).Select(one => MappedColumn.Of(one.Column, one.Use!, roundYear)).ToList();
        if (Problem(sheet.FileName, used) is { } problem) return new(FileReading.Failed(problem), sheet.Notes, unmapped, []);

        List<Report> reports = [];
        List<FileProblem> problems = [];
        List<FileProblem> notes = [.. sheet.Notes];
        var seen = new SeenRows(sheet.FileName);
        var values = new UncertainValues(mapping);
        foreach (var line in sheet.Rows)
        {
            if (IsSum(line, used))
            {
                notes.Add(new(sheet.FileName, line.Number, "RowIsSum", "The row is a sum and is left out."));
                continue;
            }

            var row = new MappedRow(sheet, line, used, mapping, portfolio, values);
            var report = row.ToReport();
            if ((row.Problem ?? seen.Problem(report, line.Number)) is { } rejected) problems.Add(rejected);
            else reports.Add(report);
        }

        return new(new(reports, problems), notes, unmapped, values.All);
    }

    private static FileProblem? Problem(string file, List<MappedColumn> columns)
    {
        var twice = columns.Where(column => column.Field.Kind != TableFieldKind.Comment).GroupBy(column => column.Target).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) return new(file, null, "FieldMappedTwice", $"The columns {string.Join(" and ", twice.Select(column => $"\"{column.Column.Heading}\""))} give the same field, {twice.Key}: choose one of them.");
        return columns.Exists(column => column.Field.Code == "name") ? null : new(file, null, "NameColumnMissing", "No column gives the name of the initiative: choose the column that does.");
    }

    /// <summary>A row of sums below the table: it is called so in its first cell or where the name stands.</summary>
    private static bool IsSum(TableLine line, List<MappedColumn> columns)
    {
        var name = TableContent.Cell(line, columns.First(column => column.Field.Code == "name").Column);
        return Sums.Contains(ColumnMapping.ValueKey(name.Length > 0 ? name : line.Cells.First(cell => cell.Length > 0)));
    }
}

/// <summary>A column that gives a field.</summary>
/// <param name="Column">The column.</param>
/// <param name="Field">The field.</param>
/// <param name="Unit">What its numbers count.</param>
/// <param name="Year">The year of a budget; 0 for other fields.</param>
internal sealed record MappedColumn(TableColumn Column, TableField Field, AmountUnit Unit, int Year)
{
    /// <summary>The field, of a budget with its year.</summary>
    public string Target => Field.Kind == TableFieldKind.Budget ? $"{Field.Code} {Year}" : Field.Code;

    public static MappedColumn Of(TableColumn column, ColumnUse use, int roundYear)
    {
        var field = TableField.Of(use.Field)!;
        return new(column, field, use.Unit, field.Kind == TableFieldKind.Budget ? TableField.YearOf(use.Field, column.Heading, roundYear) : 0);
    }
}

/// <summary>Initiatives that rows have named: none may stand in two.</summary>
internal sealed class SeenRows(string fileName)
{
    private readonly Dictionary<int, int> ids = [];
    private readonly Dictionary<string, List<(int? Id, string? Organisation, int Line)>> names = new(StringComparer.Ordinal);

    /// <summary>Why a row can't be one more; null where it can.</summary>
    public FileProblem? Problem(Report report, int line)
    {
        if (report.NationalId is { } id && !ids.TryAdd(id, line)) return new(fileName, line, "IdUsedTwice", $"National id {id} stands on line {ids[id]} too.");
        var key = FormIdentity.Key(report.Name);
        if (!names.TryGetValue(key, out var called)) names[key] = called = [];
        var same = called.Where(other => (other.Id is null || report.NationalId is null) && (other.Organisation is null || report.Organisation is null || other.Organisation == report.Organisation)).Select(other => (int?)other.Line).FirstOrDefault();
        called.Add((report.NationalId, report.Organisation, line));
        return same is null ? null : new(fileName, line, "NameUsedTwice", $"'{report.Name}' stands on line {same} too, and not both rows have a national id.");
    }
}

/// <summary>Collects words of choices that a person should look at.</summary>
internal sealed class UncertainValues(ColumnMapping mapping)
{
    private readonly Dictionary<(string Field, string Key), UncertainValue> values = [];

    /// <summary>In the order of the fields.</summary>
    public IReadOnlyList<UncertainValue> All => [.. values.Values.OrderBy(value => Order(value.Field))];

    public void Add(string field, string words, string? meaning)
    {
        var key = (field, ColumnMapping.ValueKey(words));
        values[key] = values.TryGetValue(key, out var known) ? known with { Rows = known.Rows + 1 } : new(field, words, mapping.MeaningOf(field, words) ?? meaning, 1);
    }

    private static int Order(string field) => TableField.All.TakeWhile(one => one.Code != field).Count();
}

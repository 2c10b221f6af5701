namespace Samstyre.Import;

/// <summary>How sure a suggestion is.</summary>
public enum Sureness
{
    /// <summary>Nothing is suggested.</summary>
    None,

    /// <summary>The heading is like one that is known.</summary>
    Likely,

    /// <summary>The heading is known.</summary>
    Sure,
}

/// <summary>What a column probably gives.</summary>
/// <param name="Column">The column.</param>
/// <param name="Use">The field and unit; null where nothing is suggested.</param>
/// <param name="Sureness">How sure.</param>
public sealed record ColumnSuggestion(TableColumn Column, ColumnUse? Use, Sureness Sureness);

/// <summary>Suggests what the columns of a file give, by their headings. Each field once, to the heading that is most like it.</summary>
public static class MappingSuggestion
{
    private const int Looked = 200;

    /// <summary>A suggestion for each column, in their order.</summary>
    public static IReadOnlyList<ColumnSuggestion> Of(TableContent sheet)
    {
        var matches = sheet.Columns.Select(column => (Column: column, Match: HeadingWords.Of(column.Heading))).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var given = new Dictionary<TableColumn, ColumnSuggestion>();
        foreach (var (column, match) in matches.OrderByDescending(one => one.Match?.Likeness ?? 0m).ThenBy(one => one.Column.Index))
        {
            if (match is null || TableField.Of(match.Field) is not { } field || (field.Kind is not (TableFieldKind.Comment or TableFieldKind.Budget) && !taken.Add(match.Field)) || (field.Kind == TableFieldKind.Budget && !taken.Add($"{match.Field} {column.Heading}")))
            {
                given[column] = new(column, null, Sureness.None);
                continue;
            }

            var unit = field.IsMoney ? UnitOf(sheet, column) : AmountUnit.Million;
            given[column] = new(column, new(match.Field, unit), match.IsSure ? Sureness.Sure : Sureness.Likely);
        }

        return [.. sheet.Columns.Select(column => given[column])];
    }

    /// <summary>What the numbers of a column probably count: by its heading, else by how large they are.</summary>
    public static AmountUnit UnitOf(TableContent sheet, TableColumn column) =>
        UnitWords.InHeading(column.Heading) ?? UnitWords.Likely(sheet.Rows.Take(Looked).Select(row => TableContent.Cell(row, column)));

    /// <summary>The mapping that the suggestions make.</summary>
    public static ColumnMapping MappingOf(IEnumerable<ColumnSuggestion> suggestions) =>
        ColumnMapping.Empty with { Columns = suggestions.Where(one => one.Use is not null).ToDictionary(one => one.Column.Key, one => one.Use!) };
}

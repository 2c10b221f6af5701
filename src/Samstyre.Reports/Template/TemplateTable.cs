using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>Rows of a form's part that share their columns.</summary>
/// <param name="Columns">How many columns they have.</param>
/// <param name="List">The list that they are; null for labels with an answer beside or below them.</param>
/// <param name="Rows">The rows; one cell alone takes the whole width.</param>
internal sealed record TemplateTable(int Columns, string? List, ImmutableArray<IReadOnlyList<FormCell>> Rows)
{
    /// <summary>Widths of the columns, in parts of a whole.</summary>
    public ImmutableArray<int> Shares => (List, Columns) switch
    {
        (_, 1) => [1],
        ("deliverables" or "phase", 2) => [3, 1],
        ("risks", _) => [1, 3, 3, 4, 2],
        ("dependencies", _) => [4, 4, 4, 2, 2, 2, 2],
        (_, 2) => [1, 1],
        (null, 3) => [3, 1, 2],
        (null, _) => [5, 2, .. Enumerable.Repeat(1, Columns - 2)],
        _ => [3, .. Enumerable.Repeat(1, Columns - 1)],
    };

    /// <summary>The tables of a part, in order.</summary>
    public static IReadOnlyList<TemplateTable> Of(FormSheet sheet)
    {
        List<TemplateTable> tables = [];
        foreach (var row in sheet.Rows)
        {
            var list = row[0] is { IsLabel: true, Field: { } field } && row.Count > 1 ? field : null;
            if (tables.Count == 0 || list is not null || (row.Count > 1 && tables[^1].Columns > 1 && !tables[^1].Fits(row))) tables.Add(new(row.Count, list, [row]));
            else tables[^1] = tables[^1] with { Columns = Math.Max(tables[^1].Columns, row.Count), Rows = tables[^1].Rows.Add(row) };
        }

        return tables;
    }

    // A label with an answer beside it is no row of a list of two columns.
    private bool Fits(IReadOnlyList<FormCell> row) => row.Count == Columns && (List is not ("deliverables" or "phase") || !row[0].IsLabel);
}

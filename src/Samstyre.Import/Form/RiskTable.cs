using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Main risks with mitigations: prose, or a table of the author's own.</summary>
internal static class RiskTable
{
    private enum Column
    {
        Id,
        Element,
        Effect,
        Measure,
        Deadline,
    }

    private static readonly (string Start, Column Column)[] Headings =
    [
        ("risikoredu", Column.Measure), ("tiltak", Column.Measure), ("risiko", Column.Element), ("hendelse", Column.Element),
        ("virkning", Column.Effect), ("konsekvens", Column.Effect), ("frist", Column.Deadline), ("id", Column.Id), ("nr", Column.Id),
    ];

    public static void Take(ReportDraft d, FormPart part)
    {
        var start = part.Body.FindIndex(block => Columns(block) is not null);
        if (start < 0)
        {
            d.RiskText = d.Text("riskText", part);
            return;
        }

        var columns = Columns(part.Body[start])!;
        foreach (var (cell, column) in part.Body[start].Cells.Zip(columns))
        {
            if (column is null && CleanText.Of(cell).Length > 0) d.Log.Review("RiskColumnUnclear", "risks", cell, part.Body[start].Place, "A column of the risk table was not recognised and was left out.");
        }

        d.RiskText = CleanText.Join(part.Inline.Concat(part.Body.Take(start).SelectMany(block => block.Cells)));
        foreach (var block in part.Body.Skip(start + 1))
        {
            string? Cell(Column column)
            {
                var at = columns.FindIndex(c => c == column);
                return at >= 0 && at < block.Cells.Count ? CleanText.Join([block.Cells[at]]) : null;
            }

            var row = new RiskRow(Cell(Column.Id), Cell(Column.Element), Cell(Column.Effect), Cell(Column.Measure), Cell(Column.Deadline));
            var others = block.Cells.Where((_, i) => i >= columns.Count || columns[i] is null || columns.IndexOf(columns[i]) < i);
            if (CleanText.Join(others) is { } text) d.TakeUnread([block with { Cells = [text] }], "riskText");
            if (row == new RiskRow(null, null, null, null, null)) continue;
            d.Log.Found($"risks[{d.Risks.Count}]", block.Place);
            d.Risks.Add(row);
        }
    }

    /// <summary>The columns of a risk table's header row: at least two known headings, one of them the risk itself.</summary>
    private static List<Column?>? Columns(Block block)
    {
        if (block.Cells.Count < 2 || block.Cells.Any(cell => cell.Length > 40)) return null;
        var columns = block.Cells.Select(cell => ColumnOf(cell.Trim().ToLowerInvariant())).ToList();
        return columns.Count(column => column is not null) >= 2 && columns.Contains(Column.Element) ? columns : null;
    }

    private static Column? ColumnOf(string heading)
    {
        foreach (var (start, column) in Headings)
        {
            if (heading.StartsWith(start, StringComparison.Ordinal)) return column;
        }

        return null;
    }
}

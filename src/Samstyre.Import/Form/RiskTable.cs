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

/// <summary>The dependencies, one row each: on whom, on what, for what, category, criticality, deadline, status.</summary>
internal static class DependencyTable
{
    private const int Width = 7;

    public static void Take(ReportDraft d, FormPart part)
    {
        foreach (var block in part.Body)
        {
            var cells = block.Cells.Skip(part.LabelCell).Select(cell => CleanText.WithoutPlaceholders(cell).Text).ToList();
            if (cells.TrueForAll(cell => cell.Length == 0 || CleanText.IsDash(cell))) continue;
            if (SaysNone(cells)) continue;
            var field = $"dependencies[{d.Dependencies.Count}]";
            if (cells.Count > Width && cells.Skip(Width).Any(cell => cell.Length > 0))
                d.Log.Review("RowTooLong", field, string.Join(" | ", cells), block.Place, "The row has more cells than the table has columns.");
            // Words alone under a table are a remark on it, not one more dependency.
            if (block.Cells.Count == 1)
            {
                d.TakeUnread([block], "consequences");
                continue;
            }

            string Cell(int i) => cells.ElementAtOrDefault(i) ?? "";
            string? TextAt(int i) => Cell(i).Length == 0 ? null : Cell(i);
            if (Cell(0).Length == 0) d.Log.Review("DependencyWithoutParty", field + ".on", string.Join(" | ", cells), block.Place, "The dependency names nobody; it may belong to the row above.");
            d.Log.Found(field, block.Place);
            d.Dependencies.Add(new(
                TextAt(0), TextAt(1), TextAt(2),
                d.Take(field + ".category", ChoiceText.Category(Cell(3)), Cell(3), block.Place),
                d.Take(field + ".criticality", ChoiceText.Level(Cell(4)), Cell(4), block.Place),
                TextAt(5),
                d.Take(field + ".deadline", DateText.Parse(Cell(5)), Cell(5), block.Place),
                d.Take(field + ".status", ChoiceText.Colour(Cell(6)), Cell(6), block.Place)));
        }
    }

    private static bool SaysNone(List<string> cells) =>
        cells.Count(cell => cell.Length > 0) == 1 && cells[0].Trim('.', ' ').ToUpperInvariant() is "INGEN" or "IKKE RELEVANT" or "N/A";
}

namespace Samstyre.Import;

/// <summary>Main deliverables with their planned delivery.</summary>
internal static class DeliverableTable
{
    public static void Take(ReportDraft d, FormPart part)
    {
        var inFootnotes = false;
        foreach (var block in part.Body)
        {
            var cells = block.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
            if (cells.Count == 0 || cells.TrueForAll(LabelIndex.IsColumnHeading) || cells.TrueForAll(CleanText.IsPlaceholder)) continue;
            // Footnotes stand under the table, begin with their mark and have no date; what follows them belongs to them.
            inFootnotes = cells.Count == 1 && (inFootnotes || cells[0].TrimStart().StartsWith('*'));
            if (inFootnotes)
            {
                d.TakeUnread([block], "costComments");
                continue;
            }

            var text = CleanText.Of(cells[0]);
            if (text.Length == 0) continue;
            var field = $"deliverables[{d.Deliverables.Count}]";
            var planned = cells.Count > 1 ? CleanText.WithoutPlaceholders(string.Join(' ', cells.Skip(1))).Text : "";
            d.Log.Found(field, block.Place);
            if (cells.Count > 2) d.Log.Review("RowTooLong", field, string.Join(" | ", cells), block.Place, "The row has more cells than the table has columns.");
            d.Deliverables.Add(new(text, planned.Length == 0 ? null : planned, d.Take(field + ".planned", DateText.Parse(string.Join(' ', cells.Skip(1))), planned, block.Place)));
        }
    }
}

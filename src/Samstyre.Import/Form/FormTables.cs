using Samstyre.Domain;

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

/// <summary>Funding by source and year.</summary>
internal static class FundingTable
{
    public static void Take(ReportDraft d, FormPart part)
    {
        // Blank headers at the end belong to cells that the slide's other tables made.
        var headers = part.CellsAfter.Select(cell => CleanText.Of(Unmarked(cell))).ToList();
        while (headers.Count > 0 && headers[^1].Length == 0) headers.RemoveAt(headers.Count - 1);
        if (d.FundingCols.Count > 0 && !d.FundingCols.SequenceEqual(headers))
        {
            d.Log.Review("FundingTwice", "funding", string.Join(" | ", headers), part.Head.Place, "There is a second funding table with other years; it was kept as a comment.");
            d.TakeUnread([part.Head, .. part.Body], "fundingComments");
            return;
        }

        if (d.FundingCols.Count == 0) d.FundingCols.AddRange(headers);
        d.Log.Found("fundingCols", part.Head.Place);
        var label = part.Head.Cells[part.LabelCell];
        if (AmountText.NamesSmallerUnit(label))
        {
            foreach (var field in (string[])["funding", "fundingTotal"])
                d.Log.Review("AmountHeadingUnit", field, label, part.Head.Place, "The label names another unit than million; please check the amounts.");
        }

        for (var i = 0; i < headers.Count; i++)
        {
            if (FundingColumn.Of(headers[i]) is null) d.Log.Review("FundingColumnUnclear", $"fundingCols[{i}]", headers[i], part.Head.Place, "The column's heading names no year.");
        }

        foreach (var block in part.Body)
        {
            var (source, _) = CleanText.WithoutPlaceholders(block.Cells[0]);
            var field = $"funding[{d.Funding.Count}]";
            var cells = Amounts(d, field + ".y", block.Cells.Skip(1), block.Place, headers.Count);
            if (source.Length == 0 && cells.TrueForAll(cell => cell is null)) continue;
            if (source.StartsWith("sum ", StringComparison.OrdinalIgnoreCase))
            {
                d.Log.Review("FundingTotalMisspelt", "fundingTotal", source, block.Place, "A row that begins with \"sum\" was read as the total.");
                d.FundingTotal.Clear();
                d.FundingTotal.AddRange(cells);
                continue;
            }

            if (source.Length == 0) d.Log.Review("FundingSourceMissing", field + ".source", null, block.Place, "An amount without a named source.");
            d.Log.Found(field, block.Place);
            d.Funding.Add(new(source, cells));
        }
    }

    public static void TakeTotal(ReportDraft d, FormPart part)
    {
        d.Log.Found("fundingTotal", part.Head.Place);
        d.FundingTotal.Clear();
        d.FundingTotal.AddRange(Amounts(d, "fundingTotal", part.CellsAfter, part.Head.Place, d.FundingCols.Count));
        d.TakeUnread(part.Body, "fundingComments");
    }

    /// <summary>A last row that adds up the others is the total, whatever it is called; only where no row is named as the total.</summary>
    public static void FindTotal(ReportDraft d)
    {
        if (d.Funding.Count < 2 || d.FundingTotal.Count > 0) return;
        var last = d.Funding[^1];
        var others = d.Funding.SkipLast(1).ToList();
        for (var i = 0; i < last.Y.Count; i++)
        {
            var stated = others.Select(row => row.Y.ElementAtOrDefault(i)).OfType<Money>().ToList();
            if ((last.Y[i]?.Mnok ?? 0m) != stated.Sum(amount => amount.Mnok)) return;
        }

        if (last.Y.All(amount => amount is null)) return;
        d.Funding.RemoveAt(d.Funding.Count - 1);
        d.FundingTotal.AddRange(last.Y);
        foreach (var field in (string[])["fundingTotal", $"funding[{d.Funding.Count}]"])
            d.Log.Review("FundingTotalUnnamed", field, last.Source, default, "The last row adds up the others and was read as the total.");
    }

    private static List<Money?> Amounts(ReportDraft d, string field, IEnumerable<string> cells, Place place, int columns)
    {
        var values = cells.Select((cell, i) => d.Take($"{field}[{i}]", AmountText.Parse(cell, addPair: true), CleanText.Of(cell), place)).ToList();
        while (values.Count > columns && values[^1] is null) values.RemoveAt(values.Count - 1);
        if (values.Count > columns) d.Log.Review("RowTooLong", field, null, place, "There are more amounts than columns with a year.");
        while (values.Count < columns) values.Add(null);
        return values;
    }

    // ">2019" is a heading, not markup.
    private static string Unmarked(string cell) => cell.Trim().Trim('*').Trim();
}

using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Funding by source and year.</summary>
internal static class FundingTable
{
    // Authors round each row and the total by itself.
    private const decimal Rounding = 0.5m;
    private const decimal RoundingShare = 0.02m;

    public static void Take(ReportDraft d, FormPart part)
    {
        var headers = Headings(part, out var body);
        if (d.FundingCols.Count > 0 && !d.FundingCols.SequenceEqual(headers))
        {
            d.Log.Review("FundingTwice", "funding", string.Join(" | ", headers), part.Head.Place, "There is a second funding table with other years; it was kept as a comment.");
            d.TakeUnread([part.Head, .. body], "fundingComments");
            return;
        }

        if (d.FundingCols.Count == 0)
        {
            d.FundingCells = Enumerable.Range(0, headers.Count).Where(i => headers[i].Length > 0 || body.Any(block => HasInk(block.Cells.Skip(1), i))).ToList();
            headers = d.FundingCells.ConvertAll(i => headers[i]);
            d.FundingCols.AddRange(headers);
        }

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

        foreach (var block in body)
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
        var given = cells.ToList();
        // A column without heading and amounts is no column.
        if (d.FundingCells.Count > 0 && d.FundingCells[^1] >= columns && !Enumerable.Range(0, given.Count).Any(i => !d.FundingCells.Contains(i) && !string.IsNullOrWhiteSpace(given[i])))
            given = d.FundingCells.ConvertAll(i => given.ElementAtOrDefault(i) ?? "");
        var values = given.Select((cell, i) => d.Take($"{field}[{i}]", AmountText.Parse(cell, addPair: true), CleanText.Of(cell), place)).ToList();
        while (values.Count > columns && values[^1] is null) values.RemoveAt(values.Count - 1);
        if (values.Count > columns) d.Log.Review("RowTooLong", field, null, place, "There are more amounts than columns with a year.");
        while (values.Count < columns) values.Add(null);
        return values;
    }

    /// <summary>The years; they can stand in the row under the label.</summary>
    private static List<string> Headings(FormPart part, out List<Block> body)
    {
        body = part.Body;
        var headers = part.CellsAfter.Select(cell => CleanText.Of(Unmarked(cell))).ToList();
        if (headers.TrueForAll(header => header.Length == 0) && body.Count > 0 && string.IsNullOrWhiteSpace(body[0].Cells[0]) && body[0].Cells.Count(cell => FundingColumn.Of(Unmarked(cell)) is not null) > 1)
        {
            headers = [.. body[0].Cells.Skip(1).Select(cell => CleanText.Of(Unmarked(cell)))];
            body = [.. body.Skip(1)];
        }

        // Blank headers at the end belong to cells that the slide's other tables made.
        while (headers.Count > 0 && headers[^1].Length == 0) headers.RemoveAt(headers.Count - 1);
        return headers;
    }

    private static bool HasInk(IEnumerable<string> cells, int i) => !string.IsNullOrWhiteSpace(cells.ElementAtOrDefault(i));

    /// <summary>A total that is not the sum of its column is a mistake of the author, or of columns that moved.</summary>
    public static void CheckTotal(ReportDraft d)
    {
        for (var i = 0; i < d.FundingTotal.Count; i++)
        {
            if (d.FundingTotal[i] is not { } total) continue;
            var stated = d.Funding.Select(row => row.Y.ElementAtOrDefault(i)?.Mnok ?? 0m).ToList();
            if (Math.Abs(stated.Sum() - total.Mnok) <= Math.Max(Rounding, Math.Abs(total.Mnok) * RoundingShare)) continue;
            var words = FormattableString.Invariant($"{stated.Sum():0.###} / {total.Mnok:0.###}");
            d.Log.Review("FundingTotalDiffers", $"fundingTotal[{i}]", words, default, "The total is not the sum of its column; please check both.");
            for (var row = 0; row < d.Funding.Count; row++)
            {
                if (stated[row] != 0m) d.Log.Review("FundingTotalDiffers", $"funding[{row}].y[{i}]", words, default, "The total is not the sum of its column; please check both.");
            }
        }
    }

    // ">2019" is a heading, not markup.
    private static string Unmarked(string cell) => cell.Trim().Trim('*').Trim();
}

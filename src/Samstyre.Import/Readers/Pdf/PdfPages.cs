namespace Samstyre.Import;

/// <summary>The pages of a PDF as blocks in reading order.</summary>
internal static class PdfPages
{
    /// <summary>A page whose ink ends above this share of its height ended because its author ended it.</summary>
    private const double FullPage = 0.8;

    /// <summary>So many lines with gaps outside of drawn tables are a table without lines.</summary>
    private const int GappedLinesOfATable = 3;

    private const double Overlap = 2;

    public static List<Block> Blocks(List<PdfPage> pages, List<List<PdfRule>> rules)
    {
        var rows = new List<PdfRow>();
        var furniture = PdfFurniture.Of(pages);
        var startsPage = true;
        for (var number = 0; number < pages.Count; number++)
        {
            var page = pages[number];
            var words = page.Words.Where(word => !furniture.Contains(word)).ToList();
            if (words.Count == 0) continue;
            startsPage |= page.Width > page.Height;
            foreach (var row in Page(words, rules.ElementAtOrDefault(number) ?? []))
            {
                rows.Add(row with { Page = number + 1, StartsPage = startsPage });
                startsPage = false;
            }

            startsPage = words.Max(word => word.Box.Bottom) < page.Height * FullPage;
        }

        // Where a table has no lines to tell its cells apart, words between gaps could be in any column.
        var isDoubtful = rows.Count(row => row.IsGapped) >= GappedLinesOfATable;
        return [.. rows.Select((row, i) => new Block(isDoubtful ? [string.Join(' ', row.Cells.Where(cell => cell.Length > 0))] : row.Cells, new(Line: i + 1, Page: row.Page), row.StartsPage))];
    }

    private static IEnumerable<PdfRow> Page(List<PdfWord> words, List<PdfRule> rules)
    {
        var tables = PdfTables.Of(rules);
        var outside = new List<PdfWord>();
        var used = new HashSet<PdfTable>();
        foreach (var word in words)
        {
            if (tables.Find(table => table.Box.Holds(word.Box)) is { } table)
            {
                table.Add(word);
                used.Add(table);
            }
            else
            {
                outside.Add(word);
            }
        }

        List<IPlaced> things = [.. used, .. PdfText.Lines(outside).SelectMany(PdfSegment.Of)];
        PdfSegment? before = null;
        var row = new List<string>();
        foreach (var thing in ReadingOrder.Of(things, Overlap))
        {
            var segment = thing as PdfSegment;
            if (row.Count > 0 && (segment is null || segment.Line != before?.Line))
            {
                yield return new([.. row], row.Count > 1);
                row.Clear();
            }

            before = segment;
            if (segment is not null)
            {
                row.Add(segment.Text);
                continue;
            }

            foreach (var (cells, _, _) in ((PdfTable)thing).Rows()) yield return new(cells, false);
        }

        if (row.Count > 0) yield return new([.. row], row.Count > 1);
    }
}

/// <summary>A row of a table or a line of text.</summary>
/// <param name="Cells">Its cells.</param>
/// <param name="IsGapped">Whether only gaps between words part its cells.</param>
internal readonly record struct PdfRow(List<string> Cells, bool IsGapped)
{
    public int Page { get; init; }

    public bool StartsPage { get; init; }
}

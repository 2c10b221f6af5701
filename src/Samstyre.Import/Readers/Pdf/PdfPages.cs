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
        var margins = new PdfMargins(pages);
        var vocabulary = pages.SelectMany(page => page.Words).CountBy(word => word.Text).ToDictionary();
        var isCutOff = false;
        var startsPage = true;
        for (var number = 0; number < pages.Count; number++)
        {
            var page = pages[number];
            startsPage |= page.Width > page.Height;
            var tables = PdfTables.Of(rules.ElementAtOrDefault(number) ?? []);
            // Nobody prints to the very edge: what reaches it goes on beyond, where it can't be read.
            isCutOff |= tables.Exists(table => table.Right > page.Width + Overlap) || page.Words.Exists(word => word.Box.Right > page.Width - Overlap);
            var isFirst = true;
            foreach (var row in Page(page, tables, margins, vocabulary))
            {
                var isRest = isFirst && rows.Count > 0 && rows[^1].GoesOnWith(row);
                if (isRest) rows[^1] = rows[^1].With(row);
                else rows.Add(row with { Page = number + 1, StartsPage = startsPage });
                startsPage &= isRest;
                isFirst = false;
            }

            if (!isFirst) startsPage = page.Words.Max(word => word.Box.Bottom) < page.Height * FullPage;
        }

        // Where a table has no lines to tell its cells apart, or reaches beyond the page, words could be in any column.
        var isDoubtful = isCutOff || rows.Count(row => row.IsGapped) >= GappedLinesOfATable;
        return [.. rows.Select((row, i) => new Block(isDoubtful ? [string.Join(' ', row.Cells.Where(cell => cell.Length > 0))] : row.Cells, new(Line: i + 1, Page: row.Page), row.StartsPage))];
    }

    private static IEnumerable<PdfRow> Page(PdfPage page, List<PdfTable> tables, PdfMargins margins, Dictionary<string, int> vocabulary)
    {
        var outside = new List<PdfWord>();
        var used = new HashSet<PdfTable>();
        foreach (var word in page.Words)
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

        List<IPlaced> things = [.. used, .. PdfText.Lines(outside).Where(line => !margins.Repeat(page, line)).SelectMany(PdfSegment.Of)];
        PdfSegment? before = null;
        var row = new List<string>();
        foreach (var thing in ReadingOrder.Of(things, Overlap))
        {
            var segment = thing as PdfSegment;
            if (row.Count > 1 && segment?.GoesOnUnder(before!) == true)
            {
                row[^1] += " " + segment.Text;
                before = segment;
                continue;
            }

            if (row.Count > 0 && (segment is null || segment.Line != before?.Line))
            {
                yield return PdfRow.Of(row);
                row.Clear();
            }

            before = segment;
            if (segment is not null)
            {
                row.Add(segment.Text);
                continue;
            }

            foreach (var inside in ((PdfTable)thing).Rows(vocabulary)) yield return inside;
        }

        if (row.Count > 0) yield return PdfRow.Of(row);
    }
}

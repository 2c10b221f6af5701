namespace Samstyre.Import;

/// <summary>The pages of a PDF as blocks in reading order.</summary>
internal static class PdfPages
{
    /// <summary>A page whose ink ends above this share of its height ended because its author ended it.</summary>
    private const double FullPage = 0.8;

    /// <summary>So much larger than the usual ones the letters of a heading are at least.</summary>
    private const double HeadingSize = 1.2;

    private const double Overlap = 2;

    public static List<Block> Blocks(List<PdfPage> pages, List<List<PdfRule>> rules)
    {
        var rows = new List<PdfRow>();
        var margins = new PdfMargins(pages);
        var vocabulary = pages.SelectMany(page => page.Words).CountBy(word => word.Text).ToDictionary();
        var things = new List<List<object>>();
        foreach (var (page, drawn) in pages.Zip(rules)) things.Add(Things(page, PdfTables.Of(drawn), margins, things.Count > 0 && things[^1] is [.., PdfGrid { Columns.Count: > 1 } last] ? last : null));
        var spacing = new PdfSpacing([.. things.SelectMany(page => page.OfType<PdfGrid>())]);
        var letter = Median(pages);
        var startsPage = true;
        for (var number = 0; number < pages.Count; number++)
        {
            var page = pages[number];
            startsPage |= page.Width > page.Height || BeginsWithHeading(things[number], letter);
            startsPage &= number == 0 || !GoesOn(things[number - 1], things[number]);
            var gridRows = new PdfGridRows([.. rules[number].Where(rule => rule.IsLevel)], TextRight(page), spacing, vocabulary);
            var isFirst = true;
            foreach (var row in things[number].SelectMany(thing => Rows(thing, page, gridRows, vocabulary)))
            {
                var isRest = isFirst && rows.Count > 0 && rows[^1].GoesOnWith(row);
                if (isRest) rows[^1] = rows[^1].With(row);
                else rows.Add(row with { Page = number + 1, StartsPage = startsPage });
                startsPage &= isRest;
                isFirst = false;
            }

            if (!isFirst) startsPage = page.Words.Max(word => word.Box.Bottom) < page.Height * FullPage;
        }

        return [.. rows.Select((row, i) => new Block(row.Cells, new(Line: i + 1, Page: row.Page), row.StartsPage) { IsDoubtful = row.IsDoubtful })];
    }

    private static bool BeginsWithHeading(List<object> things, double letter) => things is [PdfGrid grid, ..] && grid.Lines[0].Bottom - grid.Lines[0].Top > letter * HeadingSize;

    /// <summary>Whether a page begins with the rest of the table that the one before it ends with.</summary>
    private static bool GoesOn(List<object> before, List<object> things) => before is [.., PdfTable table] && things is [PdfTable rest, ..] && table.HasColumnsOf(rest);

    /// <summary>Where the lines of a page end at the latest; its margins are alike where no line is full.</summary>
    private static double TextRight(PdfPage page) => page.Words.Count == 0 ? page.Width : Math.Max(page.Words.Max(word => word.Box.Right), page.Width - page.Words.Min(word => word.Box.Left));

    /// <summary>The height of the file's usual letters.</summary>
    private static double Median(List<PdfPage> pages)
    {
        var heights = pages.SelectMany(page => page.Words).Select(word => word.Box.Height).Order().ToList();
        return heights.Count == 0 ? 0 : heights[heights.Count / 2];
    }

    /// <summary>What stands on a page in reading order: tables with drawn lines, and grids of text.</summary>
    private static List<object> Things(PdfPage page, List<PdfTable> tables, PdfMargins margins, PdfGrid? above)
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

        var segments = PdfText.Lines(outside).Where(line => !margins.Repeat(page, line)).SelectMany(PdfSegment.Of).ToList();
        if (used.Count == 0 && PdfHalves.Of(page, segments) is { } halves) return [.. halves.SelectMany(half => PdfGrid.Of(ReadingOrder.Of(half, Overlap), null))];
        List<IPlaced> placed = [.. used, .. segments];
        var things = new List<object>();
        var text = new List<PdfSegment>();
        foreach (var thing in ReadingOrder.Of(placed, Overlap))
        {
            if (thing is PdfSegment segment)
            {
                text.Add(segment);
                continue;
            }

            things.AddRange(PdfGrid.Of(text, things.Count == 0 ? above : null));
            text.Clear();
            things.Add(thing);
        }

        things.AddRange(PdfGrid.Of(text, things.Count == 0 ? above : null));
        return things;
    }

    /// <summary>The rows of a table or grid. Nobody prints to the very edge of the paper: what reaches it goes on beyond, where it can't be read.</summary>
    private static IEnumerable<PdfRow> Rows(object thing, PdfPage page, PdfGridRows gridRows, Dictionary<string, int> vocabulary) => thing is PdfTable table
        ? table.Rows(vocabulary).Select(row => table.Right > page.Width - Overlap ? row with { IsDoubtful = true } : row)
        : gridRows.Of((PdfGrid)thing).Select(row => ((PdfGrid)thing).Columns[^1].Right > page.Width - Overlap ? row with { IsDoubtful = true } : row);
}

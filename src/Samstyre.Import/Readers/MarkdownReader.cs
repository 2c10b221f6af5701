namespace Samstyre.Import;

/// <summary>Markdown to a neutral document: pipe and grid tables, pandoc's tables drawn with dashes, HTML, headings, lists and paragraphs. Text with tabs between cells in a file that is named Markdown is read as the text that it is.</summary>
internal static class MarkdownReader
{
    private const int LongestText = 5_000_000;
    private const int TabbedLinesOfAText = 3;
    private const int LongestListMark = 4;

    // Every row of a pipe table gets as many cells as the widest one.
    private const long MostPipeCells = 1_000_000;

    private static readonly string[] Endings = [".md", ".markdown"];

    public static bool Recognises(string fileName) => Endings.Any(ending => fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public static NeutralDocument Read(string fileName, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (text.Length > LongestText || IsTabbed(lines) || IsTooWide(lines)) return PlainTextReader.Read(fileName, text);
        try
        {
            return new(fileName, Blocks(lines));
        }
        catch (ArgumentException)
        {
            // Nested deeper than any author nests.
            return PlainTextReader.Read(fileName, text);
        }
    }

    private static IReadOnlyList<Block> Blocks(string[] lines)
    {
        var flow = new MarkdownFlow(lines);
        var (start, mayHoldHtml) = (0, true);
        for (var at = 0; at < lines.Length;)
        {
            var table = DashTable.At(lines, at);
            var end = table?.End ?? (mayHoldHtml && IsHtmlTable(lines[at]) ? EndOfHtml(lines, at) : at);
            mayHoldHtml &= end >= 0;
            if (end <= at)
            {
                at++;
                continue;
            }

            flow.Markdown(start, at);
            if (table is null) flow.Html(string.Join('\n', lines[at..end]), at);
            else flow.Table(table);
            (at, start) = (end, end);
        }

        flow.Markdown(start, lines.Length);
        return flow.Finish();
    }

    private static bool IsHtmlTable(string line) => line.AsSpan().TrimStart().StartsWith("<table", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the table that begins on a line has ended, blank lines and tables in it included; -1 where it never does.</summary>
    private static int EndOfHtml(string[] lines, int at)
    {
        var open = 0;
        for (; at < lines.Length; at++)
        {
            open += Count(lines[at], "<table") - Count(lines[at], "</table");
            if (open <= 0) return at + 1;
        }

        return -1;
    }

    private static int Count(string line, string tag)
    {
        var count = 0;
        for (var at = line.IndexOf(tag, StringComparison.OrdinalIgnoreCase); at >= 0; at = line.IndexOf(tag, at + 1, StringComparison.OrdinalIgnoreCase)) count++;
        return count;
    }

    private static bool IsTabbed(string[] lines) => lines.Where(line => line.AsSpan().Trim().IndexOf('\t') > LongestListMark).Take(TabbedLinesOfAText).Count() == TabbedLinesOfAText;

    private static bool IsTooWide(string[] lines)
    {
        var (widest, rows) = (0L, 0L);
        foreach (var line in lines)
        {
            var pipes = line.AsSpan().Count('|');
            if (pipes > 0) rows++;
            widest = Math.Max(widest, pipes);
        }

        return widest * rows > MostPipeCells;
    }
}

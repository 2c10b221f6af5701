namespace Samstyre.Reports;

/// <summary>A table on a slide.</summary>
/// <param name="Top">Where it begins, in the format's units.</param>
/// <param name="Points">Size of its letters.</param>
/// <param name="Widths">Of its columns.</param>
/// <param name="Rows">Its rows, with their heights.</param>
internal sealed record SlideTable(int Top, int Points, int[] Widths, List<(IReadOnlyList<FormCell> Cells, int Height)> Rows);

/// <summary>A slide: a heading and a line under it, where it has them, and tables.</summary>
/// <param name="Title">The form's own heading.</param>
/// <param name="Line">The month of revision.</param>
/// <param name="Tables">From top to bottom.</param>
internal sealed record SlidePage(string? Title, string? Line, List<SlideTable> Tables);

/// <summary>Spreads a form over slides. A label and its answer stay together: what continued on another slide could be read as another page's.</summary>
internal sealed class SlidePages
{
    /// <summary>Width of a slide, in 12700ths of a point.</summary>
    public const int Width = 12_192_000;

    /// <summary>Its height.</summary>
    public const int Height = 6_858_000;

    /// <summary>Its margin.</summary>
    public const int Side = 457_200;

    private const int Point = 12_700;
    private const int UnderTitle = 1_150_000;
    private const int Gap = 100_000;
    private const int Padding = 60_000;
    private static readonly int[] Sizes = [10, 8, 6];

    private readonly List<SlidePage> pages = [];
    private int top;

    public static IReadOnlyList<SlidePage> Of(FormTemplate template)
    {
        var pages = new SlidePages();
        foreach (var sheet in FormLayout.Of(template.Report, template.Definition))
        {
            if (sheet.Heading) pages.Begin(sheet.Title, pages.pages.Count == 0 ? FormLayout.RevisedLine(template.Report) : null);
            foreach (var table in TemplateTable.Of(sheet)) pages.Add(table);
        }

        return pages.pages;
    }

    private void Begin(string? title, string? line)
    {
        pages.Add(new(title, line, []));
        top = title is null ? Side : UnderTitle;
    }

    private void Add(TemplateTable table)
    {
        var whole = table.Shares.Sum();
        int[] widths = [.. table.Shares.Select(share => (int)((long)(Width - (2 * Side)) * share / whole))];
        SlideTable? open = null;
        foreach (var together in Together(table))
        {
            var points = Sizes[0];
            if (top + HeightOf(together, widths, points) > Height - Side)
            {
                if (top > UnderTitle) Begin(null, null);
                open = null;
                points = Sizes.FirstOrDefault(size => top + HeightOf(together, widths, size) <= Height - Side, Sizes[^1]);
            }

            if (open is null || open.Points != points) pages[^1].Tables.Add(open = new(top, points, widths, []));
            foreach (var row in together)
            {
                var height = HeightOf([row], widths, points);
                open.Rows.Add((row, height));
                top += height;
            }
        }

        top += Gap;
    }

    /// <summary>A label alone goes with the row under it.</summary>
    private static IEnumerable<List<IReadOnlyList<FormCell>>> Together(TemplateTable table)
    {
        List<IReadOnlyList<FormCell>> rows = [];
        foreach (var row in table.Rows)
        {
            rows.Add(row);
            if (row.All(cell => cell.IsLabel)) continue;
            yield return rows;
            rows = [];
        }

        if (rows.Count > 0) yield return rows;
    }

    private static int HeightOf(IEnumerable<IReadOnlyList<FormCell>> rows, int[] widths, int points) => rows.Sum(row =>
    {
        var lines = row.Select((cell, column) =>
        {
            var width = column == row.Count - 1 ? widths.Skip(column).Sum() : widths[column];
            var letters = Math.Max(1, (width - (2 * Padding)) / (points * Point * 11 / 20));
            return (cell.Text ?? "").Split('\n').Sum(line => 1 + (line.Length / letters));
        }).Max();
        // A text of absurd length must not turn the sum around.
        return Math.Min(Height, (Math.Min(lines, 1_000) * points * Point * 6 / 5) + Padding);
    });
}

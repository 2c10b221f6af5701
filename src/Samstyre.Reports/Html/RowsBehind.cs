using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>The initiatives that a figure's numbers rest on, and the amounts, dependencies and other rows that the numbers add up. Left out where they can't be linked to.</summary>
internal static class RowsBehind
{
    /// <summary>So many names stand on the report itself; the figure's own page has all.</summary>
    private const int Shown = 20;

    public static void Write(HtmlWriter html, Figure figure, string number, TextSet texts, HtmlLinks links)
    {
        if (links.Initiative is null || figure.Cells.All(cell => cell.Behind.IsDefaultOrEmpty)) return;
        html.Write($"<details class=\"ds-details rows\"><summary>{texts["html.rows"]}<span class=\"ds-sr-only\"> {texts["html.rows.of", number]}</span></summary><div>");
        All(html, figure, texts, links, Shown);
        html.Write("</div></details>"u8);
    }

    /// <summary>Per category and series the initiatives behind the number, with what each adds to it. Series of a category that rest on the same ones stand together. Of more than <paramref name="atMost"/> rows per number it says how many more there are.</summary>
    public static void All(HtmlWriter html, Figure figure, TextSet texts, HtmlLinks links, int atMost = int.MaxValue)
    {
        html.Write("<dl class=\"behind\">"u8);
        for (var row = 0; row < figure.Categories.Length; row++)
        {
            foreach (var group in Groups(figure, row, texts))
            {
                var heading = $"{figure.Categories[row].Name.In(texts.Language)} – {string.Join(", ", group.Numbers)}";
                html.Write($"<div><dt>{heading}</dt><dd>");
                if (group.Rows is { } rows)
                {
                    HtmlTable.Write(html, FigureTables.Of(rows, heading, texts, atMost), links);
                    if (rows.Rows.Length > atMost)
                    {
                        html.Write("<p>"u8);
                        More(html, figure, rows.Rows.Length - atMost, texts, links);
                        html.Write("</p>"u8);
                    }
                }
                else
                {
                    Names(html, figure, group.Behind, texts, links, atMost);
                }

                html.Write("</dd></div>"u8);
            }
        }

        html.Write("</dl>"u8);
    }

    private static List<Group> Groups(Figure figure, int row, TextSet texts)
    {
        List<Group> groups = [];
        for (var column = 0; column < figure.Series.Length; column++)
        {
            var cell = figure.Cell(row, column);
            if (cell.Behind.IsDefaultOrEmpty) continue;
            var series = figure.Series[column];
            var said = cell.Value is { } value
                ? $"{series.Name.In(texts.Language)} {FigureTables.Number(value, series.Unit, texts.Language)} {FigureTables.UnitIn(series.Unit, texts.Language)}".TrimEnd()
                : series.Name.In(texts.Language);
            // A count of initiatives or a share has no rows of its own, so those of a sum of the same ones say more.
            var same = groups.Find(group => (group.Rows is null || cell.Rows is null) && group.Behind.AsSpan().SequenceEqual(cell.Behind.AsSpan()));
            if (same is null) groups.Add(same = new(cell.Behind));
            same.Numbers.Add(said);
            same.Rows ??= cell.Rows;
        }

        return groups;
    }

    /// <summary>Numbers of a row that rest on the same initiatives.</summary>
    private sealed class Group(ImmutableArray<Standing> behind)
    {
        public ImmutableArray<Standing> Behind => behind;

        public List<string> Numbers { get; } = [];

        public CellRows? Rows { get; set; }
    }

    private static void Names(HtmlWriter html, Figure figure, ImmutableArray<Standing> behind, TextSet texts, HtmlLinks links, int atMost)
    {
        html.Write("<ul>"u8);
        foreach (var standing in behind.AsSpan(0, Math.Min(behind.Length, atMost)))
        {
            html.Write("<li>"u8);
            HtmlSpans.Initiative(html, standing.Facts.Name, standing, links);
            html.Write("</li>"u8);
        }

        if (behind.Length > atMost)
        {
            html.Write("<li>"u8);
            More(html, figure, behind.Length - atMost, texts, links);
            html.Write("</li>"u8);
        }

        html.Write("</ul>"u8);
    }

    private static void More(HtmlWriter html, Figure figure, int number, TextSet texts, HtmlLinks links)
    {
        var more = texts["html.rows.more", texts.Number(number)];
        if (links.Figure?.Invoke(figure.Id) is { } address) html.Write($"<a class=\"ds-link\" href=\"{address}\">{more}</a>");
        else html.Write($"{more}");
    }
}

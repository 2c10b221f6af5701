using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>The initiatives that a figure's numbers rest on. Left out where they can't be linked to.</summary>
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

    /// <summary>Per category and series the initiatives behind the number. Series of a category that rest on the same ones stand together. Of more than <paramref name="atMost"/> names per number it says how many more there are.</summary>
    public static void All(HtmlWriter html, Figure figure, TextSet texts, HtmlLinks links, int atMost = int.MaxValue)
    {
        html.Write("<dl class=\"behind\">"u8);
        for (var row = 0; row < figure.Categories.Length; row++)
        {
            List<(List<string> Numbers, ImmutableArray<Standing> Behind)> groups = [];
            for (var column = 0; column < figure.Series.Length; column++)
            {
                var cell = figure.Cell(row, column);
                if (cell.Behind.IsDefaultOrEmpty) continue;
                var series = figure.Series[column];
                var said = cell.Value is { } value
                    ? $"{series.Name.In(texts.Language)} {FigureTables.Number(value, series.Unit, texts.Language)} {FigureTables.UnitIn(series.Unit, texts.Language)}".TrimEnd()
                    : series.Name.In(texts.Language);
                var same = groups.Find(group => group.Behind.AsSpan().SequenceEqual(cell.Behind.AsSpan()));
                if (same.Numbers is null) groups.Add(([said], cell.Behind));
                else same.Numbers.Add(said);
            }

            foreach (var (numbers, behind) in groups)
            {
                html.Write($"<div><dt>{figure.Categories[row].Name.In(texts.Language)} – {string.Join(", ", numbers)}</dt><dd>");
                Names(html, figure, behind, texts, links, atMost);
                html.Write("</dd></div>"u8);
            }
        }

        html.Write("</dl>"u8);
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
            var more = texts["html.rows.more", texts.Number(behind.Length - atMost)];
            if (links.Figure?.Invoke(figure.Id) is { } address) html.Write($"<li><a class=\"ds-link\" href=\"{address}\">{more}</a></li>");
            else html.Write($"<li>{more}</li>");
        }

        html.Write("</ul>"u8);
    }
}

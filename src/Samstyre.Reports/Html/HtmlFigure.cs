namespace Samstyre.Reports;

/// <summary>A figure or table of a document with its number, its note and the rows behind it.</summary>
internal static class HtmlFigure
{
    public static void Write(HtmlWriter html, FigureBlock block, HtmlPlace place, bool withEveryRow = false)
    {
        var number = place.Outline.NumberOf(block);
        html.Write($"<figure class=\"figure{Long(block.Table, block.Alternative is not null)}\" id=\"{place.Outline.AnchorOf(block)}\">");
        Caption(html, number, block.Caption, place.Links.Figure?.Invoke(block.Figure.Id));
        if (block.Alternative is { } alternative) ChartData.Write(html, block, alternative, place.Texts);
        if (!block.Table.Rows.IsEmpty) HtmlTable.Write(html, block.Table, place.Links);
        html.Write($"<p class=\"note\">{block.Note}</p>");
        if (!withEveryRow) RowsBehind.Write(html, block.Figure, number, place.Texts, place.Links);
        html.Write("</figure>"u8);
        if (withEveryRow) RowsBehind.All(html, block.Figure, place.Texts, place.Links);
    }

    public static void Write(HtmlWriter html, TableBlock block, HtmlPlace place)
    {
        var anchor = place.Outline.AnchorOf(block);
        if (block.Table.Kind == TableKind.Form)
        {
            html.Write($"<div class=\"form-part\" id=\"{anchor}\">");
            HtmlTable.Write(html, block.Table, place.Links);
            if (block.Note is { } below) html.Write($"<p class=\"note\">{below}</p>");
            html.Write("</div>"u8);
            return;
        }

        html.Write($"<figure class=\"figure{Long(block.Table, false)}\" id=\"{anchor}\">");
        Caption(html, place.Outline.NumberOf(block), block.Table.Caption, place.Links.Figure?.Invoke(block.Table.Id));
        if (!block.Table.Rows.IsEmpty) HtmlTable.Write(html, block.Table, place.Links);
        if (block.Note is { } note) html.Write($"<p class=\"note\">{note}</p>");
        html.Write("</figure>"u8);
    }

    /// <summary>What is too long for one sheet of paper may be divided.</summary>
    private static string Long(DocTable table, bool hasChart) => table.Kind == TableKind.Annex || table.Rows.Length > (hasChart ? 12 : 20) ? " long" : "";

    private static void Caption(HtmlWriter html, string number, string caption, string? address)
    {
        html.Write($"<figcaption><span class=\"figure-number\">{number}</span> ");
        if (address is null) html.Write($"{caption}");
        else html.Write($"<a class=\"ds-link\" href=\"{address}\">{caption}</a>");
        html.Write("</figcaption>"u8);
    }
}

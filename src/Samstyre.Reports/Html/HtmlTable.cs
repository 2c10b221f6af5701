namespace Samstyre.Reports;

/// <summary>A table of a document, in a frame that scrolls by itself when the screen is narrow.</summary>
internal static class HtmlTable
{
    private static readonly Markup Name = new(" class=\"name\""u8.ToArray());
    private static readonly Markup Number = new(" class=\"num\""u8.ToArray());

    public static void Write(HtmlWriter html, DocTable table, HtmlLinks links)
    {
        var isForm = table.Kind == TableKind.Form;
        // Tables of forms and of rows behind numbers are so many that as landmarks they would be noise.
        html.Write($"<div class=\"frame\" role=\"{(table.Kind is TableKind.Form or TableKind.Rows ? "group" : "region")}\" aria-label=\"{table.Caption}\" tabindex=\"0\"><table class=\"ds-table {ClassOf(table.Kind)}\"><caption class=\"ds-sr-only\">{table.Caption}</caption>");
        Columns(html, table);
        if (!isForm || table.Columns.Any(column => column.Heading.Length > 0)) Headings(html, table);
        html.Write("<tbody>"u8);
        var lights = table.LightColumns();
        foreach (var row in table.Rows)
        {
            html.Write(row.IsTotal ? "<tr class=\"total\">"u8 : "<tr>"u8);
            for (var place = 0; place < row.Cells.Length; place++)
            {
                var cell = row.Cells[place];
                var isHeading = isForm ? cell.IsHeading : place == 0;
                var isNumber = place < table.Columns.Length && table.Columns[place].Unit is not null;
                html.Write(isHeading ? "<th scope=\"row\""u8 : "<td"u8);
                if (isForm && place == row.Cells.Length - 1 && row.Cells.Length < table.Columns.Length) html.Write($" colspan=\"{table.Columns.Length - place}\"");
                html.Write($"{(isNumber ? Number : cell.Initiative is null ? default : Name)}>");
                Cell(html, cell, place < lights.Length && lights[place], links);
                html.Write(isHeading ? "</th>"u8 : "</td>"u8);
            }

            html.Write("</tr>"u8);
        }

        html.Write("</tbody></table></div>"u8);
    }

    private static string ClassOf(TableKind kind) => kind switch { TableKind.List => "list", TableKind.Annex => "annex", TableKind.Form => "form", TableKind.Rows => "adds", _ => "figures" };

    private static void Columns(HtmlWriter html, DocTable table)
    {
        // A form's columns keep their shares of the width from table to table; others find theirs by what they hold.
        if (table.Kind != TableKind.Form) return;
        html.Write("<colgroup>"u8);
        foreach (var column in table.Columns) html.Write($"<col class=\"share-{Math.Clamp(column.Width, 1, 6)}\">");
        html.Write("</colgroup>"u8);
    }

    private static void Headings(HtmlWriter html, DocTable table)
    {
        html.Write("<thead><tr>"u8);
        foreach (var column in table.Columns)
        {
            if (column.Heading.Length == 0) html.Write("<td></td>"u8);
            else html.Write($"<th scope=\"col\"{(column.Unit is null ? default : Number)}>{column.UnbrokenHeading}</th>");
        }

        html.Write("</tr></thead>"u8);
    }

    private static void Cell(HtmlWriter html, DocCell cell, bool inLights, HtmlLinks links)
    {
        var missing = cell.Value is null && !cell.IsHeading && cell.Initiative is null;
        if (cell.Light is not null || (inLights && missing)) html.Write($"<span class=\"mark\">{LightShape.Of(cell.Light)}{cell.Text}</span>");
        else if (cell.Initiative is { } standing) HtmlSpans.Initiative(html, cell.Text, standing, links);
        else if (missing && cell.Text.Length > 0) html.Write($"<span class=\"quiet\">{cell.Text}</span>");
        else Lines(html, cell.Text);
    }

    /// <summary>Line breaks as such, for those who read the page and for programs that do.</summary>
    private static void Lines(HtmlWriter html, string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOf('\n') is >= 0 and var end)
        {
            html.Text(rest[..end]).Write("<br>"u8);
            rest = rest[(end + 1)..];
        }

        html.Text(rest);
    }
}

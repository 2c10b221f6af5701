using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>The load as a table: a number in each cell, a tone by how many, a mark where more meet than the threshold.</summary>
internal static class LoadTable
{
    private const int Tones = 4;

    public static void Write(HtmlWriter html, Visit visit, LoadOnOthers load)
    {
        var texts = visit.Texts;
        var most = load.Rows.SelectMany(row => row.Cells).Max(cell => cell.Initiatives);
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["load.table"]}</h2><p class=\"note\">{texts["load.rule", texts.Number(load.Threshold)]}</p>");
        Parts.BeginTable(html, texts["load.table"], "load", captionShown: false);
        html.Write($"<thead><tr><th scope=\"col\">{texts["load.who"]}</th>");
        foreach (var column in load.Columns)
        {
            html.Write("<th scope=\"col\" class=\"num\">"u8);
            if (column.Quarter is { } quarter) html.Write($"{texts["load.quarter", quarter.Number]}<span class=\"item\">{quarter.Year.ToString(CultureInfo.InvariantCulture)}</span>");
            else html.Write($"{When(column, texts)}");
            html.Write("</th>"u8);
        }

        html.Write("</tr></thead><tbody>"u8);
        foreach (var row in load.Rows)
        {
            html.Write($"<tr><th scope=\"row\">{Name(row, texts)}</th>");
            foreach (var cell in row.Cells) Cell(html, visit, load, row, cell, most);
            html.Write("</tr>"u8);
        }

        Parts.EndTable(html);
    }

    public static string Name(LoadRow row, TextSet texts) => row.Party switch
    {
        null => texts["prerequisite." + row.Key],
        { Kind: PartyKind.Supplier } => row.Name.In(texts.Language),
        _ => texts["load.party", row.Name.In(texts.Language)],
    };

    /// <summary>When a column lies, as it follows a number of initiatives.</summary>
    public static string In(LoadColumn column, TextSet texts) => column.Quarter is null ? When(column, texts) : texts["load.in", When(column, texts)];

    /// <summary>When a column lies.</summary>
    public static string When(LoadColumn column, TextSet texts) =>
        column.Quarter is { } quarter ? PartialDate.OfQuarter(quarter.Year, quarter.Number).ToText(texts.Language) : texts["load.when." + column.Time];

    /// <summary>The page with what stands behind a cell.</summary>
    public static string Href(Visit visit, LoadOnOthers load, LoadRow row, LoadCell cell) =>
        string.Create(CultureInfo.InvariantCulture, $"{visit.Root}{LoadPage.Address}?rad={Uri.EscapeDataString(row.Key)}&kvartal={cell.Column.Key}&grense={load.Threshold}#bak");

    private static void Cell(HtmlWriter html, Visit visit, LoadOnOthers load, LoadRow row, LoadCell cell, int most)
    {
        if (cell.Initiatives == 0)
        {
            html.Write("<td class=\"num quiet\">0</td>"u8);
            return;
        }

        var texts = visit.Texts;
        var tone = ((cell.Initiatives * Tones) + most - 1) / most;
        html.Write($"<td class=\"num tone-{tone}\"><a href=\"{Href(visit, load, row, cell)}\" aria-label=\"{texts["load.cell", texts.Number(cell.Initiatives), Name(row, texts), When(cell.Column, texts)]}\">{texts.Number(cell.Initiatives)}</a>");
        if (load.IsTooFull(cell)) html.Write($" <span class=\"too-full\" title=\"{texts["load.over"]}\"><span aria-hidden=\"true\">▲</span><span class=\"ds-sr-only\">{texts["load.over"]}</span></span>");
        if (cell.Critical > 0) html.Write($"<span class=\"line\">{texts["load.high", texts.Number(cell.Critical)]}</span>");
        html.Write("</td>"u8);
    }
}

using Samstyre.Analysis;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>The lines of the map as a table: who waits for whom, for what, by when.</summary>
internal static class MapTable
{
    private const int PageSize = 300;

    public static void Write(HtmlWriter html, Visit visit, MapQuery query, DependencyMap map)
    {
        var texts = visit.Texts;
        var nodes = map.Nodes.ToDictionary(node => node.Target);
        var page = Math.Min(query.Page, (map.Edges.Length + PageSize - 1) / PageSize);
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"tabell\">{texts["map.table"]}</h2>");
        Parts.BeginTable(html, texts["map.table"], "map-table", captionShown: false);
        Parts.Headings(html, (texts["map.receiver"], false), (texts["map.giver"], false), (texts["map.what"], false), (texts["dependency.criticality"], false), (texts["map.neededBy"], false), (texts["column.status"], false));
        foreach (var edge in map.Edges.Skip((page - 1) * PageSize).Take(PageSize))
        {
            html.Write("<tr><th scope=\"row\">"u8);
            MapNames.Link(html, visit, nodes[edge.Receiver]);
            html.Write("</th><td>"u8);
            MapNames.Link(html, visit, nodes[edge.Giver]);
            foreach (var part in edge.MadeParts) html.Write($"<span class=\"item quiet\">{texts["map.made", part.Name.In(texts.Language)]}</span>");
            if (edge.IsContradicted) html.Write($"<span class=\"item\">≠ {texts["map.line.contradicted"]}</span>");
            html.Write("</td><td>"u8);
            Needs(html, texts, edge);
            html.Write($"</td><td>{MapNames.Word(edge.Criticality, texts)}</td><td>");
            Parts.Date(html, edge.NeededBy, texts);
            html.Write($"</td><td>{Shapes.Mark(edge.Status, texts)}</td></tr>");
        }

        Parts.EndTable(html);
        Pager.Render(html, texts, map.Edges.Length, PageSize, page, to => $"{visit.Root}{MapPage.Address}{query.ToAddress(to)}#tabell");
    }

    private static void Needs(HtmlWriter html, TextSet texts, MapEdge edge)
    {
        if (edge.Needs.Length == 1)
        {
            html.Write($"{MapNames.Words(edge.Needs[0], texts)}");
            return;
        }

        html.Write("<ul class=\"plain\">"u8);
        foreach (var need in edge.Needs) html.Write($"<li>{MapNames.Words(need, texts)}</li>");
        html.Write("</ul>"u8);
    }
}

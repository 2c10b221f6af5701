using Samstyre.Analysis;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>Who waits for whom as a matrix; on a narrow screen as a list.</summary>
internal static class MatrixPage
{
    public const string Address = "/avhengigheter/matrise";
    private const int MostColumns = 40;
    private const int MostRows = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage(Address, (visit, html) => Render(visit, html, shelf));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportShelf shelf)
    {
        var texts = visit.Texts;
        var register = (await shelf.Figures(visit.Round, visit.Http.RequestAborted)).Register;
        var query = MapQuery.Of(visit, register);
        var matrix = DependencyMatrix.Of(query.Map(register));
        Shell.Begin(html, visit, MenuEntry.Dependencies, texts["matrix.title"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["matrix.title"]}</h1>");
        DependencyNav.Write(html, visit, Address);
        html.Write($"<p class=\"lead\">{texts["matrix.lead"]}</p>");
        MapForm.Write(html, visit, query, register, Address);
        if (matrix.Total == 0)
        {
            html.Write($"<p role=\"status\">{texts[query.IsFocusUnknown ? "map.focus.unknown" : "map.empty"]}</p>");
        }
        else
        {
            if (matrix.Columns.Length > MostColumns) html.Write($"<p>{texts["matrix.columnsCut", MostColumns, texts.Number(matrix.Columns.Length)]}</p>");
            if (matrix.Rows.Length > MostRows) html.Write($"<p>{texts["matrix.rowsCut", MostRows, texts.Number(matrix.Rows.Length)]}</p>");
            var cut = matrix with { Rows = [.. matrix.Rows.Take(MostRows)] };
            Table(html, visit, cut with { Columns = [.. matrix.Columns.Take(MostColumns)] });
            List(html, visit, cut);
        }

        Shell.End(html, texts);
        return StatusCodes.Status200OK;
    }

    private static void Table(HtmlWriter html, Visit visit, DependencyMatrix matrix)
    {
        var texts = visit.Texts;
        html.Write("<div class=\"matrix-wide\">"u8);
        Parts.BeginTable(html, texts["matrix.caption"], "matrix");
        html.Write($"<thead><tr><th scope=\"col\">{texts["map.receiver"]}</th>");
        foreach (var (giver, _) in matrix.Columns) html.Write($"<th scope=\"col\" class=\"upright\"><span>{giver.Name.In(texts.Language)}</span></th>");
        html.Write($"<th scope=\"col\" class=\"num\">{texts["matrix.sum"]}</th></tr></thead><tbody>");
        foreach (var (receiver, needs) in matrix.Rows)
        {
            html.Write("<tr><th scope=\"row\">"u8);
            MapNames.Link(html, visit, receiver);
            html.Write("</th>"u8);
            foreach (var (giver, _) in matrix.Columns)
            {
                if (matrix.Cell(receiver, giver) is { } edge) html.Write($"<td class=\"full\">{Words(edge, texts)}</td>");
                else html.Write("<td></td>"u8);
            }

            html.Write($"<td class=\"num\">{texts.Number(needs)}</td></tr>");
        }

        html.Write($"<tr class=\"total\"><th scope=\"row\">{texts["matrix.sum"]}</th>");
        foreach (var (_, needs) in matrix.Columns) html.Write($"<td>{texts.Number(needs)}</td>");
        html.Write($"<td class=\"num\">{texts.Number(matrix.Total)}</td></tr>");
        Parts.EndTable(html);
        html.Write("</div>"u8);
    }

    private static void List(HtmlWriter html, Visit visit, DependencyMatrix matrix)
    {
        var texts = visit.Texts;
        html.Write("<ul class=\"matrix-narrow plain\">"u8);
        foreach (var (receiver, needs) in matrix.Rows)
        {
            html.Write("<li>"u8);
            MapNames.Link(html, visit, receiver);
            html.Write($" <span class=\"quiet\">{texts.Count("matrix.needs", needs)}</span><ul>");
            foreach (var (giver, _) in matrix.Columns)
            {
                if (matrix.Cell(receiver, giver) is { } edge) html.Write($"<li>{giver.Name.In(texts.Language)}: {Words(edge, texts)}</li>");
            }

            html.Write("</ul></li>"u8);
        }

        html.Write("</ul>"u8);
    }

    private static string Words(MapEdge edge, TextSet texts) => $"{texts.Number(edge.Needs.Length)}\u00a0{MapNames.Letter(edge.Criticality, texts)}{(edge.MadeParts.IsEmpty ? "" : "*")}";
}

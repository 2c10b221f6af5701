using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Samstyre.Analysis;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>Who waits for whom in a round, drawn, and the same as a table. The drawing takes a script; the table does not.</summary>
internal static class MapPage
{
    public const string Address = "/avhengigheter/kart";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // What the script says in words of its own.
    private static readonly string[] ScriptWords =
        ["map.waitsFor", "map.waitedBy", "map.open", "map.middle", "map.statusIs", "map.riskIs", "map.failed", "map.drawn", "light.Green", "light.Yellow", "light.Red", "notStated"];

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
        var map = query.Map(register);
        Shell.Begin(html, visit, MenuEntry.Dependencies, texts["map.title"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["map.title"]}</h1>");
        DependencyNav.Write(html, visit, Address);
        html.Write($"<p class=\"lead\">{texts["map.lead", texts.Count("map.nodes", map.Nodes.Length), texts.Count("map.edges", map.Edges.Length)]}</p>");
        MapForm.Write(html, visit, query, register, Address);
        if (map.Edges.IsEmpty) html.Write($"<p role=\"status\">{texts[query.IsFocusUnknown ? "map.focus.unknown" : "map.empty"]}</p>");
        else Drawing(html, visit, query);
        Left(html, texts, map);
        if (!map.Edges.IsEmpty)
        {
            Files(html, visit, query);
            MapTable.Write(html, visit, query, map);
        }

        Shell.End(html, texts, map.Edges.IsEmpty ? default : Assets.MapScript);
        return StatusCodes.Status200OK;
    }

    private static void Drawing(HtmlWriter html, Visit visit, MapQuery query)
    {
        var texts = visit.Texts;
        html.Write($"<section class=\"map\" hidden aria-labelledby=\"kart-tittel\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"kart-tittel\">{texts["map.drawing"]}</h2>");
        html.Write($"<p class=\"quiet\" id=\"kart-hjelp\">{texts["map.keys"]}</p><div class=\"map-tools\">");
        foreach (var (act, key) in (ReadOnlySpan<(string, string)>)[("in", "map.zoomIn"), ("out", "map.zoomOut"), ("all", "map.zoomAll")])
            html.Write($"<button class=\"ds-button\" data-variant=\"secondary\" data-size=\"sm\" type=\"button\" data-act=\"{act}\">{texts[key]}</button>");
        html.Write($"</div><div class=\"map-frame\"><div class=\"map-canvas\" id=\"kart\" role=\"application\" tabindex=\"0\" aria-label=\"{texts["map.region", visit.Name(visit.Round.Round)]}\" aria-describedby=\"kart-hjelp\" data-map=\"{visit.Root}{Address}.json{query.ToAddress()}\" data-root=\"{visit.Root}\" data-page=\"{visit.Root}{Address}\" data-layout-script=\"{Assets.MapLayoutScript}\" data-words=\"{Words(texts)}\"></div><div class=\"map-facts\" hidden></div></div><p class=\"ds-sr-only\" aria-live=\"polite\" id=\"kart-sagt\"></p>");
        Legend(html, texts);
        html.Write("</section>"u8);
    }

    private static void Legend(HtmlWriter html, TextSet texts)
    {
        html.Write($"<ul class=\"map-legend\" aria-label=\"{texts["map.legend"]}\">");
        foreach (var light in Parts.AllLights) html.Write($"<li>{Shapes.Mark(light, texts)}</li>");
        foreach (var (drawn, key) in MapLegend.Kinds) html.Write($"<li>{drawn}{texts[key]}</li>");
        foreach (var (drawn, key) in MapLegend.Lines) html.Write($"<li>{drawn}{texts[key]}</li>");
        html.Write("</ul>"u8);
    }

    // What the map does not show, so that nobody takes it for everything.
    private static void Left(HtmlWriter html, TextSet texts, DependencyMap map)
    {
        if (map.Unresolved + map.UnresolvedPrerequisites + map.Closed + map.Alone == 0) return;
        html.Write("<ul class=\"ds-list\">"u8);
        if (map.Unresolved > 0) html.Write($"<li>{texts.Count("map.unresolved", map.Unresolved)}</li>");
        if (map.UnresolvedPrerequisites > 0) html.Write($"<li>{texts.Count("map.unresolved.prerequisites", map.UnresolvedPrerequisites)}</li>");
        if (map.Closed > 0) html.Write($"<li>{texts.Count("map.closed", map.Closed)}</li>");
        if (map.Alone > 0) html.Write($"<li>{texts.Count("map.alone", map.Alone)}</li>");
        html.Write("</ul>"u8);
    }

    private static void Files(HtmlWriter html, Visit visit, MapQuery query)
    {
        html.Write($"<p class=\"export\">{visit.Texts["map.files"]} ");
        foreach (var (ending, name) in MapFiles.Formats) html.Write($"<a class=\"ds-link\" href=\"{visit.Root}{Address}{ending}{query.ToAddress()}\">{name}</a> ");
        html.Write("</p>"u8);
    }

    private static string Words(TextSet texts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            foreach (var key in ScriptWords) json.WriteString(key[(key.LastIndexOf('.') + 1)..], texts[key]);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

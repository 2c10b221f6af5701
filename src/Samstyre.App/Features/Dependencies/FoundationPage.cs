using Samstyre.Analysis;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>The common foundation of a round: its plan, who needs what of it, and what lacks a plan or funding.</summary>
internal static class FoundationPage
{
    public const string Address = "/avhengigheter/grunnmur";

    private const int MostLacking = 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage(Address, (visit, html) => Render(visit, html, shelf));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportShelf shelf)
    {
        var texts = visit.Texts;
        var register = (await shelf.Figures(visit.Round, visit.Http.RequestAborted)).Register;
        Shell.Begin(html, visit, MenuEntry.Dependencies, texts["foundation.title"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["foundation.title"]}</h1>");
        DependencyNav.Write(html, visit, Address);
        if (register is null || register.Snapshot.Definition.Foundation is { Measures.Count: 0, Blocks.Count: 0 }) html.Write($"<p class=\"lead\">{texts["foundation.empty"]}</p>");
        else Content(html, visit, FoundationDemand.Of(register));
        Shell.End(html, texts);
        return StatusCodes.Status200OK;
    }

    private static void Content(HtmlWriter html, Visit visit, FoundationDemand demand)
    {
        var texts = visit.Texts;
        var needed = demand.All.Count(part => part.Needs.Length > 0);
        html.Write($"<p class=\"lead\">{texts["foundation.lead", texts.Number(needed), texts.Number(demand.All.Count()), texts.Number(demand.Lacking.Length)]}</p>");
        Lacking(html, visit, demand);
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["foundation.measures"]}</h2><p class=\"note\">{texts["foundation.measures.rule"]}</p>");
        foreach (var goal in demand.Goals)
        {
            var measures = demand.Measures.Where(measure => measure.Part.Goal == goal.Code).ToList();
            if (measures.Count > 0) FoundationTable.Write(html, visit, $"{goal.Code} {goal.Name.In(texts.Language)}", measures);
        }

        var loose = demand.Measures.Where(measure => demand.Goals.All(goal => goal.Code != measure.Part.Goal)).ToList();
        if (loose.Count > 0) FoundationTable.Write(html, visit, texts["foundation.noGoal"], loose);
        if (demand.Blocks.Length > 0)
        {
            html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["foundation.blocks"]}</h2>");
            FoundationTable.Write(html, visit, texts["foundation.blocks"], demand.Blocks, captionShown: false);
        }

        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"veikart\">{texts["foundation.roadmap"]}</h2>");
        RoadmapTable.Write(html, visit, FoundationRoadmap.Of(demand));
    }

    private static void Lacking(HtmlWriter html, Visit visit, FoundationDemand demand)
    {
        var texts = visit.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["foundation.first"]}</h2>");
        if (demand.Lacking.IsEmpty)
        {
            html.Write($"<p>{texts["foundation.first.none"]}</p>");
            return;
        }

        html.Write("<ul class=\"ds-list\">"u8);
        foreach (var part in demand.Lacking.Take(MostLacking))
        {
            html.Write("<li>"u8);
            FoundationTable.Link(html, visit, part);
            html.Write($": {FoundationTable.Need(part, texts)} {FoundationTable.Lack(part, texts)}</li>");
        }

        html.Write("</ul>"u8);
        if (demand.Lacking.Length > MostLacking) html.Write($"<p class=\"note\">{texts["foundation.first.more", texts.Number(demand.Lacking.Length - MostLacking)]}</p>");
    }
}

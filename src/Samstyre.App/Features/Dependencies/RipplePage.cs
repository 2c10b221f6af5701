using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What follows when a deliverable of a round comes later, or never; and the last simulation of the round's uncertain dates.</summary>
internal static class RipplePage
{
    public const string Address = "/avhengigheter/ringvirkninger";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage(Address, (visit, html) => Render(visit, html, shelf));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportShelf shelf)
    {
        var texts = visit.Texts;
        var register = (await shelf.Figures(visit.Round, visit.Http.RequestAborted)).Register;
        Shell.Begin(html, visit, MenuEntry.Dependencies, texts["ripple.title"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["ripple.title"]}</h1>");
        DependencyNav.Write(html, visit, Address);
        html.Write($"<p class=\"lead\">{texts["ripple.lead"]}</p>");
        if (register is null || register.Entries.IsEmpty) html.Write($"<p>{texts["empty.round.todo"]}</p>");
        // Who does not see what initiatives need does not see what follows from it.
        else if (visit.Round.Mask.Keys.Contains("dependencies")) html.Write($"<p>{texts["ripple.hidden"]}</p>");
        else await Content(visit, html, register);
        Shell.End(html, texts);
        return StatusCodes.Status200OK;
    }

    private static async Task Content(Visit visit, HtmlWriter html, DependencyRegister register)
    {
        var texts = visit.Texts;
        var map = RippleMap.Of(register);
        var choice = RippleChoice.Of(visit.Http.Request.Query, map);
        choice.Write(html, visit, map);
        if (choice.Unit is not null) RippleTables.Write(html, visit, map, Ripple.Of(map, choice.Start, choice.Months, choice.CriticalOnly)!);
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"simulering\">{texts["simulation.title"]}</h2><p>{texts["simulation.what"]}</p>");
        // Without a store, as in a portfolio held in memory, nothing has been played through.
        var stored = visit.Http.RequestServices.GetService<Db>() is not { } db ? null : await Simulations.Last(db, visit.Portfolio.History.PortfolioId, visit.Round.Round.Id, visit.Http.RequestAborted);
        if (stored is not null) SimulationView.Write(html, visit, register, stored);
        else html.Write($"<p>{texts["simulation.none"]}</p>");
        if (Domain.Access.May(visit.Http.Person()?.In(visit.Portfolio.Definition.Code), Right.FollowDependencies))
            html.Write($"<p><a class=\"ds-link\" href=\"/{texts.Code}/{visit.Portfolio.Definition.Code}/arbeid{SimulationPage.Address}?runde={visit.Round.Round.Code}\">{texts["simulation.link"]}</a></p>");
    }
}

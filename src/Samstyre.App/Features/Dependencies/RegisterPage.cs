using Samstyre.App.Portfolio;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What the initiatives of a round need from others, and what the words name.</summary>
internal static class RegisterPage
{
    public const string Address = "/avhengigheter";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage(Address, (visit, html) => Render(visit, html, shelf));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportShelf shelf)
    {
        var texts = visit.Texts;
        var register = (await shelf.Figures(visit.Round, visit.Http.RequestAborted)).Register;
        Shell.Begin(html, visit, MenuEntry.Dependencies, texts["menu.dependencies"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["menu.dependencies"]}</h1>");
        DependencyNav.Write(html, visit, Address);
        html.Write($"<p class=\"lead\">{texts["needs.lead"]} {texts.Number(register?.Needs.Length ?? 0)}</p>");
        Shell.End(html, texts);
        return StatusCodes.Status200OK;
    }
}

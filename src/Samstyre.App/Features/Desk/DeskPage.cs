using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Desk;

/// <summary>The first page after logging in: what waits for this person, and where they can go.</summary>
internal static class DeskPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDesk("", Right.OwnAccount, Show);

    private static Task Show(DeskVisit desk) => desk.Send(html =>
    {
        var texts = desk.Texts;
        Shell.BeginDesk(html, desk, DeskEntry.Desk, texts["desk.title"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["desk.title"]}</h1>");
        if (desk.Actor.Grants.Count == 0) html.Write($"<p class=\"lead\">{texts["desk.noRole", desk.Definition.Name.In(texts.Language)]}</p>");
        else html.Write($"<p class=\"lead\">{texts["desk.lead", desk.Person.Name]}</p>");
        Shell.End(html, texts);
    });
}

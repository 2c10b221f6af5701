using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Desk;

/// <summary>The first page after logging in: what waits for this person, and where they can go.</summary>
internal static class DeskPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDesk("", Right.OwnAccount, Show);

    private static async Task Show(DeskVisit desk)
    {
        var organisations = desk.Actor.Grants.Where(grant => grant.Role == Role.Reporter).Select(grant => grant.Organisation!).ToList();
        var forms = organisations.Count == 0 ? [] : await AssignmentStore.OfOrganisations(desk.Db, desk.PortfolioId, organisations, desk.Cancellation);
        var own = desk.Portfolio.Latest?.Snapshot.Standings.Where(standing => organisations.Contains(standing.Facts.Organisation ?? "")).ToList() ?? [];
        var waiting = own.Count == 0 ? [] : own.Zip(await WaitingCount.Of(desk, [.. own.Select(standing => standing.Initiative.Id)])).Where(pair => pair.Second.IsAny).ToList();
        await desk.Send(html =>
        {
            var texts = desk.Texts;
            Shell.BeginDesk(html, desk, DeskEntry.Desk, texts["desk.title"]);
            html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["desk.title"]}</h1><p class=\"lead\">{(desk.Actor.Grants.Count == 0 ? texts["desk.noRole", desk.Definition.Name.In(texts.Language)] : texts["desk.lead", desk.Person.Name])}</p>");
            if (organisations.Count > 0) Forms(html, desk, forms);
            if (waiting.Count > 0) Waiting(html, desk, waiting);
            if (DeskMenu.Entries.Any(entry => entry.Entry != DeskEntry.Desk && desk.May(entry.Right)))
            {
                html.Write("<ul class=\"ds-list\">"u8);
                foreach (var (entry, href, key, right) in DeskMenu.Entries)
                {
                    if (entry != DeskEntry.Desk && desk.May(right)) html.Write($"<li><a class=\"ds-link\" href=\"{desk.Root}{href}\">{texts[key]}</a></li>");
                }

                html.Write("</ul>"u8);
            }

            Shell.End(html, texts);
        });
    }

    private static void Waiting(HtmlWriter html, DeskVisit desk, IReadOnlyList<(Standing Own, WaitingCount Others)> waiting)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["others.desk"]}</h2><ul class=\"ds-list\">");
        foreach (var (own, others) in waiting)
            html.Write($"<li><a class=\"ds-link\" href=\"{desk.Root}{OthersWaitPage.AddressOf(InitiativeLink.KeyOf(own.Initiative))}\">{own.Facts.Name}</a>: {others.InWords(texts)}</li>");
        html.Write("</ul>"u8);
    }

    private static void Forms(HtmlWriter html, DeskVisit desk, IReadOnlyList<AssignmentRow> forms)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["desk.forms"]}</h2>");
        if (forms.Count == 0)
        {
            html.Write($"<p>{texts["desk.forms.none"]}</p>");
            return;
        }

        Parts.BeginTable(html, texts["desk.forms.caption"], captionShown: false);
        Parts.Headings(html, (texts["column.name"], false), (texts["round"], false), (texts["board.state"], false), (texts["round.dueOn"], false));
        foreach (var form in forms)
        {
            html.Write($"<tr><th scope=\"row\"><a class=\"ds-link\" href=\"{desk.Root}/innmelding/{form.Round.Code}/{InitiativeKey.Of(form)}\">{form.Name}</a></th><td>{form.Round.Month.ToText(texts.Language)}</td><td>");
            RoundWords.Tag(html, texts, form.Assignment.State);
            html.Write($"</td><td>{RoundWords.Day(form.Assignment.DueOn)}</td></tr>");
        }

        Parts.EndTable(html);
    }
}

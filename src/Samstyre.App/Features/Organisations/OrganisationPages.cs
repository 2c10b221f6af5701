using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Features.Overview;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Organisations;

/// <summary>The organisations of a round, and one of them.</summary>
internal static class OrganisationPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/virksomheter", RenderAll);
        routes.MapPage("/virksomheter/{organisation}", RenderOne);
    }

    private static ValueTask<int> RenderAll(Visit visit, HtmlWriter html)
    {
        var texts = visit.Texts;
        var shares = visit.Round.Figures.Organisations;
        Shell.Begin(html, visit, MenuEntry.Organisations, texts["organisations.title"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["organisations.title"]}</h1><p class=\"lead\">{texts["organisations.sentence", texts.Count("organisations", visit.Round.Figures.Size.Organisations), texts.Count("initiatives", visit.Round.Figures.Size.Initiatives), visit.Name(visit.Round.Round)]}</p>");
        if (shares.Count == 0) html.Write($"<p>{texts["empty.round.todo"]}</p>");
        else ShareTables.OrganisationTable(html, visit, shares);
        Shell.End(html, texts);
        return new(StatusCodes.Status200OK);
    }

    private static ValueTask<int> RenderOne(Visit visit, HtmlWriter html)
    {
        var texts = visit.Texts;
        if (visit.Portfolio.Definition.OrganisationByCode(visit.Part("organisation")) is not { } organisation) return new(StatusCodes.Status404NotFound);
        Shell.Begin(html, visit, MenuEntry.Organisations, organisation.Name, ("/virksomheter", texts["organisations.title"]));
        var group = visit.Portfolio.Definition.Groups.FirstOrDefault(group => group.Code == organisation.Group);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{organisation.Name}</h1>");
        if (group is not null) html.Write($"<p class=\"quiet\">{group.Name.In(texts.Language)}</p>");
        var share = visit.Round.Figures.Organisations.FirstOrDefault(share => share.Code == organisation.Code);
        if (share is null)
        {
            html.Write($"<p class=\"lead\">{texts["organisation.nothing", visit.Name(visit.Round.Round)]}</p>");
            Shell.End(html, texts);
            return new(StatusCodes.Status200OK);
        }

        html.Write($"<p class=\"lead\">{Sentence(visit, share)}</p>");
        var query = InitiativeQuery.Only(FacetKind.Organisation, organisation.Code) with { Sort = SortColumn.Budget, Descending = true };
        var result = InitiativeSearch.Page(visit.Round.Columns, query);
        InitiativeListPage.Table(html, visit, query, result);
        html.Write($"<p><a class=\"ds-link\" href=\"{visit.Root}/tiltak{query.ToAddress()}\">{texts["organisation.list", texts.Number(result.Found)]}</a></p>");
        Rounds(html, visit, organisation.Code);
        Shell.End(html, texts);
        return new(StatusCodes.Status200OK);
    }

    private static string Sentence(Visit visit, PortfolioShare share)
    {
        var texts = visit.Texts;
        var words = share.Budget.Sum is { } sum
            ? texts["organisation.sentence", texts.Count("initiatives", share.Initiatives), Parts.Million(sum, texts, 0), visit.Round.Round.BudgetYear.ToString(System.Globalization.CultureInfo.InvariantCulture)]
            : texts["organisation.sentence.noBudget", texts.Count("initiatives", share.Initiatives)];
        if (share.Budget is { Sum: not null, NotReported: > 0 }) words += " " + texts["key.budget.missing", texts.Count("initiatives", share.Budget.NotReported)];
        return words;
    }

    private static void Rounds(HtmlWriter html, Visit visit, string code)
    {
        var texts = visit.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["organisation.rounds"]}</h2>");
        Parts.BeginTable(html, texts["organisation.rounds.caption"], "shares");
        Parts.Headings(html, (texts["round"], false), (texts["column.initiatives"], true), (texts["column.budget.own"], true), (texts["column.noBudget"], true), (texts["column.status"], false));
        for (var place = visit.Portfolio.Rounds.Length - 1; place >= 0; place--)
        {
            var round = visit.Portfolio.Rounds[place];
            var share = round.Figures.Organisations.FirstOrDefault(share => share.Code == code);
            html.Write($"<tr><th scope=\"row\"><a class=\"ds-link\" href=\"{visit.RootOf(round)}/virksomheter/{code}\">{visit.Name(round.Round)}</a></th>");
            if (share is null)
            {
                html.Write("<td class=\"num\">0</td><td class=\"num\">–</td><td class=\"num\">–</td><td>–</td></tr>"u8);
                continue;
            }

            html.Write($"<td class=\"num\">{texts.Number(share.Initiatives)}</td><td class=\"num\">");
            Parts.Money(html, share.Budget.Sum, texts);
            html.Write($"</td><td class=\"num\">{texts.Number(share.Budget.NotReported)}</td><td class=\"status-words\">");
            Parts.StackedBar(html, share.Status, "stack small");
            html.Write($"<span class=\"words\">{Parts.InWords(share.Status, texts)}</span></td></tr>");
        }

        Parts.EndTable(html);
    }
}

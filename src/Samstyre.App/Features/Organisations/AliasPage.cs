using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Organisations;

/// <summary>The names by which forms are known to be an organisation's: the office teaches new ones.</summary>
internal static class AliasPage
{
    private const string Address = "/virksomhetsnavn";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(Address, Right.RunRound, desk => Show(desk, null, desk.Http.Request.Query["navn"].ToString(), ""));
        routes.MapDeed(Address, Right.RunRound, desk => Change(desk, (definition, code, alias) => OrganisationAliases.Add(definition, code, alias)));
        routes.MapDeed(Address + "/fjern", Right.RunRound, desk => Change(desk, (definition, code, alias) => OrganisationAliases.Remove(definition, code, alias)));
    }

    private static async Task Change(DeskVisit desk, Func<PortfolioDefinition, string, string, Outcome<PortfolioDefinition>> change)
    {
        var (code, alias) = (desk.Posted("virksomhet"), desk.Posted("navn"));
        var saved = await PortfolioChange.Save(desk.Db, desk.Definition.Code, definition => change(definition, code, alias), desk.Actor.Code, desk.Now, desk.Cancellation);
        if (saved.Succeeded) desk.GoTo(Address + "?lagret=ja");
        else await Show(desk, saved.Problems[0], alias, code);
    }

    private static async Task Show(DeskVisit desk, Problem? problem, string alias, string code)
    {
        var definition = (await PortfolioStore.Find(desk.Db, desk.Definition.Code, desk.Cancellation))!.Definition;
        var unknown = (await UnknownOrganisations.List(desk.Db, desk.PortfolioId, desk.Cancellation)).Where(one => OrganisationNames.Find(definition, one.Name) is null).ToList();
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.Rounds, texts["aliases.title"], ("/runder", texts["calendar.title"]));
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["aliases.title"]}</h1><p class=\"lead\">{texts["aliases.lead"]}</p>");
                if (problem is null && desk.Http.Request.Query["lagret"] == "ja") html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{texts["aliases.saved"]}</p></div>");
                if (problem is not null) Fields.Summary(html, texts, [(problem.Field ?? "navn", Fields.SentenceOf(problem, texts))]);
                Unknown(html, desk, unknown);
                Form(html, desk, definition, problem, alias, code);
                Known(html, desk, definition);
                Shell.End(html, texts);
            },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static void Unknown(HtmlWriter html, DeskVisit desk, List<UnknownOrganisation> unknown)
    {
        if (unknown.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["aliases.unknown"]}</h2><ul class=\"ds-list\">");
        foreach (var one in unknown) html.Write($"<li><a class=\"ds-link\" href=\"{desk.Root}{Address}?navn={Uri.EscapeDataString(one.Name)}#navn\">{one.Name}</a> ({texts.Count("aliases.reports", one.Reports)})</li>");
        html.Write("</ul>"u8);
    }

    private static void Form(HtmlWriter html, DeskVisit desk, PortfolioDefinition definition, Problem? problem, string alias, string code)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["aliases.add"]}</h2><form method=\"post\" class=\"ask\" action=\"{desk.Root}{Address}\">");
        FormToken.Write(html, desk.Http);
        Fields.Input(html, new("navn", texts["aliases.name"], alias) { Help = texts["aliases.name.help"], Error = ErrorOf("navn") });
        Fields.Select(html, new("virksomhet", texts["people.organisation"], code) { Error = ErrorOf("virksomhet") }, definition.Organisations.Select(organisation => (organisation.Code, organisation.Name)).Prepend(("", texts["aliases.choose"])));
        Fields.Submit(html, texts["aliases.button"]);
        html.Write("</form>"u8);

        string? ErrorOf(string field) => problem is not null && (problem.Field ?? "navn") == field ? Fields.SentenceOf(problem, texts) : null;
    }

    private static void Known(HtmlWriter html, DeskVisit desk, PortfolioDefinition definition)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["aliases.known"]}</h2>");
        Parts.BeginTable(html, texts["aliases.known"], "beside", captionShown: false);
        Parts.Headings(html, (texts["people.organisation"], false), (texts["aliases.names"], false));
        foreach (var organisation in definition.Organisations)
        {
            html.Write($"<tr><th scope=\"row\">{organisation.Name}</th><td>");
            if (organisation.Aliases.Count == 0) html.Write($"<span class=\"quiet\">{texts["aliases.none"]}</span>");
            else html.Write("<ul class=\"plain\">"u8);
            foreach (var alias in organisation.Aliases)
            {
                html.Write($"<li><form method=\"post\" class=\"inline\" action=\"{desk.Root}{Address}/fjern\">");
                FormToken.Write(html, desk.Http);
                html.Write($"<input type=\"hidden\" name=\"virksomhet\" value=\"{organisation.Code}\"><input type=\"hidden\" name=\"navn\" value=\"{alias}\">{alias} <button class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" type=\"submit\" aria-label=\"{texts["aliases.remove.label", alias]}\">{texts["people.take"]}</button></form></li>");
            }

            if (organisation.Aliases.Count > 0) html.Write("</ul>"u8);
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
    }
}

using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Architecture;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What contradicts itself in a round's dependencies, the gravest first.</summary>
internal static class ContradictionsPage
{
    public const string Address = "/avhengigheter/motsigelser";
    private const int PageSize = 50;
    private const string RuleName = "regel";
    private const string OrganisationName = "virksomhet";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage(Address, (visit, html) => Render(visit, html, shelf));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportShelf shelf)
    {
        var texts = visit.Texts;
        var register = (await shelf.Figures(visit.Round, visit.Http.RequestAborted)).Register;
        var all = register is null ? [] : Contradictions.Of(register);
        Shell.Begin(html, visit, MenuEntry.Dependencies, texts["contradictions.title"], (RegisterPage.Address, texts["menu.dependencies"]));
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["contradictions.title"]}</h1>");
        DependencyNav.Write(html, visit, Address);
        if (all.Length == 0) html.Write($"<p class=\"lead\">{texts["contradictions.none"]}</p>");
        else Content(html, visit, register!, all);
        Shell.End(html, texts);
        return StatusCodes.Status200OK;
    }

    private static void Content(HtmlWriter html, Visit visit, DependencyRegister register, IReadOnlyList<Contradiction> all)
    {
        var texts = visit.Texts;
        var query = visit.Http.Request.Query;
        // What does not exist is not asked for.
        var rule = Enum.GetNames<ContradictionRule>().FirstOrDefault(name => name == query[RuleName].ToString());
        var organisation = visit.Portfolio.Definition.OrganisationByCode(query[OrganisationName])?.Code ?? "";
        var page = int.TryParse(query["side"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is > 0 and < 1_000_000 ? asked : 1;
        html.Write($"<p class=\"lead\">{texts["contradictions.lead", texts.Count("contradictions", all.Count), texts.Count("contradictions.grave", all.Count(one => one.Severity == Level.High))]}</p><form class=\"choose\" action=\"{visit.Root}{Address}\">");
        Fields.Select(html, new(RuleName, texts["contradictions.rule"], rule ?? ""), all.GroupBy(one => one.Rule).OrderBy(group => group.Key).Select(group => (group.Key.ToString(), $"{ContradictionWords.NameOf(group.Key).In(texts.Language)} ({group.Count().ToString(CultureInfo.InvariantCulture)})")).Prepend(("", texts["needs.all"])));
        Fields.Select(html, new(OrganisationName, texts["people.organisation"], organisation), visit.Portfolio.Definition.Organisations.Select(one => (one.Code, one.Name)).Prepend(("", texts["needs.all"])));
        Fields.Submit(html, texts["needs.show"]);
        html.Write("</form>"u8);
        var found = all.Where(one => (rule is null || one.Rule.ToString() == rule) && (organisation.Length == 0 || one.Receiver?.Facts.Organisation == organisation || one.Giver?.Facts.Organisation == organisation)).ToList();
        page = Math.Min(page, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        if (found.Count == 0) html.Write($"<p>{texts["needs.nothing"]} <a class=\"ds-link\" href=\"{visit.Root}{Address}\">{texts["filter.clear"]}</a></p>");
        else Table(html, visit, register, found.Skip((page - 1) * PageSize).Take(PageSize));
        Pager.Render(html, texts, found.Count, PageSize, page, to => $"{visit.Root}{Address}?{RuleName}={rule}&{OrganisationName}={Uri.EscapeDataString(organisation)}&side={to.ToString(CultureInfo.InvariantCulture)}");
        html.Write($"<p class=\"quiet\">{texts["contradictions.how"]}</p>");
    }

    private static void Table(HtmlWriter html, Visit visit, DependencyRegister register, IEnumerable<Contradiction> some)
    {
        var texts = visit.Texts;
        var follows = Domain.Access.May(visit.Http.Person()?.In(visit.Portfolio.Definition.Code), Right.FollowDependencies);
        Parts.BeginTable(html, texts["contradictions.title"], "contradictions", captionShown: false);
        if (follows) Parts.Headings(html, (texts["contradictions.severity"], false), (texts["contradictions.what"], false), (texts["contradictions.who"], false), (texts["contradictions.ask"], false));
        else Parts.Headings(html, (texts["contradictions.severity"], false), (texts["contradictions.what"], false), (texts["contradictions.who"], false));
        foreach (var one in some)
        {
            html.Write($"<tr><td><span class=\"ds-tag\" data-color=\"{(one.Severity == Level.High ? "danger" : one.Severity == Level.Medium ? "warning" : "neutral")}\">{texts["contradictions.severity." + one.Severity]}</span></td><td>{one.Sentence.In(texts.Language)}<br><span class=\"quiet\">{ContradictionWords.NameOf(one.Rule).In(texts.Language)}</span></td><td>");
            if (one.Receiver is { } receiver) InitiativeLink.Write(html, visit.Root, receiver);
            if (one.Giver is { } giver && giver != one.Receiver)
            {
                html.Write("<br>"u8);
                InitiativeLink.Write(html, visit.Root, giver);
            }

            html.Write("</td>"u8);
            if (follows) html.Write($"<td><a class=\"ds-link\" href=\"/{texts.Code}/{visit.Portfolio.Definition.Code}/arbeid{AskLink.AddressOf(register, one, visit.Round)}\">{AskLink.WordsOf(register, one, texts)}</a></td>");
            html.Write("</tr>"u8);
        }

        Parts.EndTable(html);
    }
}

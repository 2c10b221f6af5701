using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Overview;

/// <summary>What organisations and strategy areas have of the portfolio.</summary>
internal static class ShareTables
{
    public static void StrategyAreas(HtmlWriter html, Visit visit, IReadOnlyList<PortfolioShare> shares)
    {
        var texts = visit.Texts;
        html.Write($"<section aria-labelledby=\"areas\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"areas\">{texts["overview.areas"]}</h2>");
        Table(html, visit, texts["overview.areas.caption", visit.Name(visit.Round.Round)], texts["column.area"], shares, share =>
        {
            var area = visit.Portfolio.Definition.StrategyAreaOf(share.Code);
            var query = InitiativeQuery.Only(FacetKind.StrategyArea, share.Code ?? Facet.NotStated);
            html.Write($"<a class=\"ds-link\" href=\"{visit.Root}/tiltak{query.ToAddress()}\">{(area is null ? texts["area.none"] : $"{area.Code} {area.Name.In(texts.Language)}")}</a>");
        });
        html.Write("</section>"u8);
    }

    public static void Organisations(HtmlWriter html, Visit visit, IReadOnlyList<PortfolioShare> shares)
    {
        html.Write($"<section aria-labelledby=\"organisations\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"organisations\">{visit.Texts["overview.organisations"]}</h2>");
        OrganisationTable(html, visit, shares);
        html.Write("</section>"u8);
    }

    public static void OrganisationTable(HtmlWriter html, Visit visit, IReadOnlyList<PortfolioShare> shares)
    {
        var texts = visit.Texts;
        Table(html, visit, texts["overview.organisations.caption", visit.Name(visit.Round.Round)], texts["column.organisation"], shares, share =>
        {
            if (share.Code is null) html.Write($"<a class=\"ds-link\" href=\"{visit.Root}/tiltak{InitiativeQuery.Only(FacetKind.Organisation, Facet.NotStated).ToAddress()}\">{texts["organisation.none"]}</a>");
            else html.Write($"<a class=\"ds-link\" href=\"{visit.Root}/virksomheter/{share.Code}\">{visit.Portfolio.Definition.OrganisationByCode(share.Code)?.Name ?? share.Code}</a>");
        });
    }

    private static void Table(HtmlWriter html, Visit visit, string caption, string first, IReadOnlyList<PortfolioShare> shares, Action<PortfolioShare> name)
    {
        var texts = visit.Texts;
        var year = visit.Round.Round.BudgetYear.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var most = shares.Count == 0 ? 0 : shares.Max(share => share.Initiatives);
        var largest = shares.Count == 0 ? 0m : shares.Max(share => share.Budget.Sum?.Mnok ?? 0m);
        Parts.BeginTable(html, caption, "shares");
        Parts.Headings(html, (first, false), (texts["column.initiatives"], true), (texts["column.budgetMillion", year], true), (texts["column.noBudget"], true), (texts["column.status"], false));
        foreach (var share in shares)
        {
            html.Write("<tr><th scope=\"row\">"u8);
            name(share);
            html.Write($"</th><td class=\"num\">{texts.Number(share.Initiatives)}");
            Parts.TinyBar(html, share.Initiatives, most);
            html.Write("</td><td class=\"num\">"u8);
            if (share.Initiatives == 0) html.Write("–"u8);
            else if (share.Budget.Sum is { } sum) html.Write($"{sum.ToText(texts.Language, 0)}");
            else Parts.NotStated(html, texts);
            Parts.TinyBar(html, share.Budget.Sum?.Mnok ?? 0m, largest);
            html.Write($"</td><td class=\"num\">{texts.Number(share.Budget.NotReported)}</td><td class=\"status-words\">");
            if (share.Initiatives > 0)
            {
                Parts.StackedBar(html, share.Status, "stack small");
                html.Write($"<span class=\"words\">{Parts.InWords(share.Status, texts)}</span>");
            }

            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
    }
}

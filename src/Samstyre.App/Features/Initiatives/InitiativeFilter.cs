using Samstyre.App.Portfolio;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Initiatives;

/// <summary>The filters above a list: what is chosen as chips, and every choice with its count in a form that works without script.</summary>
internal static class InitiativeFilter
{
    private static readonly string[] Keys = ["column.organisation", "column.area", "column.segment", "column.status", "column.risk", "column.phase"];

    public static void Render(HtmlWriter html, Visit visit, InitiativeQuery query, InitiativeSearchResult result)
    {
        var texts = visit.Texts;
        html.Write($"<form class=\"filter\" action=\"{visit.Root}/tiltak\" aria-label=\"{texts["filter.label"]}\"><div class=\"filter-search\"><label class=\"ds-label\" for=\"sok\">{texts["filter.search"]}</label><input class=\"ds-input\" id=\"sok\" type=\"search\" name=\"sok\" maxlength=\"200\" value=\"{query.Search}\"></div>");
        html.Write($"<button class=\"ds-button\" type=\"submit\">{texts["filter.show"]}</button><div class=\"facets\">");
        foreach (var facet in visit.Round.Columns.Facets) Choices(html, visit, query, facet, result.Counts[(int)facet.Kind]);
        html.Write("</div>"u8);
        if (query.Sort != SortColumn.Id || query.Descending) html.Write($"<input type=\"hidden\" name=\"sorter\" value=\"{query.SortName}\">");
        // Seen only below opened choices, where the first button is far above.
        html.Write($"<button class=\"ds-button below\" type=\"submit\">{texts["filter.show"]}</button></form>");
        Chips(html, visit, query);
    }

    private static void Choices(HtmlWriter html, Visit visit, InitiativeQuery query, Facet facet, int[] counts)
    {
        var texts = visit.Texts;
        var chosen = query.Chosen[(int)facet.Kind];
        var name = texts[Keys[(int)facet.Kind]];
        html.Write($"<details class=\"facet\"><summary>{name}");
        if (!chosen.IsEmpty) html.Write($" <span class=\"count\">{chosen.Length}</span>");
        html.Write($"</summary><fieldset><legend class=\"ds-sr-only\">{name}</legend>");
        for (var choice = 0; choice < facet.Choices.Count; choice++)
        {
            var value = facet.Choices[choice].Value;
            var isChosen = chosen.Contains(value);
            if (facet.Totals[choice] == 0 && !isChosen) continue;
            html.Write($"<label><input class=\"ds-input\" type=\"checkbox\" name=\"{InitiativeQuery.FacetNames[(int)facet.Kind]}\" value=\"{value}\"{(isChosen ? Checked : default)}><span>{facet.Choices[choice].Label(texts)}</span> <span class=\"count\">{texts.Number(counts[choice])}</span></label>");
        }

        html.Write("</fieldset></details>"u8);
    }

    private static Markup Checked { get; } = new(" checked"u8.ToArray());

    private static void Chips(HtmlWriter html, Visit visit, InitiativeQuery query)
    {
        if (!query.IsFiltered) return;
        var texts = visit.Texts;
        html.Write($"<ul class=\"chips\" aria-label=\"{texts["filter.chosen"]}\">");
        if (query.Search.Length > 0) Chip(html, visit, query with { Search = "", Page = 1 }, $"«{query.Search}»");
        foreach (var facet in visit.Round.Columns.Facets)
        {
            foreach (var value in query.Chosen[(int)facet.Kind])
                Chip(html, visit, query.Without(facet.Kind, value), $"{texts[Keys[(int)facet.Kind]]}: {facet.Choices[facet.Number(value)!.Value].Label(texts)}");
        }

        html.Write($"<li><a class=\"ds-link\" href=\"{visit.Root}/tiltak{(InitiativeQuery.All with { Sort = query.Sort, Descending = query.Descending }).ToAddress()}\">{texts["filter.clear"]}</a></li></ul>");
    }

    private static void Chip(HtmlWriter html, Visit visit, InitiativeQuery without, string words) =>
        html.Write($"<li><a class=\"ds-chip\" data-removable href=\"{visit.Root}/tiltak{without.ToAddress()}\"><span class=\"ds-sr-only\">{visit.Texts["filter.remove"]} </span>{words}</a></li>");
}

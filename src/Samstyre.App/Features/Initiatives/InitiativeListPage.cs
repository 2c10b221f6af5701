using Samstyre.App.Portfolio;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Initiatives;

/// <summary>The initiatives of a round: searched, filtered, sorted; everything in the address.</summary>
internal static class InitiativeListPage
{
    private static readonly (SortColumn Column, string Key, bool IsNumber)[] Columns =
    [
        (SortColumn.Id, "column.id", true), (SortColumn.Name, "column.name", false), (SortColumn.Organisation, "column.organisation", false), (SortColumn.Segment, "column.segment", false),
        (SortColumn.Status, "column.status", false), (SortColumn.Risk, "column.risk", false), (SortColumn.Phase, "column.phase", false),
        (SortColumn.EndDate, "column.end", false), (SortColumn.Budget, "column.budget", true), (SortColumn.TotalCost, "column.total", true),
    ];

    public static ValueTask<int> Render(Visit visit, HtmlWriter html)
    {
        var texts = visit.Texts;
        var columns = visit.Round.Columns;
        var query = InitiativeQuery.Of(visit.Http.Request.Query, columns);
        var result = InitiativeSearch.Page(columns, query);
        Shell.Begin(html, visit, MenuEntry.Initiatives, texts["list.title"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["list.heading", visit.Name(visit.Round.Round)]}</h1><p class=\"lead\">{Sentence(texts, query, result.Found, columns.Rows)}</p>");
        InitiativeFilter.Render(html, visit, query, result);
        if (result.Rows.Length == 0) Nothing(html, visit, columns.Rows);
        else Table(html, visit, query, result);
        Pager.Render(html, texts, result.Found, InitiativeQuery.PageSize, query.Page, page => $"{visit.Root}/tiltak{(query with { Page = page }).ToAddress()}");
        var exported = (query with { Page = 1 }).ToAddress();
        html.Write($"<p class=\"export\"><a class=\"ds-link\" href=\"{visit.Root}/eksport.csv{exported}\">{texts["export.filtered.csv"]}</a> <a class=\"ds-link\" href=\"{visit.Root}/eksport.json{exported}\">{texts["export.filtered.json"]}</a></p>");
        Shell.End(html, texts);
        return new(StatusCodes.Status200OK);
    }

    private static string Sentence(TextSet texts, InitiativeQuery query, int found, int all) =>
        query.IsFiltered ? texts["list.found", texts.Number(found), texts.Count("initiatives", all)] : texts["list.all.sentence", texts.Count("initiatives", all)];

    private static void Nothing(HtmlWriter html, Visit visit, int all)
    {
        if (all == 0) html.Write($"<p>{visit.Texts["empty.round.todo"]}</p>");
        else html.Write($"<p>{visit.Texts["list.nothing"]} <a class=\"ds-link\" href=\"{visit.Root}/tiltak\">{visit.Texts["filter.clear"]}</a></p>");
    }

    public static void Table(HtmlWriter html, Visit visit, InitiativeQuery query, InitiativeSearchResult result)
    {
        var texts = visit.Texts;
        Parts.BeginTable(html, texts["list.caption", visit.Name(visit.Round.Round)], "initiatives", captionShown: false);
        html.Write("<thead><tr>"u8);
        foreach (var (column, key, isNumber) in Columns) Heading(html, visit, query, column, texts[key], isNumber);
        html.Write("</tr></thead><tbody>"u8);
        foreach (var row in result.Rows) InitiativeRow.Render(html, visit, row);
        Parts.EndTable(html);
    }

    private static void Heading(HtmlWriter html, Visit visit, InitiativeQuery query, SortColumn column, string name, bool isNumber)
    {
        var sorted = query.Sort == column;
        html.Write($"<th scope=\"col\"{(isNumber ? Parts.NumberClass : default)}");
        if (sorted) html.Write(query.Descending ? " aria-sort=\"descending\""u8 : " aria-sort=\"ascending\""u8);
        // Numbers and colours are first asked for with the largest and worst on top.
        var downFirst = column is SortColumn.Status or SortColumn.Risk or SortColumn.Budget or SortColumn.TotalCost;
        var next = query with { Sort = column, Descending = sorted ? !query.Descending : downFirst, Page = 1 };
        html.Write($"><a class=\"sort\" href=\"{visit.Root}/tiltak{next.ToAddress()}\">{name}</a></th>");
    }
}

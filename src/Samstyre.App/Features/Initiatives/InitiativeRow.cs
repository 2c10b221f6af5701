using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>One initiative in a list.</summary>
internal static class InitiativeRow
{
    public static void Render(HtmlWriter html, Visit visit, int row)
    {
        var texts = visit.Texts;
        var columns = visit.Round.Columns;
        var standing = visit.Round.Snapshot.Standings[row];
        var facts = standing.Facts;
        html.Write("<tr><td class=\"num\">"u8);
        if (standing.Initiative.NationalId is { } id) html.Write($"{id}");
        else Parts.NotStated(html, texts);
        html.Write("</td><th scope=\"row\">"u8);
        InitiativeLink.Write(html, visit.Root, standing);
        if (standing.CarriedOver) html.Write($" <span class=\"carried\">{texts["carried.short", visit.Name(standing.ReportedIn)]}</span>");
        html.Write("</th><td>"u8);
        Choice(html, visit, FacetKind.Organisation, row);
        html.Write("</td><td>"u8);
        Choice(html, visit, FacetKind.Segment, row);
        html.Write($"</td><td class=\"light\">{Shapes.Mark(facts.Status, texts)}{Shapes.Path(columns.StatusPaths[row], texts)}</td><td class=\"light\">{Shapes.Mark(facts.Risk, texts)}{Shapes.Path(columns.RiskPaths[row], texts)}</td><td>");
        Choice(html, visit, FacetKind.Phase, row);
        html.Write("</td><td>"u8);
        Parts.Date(html, facts.EndDate, texts);
        EndMove(html, visit, standing);
        html.Write("</td><td class=\"num\">"u8);
        Parts.Money(html, facts.Budget, texts);
        html.Write("</td><td class=\"num\">"u8);
        Parts.Money(html, facts.TotalCost, texts);
        html.Write("</td></tr>"u8);
    }

    private static void Choice(HtmlWriter html, Visit visit, FacetKind kind, int row)
    {
        var facet = visit.Round.Columns.Facets[(int)kind];
        var choice = facet.Column[row];
        if (choice == facet.Choices.Count - 1) Parts.NotStated(html, visit.Texts);
        else html.Write($"{facet.Choices[choice].Label(visit.Texts)}");
    }

    private static void EndMove(HtmlWriter html, Visit visit, Standing standing)
    {
        if (standing.Facts.EndDate is not { } now || visit.Round.Before?.Standing(standing.Initiative.Id)?.Facts.EndDate is not { } was) return;
        var months = (now.LastDay.Year - was.LastDay.Year) * 12 + now.LastDay.Month - was.LastDay.Month;
        if (months != 0) html.Write($" <span class=\"moved\">{visit.Texts[months > 0 ? "moved.later" : "moved.earlier", Math.Abs(months)]}</span>");
    }
}

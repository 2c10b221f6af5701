using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>The facts at the top of an initiative's page, and its history over the rounds.</summary>
internal static class InitiativeSummary
{
    public static void Facts(HtmlWriter html, Visit visit, Standing standing)
    {
        var (texts, facts, definition) = (visit.Texts, standing.Facts, visit.Portfolio.Definition);
        html.Write($"<dl class=\"facts\"><div><dt>{texts["column.status"]}</dt><dd>{Shapes.Mark(facts.Status, texts)}</dd></div><div><dt>{texts["column.risk"]}</dt><dd>{Shapes.Mark(facts.Risk, texts)}</dd></div><div><dt>{texts["column.organisation"]}</dt><dd>");
        if (definition.OrganisationByCode(facts.Organisation) is { } organisation) html.Write($"<a class=\"ds-link\" href=\"{visit.Root}/virksomheter/{organisation.Code}\">{organisation.Name}</a>");
        else Parts.NotStated(html, texts);
        html.Write($"</dd></div><div><dt>{texts["column.segment"]}</dt><dd>");
        if (definition.Segments.FirstOrDefault(segment => segment.Code == standing.Initiative.Segment) is { } segment) html.Write($"{segment.Name.In(texts.Language)}");
        else Parts.NotStated(html, texts);
        html.Write($"</dd></div><div><dt>{texts["column.area"]}</dt><dd>");
        if (definition.StrategyAreaOf(facts.FocusArea) is { } area) html.Write($"{area.Code} {area.Name.In(texts.Language)}");
        else Parts.NotStated(html, texts);
        html.Write($"</dd></div><div><dt>{texts["column.phase"]}</dt><dd>");
        FieldText.Write(html, visit.Texts, facts.Phase);
        html.Write($"</dd></div><div><dt>{texts["column.end"]}</dt><dd>");
        Parts.Date(html, facts.EndDate, texts);
        html.Write($"</dd></div><div><dt>{texts["key.budget", standing.ReportedIn.BudgetYear.ToString(System.Globalization.CultureInfo.InvariantCulture)]}</dt><dd>");
        FieldText.Write(html, visit.Texts, facts.Budget);
        html.Write($"</dd></div><div><dt>{texts["field.totalCostMnok"]}</dt><dd>");
        FieldText.Write(html, visit.Texts, facts.TotalCost);
        html.Write($"</dd></div><div><dt>{texts["field.nationalId"]}</dt><dd>");
        FieldText.Write(html, visit.Texts, standing.Initiative.NationalId);
        html.Write("</dd></div></dl>"u8);
    }

    public static void History(HtmlWriter html, Visit visit, Initiative initiative)
    {
        var texts = visit.Texts;
        html.Write($"<section aria-labelledby=\"history\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"history\">{texts["history.title"]}</h2>");
        Parts.BeginTable(html, texts["history.caption"], "history");
        Parts.Headings(html, (texts["round"], false), (texts["column.status"], false), (texts["column.risk"], false), (texts["column.phase"], false), (texts["column.end"], false), (texts["column.budget.own"], true), (texts["history.report"], false));
        for (var place = visit.Portfolio.Rounds.Length - 1; place >= 0; place--)
        {
            var round = visit.Portfolio.Rounds[place];
            if (round.Standing(initiative.Id) is not { } standing) continue;
            Row(html, visit, round, standing);
        }

        Parts.EndTable(html);
        html.Write("</section>"u8);
    }

    private static void Row(HtmlWriter html, Visit visit, RoundIndex round, Standing standing)
    {
        var (texts, facts) = (visit.Texts, standing.Facts);
        html.Write("<tr><th scope=\"row\">"u8);
        if (round == visit.Round) html.Write($"<strong>{visit.Name(round.Round)}</strong>");
        else html.Write($"<a class=\"ds-link\" href=\"{visit.RootOf(round)}/tiltak/{InitiativeLink.KeyOf(standing.Initiative)}\">{visit.Name(round.Round)}</a>");
        html.Write($"</th><td>{Shapes.Mark(facts.Status, texts)}</td><td>{Shapes.Mark(facts.Risk, texts)}</td><td>");
        FieldText.Write(html, visit.Texts, facts.Phase);
        html.Write("</td><td>"u8);
        Parts.Date(html, facts.EndDate, texts);
        html.Write("</td><td class=\"num\">"u8);
        Parts.Money(html, facts.Budget, texts);
        html.Write("</td><td>"u8);
        if (standing.CarriedOver) html.Write($"<span class=\"carried\">{texts["carried.short", visit.Name(standing.ReportedIn)]}</span>");
        else html.Write($"{(standing.Revision == 1 ? texts["history.own"] : texts["history.revision", standing.Revision])}");
        html.Write("</td></tr>"u8);
    }
}

using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Reports;

/// <summary>The portfolio report of a round as a page, and a page for each of its figures and lists with every row behind it.</summary>
internal static class ReportPage
{
    private static readonly (string Ending, string Name)[] Downloads = [("docx", "Word"), ("pdf", "PDF"), ("xlsx", "Excel"), ("html", "HTML"), ("csv", "CSV"), ("json", "JSON")];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage("/rapport", (visit, html) => Render(visit, html, shelf));
        routes.MapPage("/rapport/{figure}", (visit, html) => RenderOne(visit, html, shelf));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportShelf shelf)
    {
        var compared = ReportEndpoints.ComparedIn(visit);
        var document = await shelf.Document(visit.Round, compared, visit.Texts.Language, ReportLength.Page, visit.Http.RequestAborted);
        var told = (await shelf.Figures(visit.Round, compared, visit.Http.RequestAborted)).ComparedWith?.Round;
        Shell.Begin(html, visit, MenuEntry.Report, document.Title);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{document.Title} {document.Subtitle}</h1>");
        Provenance(html, document);
        html.Write("<div class=\"report-tools\">"u8);
        Compare(html, visit, told);
        Files(html, visit, compared);
        html.Write("</div><div class=\"report-body\">"u8);
        HtmlBlocks.Contents(html, document);
        html.Write("<div>"u8);
        HtmlBlocks.Write(html, document, LinksOf(visit, compared));
        html.Write("</div></div>"u8);
        Shell.End(html, visit.Texts, Assets.ChartScript);
        return StatusCodes.Status200OK;
    }

    private static async ValueTask<int> RenderOne(Visit visit, HtmlWriter html, ReportShelf shelf)
    {
        var compared = ReportEndpoints.ComparedIn(visit);
        var document = await shelf.Document(visit.Round, compared, visit.Texts.Language, ReportLength.Whole, visit.Http.RequestAborted);
        var id = visit.Part("figure");
        if (HtmlBlocks.CaptionOf(document, id) is not { } caption) return StatusCodes.Status404NotFound;
        Shell.Begin(html, visit, MenuEntry.Report, caption, ($"/rapport{Question(compared)}", document.Title));
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{caption}</h1>");
        Provenance(html, document);
        HtmlBlocks.WriteOne(html, document, id, LinksOf(visit, compared));
        Shell.End(html, visit.Texts, Assets.ChartScript);
        return StatusCodes.Status200OK;
    }

    private static HtmlLinks LinksOf(Visit visit, RoundIndex? compared) => new(
        standing => $"{visit.Root}/tiltak/{InitiativeLink.KeyOf(standing.Initiative)}",
        figure => $"{visit.Root}/rapport/{figure}{Question(compared)}");

    private static string Question(RoundIndex? compared) => compared is null ? "" : $"?{ReportEndpoints.Compared}={compared.Round.Code}";

    private static void Provenance(HtmlWriter html, ReportDocument document)
    {
        html.Write("<ul class=\"provenance\">"u8);
        foreach (var line in document.Provenance) html.Write($"<li>{line}</li>");
        html.Write("</ul>"u8);
    }

    private static void Compare(HtmlWriter html, Visit visit, Domain.Round? told)
    {
        // With one earlier round there is nothing to choose.
        var rounds = visit.Round.Comparable.ToList();
        if (rounds.Count < 2) return;
        html.Write($"<form class=\"compare\" action=\"{visit.Root}/rapport\"><label for=\"compared\">{visit.Texts["report.compare"]}</label><select class=\"ds-input\" id=\"compared\" name=\"{ReportEndpoints.Compared}\">");
        foreach (var round in rounds)
        {
            html.Write($"<option value=\"{round.Round.Code}\"");
            if (round.Round.Id == told?.Id) html.Write(" selected"u8);
            html.Write($">{visit.Name(round.Round)}</option>");
        }

        html.Write($"</select><button class=\"ds-button\" data-variant=\"secondary\" type=\"submit\">{visit.Texts["report.compare.button"]}</button></form>");
    }

    private static void Files(HtmlWriter html, Visit visit, RoundIndex? compared)
    {
        html.Write($"<div><p class=\"downloads-h\" id=\"downloads-h\">{visit.Texts["report.download"]}</p><ul class=\"downloads\" aria-labelledby=\"downloads-h\">");
        foreach (var (ending, name) in Downloads)
            html.Write($"<li><a class=\"ds-button\" data-variant=\"secondary\" data-size=\"sm\" href=\"{visit.Root}/rapport.{ending}{Question(compared)}\">{name}</a></li>");
        html.Write($"</ul></div><div><p class=\"downloads-h\" id=\"forms-h\">{visit.Texts["report.forms"]}</p><ul class=\"downloads\" aria-labelledby=\"forms-h\">");
        foreach (var format in ReportFormats.Documents)
            html.Write($"<li><a class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" href=\"{visit.Root}/skjemaer.{format.Extension}\">{NameOf(format.Extension)}</a></li>");
        html.Write("</ul></div>"u8);
    }

    private static string NameOf(string ending) => Downloads.First(download => download.Ending == ending).Name;
}

using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Initiatives;

/// <summary>What the reader of the form was not sure of, and the document that the report was read from.</summary>
internal static class InitiativeFindings
{
    public static void Render(HtmlWriter html, Visit visit, Standing standing, Report report, StoredContent stored)
    {
        // Findings and originals quote what others do not see.
        if (!visit.Round.Mask.IsNone) return;
        var texts = visit.Texts;
        // Of a form it is known where each value stood.
        var isForm = report.Provenance.Count > 0;
        html.Write($"<section aria-labelledby=\"findings\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"findings\">{texts["findings.title"]}</h2>");
        if (report.Findings.Count == 0)
        {
            html.Write($"<p>{texts["findings.none"]}</p>");
        }
        else
        {
            html.Write("<ul class=\"findings\">"u8);
            foreach (var finding in report.Findings.OrderBy(finding => finding.Severity).ThenBy(finding => ReportFields.PlaceOf(ReportFields.At(finding.Field)?.Key ?? ""))) One(html, visit, standing, stored, finding, isForm);
            html.Write("</ul>"u8);
        }

        html.Write("</section>"u8);
        if (stored.FileName is null) return;
        html.Write($"<section aria-labelledby=\"source\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"source\">{texts["source.title"]}</h2><p>{texts["source.from"]} <a class=\"ds-link\" href=\"{visit.Root}/tiltak/{InitiativeLink.KeyOf(standing.Initiative)}/kilde\" download>{stored.FileName}</a>. {texts["source.stored", LocalTime.Day(stored.RecordedAt, visit.Portfolio.Definition)]}");
        if (isForm) html.Write($" <a class=\"ds-link\" href=\"{SourcePage.Address(visit, standing.Initiative, null)}\">{texts["source.show"]}</a>");
        html.Write("</p></section>"u8);
    }

    private static void One(HtmlWriter html, Visit visit, Standing standing, StoredContent stored, Finding finding, bool isForm)
    {
        var texts = visit.Texts;
        var (key, colour) = finding.Severity switch
        {
            FindingSeverity.Error => ("severity.error", "danger"),
            FindingSeverity.Review => ("severity.review", "warning"),
            _ => ("severity.info", "info"),
        };
        html.Write($"<li><span class=\"ds-tag\" data-color=\"{colour}\">{texts[key]}</span> ");
        if (ReportFields.At(finding.Field) is { } field) html.Write($"<strong>{texts[field.Label]}</strong>: ");
        html.Write($"{FindingText.Of(texts, finding)}");
        if (finding.Text is { Length: > 0 } words) html.Write($" <q>{words}</q>");
        if (finding.Line is not null && stored.FileName is { } file && isForm) html.Write($" <a class=\"ds-link\" href=\"{SourcePage.Address(visit, standing.Initiative, finding.Line)}\">{PlaceText.Of(texts, file, finding)}</a>");
        html.Write("</li>"u8);
    }
}

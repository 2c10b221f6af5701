using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Reporting;

/// <summary>What changed since last time, field by field, with the explanations of what is significant.</summary>
internal static class ChangeTable
{
    public static void Write(HtmlWriter html, DeskVisit desk, OpenForm form)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["changed.title"]}</h2>");
        if (form.PriorRound is not { } prior)
        {
            html.Write($"<p>{texts["changed.first"]}</p>");
            return;
        }

        if (form.Changes.Count == 0)
        {
            html.Write($"<p>{texts["changed.nothing", prior.Month.ToText(texts.Language)]}</p>");
            return;
        }

        Parts.BeginTable(html, texts["changed.caption", prior.Month.ToText(texts.Language)]);
        Parts.Headings(html, (texts["changed.field"], false), (texts["changed.before"], false), (texts["changed.now"], false), (texts["changed.why"], false));
        foreach (var change in form.Changes)
        {
            html.Write($"<tr><th scope=\"row\">{texts["field." + change.Field]}");
            if (change.Item is { Length: > 0 } item) html.Write($"<span class=\"item\">{FieldText.ItemOf(texts, change.Field, item)}</span>");
            html.Write("</th><td class=\"prose\">"u8);
            FieldText.Write(html, texts, change.Before);
            html.Write("</td><td class=\"prose\">"u8);
            FieldText.Write(html, texts, change.Now);
            html.Write("</td><td class=\"prose\">"u8);
            if (change.Significance is { } significance) html.Write($"<span class=\"ds-tag\" data-color=\"warning\">{texts["significance." + significance.Kind]}</span> ");
            foreach (var finding in form.Check.Findings.Where(finding => finding.Field == change.Path && finding.Explanation is not null)) html.Write($"{finding.Explanation}");
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
    }
}

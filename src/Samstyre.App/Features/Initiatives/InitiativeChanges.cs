using Samstyre.Analysis;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>What changed since the initiative's last report, field by field.</summary>
internal static class InitiativeChanges
{
    public static void Render(HtmlWriter html, Visit visit, Standing standing, Standing? previous, Report now, Report? before)
    {
        var texts = visit.Texts;
        html.Write($"<section aria-labelledby=\"changed\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"changed\">{texts["initiative.changes"]}</h2>");
        if (before is null || previous is null)
        {
            html.Write($"<p>{texts["initiative.changes.first", visit.Name(standing.ReportedIn)]}</p></section>");
            return;
        }

        var changes = ReportChanges.Between(before, now);
        if (changes.Count == 0)
        {
            html.Write($"<p>{texts["initiative.changes.none", visit.Name(previous.ReportedIn)]}</p></section>");
            return;
        }

        // Of a long form everything can change at once; the reader opens the list when wanted.
        html.Write($"<details class=\"ds-details\"{(changes.Count <= 12 ? Open : default)}><summary>{texts.Count("initiative.changes.count", changes.Count)}</summary><div>");
        Parts.BeginTable(html, texts["initiative.changes.caption", visit.Name(previous.ReportedIn), visit.Name(standing.ReportedIn)], "changes");
        Parts.Headings(html, (texts["changes.field"], false), (visit.Name(previous.ReportedIn), false), (visit.Name(standing.ReportedIn), false));
        foreach (var change in changes)
        {
            html.Write($"<tr><th scope=\"row\">{texts[ReportFields.At(change.Field)!.Label]}");
            if (change.Item is { Length: > 0 } item) html.Write($"<span class=\"item\">{FieldText.ItemOf(visit.Texts, change.Field, item)}</span>");
            html.Write("</th><td class=\"prose\">"u8);
            FieldText.Write(html, visit.Texts, change.Before);
            html.Write("</td><td class=\"prose\">"u8);
            FieldText.Write(html, visit.Texts, change.Now);
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
        html.Write("</div></details></section>"u8);
    }

    private static Markup Open { get; } = new(" open"u8.ToArray());
}

using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Overview;

/// <summary>What somebody should look at in this round.</summary>
internal static class OverviewAttention
{
    private const int Shown = 8;

    public static void Render(HtmlWriter html, Visit visit, NeedsAttention attention)
    {
        var texts = visit.Texts;
        html.Write($"<section aria-labelledby=\"attention\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"attention\">{texts["attention.title"]}</h2><div class=\"columns\">");
        Group(html, visit, "attention.red", attention.Red, $"{visit.Root}/tiltak?sorter=-status", standing =>
            html.Write($"<span class=\"from-to\"><span class=\"quiet\">{texts["column.status"]}</span> {Shapes.Mark(standing.Facts.Status, texts)} <span class=\"quiet\">{texts["column.risk"]}</span> {Shapes.Mark(standing.Facts.Risk, texts)}</span>"));
        Group(html, visit, "attention.notReported", attention.NotReported, $"{visit.Root}/runder", standing =>
            html.Write($"<span class=\"quiet\">{texts["attention.lastReported", visit.Name(standing.ReportedIn)]}</span>"));
        Group(html, visit, "attention.questions", attention.OpenQuestions, null, standing =>
            html.Write($"<span class=\"quiet\">{texts.Count("findings", standing.Facts.OpenQuestions)}</span>"));
        html.Write("</div></section>"u8);
    }

    private static void Group(HtmlWriter html, Visit visit, string key, ImmutableArray<Standing> items, string? all, Action<Standing> detail)
    {
        var texts = visit.Texts;
        html.Write($"<div class=\"group\"><h3 class=\"ds-heading\" data-size=\"xs\">{texts[key]} <span class=\"count\">{texts.Number(items.Length)}</span></h3>");
        if (items.IsEmpty)
        {
            html.Write($"<p class=\"quiet\">{texts[key + ".none"]}</p></div>");
            return;
        }

        html.Write("<ul>"u8);
        for (var place = 0; place < items.Length && place < Shown; place++)
        {
            html.Write("<li>"u8);
            InitiativeLink.Write(html, visit.Root, items[place]);
            html.Write(" "u8);
            detail(items[place]);
            html.Write("</li>"u8);
        }

        html.Write("</ul>"u8);
        if (items.Length > Shown && all is not null) html.Write($"<p><a class=\"ds-link\" href=\"{all}\">{texts["list.all", texts.Number(items.Length)]}</a></p>");
        else if (items.Length > Shown) html.Write($"<p class=\"quiet\">{texts["list.more", texts.Number(items.Length - Shown)]}</p>");
        html.Write("</div>"u8);
    }
}

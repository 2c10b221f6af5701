using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Overview;

/// <summary>What changed since the round before, with names. Of long lists the first stand here.</summary>
internal static class OverviewChanges
{
    private const int Shown = 8;

    public static void Render(HtmlWriter html, Visit visit, PortfolioChanges? changes)
    {
        var texts = visit.Texts;
        html.Write($"<section aria-labelledby=\"changes\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"changes\">{texts["changes.title"]}</h2>");
        if (changes is null || visit.Round.Before is not { } before)
        {
            html.Write($"<p>{texts["changes.first"]}</p></section>");
            return;
        }

        html.Write($"<p>{texts["changes.since", visit.Name(before.Round)]}</p><div class=\"columns\">");
        Group(html, visit, "changes.new", changes.New, standing => InitiativeLink.Write(html, visit.Root, standing));
        Group(html, visit, "changes.left", changes.Left, departure =>
        {
            InitiativeLink.Write(html, visit.RootOf(before), departure.Last);
            html.Write($" <span class=\"quiet\">{texts["stage." + departure.Step.Stage]}{(departure.Step.Reason is { Length: > 0 } reason ? $": {reason}" : "")}</span>");
        });
        Group(html, visit, "changes.statusWorse", changes.StatusWorse, pair => Colours(html, visit, pair, standing => standing.Facts.Status));
        Group(html, visit, "changes.statusBetter", changes.StatusBetter, pair => Colours(html, visit, pair, standing => standing.Facts.Status));
        Group(html, visit, "changes.riskWorse", changes.RiskWorse, pair => Colours(html, visit, pair, standing => standing.Facts.Risk));
        Group(html, visit, "changes.riskBetter", changes.RiskBetter, pair => Colours(html, visit, pair, standing => standing.Facts.Risk));
        Group(html, visit, "changes.budget", changes.BudgetMoves, pair =>
        {
            InitiativeLink.Write(html, visit.Root, pair.Now);
            html.Write($" <span class=\"quiet\">{texts["changes.fromTo.money", pair.Before.Facts.Budget!.Value.ToText(texts.Language), pair.Now.Facts.Budget!.Value.ToText(texts.Language)]}</span>");
        });
        Group(html, visit, "changes.end", changes.EndMoves, pair =>
        {
            InitiativeLink.Write(html, visit.Root, pair.Now);
            html.Write($" <span class=\"quiet\">{texts["changes.fromTo", pair.Before.Facts.EndDate!.Value.ToText(texts.Language), pair.Now.Facts.EndDate!.Value.ToText(texts.Language)]}</span>");
        });
        html.Write("</div></section>"u8);
    }

    private static void Colours(HtmlWriter html, Visit visit, StandingChange pair, Func<Standing, TrafficLight?> light)
    {
        InitiativeLink.Write(html, visit.Root, pair.Now);
        html.Write($" <span class=\"from-to\">{Shapes.Mark(light(pair.Before), visit.Texts)} <span aria-hidden=\"true\">→</span><span class=\"ds-sr-only\">{visit.Texts["changes.to"]}</span> {Shapes.Mark(light(pair.Now), visit.Texts)}</span>");
    }

    private static void Group<T>(HtmlWriter html, Visit visit, string key, ImmutableArray<T> items, Action<T> item)
    {
        var texts = visit.Texts;
        html.Write($"<div class=\"group\"><h3 class=\"ds-heading\" data-size=\"xs\">{texts[key]} <span class=\"count\">{texts.Number(items.Length)}</span></h3>");
        if (items.IsEmpty)
        {
            html.Write($"<p class=\"quiet\">{texts["changes.none"]}</p></div>");
            return;
        }

        html.Write("<ul>"u8);
        for (var place = 0; place < items.Length && place < Shown; place++)
        {
            html.Write("<li>"u8);
            item(items[place]);
            html.Write("</li>"u8);
        }

        html.Write("</ul>"u8);
        if (items.Length > Shown) html.Write($"<p class=\"quiet\">{texts["list.more", texts.Number(items.Length - Shown)]}</p>");
        html.Write("</div>"u8);
    }
}

using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Overview;

/// <summary>Status or risk over all rounds: a bar for the eye, and every number as text and link.</summary>
internal static class LightsOverRounds
{
    private static readonly string[] Values = ["gronn", "gul", "rod", Facet.NotStated];

    public static void Render(HtmlWriter html, Visit visit, string key, FacetKind facet, Func<RoundIndex, LightDistribution> distribution)
    {
        var texts = visit.Texts;
        Parts.BeginTable(html, texts[key], "lights");
        html.Write($"<thead><tr><th scope=\"col\">{texts["round"]}</th><td class=\"wide-bar\"></td>");
        foreach (var light in Parts.AllLights) html.Write($"<th scope=\"col\" class=\"num\">{Shapes.Mark(light, texts)}</th>");
        html.Write("</tr></thead><tbody>"u8);
        for (var place = visit.Portfolio.Rounds.Length - 1; place >= 0; place--)
        {
            var round = visit.Portfolio.Rounds[place];
            var counts = distribution(round);
            html.Write($"<tr{(round == visit.Round ? Current : default)}><th scope=\"row\">");
            if (round == visit.Round) html.Write($"{visit.Name(round.Round)}");
            else html.Write($"<a class=\"ds-link\" href=\"{visit.RootOf(round)}\">{visit.Name(round.Round)}</a>");
            html.Write("</th><td class=\"wide-bar\">"u8);
            Parts.StackedBar(html, counts);
            html.Write("</td>"u8);
            for (var choice = 0; choice < Values.Length; choice++) Cell(html, visit, round, counts, Parts.AllLights[choice], $"?{InitiativeQuery.FacetNames[(int)facet]}={Values[choice]}");
            html.Write("</tr>"u8);
        }

        Parts.EndTable(html);
    }

    private static Markup Current { get; } = new(" class=\"current\""u8.ToArray());

    private static void Cell(HtmlWriter html, Visit visit, RoundIndex round, LightDistribution counts, TrafficLight? light, string address)
    {
        var count = counts.Count(light);
        html.Write("<td class=\"num\">"u8);
        if (count == 0) html.Write("0"u8);
        else html.Write($"<a class=\"ds-link\" href=\"{visit.RootOf(round)}/tiltak{address}\">{visit.Texts.Number(count)}</a> <span class=\"quiet\">{visit.Texts.Percent(counts.Share(light))}</span>");
        html.Write("</td>"u8);
    }
}

using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>The parts of the foundation over years: bars with their words, and how many need them when. On a narrow screen each part is a list of its years.</summary>
internal static class RoadmapTable
{
    public static void Write(HtmlWriter html, Visit visit, FoundationRoadmap roadmap)
    {
        var texts = visit.Texts;
        if (roadmap.Lines.IsEmpty)
        {
            html.Write($"<p>{texts["roadmap.empty"]}</p>");
            return;
        }

        html.Write($"<p class=\"note\">{texts["roadmap.rule"]}</p>");
        Parts.BeginTable(html, texts["roadmap.caption"], "roadmap", captionShown: false);
        Parts.Headings(html, [(texts["foundation.part"], false), .. Enumerable.Range(roadmap.FirstYear, roadmap.Years).Select(year => (Year(year), false))]);
        foreach (var line in roadmap.Lines)
        {
            html.Write("<tr><th scope=\"row\">"u8);
            FoundationTable.Link(html, visit, line.Part);
            html.Write("</th>"u8);
            for (var place = 0; place < line.Years.Length; place++) Cell(html, texts, roadmap.FirstYear + place, line.Years[place]);
            html.Write("</tr>"u8);
        }

        Parts.EndTable(html);
    }

    private static void Cell(HtmlWriter html, TextSet texts, int year, RoadmapYear cell)
    {
        if (cell == default)
        {
            html.Write("<td class=\"nothing\"></td>"u8);
            return;
        }

        html.Write($"<td data-year=\"{Year(year)}\">");
        if (cell.IsThere) html.Write($"<span class=\"plan there\">{texts["roadmap.there"]}</span>");
        else if (cell.IsWork) html.Write($"<span class=\"plan\">{texts["roadmap.work"]}</span>");
        if (cell.Needed > 0) html.Write($"<span class=\"need\">{texts.Count("roadmap.needed", cell.Needed)}</span>");
        html.Write("</td>"u8);
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}

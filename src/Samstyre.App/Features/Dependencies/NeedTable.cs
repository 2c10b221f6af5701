using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What initiatives need, in their own words.</summary>
internal static class NeedTable
{
    public static void Write(HtmlWriter html, Visit visit, string caption, IEnumerable<RegisteredNeed> needs, bool captionShown = true)
    {
        var texts = visit.Texts;
        Parts.BeginTable(html, caption, captionShown: captionShown);
        Parts.Headings(html, (texts["need.who"], false), (texts["need.what"], false), (texts["need.purpose"], false), (texts["need.by"], false), (texts["dependency.criticality"], false), (texts["foundation.status"], false));
        foreach (var need in needs)
        {
            html.Write("<tr><th scope=\"row\">"u8);
            InitiativeLink.Write(html, visit.Root, need.Receiver);
            html.Write("</th><td class=\"prose\">"u8);
            What(html, texts, need);
            html.Write("</td><td class=\"prose\">"u8);
            if (need.Dependency is { } row) FieldText.Write(html, texts, row.Purpose);
            else html.Write($"{texts["need.benefits"]}");
            html.Write("</td><td>"u8);
            By(html, texts, need);
            html.Write("</td><td>"u8);
            FieldText.Write(html, texts, need.Criticality);
            html.Write($"</td><td>{Shapes.Mark(need.Status, texts)}</td></tr>");
        }

        Parts.EndTable(html);
    }

    private static void What(HtmlWriter html, TextSet texts, RegisteredNeed need)
    {
        if (need.Dependency is not { } row)
        {
            html.Write($"{texts["prerequisite." + need.Key]}");
            return;
        }

        html.Write($"<span class=\"item\">{row.On ?? ""}</span>{row.What ?? ""}");
    }

    private static void By(HtmlWriter html, TextSet texts, RegisteredNeed need)
    {
        var words = need.Dependency is { } row ? row.DeadlineText : need.Prerequisite?.When;
        if (string.IsNullOrWhiteSpace(words)) Parts.Date(html, need.NeededBy, texts);
        else html.Write($"{words}");
    }
}

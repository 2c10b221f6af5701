using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>The pages on dependencies, as a row of links under the heading of each.</summary>
internal static class DependencyNav
{
    private static readonly (string Href, string Key)[] Entries =
    [
        (RegisterPage.Address, "needs.register"),
        (ContradictionsPage.Address, "contradictions.title"),
        (MapPage.Address, "needs.map"),
        (MatrixPage.Address, "needs.matrix"),
        (RipplePage.Address, "ripple.title"),
        (LoadPage.Address, "load.title"),
        (FoundationPage.Address, "foundation.title"),
        (ClarificationsPage.Address, "clarifications.title"),
    ];

    /// <summary>The row; the page that one is on is marked.</summary>
    public static void Write(HtmlWriter html, Visit visit, string current)
    {
        html.Write($"<nav class=\"tabs\" aria-label=\"{visit.Texts["needs.pages"]}\"><ul>");
        foreach (var (href, key) in Entries)
        {
            html.Write($"<li><a href=\"{visit.Root}{href}\"");
            if (href == current) html.Write(" aria-current=\"page\""u8);
            html.Write($">{visit.Texts[key]}</a></li>");
        }

        html.Write("</ul></nav>"u8);
    }
}

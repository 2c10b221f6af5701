
namespace Samstyre.App.Web;

/// <summary>Links to the pages of a long list: the first, the last, and those around the current one.</summary>
internal static class Pager
{
    private const int Around = 2;

    public static void Render(HtmlWriter html, TextSet texts, int items, int size, int current, Func<int, string> address)
    {
        var last = (items + size - 1) / size;
        if (last <= 1) return;
        html.Write($"<nav class=\"pages\" aria-label=\"{texts["pager.label"]}\"><ul>");
        if (current > 1) Step(html, address(Math.Min(current - 1, last)), texts["pager.previous"]);
        var written = 0;
        foreach (var page in Enumerable.Range(Math.Max(1, current - Around), (2 * Around) + 1).Prepend(1).Append(last).Where(page => page <= last).Distinct().Order())
        {
            if (page > written + 1) html.Write("<li aria-hidden=\"true\">…</li>"u8);
            html.Write($"<li><a class=\"ds-button\" data-variant=\"{(page == current ? "primary" : "tertiary")}\" href=\"{address(page)}\" aria-label=\"{texts["pager.page", page]}\"{(page == current ? CurrentPage : default)}>{page}</a></li>");
            written = page;
        }

        if (current < last) Step(html, address(current + 1), texts["pager.next"]);
        html.Write("</ul></nav>"u8);
    }

    private static Markup CurrentPage { get; } = new(" aria-current=\"page\""u8.ToArray());

    private static void Step(HtmlWriter html, string address, string words) =>
        html.Write($"<li><a class=\"ds-button\" data-variant=\"tertiary\" href=\"{address}\">{words}</a></li>");
}

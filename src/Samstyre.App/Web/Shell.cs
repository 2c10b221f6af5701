using Samstyre.App.Features.Desk;
using Samstyre.App.Texts;

namespace Samstyre.App.Web;

/// <summary>The entries of the main menu.</summary>
internal enum MenuEntry
{
    None,
    Overview,
    Initiatives,
    Organisations,
    Dependencies,
    Report,
    Rounds,
}

/// <summary>The frame of every page: head, top, menu, foot.</summary>
internal static class Shell
{
    private static readonly string[] LanguageNames = ["Bokmål", "Nynorsk", "English"];

    /// <summary>Everything before the content of a round's page.</summary>
    public static void Begin(HtmlWriter html, Visit visit, MenuEntry current, string title, params ReadOnlySpan<(string Href, string Name)> crumbs)
    {
        var texts = visit.Texts;
        var portfolio = visit.Portfolio.Definition.Name.In(texts.Language);
        Head(html, texts, $"{title} – {visit.Name(visit.Round.Round)} – {portfolio}");
        html.Write($"<header class=\"top\"><div class=\"wide bar\"><a class=\"brand\" href=\"{visit.Root}\"><span class=\"brand-name\">Samstyre</span><span class=\"brand-of\">{portfolio}</span></a>");
        RoundChooser(html, visit);
        html.Write($"<form class=\"find\" role=\"search\" action=\"{visit.Root}/tiltak\"><label class=\"ds-sr-only\" for=\"find\">{texts["search.label"]}</label><input class=\"ds-input\" id=\"find\" type=\"search\" name=\"sok\" maxlength=\"200\" placeholder=\"{texts["search.placeholder"]}\"><button class=\"ds-button\" data-variant=\"secondary\" type=\"submit\">{texts["search.button"]}</button></form>");
        Languages(html, texts, $"/{visit.Portfolio.Definition.Code}/{visit.Round.Round.Code}{visit.BelowRound}");
        PersonMenu.Write(html, visit.Http, texts, visit.Portfolio.Definition.Code);
        html.Write($"</div><nav class=\"menu\" aria-label=\"{texts["menu.label"]}\"><ul class=\"wide\">");
        Entry(html, visit, current, MenuEntry.Overview, "", "menu.overview");
        Entry(html, visit, current, MenuEntry.Initiatives, "/tiltak", "menu.initiatives");
        Entry(html, visit, current, MenuEntry.Organisations, "/virksomheter", "menu.organisations");
        Entry(html, visit, current, MenuEntry.Dependencies, "/avhengigheter", "menu.dependencies");
        Entry(html, visit, current, MenuEntry.Report, "/rapport", "menu.report");
        Entry(html, visit, current, MenuEntry.Rounds, "/runder", "menu.rounds");
        html.Write("</ul></nav></header><main id=\"innhold\" class=\"wide\" tabindex=\"-1\">"u8);
        if (crumbs.Length == 0) return;
        html.Write($"<nav class=\"crumbs\" aria-label=\"{texts["crumbs.label"]}\"><ol><li><a class=\"ds-link\" href=\"{visit.Root}\">{texts["menu.overview"]}</a></li>");
        foreach (var (href, name) in crumbs) html.Write($"<li><a class=\"ds-link\" href=\"{visit.Root}{href}\">{name}</a></li>");
        html.Write("</ol></nav>"u8);
    }

    /// <summary>Everything before the content of a page where people work.</summary>
    public static void BeginDesk(HtmlWriter html, DeskVisit desk, DeskEntry current, string title, params ReadOnlySpan<(string Href, string Name)> crumbs)
    {
        var texts = desk.Texts;
        var portfolio = desk.Definition.Name.In(texts.Language);
        Head(html, texts, $"{title} – {portfolio}");
        html.Write($"<header class=\"top\"><div class=\"wide bar\"><a class=\"brand\" href=\"/{texts.Code}/{desk.Definition.Code}\"><span class=\"brand-name\">Samstyre</span><span class=\"brand-of\">{portfolio}</span></a>");
        Languages(html, texts, BelowLanguage(desk.Http));
        PersonMenu.Write(html, desk.Http, texts, desk.Definition.Code);
        html.Write($"</div><nav class=\"menu\" aria-label=\"{texts["menu.label"]}\"><ul class=\"wide\">");
        foreach (var (entry, href, key, right) in DeskMenu.Entries)
        {
            if (!desk.May(right)) continue;
            html.Write($"<li><a href=\"{desk.Root}{href}\"");
            if (entry == current) html.Write(" aria-current=\"page\""u8);
            html.Write($">{texts[key]}</a></li>");
        }

        html.Write("</ul></nav></header><main id=\"innhold\" class=\"wide\" tabindex=\"-1\">"u8);
        if (crumbs.Length == 0) return;
        html.Write($"<nav class=\"crumbs\" aria-label=\"{texts["crumbs.label"]}\"><ol><li><a class=\"ds-link\" href=\"{desk.Root}\">{texts["desk.title"]}</a></li>");
        foreach (var (href, name) in crumbs) html.Write($"<li><a class=\"ds-link\" href=\"{desk.Root}{href}\">{name}</a></li>");
        html.Write("</ol></nav>"u8);
    }

    /// <summary>Everything before the content of a page about one's account.</summary>
    public static void BeginOwn(HtmlWriter html, HttpContext http, TextSet texts, string title)
    {
        Head(html, texts, $"{title} – Samstyre");
        html.Write("<header class=\"top\"><div class=\"wide bar\"><a class=\"brand\" href=\"/\"><span class=\"brand-name\">Samstyre</span></a>"u8);
        Languages(html, texts, BelowLanguage(http));
        PersonMenu.Write(html, http, texts, null);
        html.Write("</div></header><main id=\"innhold\" class=\"wide\" tabindex=\"-1\">"u8);
    }

    /// <summary>Everything before the content of a page that belongs to no round: errors, an empty store.</summary>
    public static void BeginBare(HtmlWriter html, TextSet texts, string title)
    {
        Head(html, texts, $"{title} – Samstyre");
        html.Write("<header class=\"top\"><div class=\"wide bar\"><a class=\"brand\" href=\"/\"><span class=\"brand-name\">Samstyre</span></a></div></header><main id=\"innhold\" class=\"wide\" tabindex=\"-1\">"u8);
    }

    /// <summary>Everything after the content; <paramref name="script"/> adds comfort to the page.</summary>
    public static void End(HtmlWriter html, TextSet texts, Markup script = default) =>
        html.Write($"</main><footer class=\"foot\"><div class=\"wide\"><p>{texts["foot.about"]}</p></div></footer>{script}</body></html>");

    private static void Head(HtmlWriter html, TextSet texts, string title) => html.Write(
        $"<!DOCTYPE html><html lang=\"{texts.Code}\" data-color-scheme=\"auto\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>{Assets.Links}</head><body><a class=\"ds-skip-link\" href=\"#innhold\">{texts["skip"]}</a>");

    private static void RoundChooser(HtmlWriter html, Visit visit)
    {
        html.Write($"<details class=\"pick\"><summary><span class=\"pick-label\">{visit.Texts["round.label"]}</span> {visit.Name(visit.Round.Round)}</summary><ul>");
        // What a list was filtered and sorted by stays; what stands on one initiative's page too.
        var below = visit.BelowRound;
        for (var place = visit.Portfolio.Rounds.Length - 1; place >= 0; place--)
        {
            var round = visit.Portfolio.Rounds[place];
            html.Write($"<li><a class=\"ds-link\" href=\"{visit.RootOf(round)}{below}\"");
            if (round == visit.Round) html.Write(" aria-current=\"true\""u8);
            html.Write($">{visit.Name(round.Round)}</a></li>");
        }

        html.Write("</ul></details>"u8);
    }

    private static void Languages(HtmlWriter html, TextSet texts, string below)
    {
        html.Write($"<nav class=\"languages\" aria-label=\"{texts["language.label"]}\"><ul>");
        foreach (var other in ScreenTexts.All)
        {
            html.Write($"<li><a class=\"ds-link\" href=\"/{other.Code}{below}\" lang=\"{other.Code}\" hreflang=\"{other.Code}\"");
            if (other == texts) html.Write(" aria-current=\"true\""u8);
            html.Write($">{LanguageNames[(int)other.Language]}</a></li>");
        }

        html.Write("</ul></nav>"u8);
    }

    // A page that answers a post has the address of its form.
    private static string BelowLanguage(HttpContext http)
    {
        var path = http.Request.Path.ToUriComponent();
        var below = path.IndexOf('/', 1);
        return (below < 0 ? "" : path[below..]) + (HttpMethods.IsPost(http.Request.Method) ? "" : http.Request.QueryString.ToUriComponent());
    }

    private static void Entry(HtmlWriter html, Visit visit, MenuEntry current, MenuEntry entry, string href, string key)
    {
        html.Write($"<li><a href=\"{visit.Root}{href}\"");
        if (current == entry) html.Write(" aria-current=\"page\""u8);
        html.Write($">{visit.Texts[key]}</a></li>");
    }
}

using Samstyre.App.Texts;

namespace Samstyre.App.Web;

/// <summary>Pages that say what went wrong, that nothing was lost, and what to do.</summary>
internal static class ErrorPage
{
    public static Task NotFound(HttpContext http) => Send(http, StatusCodes.Status404NotFound, "error.notFound");

    public static Task Failed(HttpContext http) => Send(http, StatusCodes.Status500InternalServerError, "error.failed");

    /// <summary>No portfolio, or no round in it.</summary>
    public static Task Empty(HttpContext http) => Send(http, StatusCodes.Status200OK, "empty.store");

    /// <summary>A file that can't be made now; the sentence says why and what to do.</summary>
    public static Task Refused(HttpContext http, string sentence) => Send(http, StatusCodes.Status503ServiceUnavailable, Reader.TextsOf(http), "error.refused.title", sentence, "error.refused.todo");

    /// <summary>Posted by somebody who is not logged in any longer.</summary>
    public static Task LoggedOut(HttpContext http) => Send(http, StatusCodes.Status401Unauthorized, "error.loggedOut");

    /// <summary>Posted without the token that the form carries, or with another person's.</summary>
    public static Task FormTooOld(HttpContext http) => Send(http, StatusCodes.Status400BadRequest, "error.formTooOld");

    /// <summary>More was sent than is taken.</summary>
    public static Task TooLarge(HttpContext http, long most)
    {
        var texts = Reader.TextsOf(http);
        return Send(http, StatusCodes.Status413PayloadTooLarge, texts, "error.tooLarge.title", texts["error.tooLarge.what", texts.Number((int)(most / 1_000_000))], "error.tooLarge.todo");
    }

    /// <summary>Too many attempts in a short while.</summary>
    public static Task TooMany(HttpContext http) => Send(http, StatusCodes.Status429TooManyRequests, "error.tooMany");

    private static Task Send(HttpContext http, int status, string key)
    {
        var texts = Reader.TextsOf(http);
        return Send(http, status, texts, key + ".title", texts[key + ".what"], key + ".todo");
    }

    private static async Task Send(HttpContext http, int status, TextSet texts, string title, string what, string todo)
    {
        using var html = new HtmlWriter();
        Shell.BeginBare(html, texts, texts[title]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts[title]}</h1><p class=\"lead\">{what}</p><p>{texts[todo]}</p><p><a class=\"ds-link\" href=\"/\">{texts["error.home"]}</a></p>");
        Shell.End(html, texts);
        await Pages.Send(http, html, status);
    }
}

/// <summary>What the reader speaks.</summary>
internal static class Reader
{
    /// <summary>The address's language, or else what the browser asks for.</summary>
    public static TextSet TextsOf(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var first = path.Length > 1 ? path[1..].Split('/', 2)[0] : "";
        return ScreenTexts.Of(first) ?? Preferred(http.Request.Headers.AcceptLanguage.ToString());
    }

    /// <summary>The first of our languages in an Accept-Language header by weight; Bokmål when there is none. "no" is Bokmål.</summary>
    public static TextSet Preferred(string acceptLanguage)
    {
        var best = ScreenTexts.All[0];
        var weight = 0d;
        foreach (var part in acceptLanguage.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = part.Split(';', StringSplitOptions.TrimEntries);
            var code = pieces[0].Split('-')[0];
            var texts = ScreenTexts.Of(code == "no" ? "nb" : code);
            var own = pieces.Length > 1 && pieces[1].StartsWith("q=", StringComparison.Ordinal)
                && double.TryParse(pieces[1].AsSpan(2), System.Globalization.CultureInfo.InvariantCulture, out var stated) ? stated : pieces.Length > 1 ? 0 : 1;
            if (texts is null || own <= weight) continue;
            (best, weight) = (texts, own);
        }

        return best;
    }
}

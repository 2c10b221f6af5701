using Microsoft.AspNetCore.Antiforgery;

namespace Samstyre.App.Access;

/// <summary>The token that every posted form carries, so that no other site can post in somebody's name.</summary>
internal static class FormToken
{
    public const string Field = "token";
    public const string Header = "X-Form-Token";

    /// <summary>The hidden field of a form.</summary>
    public static void Write(HtmlWriter html, HttpContext http) =>
        html.Write($"<input type=\"hidden\" name=\"{Field}\" value=\"{Of(http)}\">");

    /// <summary>The token of this answer.</summary>
    public static string Of(HttpContext http) => http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;

    /// <summary>Whether a post carries the token of its sender.</summary>
    public static Task<bool> IsRight(HttpContext http) => http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
}

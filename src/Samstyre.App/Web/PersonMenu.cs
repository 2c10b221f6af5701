using Samstyre.App.Access;
using Samstyre.Storage;

namespace Samstyre.App.Web;

/// <summary>Top right: who is logged in, their desk, and the way out; or the way in.</summary>
internal static class PersonMenu
{
    public static void Write(HtmlWriter html, HttpContext http, TextSet texts, string? portfolio)
    {
        if (http.RequestServices.GetService<Db>() is null) return;
        if (http.Person() is not { } person)
        {
            html.Write($"<nav class=\"person\" aria-label=\"{texts["person.label"]}\"><a class=\"ds-link\" href=\"/{texts.Code}/logg-inn\">{texts["person.logIn"]}</a></nav>");
            return;
        }

        html.Write($"<nav class=\"person\" aria-label=\"{texts["person.label"]}\">");
        var desk = portfolio is not null && person.Grants.ContainsKey(portfolio) ? portfolio : person.Grants.Keys.Order(StringComparer.Ordinal).FirstOrDefault();
        if (desk is not null) html.Write($"<a class=\"ds-link\" href=\"/{texts.Code}/{desk}/arbeid\">{texts["desk.title"]}</a> ");
        html.Write($"<a class=\"ds-link\" href=\"/{texts.Code}/konto\">{person.Name}</a><form method=\"post\" action=\"/{texts.Code}/logg-ut\">");
        FormToken.Write(html, http);
        html.Write($"<button class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" type=\"submit\">{texts["person.logOut"]}</button></form></nav>");
    }
}

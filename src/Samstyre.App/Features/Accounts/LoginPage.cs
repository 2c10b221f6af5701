using Samstyre.App.Access;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Accounts;

/// <summary>Logging in with an address and a password, and out again.</summary>
internal static class LoginPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOwn("/logg-inn", Right.Read, Show);
        routes.MapOwnDeed("/logg-inn", Right.Read, LogIn).RequireRateLimiting(AccountRoutes.AttemptsPolicy);
        routes.MapOwnDeed("/logg-ut", Right.Read, LogOut);
    }

    private static Task Show(HttpContext http, TextSet texts) => Send(http, texts, "", problem: null);

    private static async Task LogIn(HttpContext http, TextSet texts)
    {
        var (db, time) = (http.RequestServices.GetRequiredService<Db>(), http.RequestServices.GetRequiredService<TimeProvider>());
        var email = http.Request.Form["epost"].ToString();
        var account = await AccountStore.Find(db, email, http.RequestAborted);
        var now = time.GetUtcNow();
        var locked = account?.LockedUntil > now;
        var (right, rehash) = Passwords.Verify(locked ? null : account, http.Request.Form["passord"].ToString());
        if (!right)
        {
            if (account is not null && !locked) await AccountStore.Failed(db, account.Id, now, http.RequestAborted);
            // The same words whether the address, the password or the patience is wrong.
            await Send(http, texts, email, texts["login.wrong"]);
            return;
        }

        await AccountStore.Succeeded(db, account!.Id, http.RequestAborted);
        if (rehash) await AccountStore.Rehash(db, account.Id, Passwords.Hash(http.Request.Form["passord"].ToString()), http.RequestAborted);
        await Login.Begin(http, account.Id);
        http.Response.Redirect(LocalAddress.Or(http.Request.Form["til"], await AccountRoutes.DeskOf(http, account.Id, texts)));
    }

    private static async Task LogOut(HttpContext http, TextSet texts)
    {
        await Login.End(http);
        http.Response.Redirect("/" + texts.Code);
    }

    private static Task Send(HttpContext http, TextSet texts, string email, string? problem) => AccountRoutes.Send(http, texts, texts["login.title"], problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, html =>
    {
        html.Write($"<p class=\"lead\">{texts["login.lead"]}</p>");
        if (problem is not null) Fields.Summary(html, texts, [("epost", problem)]);
        html.Write($"<form method=\"post\" class=\"ask\" action=\"/{texts.Code}/logg-inn\">");
        FormToken.Write(html, http);
        var back = http.Request.HasFormContentType ? http.Request.Form["til"].ToString() : http.Request.Query["til"].ToString();
        if (LocalAddress.Or(back, "") is { Length: > 0 } to) html.Write($"<input type=\"hidden\" name=\"til\" value=\"{to}\">");
        Fields.Input(html, new("epost", texts["login.email"], email) { Type = "email", Autocomplete = "username" });
        Fields.Input(html, new("passord", texts["login.password"], "") { Type = "password", Autocomplete = "current-password" });
        Fields.Submit(html, texts["login.button"]);
        html.Write($"</form><p><a class=\"ds-link\" href=\"/{texts.Code}/glemt-passord\">{texts["login.forgot"]}</a></p>");
    });
}

using Samstyre.App.Access;
using Samstyre.App.Texts;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Accounts;

/// <summary>One's own account: name, language, password, and logging out everywhere.</summary>
internal static class AccountPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOwn("/konto", Right.OwnAccount, (http, texts) => Show(http, texts, [], done: http.Request.Query["lagret"] == "ja"));
        routes.MapOwnDeed("/konto", Right.OwnAccount, ChangeProfile);
        routes.MapOwnDeed("/konto/passord", Right.OwnAccount, ChangePassword).RequireRateLimiting(AccountRoutes.AttemptsPolicy);
        routes.MapOwnDeed("/konto/logg-ut-overalt", Right.OwnAccount, LogOutEverywhere);
    }

    private static async Task Show(HttpContext http, TextSet texts, IReadOnlyList<(string Field, string Sentence)> problems, bool done = false)
    {
        var account = (await AccountStore.Find(Store(http), http.Person()!.Account, http.RequestAborted))!;
        await AccountRoutes.Send(http, texts, texts["account.title"], problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, html =>
        {
            html.Write($"<p class=\"lead\">{texts["account.lead", account.Name, account.Email]}</p>");
            if (done) html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{texts["account.saved"]}</p></div>");
            Fields.Summary(html, texts, problems);
            html.Write($"<form method=\"post\" class=\"ask\" action=\"/{texts.Code}/konto\">");
            FormToken.Write(html, http);
            Fields.Input(html, new("navn", texts["account.name"], account.Name) { Autocomplete = "name", Error = ErrorOf("navn") });
            Fields.Select(html, new("sprak", texts["account.language"], account.Language) { Width = "short" }, [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]);
            Fields.Submit(html, texts["account.save"]);
            html.Write($"</form><h2 class=\"ds-heading\" data-size=\"md\">{texts["account.password"]}</h2><form method=\"post\" class=\"ask\" action=\"/{texts.Code}/konto/passord\">");
            FormToken.Write(html, http);
            html.Write($"<input type=\"hidden\" name=\"epost\" value=\"{account.Email}\" autocomplete=\"username\">");
            Fields.Input(html, new("gammelt", texts["account.oldPassword"], "") { Type = "password", Autocomplete = "current-password", Error = ErrorOf("gammelt") });
            PasswordPages.Chosen(html, texts, problems);
            Fields.Submit(html, texts["password.button"]);
            html.Write($"</form><h2 class=\"ds-heading\" data-size=\"md\">{texts["account.everywhere"]}</h2><p>{texts["account.everywhere.what"]}</p><form method=\"post\" action=\"/{texts.Code}/konto/logg-ut-overalt\">");
            FormToken.Write(html, http);
            Fields.Submit(html, texts["account.everywhere.button"], "secondary");
            html.Write("</form>"u8);
        });

        string? ErrorOf(string field) => problems.FirstOrDefault(problem => problem.Field == field).Sentence;
    }

    private static async Task ChangeProfile(HttpContext http, TextSet texts)
    {
        var name = http.Request.Form["navn"].ToString().Trim();
        var language = http.Request.Form["sprak"].ToString();
        if (name.Length is 0 or > 200 || ScreenTexts.Of(language) is not { } chosen)
        {
            await Show(http, texts, [("navn", texts["account.nameMissing"])]);
            return;
        }

        await AccountStore.ChangeProfile(Store(http), http.Person()!.Account, name, language, http.RequestAborted);
        http.Response.Redirect($"/{chosen.Code}/konto?lagret=ja");
    }

    private static async Task ChangePassword(HttpContext http, TextSet texts)
    {
        var account = (await AccountStore.Find(Store(http), http.Person()!.Account, http.RequestAborted))!;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var locked = account.LockedUntil > now;
        if (!Passwords.Verify(locked ? null : account, http.Request.Form["gammelt"].ToString()).Right)
        {
            if (!locked) await AccountStore.Failed(Store(http), account.Id, now, http.RequestAborted);
            await Show(http, texts, [("gammelt", texts["account.oldWrong"])]);
            return;
        }

        var password = http.Request.Form["passord"].ToString();
        if (Passwords.ProblemOf(password, account.Email, account.Name) is { } problem)
        {
            await Show(http, texts, [("passord", Fields.SentenceOf(problem, texts))]);
            return;
        }

        // Ends every session; this browser gets a new one.
        await AccountStore.SetPassword(Store(http), account.Id, Passwords.Hash(password), http.RequestAborted);
        await Login.Begin(http, account.Id);
        http.Response.Redirect($"/{texts.Code}/konto?lagret=ja");
    }

    private static async Task LogOutEverywhere(HttpContext http, TextSet texts)
    {
        await SessionStore.EndAll(Store(http), http.Person()!.Account, http.RequestAborted);
        await Login.End(http);
        http.Response.Redirect($"/{texts.Code}/logg-inn");
    }

    private static Db Store(HttpContext http) => http.RequestServices.GetRequiredService<Db>();
}

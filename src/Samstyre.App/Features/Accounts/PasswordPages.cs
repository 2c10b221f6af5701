using Samstyre.App.Access;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Accounts;

/// <summary>Choosing a password by a one-time link: the first one by an invitation, another by a reset; and asking for a reset.</summary>
internal static class PasswordPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (address, purpose) in (ReadOnlySpan<(string, LinkPurpose)>)[("/invitasjon/{secret}", LinkPurpose.Invitation), ("/nytt-passord/{secret}", LinkPurpose.Reset)])
        {
            routes.MapOwn(address, Right.Read, (http, texts) => Show(http, texts, purpose, []));
            routes.MapOwnDeed(address, Right.Read, (http, texts) => Choose(http, texts, purpose)).RequireRateLimiting(AccountRoutes.AttemptsPolicy);
        }

        routes.MapOwn("/glemt-passord", Right.Read, (http, texts) => ShowForgotten(http, texts, asked: false));
        routes.MapOwnDeed("/glemt-passord", Right.Read, AskForReset).RequireRateLimiting(AccountRoutes.AttemptsPolicy);
    }

    private static async Task Show(HttpContext http, TextSet texts, LinkPurpose purpose, IReadOnlyList<(string, string)> problems)
    {
        var account = await AccountOf(http, purpose);
        var title = texts[purpose == LinkPurpose.Invitation ? "password.first" : "password.new"];
        await AccountRoutes.Send(http, texts, title, account is null ? StatusCodes.Status404NotFound : problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, html =>
        {
            if (account is null)
            {
                html.Write($"<p class=\"lead\">{texts["password.deadLink"]}</p><p><a class=\"ds-link\" href=\"/{texts.Code}/glemt-passord\">{texts["login.forgot"]}</a></p>");
                return;
            }

            html.Write($"<p class=\"lead\">{texts["password.lead", account.Name]}</p>");
            Fields.Summary(html, texts, problems);
            html.Write("<form method=\"post\" class=\"ask\">"u8);
            FormToken.Write(html, http);
            // So that password keepers know whose it is.
            html.Write($"<input type=\"hidden\" name=\"epost\" value=\"{account.Email}\" autocomplete=\"username\">");
            Chosen(html, texts, problems);
            Fields.Submit(html, texts["password.button"]);
            html.Write("</form>"u8);
        });
    }

    /// <summary>The field for a new password, with what it must be.</summary>
    public static void Chosen(HtmlWriter html, TextSet texts, IReadOnlyList<(string Field, string Sentence)> problems) =>
        Fields.Input(html, new("passord", texts["password.label"], "")
        {
            Type = "password", Autocomplete = "new-password", Help = texts["password.help", Passwords.Shortest], Error = problems.FirstOrDefault(problem => problem.Field == "passord").Sentence,
        });

    private static async Task Choose(HttpContext http, TextSet texts, LinkPurpose purpose)
    {
        var (db, time) = (http.RequestServices.GetRequiredService<Db>(), http.RequestServices.GetRequiredService<TimeProvider>());
        var password = http.Request.Form["passord"].ToString();
        var account = await AccountOf(http, purpose);
        if (account is not null && Passwords.ProblemOf(password, account.Email, account.Name) is { } problem)
        {
            await Show(http, texts, purpose, [("passord", Fields.SentenceOf(problem, texts))]);
            return;
        }

        if (account is null || await OneTimeLinks.SetPassword(db, Secret(http), purpose, Passwords.Hash(password), time.GetUtcNow(), http.RequestAborted) is null)
        {
            await Show(http, texts, purpose, []);
            return;
        }

        await Login.Begin(http, account.Id);
        http.Response.Redirect(await AccountRoutes.DeskOf(http, account.Id, texts));
    }

    private static Task ShowForgotten(HttpContext http, TextSet texts, bool asked) => AccountRoutes.Send(http, texts, texts["forgot.title"], StatusCodes.Status200OK, html =>
    {
        if (asked)
        {
            html.Write($"<div class=\"ds-alert\" data-color=\"info\" role=\"status\"><p>{texts["forgot.sent"]}</p></div>");
            return;
        }

        html.Write($"<p class=\"lead\">{texts["forgot.lead"]}</p><form method=\"post\" class=\"ask\">");
        FormToken.Write(html, http);
        Fields.Input(html, new("epost", texts["login.email"], "") { Type = "email", Autocomplete = "username" });
        Fields.Submit(html, texts["forgot.button"]);
        html.Write("</form>"u8);
    });

    /// <summary>Answers the same whether there is such an account or not.</summary>
    private static async Task AskForReset(HttpContext http, TextSet texts)
    {
        var (db, time) = (http.RequestServices.GetRequiredService<Db>(), http.RequestServices.GetRequiredService<TimeProvider>());
        if (await AccountStore.Find(db, http.Request.Form["epost"].ToString(), http.RequestAborted) is { ClosedAt: null } account)
            await AccountLetters.Reset(http, account, await OneTimeLinks.Issue(db, account.Id, LinkPurpose.Reset, time.GetUtcNow(), http.RequestAborted));
        await ShowForgotten(http, texts, asked: true);
    }

    private static string Secret(HttpContext http) => http.Request.RouteValues["secret"] as string ?? "";

    private static async Task<Account?> AccountOf(HttpContext http, LinkPurpose purpose)
    {
        var (db, time) = (http.RequestServices.GetRequiredService<Db>(), http.RequestServices.GetRequiredService<TimeProvider>());
        return await OneTimeLinks.Peek(db, Secret(http), purpose, time.GetUtcNow(), http.RequestAborted) is { } id ? await AccountStore.Find(db, id, http.RequestAborted) : null;
    }
}

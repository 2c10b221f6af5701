using Samstyre.App.Access;
using Samstyre.App.Texts;
using Samstyre.Storage;

namespace Samstyre.App.Features.Accounts;

/// <summary>Messages about accounts, in the receiver's language.</summary>
internal static class AccountLetters
{
    /// <summary>The link to choose another password.</summary>
    public static Task Reset(HttpContext http, Account account, string secret) => Send(http, account, "reset", "nytt-passord", secret, []);

    /// <summary>The link to choose the first password.</summary>
    /// <param name="http">The inviter's request.</param>
    /// <param name="account">Who is invited.</param>
    /// <param name="secret">The link's secret.</param>
    /// <param name="portfolio">Name of the portfolio.</param>
    public static Task Invitation(HttpContext http, Account account, string secret, string portfolio) => Send(http, account, "invitation", "invitasjon", secret, [portfolio]);

    private static Task<bool> Send(HttpContext http, Account account, string kind, string path, string secret, object[] more)
    {
        var texts = ScreenTexts.Of(account.Language)!;
        var link = http.RequestServices.GetRequiredService<PublicAddress>().To(http, $"/{texts.Code}/{path}/{secret}");
        var message = new NewMessage(
            account.Id, account.Email, kind, $"{kind}:{Guid.NewGuid():N}", texts[$"letter.{kind}.subject"], texts[$"letter.{kind}.body", [account.Name, link, .. more]], IsSecret: true);
        return MessageStore.Queue(http.RequestServices.GetRequiredService<Db>(), message, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), http.RequestAborted);
    }
}

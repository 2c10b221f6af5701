using System.Globalization;
using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Texts;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>Messages by e-mail to those who report for an initiative that was asked, in their own language. The question itself stands in the form alone.</summary>
internal static class NeedLetters
{
    private const int MostNames = 3;

    /// <summary>Tells the portfolio contacts, each once however many of their initiatives were asked.</summary>
    /// <param name="desk">The request.</param>
    /// <param name="on">Where the question is kept; of several the first.</param>
    /// <param name="asked">Who was asked.</param>
    public static async Task Asked(DeskVisit desk, AskedOn on, IReadOnlyCollection<Standing> asked)
    {
        var address = desk.Http.RequestServices.GetRequiredService<PublicAddress>();
        var now = desk.Now;
        foreach (var (account, grants) in await GrantStore.List(desk.Db, desk.PortfolioId, desk.Cancellation))
        {
            var own = asked.Where(one => grants.Any(grant => grant.Role == Role.Reporter && grant.Organisation == one.Facts.Organisation)).Select(one => one.Facts.Name).ToList();
            if (own.Count == 0 || account.ClosedAt is not null) continue;
            var texts = ScreenTexts.Of(account.Language)!;
            var link = address.To(desk.Http, $"/{texts.Code}/{desk.Definition.Code}/arbeid");
            var reason = string.Create(CultureInfo.InvariantCulture, $"need:{on.Receiver:N}:{on.Need}:{now.UtcTicks}");
            var names = string.Join(", ", own.Take(MostNames));
            if (own.Count > MostNames) names = texts["letter.need.asked.more", names, texts.Number(own.Count - MostNames)];
            await MessageStore.Queue(desk.Db, new(account.Id, account.Email, "need", reason, texts["letter.need.asked.subject", names], texts["letter.need.asked.body", account.Name, names, link], IsSecret: false), now, desk.Cancellation);
        }
    }
}

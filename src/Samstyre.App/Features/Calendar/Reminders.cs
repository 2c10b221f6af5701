using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Texts;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Calendar;

/// <summary>Reminders by e-mail to the reporters of what is missing: one message a day and person at most, in their language, with links to their forms.</summary>
internal static class Reminders
{
    private static readonly AssignmentState[] Open = [AssignmentState.Missing, AssignmentState.Drafting, AssignmentState.Returned];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapDeed("/runder/{round}/paminn", Right.RunRound, Send);

    public static void Form(HtmlWriter html, DeskVisit desk, CalendarRound round, IReadOnlyList<AssignmentRow> assignments)
    {
        if (!desk.May(Right.RunRound) || round.State == RoundState.Published || !assignments.Any(row => Open.Contains(row.Assignment.State))) return;
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{desk.Root}/runder/{round.Code}/paminn\">");
        FormToken.Write(html, desk.Http);
        Fields.Submit(html, desk.Texts["reminder.button"], "secondary");
        html.Write("</form>"u8);
    }

    private static async Task Send(DeskVisit desk)
    {
        if ((await CalendarStore.List(desk.Db, desk.PortfolioId, desk.Cancellation)).FirstOrDefault(one => one.Code == desk.Part("round")) is not { State: RoundState.Open or RoundState.InReview } round)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var rows = (await AssignmentStore.OfRound(desk.Db, desk.PortfolioId, round.Id, desk.Cancellation)).Where(row => Open.Contains(row.Assignment.State)).ToList();
        var sent = 0;
        foreach (var (account, grants) in await GrantStore.List(desk.Db, desk.PortfolioId, desk.Cancellation))
        {
            var own = rows.Where(row => grants.Any(grant => grant.Role == Role.Reporter && grant.Organisation == row.Assignment.Organisation)).ToList();
            if (own.Count > 0 && account.ClosedAt is null && await MessageStore.Queue(desk.Db, Message(desk, account, round, own), desk.Now, desk.Cancellation)) sent++;
        }

        desk.GoTo($"/runder/{round.Code}?paminnet={sent}");
    }

    private static NewMessage Message(DeskVisit desk, Account account, CalendarRound round, List<AssignmentRow> rows)
    {
        var texts = ScreenTexts.Of(account.Language)!;
        var address = desk.Http.RequestServices.GetRequiredService<PublicAddress>();
        var lines = rows.Select(row => $"- {row.Name} ({texts["assignment.state." + row.Assignment.State]}, {RoundWords.Day(row.Assignment.DueOn)})\n  {address.To(desk.Http, $"/{texts.Code}/{desk.Definition.Code}/arbeid/innmelding/{round.Code}/{InitiativeKey.Of(row)}")}");
        return new(
            account.Id, account.Email, "reminder", $"reminder:{round.Id:N}:{LocalTime.Today(desk.Now, desk.Definition):yyyy-MM-dd}",
            texts["letter.reminder.subject", round.Month.ToText(texts.Language)],
            texts["letter.reminder.body", account.Name, round.Month.ToText(texts.Language), string.Join('\n', lines)],
            IsSecret: false);
    }
}

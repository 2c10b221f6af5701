using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Calendar;

/// <summary>Takes a round on in its life, moves its dates and makes exceptions.</summary>
internal static class RoundSteps
{
    public static async Task Take(DeskVisit desk)
    {
        if (await Find(desk) is not { } round || !Enum.TryParse<RoundState>(desk.Posted("til"), out var to))
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var reason = desk.Posted($"begrunnelse-{to}");
        IReadOnlyList<Problem> problems;
        if (to == RoundState.Open && round.State == RoundState.Planned) problems = (await Open(desk, round)).Problems;
        else if (to == RoundState.Published) problems = (await PublicationStore.Publish(desk.Db, desk.PortfolioId, round.Code, reason, desk.Actor.Code, desk.Time, desk.Cancellation)).Problems;
        else problems = (await CalendarStore.Move(desk.Db, desk.PortfolioId, round.Id, to, reason, desk.Actor.Code, desk.Now, desk.Cancellation)).Problems;
        await Answer(desk, round, problems);
    }

    public static async Task ChangeDates(DeskVisit desk)
    {
        if (await Find(desk) is not { } round)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        if (RoundWords.Read(desk.Posted("apner")) is not { } opens || RoundWords.Read(desk.Posted("frist")) is not { } due)
        {
            await RoundPage.Show(desk, [new("DayUnreadable", "dueOn", "Write the day as 31.10.2020.")]);
            return;
        }

        await Answer(desk, round, (await CalendarStore.ChangeDates(desk.Db, desk.PortfolioId, round, opens, due, desk.Actor.Code, desk.Now, desk.Cancellation)).Problems);
    }

    /// <summary>Another deadline where one is given, otherwise the initiative need not report.</summary>
    public static async Task MakeException(DeskVisit desk)
    {
        if (await Find(desk) is not { } round)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var reason = desk.Posted("unntak-begrunnelse").Trim();
        var written = desk.Posted("ny-frist").Trim();
        var due = RoundWords.Read(written);
        List<Problem> problems = [];
        if (await AssignmentStore.Find(desk.Db, desk.PortfolioId, round.Code, desk.Posted("tiltak"), desk.Cancellation) is not { } row) problems.Add(new("InitiativeMissing", "initiative", "Choose an initiative."));
        else if (reason.Length == 0) problems.Add(new("RoundStepNeedsReason", "reason", "Say why."));
        else if (written.Length > 0 && due is null) problems.Add(new("DayUnreadable", "dueOn", "Write the day as 31.10.2020."));
        else if (due is { } day) await AssignmentStore.ChangeDeadline(desk.Db, desk.PortfolioId, row.Assignment, day, reason, desk.Actor.Code, desk.Now, desk.Cancellation);
        else problems.AddRange((await AssignmentStore.Move(desk.Db, desk.PortfolioId, row.Assignment, [AssignmentState.Missing, AssignmentState.Drafting, AssignmentState.Returned], AssignmentState.Excused, reason, desk.Actor.Code, desk.Now, desk.Cancellation)).Problems);
        await Answer(desk, round, problems);
    }

    private static Task<Outcome<RoundState>> Open(DeskVisit desk, CalendarRound round) => OpenRound.Open(desk.Db, desk.Portfolio.History, round, desk.Actor.Code, desk.Now, desk.Cancellation);

    private static async Task<CalendarRound?> Find(DeskVisit desk) => (await CalendarStore.List(desk.Db, desk.PortfolioId, desk.Cancellation)).FirstOrDefault(round => round.Code == desk.Part("round"));

    private static async Task Answer(DeskVisit desk, CalendarRound round, IReadOnlyList<Problem> problems)
    {
        if (problems.Count == 0) desk.GoTo("/runder/" + round.Code);
        else await RoundPage.Show(desk, problems);
    }
}

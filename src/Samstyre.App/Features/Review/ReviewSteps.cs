using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Review;

/// <summary>Carries out what the office decides about a form.</summary>
internal static class ReviewSteps
{
    public static Task Approve(DeskVisit desk) => Do(desk, async row =>
        Sentences(desk, await AssignmentStore.Move(desk.Db, desk.PortfolioId, row.Assignment, [AssignmentState.Submitted], AssignmentState.Approved, null, desk.Actor.Code, desk.Now, desk.Cancellation)));

    public static Task Return(DeskVisit desk) => Do(desk, async row =>
    {
        var message = desk.Posted("melding").Trim();
        if (message.Length == 0) return [("melding", desk.Texts["review.messageMissing"])];
        return Sentences(desk, await AssignmentStore.Move(desk.Db, desk.PortfolioId, row.Assignment, [AssignmentState.Submitted, AssignmentState.Approved], AssignmentState.Returned, message, desk.Actor.Code, desk.Now, desk.Cancellation));
    });

    public static Task Ask(DeskVisit desk) => Do(desk, async row =>
    {
        var (field, text) = (desk.Posted("felt"), desk.Posted("sporsmal").Trim());
        if (text.Length == 0) return [("sporsmal", desk.Texts["question.missing"])];
        await ReviewStore.Ask(desk.Db, desk.PortfolioId, row.Assignment, FormPages.ItemOf(field) is null ? "" : field, text, desk.Actor.Code, desk.Now, desk.Cancellation);
        return [];
    });

    public static Task Rate(DeskVisit desk) => Do(desk, async row =>
    {
        var (status, risk, reason) = (Light("kontor-status"), Light("kontor-risiko"), desk.Posted("grunn").Trim());
        if (reason.Length == 0) return [("grunn", Fields.SentenceOf(new("RoundStepNeedsReason", null, "Say why."), desk.Texts))];
        await ReviewStore.Rate(desk.Db, desk.PortfolioId, row.Assignment, status, risk, reason, desk.Actor.Code, desk.Now, desk.Cancellation);
        return [];

        TrafficLight? Light(string name) => Enum.TryParse<TrafficLight>(desk.Posted(name), out var light) && Enum.IsDefined(light) ? light : null;
    });

    private static async Task Do(DeskVisit desk, Func<AssignmentRow, Task<IReadOnlyList<(string, string)>>> deed)
    {
        if (await AssignmentStore.Find(desk.Db, desk.PortfolioId, desk.Part("round"), desk.Part("initiative"), desk.Cancellation) is not { } row || row.Round.State == RoundState.Published)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var problems = await deed(row);
        if (problems.Count == 0) desk.GoTo($"/kontroll/{row.Round.Code}/{InitiativeKey.Of(row)}");
        else await ReviewPage.Show(desk, problems);
    }

    private static IReadOnlyList<(string, string)> Sentences<T>(DeskVisit desk, Outcome<T> outcome) => [.. outcome.Problems.Select(problem => ("", Fields.SentenceOf(problem, desk.Texts)))];
}

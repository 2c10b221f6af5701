using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Calendar;

/// <summary>One round for whoever runs or follows it: where it is in its life, the next step, and who has reported.</summary>
internal static class RoundPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk("/runder/{round}", Right.FollowRound, desk => Show(desk, []));
        routes.MapDeed("/runder/{round}/steg", Right.RunRound, RoundSteps.Take);
        routes.MapDeed("/runder/{round}/datoer", Right.RunRound, RoundSteps.ChangeDates);
        routes.MapDeed("/runder/{round}/unntak", Right.RunRound, RoundSteps.MakeException);
    }

    public static async Task Show(DeskVisit desk, IReadOnlyList<Problem> problems)
    {
        if ((await CalendarStore.List(desk.Db, desk.PortfolioId, desk.Cancellation)).FirstOrDefault(one => one.Code == desk.Part("round")) is not { } round)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var assignments = await AssignmentStore.OfRound(desk.Db, desk.PortfolioId, round.Id, desk.Cancellation);
        var steps = await CalendarStore.Steps(desk.Db, desk.PortfolioId, round.Id, desk.Cancellation);
        var names = await ActorNames.Of(desk.Db, steps.Select(step => step.Actor).Concat(assignments.Select(row => row.ChangedBy)), desk.Cancellation);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                var name = round.Month.ToText(texts.Language);
                Shell.BeginDesk(html, desk, DeskEntry.Rounds, texts["round.page", name], ("/runder", texts["calendar.title"]));
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["round.page", name]}</h1><p class=\"lead\">");
                RoundWords.Tag(html, texts, round.State);
                html.Write($" {Sentence(desk, round, assignments)}</p>");
                Fields.Summary(html, texts, [.. problems.Select(problem => (FieldOf(problem), Fields.SentenceOf(problem, texts)))]);
                if (desk.Http.Request.Query["paminnet"].ToString() is { Length: > 0 } told && int.TryParse(told, out var reminded))
                    html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{texts.Count("reminders", reminded)}</p></div>");
                if (round.State != RoundState.Planned) RoundBoard.Write(html, desk, round, assignments, names);
                if (desk.May(Right.RunRound)) RoundForms.Write(html, desk, round, assignments);
                History(html, desk, steps, names);
                Shell.End(html, texts);
            },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static string Sentence(DeskVisit desk, CalendarRound round, IReadOnlyList<AssignmentRow> assignments)
    {
        var texts = desk.Texts;
        if (round.State == RoundState.Planned) return texts["round.sentence.planned", round.OpensOn is { } opens ? RoundWords.Day(opens) : texts["notStated"], RoundWords.Day(round.Deadline)];
        var wanted = assignments.Count(row => row.Assignment.State != AssignmentState.Excused);
        var done = assignments.Count(row => row.Assignment.State is AssignmentState.Submitted or AssignmentState.Approved);
        return wanted == 0 ? texts["round.sentence.nobody"] : texts["round.sentence", texts.Number(done), texts.Number(wanted), RoundWords.Day(round.Deadline)];
    }

    private static void History(HtmlWriter html, DeskVisit desk, IReadOnlyList<RoundStep> steps, ActorNames names)
    {
        if (steps.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["round.history"]}</h2><ol class=\"plain\">");
        foreach (var step in steps) html.Write($"<li>{RoundWords.Moment(step.OccurredAt, desk.Definition)}: {texts["round.state." + step.State]}, {names.Of(step.Actor, texts)}{(step.Reason is { } reason ? $" – {reason}" : "")}</li>");
        html.Write("</ol>"u8);
    }

    private static string FieldOf(Problem problem) => problem.Field switch { "reason" => "begrunnelse", "opensOn" => "apner", "dueOn" or "due" => "frist", "initiative" => "tiltak", _ => "" };
}

using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Features.Reporting;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Review;

/// <summary>One submitted form for the office: what changed and what the rules found, the fields with questions, the office's own rating, and the decision.</summary>
internal static class ReviewPage
{
    private const string Address = "/kontroll/{round}/{initiative}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(Address, Right.FollowRound, desk => Show(desk, []));
        routes.MapDeed(Address + "/godkjenn", Right.Review, ReviewSteps.Approve);
        routes.MapDeed(Address + "/tilbake", Right.Review, ReviewSteps.Return);
        routes.MapDeed(Address + "/sporsmal", Right.Review, ReviewSteps.Ask);
        routes.MapDeed(Address + "/vurdering", Right.Review, ReviewSteps.Rate);
    }

    public static async Task Show(DeskVisit desk, IReadOnlyList<(string Field, string Sentence)> problems)
    {
        if (await OpenForm.Find(desk) is not { } form)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var (db, portfolio, assignment) = (desk.Db, desk.PortfolioId, form.Row.Assignment);
        var questions = await ReviewStore.Questions(db, portfolio, assignment, desk.Cancellation);
        var turns = await AssignmentStore.Turns(db, portfolio, assignment.Round, assignment.Initiative, desk.Cancellation);
        var ratings = await ReviewStore.Ratings(db, portfolio, assignment.Initiative, desk.Cancellation);
        var queue = QueuePage.InOrder(await AssignmentStore.OfRound(db, portfolio, assignment.Round, desk.Cancellation)).ToList();
        var names = await ActorNames.Of(db, turns.Select(turn => turn.Actor).Concat(questions.SelectMany(question => (string?[])[question.AskedBy, question.AnsweredBy]).OfType<string>()).Concat(ratings.Values.Select(rating => rating.RatedBy)), desk.Cancellation);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.Review, $"{form.Row.Name} – {texts["review.title", form.Row.Round.Month.ToText(texts.Language)]}", ("/kontroll/" + form.Row.Round.Code, texts["review.title", form.Row.Round.Month.ToText(texts.Language)]));
                FormMap.Head(html, desk, form, form.Row.Name);
                Neighbours(html, desk, queue, form.Row);
                Fields.Summary(html, texts, problems);
                if (assignment.State is not (AssignmentState.Submitted or AssignmentState.Approved)) html.Write($"<div class=\"ds-alert\" data-color=\"info\"><p>{texts["review.notSubmitted"]}</p></div>");
                html.Write("<div class=\"review\"><div>"u8);
                ChangeTable.Write(html, desk, form);
                Explained(html, desk, form);
                Content(html, desk, form);
                html.Write("</div><div>"u8);
                // What passes between office and reporter is theirs.
                if (desk.May(Right.Review))
                {
                    ReviewForms.Write(html, desk, form);
                    Questions(html, desk, form, questions, names);
                }

                OfficeRatings.Write(html, desk, form, ratings, names);
                Turns(html, desk, turns, names);
                html.Write("</div></div>"u8);
                Shell.End(html, texts);
            },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static void Neighbours(HtmlWriter html, DeskVisit desk, List<AssignmentRow> queue, AssignmentRow row)
    {
        var texts = desk.Texts;
        var place = queue.FindIndex(other => other.Assignment.Initiative == row.Assignment.Initiative);
        html.Write($"<nav class=\"row\" aria-label=\"{texts["review.neighbours"]}\">");
        if (place > 0) Link(queue[place - 1], "review.previous", "p");
        if (place >= 0 && place < queue.Count - 1) Link(queue[place + 1], "review.nextOne", "n");
        html.Write("</nav>"u8);

        void Link(AssignmentRow other, string key, string letter) =>
            html.Write($"<a class=\"ds-link\" href=\"{desk.Root}/kontroll/{other.Round.Code}/{InitiativeKey.Of(other)}\" accesskey=\"{letter}\">{texts[key, other.Name]}</a>");
    }

    private static void Explained(HtmlWriter html, DeskVisit desk, OpenForm form)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["review.found"]}</h2>");
        var findings = form.Check.Findings.Where(finding => finding.Severity != FindingSeverity.Info).ToList();
        if (findings.Count == 0) html.Write($"<p>{texts["review.found.none"]}</p>");
        html.Write("<ul class=\"findings\">"u8);
        foreach (var finding in findings)
        {
            html.Write($"<li><strong>{Choices.Label(form.FieldOf(finding.Field), desk.Definition, form.Values.FundingColumns, texts)}</strong>: {finding.Sentence.In(texts.Language)}");
            if (finding.Explanation is { } explanation) html.Write($" <q>{explanation}</q>");
            html.Write("</li>"u8);
        }

        html.Write("</ul>"u8);
    }

    private static void Content(HtmlWriter html, DeskVisit desk, OpenForm form)
    {
        var texts = desk.Texts;
        html.Write($"<details class=\"ds-details\"><summary>{texts["review.whole"]}</summary><div>");
        foreach (var part in Enum.GetValues<ReportPart>())
        {
            html.Write($"<h3 class=\"ds-heading\" data-size=\"xs\">{texts["part." + part]}</h3><dl class=\"fields\">");
            foreach (var value in ReportFields.ValuesOf(form.Reading.Report).Where(value => value.Field.Part == part && value.Value is not null))
            {
                html.Write($"<div><dt>{texts[value.Field.Label]}{(value.Item is { Length: > 0 } item ? $": {FieldText.ItemOf(texts, value.Field.Key, item)}" : "")}</dt><dd>");
                FieldText.Write(html, texts, value.Value);
                html.Write("</dd></div>"u8);
            }

            html.Write("</dl>"u8);
        }

        html.Write("</div></details>"u8);
    }

    private static void Questions(HtmlWriter html, DeskVisit desk, OpenForm form, IReadOnlyList<Question> questions, ActorNames names)
    {
        if (questions.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"sm\">{texts["question.title"]}</h2><ul class=\"plain\">");
        foreach (var question in questions) QuestionView.Write(html, desk, form, question, names);
        html.Write("</ul>"u8);
    }

    private static void Turns(HtmlWriter html, DeskVisit desk, IReadOnlyList<AssignmentTurn> turns, ActorNames names)
    {
        if (turns.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"sm\">{texts["round.history"]}</h2><ol class=\"plain\">");
        foreach (var turn in turns) html.Write($"<li>{RoundWords.Moment(turn.OccurredAt, desk.Definition)}: {texts["assignment.state." + turn.State]}, {names.Of(turn.Actor, texts)}{(desk.May(Right.Review) && turn.Message is { } message ? $" – {message}" : "")}</li>");
        html.Write("</ol>"u8);
    }
}

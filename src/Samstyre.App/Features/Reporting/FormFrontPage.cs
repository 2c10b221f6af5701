using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Review;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>The first page of a form: what waits, what the office said, the map, and the step for whoever has nothing new.</summary>
internal static class FormFrontPage
{
    public static Task Show(DeskVisit desk, OpenForm form) => Show(desk, form, default);

    /// <summary>The page with why a file was refused: the field, and the sentence.</summary>
    public static async Task Show(DeskVisit desk, OpenForm form, (string Field, string Sentence) problem)
    {
        var turns = await AssignmentStore.Turns(desk.Db, desk.PortfolioId, form.Row.Assignment.Round, form.Row.Assignment.Initiative, desk.Cancellation);
        var questions = await ReviewStore.Questions(desk.Db, desk.PortfolioId, form.Row.Assignment, desk.Cancellation);
        var attachments = await AttachmentStore.List(desk.Db, desk.PortfolioId, form.Row.Assignment, desk.Cancellation);
        var waiting = form.IsWritable ? (await ProposalStore.Waiting(desk.Db, desk.PortfolioId, form.Row.Assignment, desk.Cancellation)).Count : 0;
        var others = await WaitingCount.Of(desk, form.Row.Assignment.Initiative);
        var names = await ActorNames.Of(desk.Db, turns.Select(turn => turn.Actor).Concat(attachments.Select(one => one.AddedBy)).Concat(questions.SelectMany(question => (string?[])[question.AskedBy, question.AnsweredBy]).OfType<string>()), desk.Cancellation);
        await desk.Send(html =>
        {
            var texts = desk.Texts;
            Shell.BeginDesk(html, desk, DeskEntry.Desk, form.Row.Name, ($"/innmelding/{form.Row.Round.Code}/{InitiativeKey.Of(form.Row)}", form.Row.Name));
            FormMap.Head(html, desk, form, texts["form.title"]);
            Fields.Summary(html, texts, problem.Sentence is null ? [] : [problem]);
            if (turns.LastOrDefault(turn => turn.State == AssignmentState.Returned) is { Message: { } message } && form.Row.Assignment.State == AssignmentState.Returned)
                html.Write($"<div class=\"ds-alert\" data-color=\"warning\"><h2 class=\"ds-heading\" data-size=\"xs\">{texts["form.returned"]}</h2><p>{message}</p></div>");
            if (!form.IsWritable) html.Write($"<div class=\"ds-alert\" data-color=\"info\"><p>{texts["form.closed." + (form.Row.Round.State == RoundState.Published ? "published" : "submitted")]}</p></div>");
            html.Write($"<p class=\"lead\">{(form.PriorRound is { } prior ? texts["form.lead", prior.Month.ToText(texts.Language)] : texts["form.lead.first"])}</p>");
            if (waiting > 0) html.Write($"<div class=\"ds-alert\" data-color=\"warning\"><p>{texts.Count("upload.waiting", waiting)} <a class=\"ds-link\" href=\"{FormMap.Address(desk, form, "/dokument")}\">{texts["upload.look"]}</a></p></div>");
            others.Box(html, desk, InitiativeKey.Of(form.Row));
            FormMap.Write(html, desk, form, null);
            if (form.IsWritable)
            {
                html.Write($"<p><a class=\"ds-button\" data-variant=\"primary\" href=\"{FormMap.Address(desk, form, "/" + FormPages.All[0].Code)}\">{texts["form.begin"]}</a></p>");
                if (form.PriorRound is not null && !form.IsChanged) NothingNew(html, desk, form);
                html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["upload.title"]}</h2>");
                TemplateDownload.Links(html, desk, form);
                Attachments.FileForm(html, desk, FormMap.Address(desk, form, "/dokument"), new(UploadForm.Field, texts["upload.file"], "") { Help = texts["upload.help"], Error = ErrorOf(UploadForm.Field) }, ".docx,.docm,.xlsx,.xlsm,.pptx,.pptm,.pdf,.html,.htm,.md,.txt,.json,.tsv,.csv", texts["upload.button"]);
            }

            Questions(html, desk, form, questions, names);
            Attachments.Write(html, desk, form, attachments, names, ErrorOf(Attachments.Field));

            Turns(html, desk, turns, names);
            Shell.End(html, texts);
        },
        problem.Sentence is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

        string? ErrorOf(string field) => problem.Field == field ? problem.Sentence : null;
    }

    private static void NothingNew(HtmlWriter html, DeskVisit desk, OpenForm form)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["form.unchanged"]}</h2><form method=\"post\" class=\"ask\" action=\"{FormMap.Address(desk, form, "/send")}\"><p>{texts["form.unchanged.what"]}</p>");
        FormToken.Write(html, desk.Http);
        html.Write($"<input type=\"hidden\" name=\"innsending\" value=\"{Guid.NewGuid().ToString()}\"><input type=\"hidden\" name=\"uendret\" value=\"ja\">");
        Fields.Submit(html, texts["form.unchanged.button"], "secondary");
        html.Write("</form>"u8);
    }

    /// <summary>An answer to a question; refused where somebody has answered already.</summary>
    public static async Task Answer(DeskVisit desk, OpenForm form)
    {
        var text = desk.Posted("svar").Trim();
        if (text.Length > 0 && Guid.TryParse(desk.Posted("sporsmal"), out var question)) await ReviewStore.Answer(desk.Db, desk.PortfolioId, form.Row.Assignment, question, text, desk.Actor.Code, desk.Now, desk.Cancellation);
        desk.Http.Response.Redirect(FormMap.Address(desk, form) + "#sporsmal");
    }

    private static void Questions(HtmlWriter html, DeskVisit desk, OpenForm form, IReadOnlyList<Question> questions, ActorNames names)
    {
        if (questions.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"sporsmal\" tabindex=\"-1\">{texts["question.title"]}</h2><ul class=\"plain\">");
        foreach (var question in questions)
        {
            QuestionView.Write(html, desk, form, question, names);
            if (question.Answer is not null || form.Row.Round.State == RoundState.Published) continue;
            html.Write($"<li><form method=\"post\" class=\"ask\" action=\"{FormMap.Address(desk, form, "/svar")}\"><input type=\"hidden\" name=\"sporsmal\" value=\"{question.Id.ToString()}\">");
            FormToken.Write(html, desk.Http);
            html.Write($"<div class=\"ds-field\"><label class=\"ds-label\" for=\"svar-{question.Id.ToString()}\">{texts["question.answer"]}</label><textarea class=\"ds-input\" rows=\"3\" name=\"svar\" id=\"svar-{question.Id.ToString()}\"></textarea></div>");
            Fields.Submit(html, texts["question.answer.send"], "secondary");
            html.Write("</form></li>"u8);
        }

        html.Write("</ul>"u8);
    }

    private static void Turns(HtmlWriter html, DeskVisit desk, IReadOnlyList<AssignmentTurn> turns, ActorNames names)
    {
        if (turns.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["round.history"]}</h2><ol class=\"plain\">");
        foreach (var turn in turns) html.Write($"<li>{RoundWords.Moment(turn.OccurredAt, desk.Definition)}: {texts["assignment.state." + turn.State]}, {names.Of(turn.Actor, texts)}{(turn.Message is { } message ? $" – {message}" : "")}</li>");
        html.Write("</ol>"u8);
    }
}

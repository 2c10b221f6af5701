using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Candidates;

/// <summary>The checklist's questions with the answers of both sides beside each other; each can change its own while the candidate is open.</summary>
internal static class AnswerTable
{
    private static readonly AssessmentSide[] Sides = [AssessmentSide.Submitter, AssessmentSide.Office];

    public static void Write(HtmlWriter html, DeskVisit desk, Assessment assessment, ActorNames names, IReadOnlyList<Problem> problems)
    {
        var texts = desk.Texts;
        var questions = assessment.Checklist.Questions;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["candidate.answers"]}</h2>");
        if (questions.Count == 0)
        {
            html.Write($"<p>{texts["candidate.noChecklist"]}</p>");
            return;
        }

        Parts.BeginTable(html, texts["candidate.answers"], "answers", captionShown: false);
        Parts.Headings(html, (texts["audit.detail.question"], false), (CandidateView.OrganisationOf(desk, assessment.Organisation), false), (texts["candidate.office"], false));
        for (var place = 0; place < questions.Count; place++)
        {
            var question = questions[place];
            html.Write($"<tr><th scope=\"row\">{texts["candidate.question", place + 1, question.Text.In(texts.Language)]}");
            if (IsDifferent(assessment, question)) html.Write($"<br><span class=\"ds-tag\" data-color=\"warning\">{texts["candidate.different"]}</span>");
            html.Write("</th>"u8);
            foreach (var side in Sides) Cell(html, desk, assessment.Answers.GetValueOrDefault((side, question.Code)), names);
            html.Write("</tr>"u8);
        }

        Parts.EndTable(html);
        if (assessment.IsOpen) Form(html, desk, assessment, problems);
    }

    /// <summary>Whether both sides have answered a question, and not the same.</summary>
    public static bool IsDifferent(Assessment assessment, ChecklistQuestion question) =>
        assessment.Answers.GetValueOrDefault((AssessmentSide.Submitter, question.Code))?.Answer is { } one && assessment.Answers.GetValueOrDefault((AssessmentSide.Office, question.Code))?.Answer is { } other && one != other;

    private static void Cell(HtmlWriter html, DeskVisit desk, AssessmentAnswer? answer, ActorNames names)
    {
        html.Write("<td>"u8);
        if (answer?.Answer is { } given) html.Write($"<strong>{CandidateView.AnswerOf(desk.Texts, given)}</strong>");
        else html.Write($"<span class=\"quiet\">{desk.Texts["candidate.unanswered"]}</span>");
        if (answer?.Comment is { } comment) html.Write($"<div class=\"prose\">{comment}</div>");
        if (answer is not null) html.Write($"<span class=\"item\">{names.Of(answer.By, desk.Texts)}, {LocalTime.Day(answer.At, desk.Definition)}</span>");
        html.Write("</td>"u8);
    }

    private static void Form(HtmlWriter html, DeskVisit desk, Assessment assessment, IReadOnlyList<Problem> problems)
    {
        var texts = desk.Texts;
        var side = CandidateView.SideOf(desk);
        var isFirst = assessment.PathOf(side).End is null;
        html.Write($"<details class=\"ds-details\"{(isFirst || problems.Any(problem => problem.Code == "CommentTooLong") ? Open : default)}><summary>{texts[side == AssessmentSide.Office ? "candidate.answer.office" : "candidate.answer.submitter"]}</summary><form method=\"post\" class=\"ask side-by-side\" action=\"{desk.Root}{CandidateView.AddressOf(assessment.Id)}/svar\">");
        FormToken.Write(html, desk.Http);
        for (var place = 0; place < assessment.Checklist.Questions.Count; place++)
        {
            var question = assessment.Checklist.Questions[place];
            PostedAnswers.Write(html, desk, place, question, assessment.Answers.GetValueOrDefault((side, question.Code)), problems);
        }

        Fields.Submit(html, texts["candidate.answer.save"]);
        html.Write("</form></details>"u8);
    }

    private static Markup Open { get; } = new(" open"u8.ToArray());
}

using Samstyre.App.Features.Desk;
using Samstyre.Domain;

namespace Samstyre.App.Features.Candidates;

/// <summary>The ways of both sides through the checklist: drawn, in words, and where they part.</summary>
internal static class PathView
{
    public static void Write(HtmlWriter html, DeskVisit desk, Assessment assessment)
    {
        if (assessment.Checklist.Questions.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["path.title"]}</h2><p>{Comparison(desk, assessment)}</p><div class=\"both\">");
        foreach (var side in (AssessmentSide[])[AssessmentSide.Submitter, AssessmentSide.Office])
        {
            var name = CandidateView.NameOf(desk, assessment, side);
            var path = assessment.PathOf(side);
            html.Write($"<div><h3 class=\"ds-heading\" data-size=\"xs\">{texts["path.of", name]}</h3>");
            Words(html, desk, assessment.Checklist, path);
            PathDrawing.Write(html, desk, assessment.Checklist, path, texts["path.drawing", name]);
            html.Write("</div>"u8);
        }

        html.Write("</div>"u8);
    }

    /// <summary>Where the two differ, in one sentence.</summary>
    private static string Comparison(DeskVisit desk, Assessment assessment)
    {
        var texts = desk.Texts;
        var organisation = CandidateView.OrganisationOf(desk, assessment.Organisation);
        var different = string.Join(", ", assessment.Checklist.Questions.Select((question, place) => (question, Number: texts.Number(place + 1))).Where(one => AnswerTable.IsDifferent(assessment, one.question)).Select(one => one.Number));
        if (assessment.PathOf(AssessmentSide.Submitter).End is not { } theirs || assessment.PathOf(AssessmentSide.Office).End is not { } ours)
            return different.Length > 0 ? texts["path.different", different] : texts["path.unfinished"];
        if (theirs != ours) return texts["path.parts", different, organisation, CandidateView.EndOf(desk, theirs), CandidateView.EndOf(desk, ours)];
        return different.Length > 0 ? texts["path.differentSameEnd", different, CandidateView.EndOf(desk, ours)] : texts["path.same", CandidateView.EndOf(desk, ours)];
    }

    private static void Words(HtmlWriter html, DeskVisit desk, Checklist checklist, ChecklistPath path)
    {
        var texts = desk.Texts;
        html.Write("<ol class=\"plain\">"u8);
        foreach (var step in path.Steps)
        {
            html.Write($"<li>{texts["candidate.question", NumberOf(checklist, step.Question.Code), step.Question.Text.In(texts.Language)]} <strong>{CandidateView.AnswerOf(texts, step.Answer)}</strong>");
            if (step.Answer is { } answer && step.Question.After(answer) is { Question: { } next }) html.Write($" → {texts["path.next", NumberOf(checklist, next)]}");
            html.Write("</li>"u8);
        }

        html.Write($"</ol><p><strong>{(path.End is { } end ? texts["path.result", CandidateView.EndOf(desk, end)] : texts["path.noResult"])}</strong></p>");
    }

    private static int NumberOf(Checklist checklist, string code) => 1 + checklist.Questions.TakeWhile(question => question.Code != code).Count();
}

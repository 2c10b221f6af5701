using System.Globalization;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Candidates;

/// <summary>The fields in which somebody answers the checklist. They are named by the place of the question, since its code is free text.</summary>
internal static class PostedAnswers
{
    private const int LongestComment = 8_000;

    /// <summary>The answers that differ from what the form was sent with, so that two people of one side do not undo each other's.</summary>
    public static Dictionary<string, (ChecklistAnswer? Answer, string? Comment)> Read(DeskVisit desk, Checklist checklist)
    {
        var answers = new Dictionary<string, (ChecklistAnswer?, string?)>(StringComparer.Ordinal);
        for (var place = 0; place < checklist.Questions.Count; place++)
        {
            var (answer, comment) = (desk.Posted(AnswerField(place)), Lines(desk.Posted(CommentField(place))));
            if (answer == desk.Posted("sett-" + AnswerField(place)) && comment == Lines(desk.Posted("sett-" + CommentField(place)))) continue;
            answers[checklist.Questions[place].Code] = (AnswerOf(answer), comment);
        }

        return answers;
    }

    /// <summary>What is wrong with the comments, each beside its field.</summary>
    public static IEnumerable<Problem> ProblemsOf(DeskVisit desk, Checklist checklist) => Enumerable.Range(0, checklist.Questions.Count)
        .Where(place => desk.Posted(CommentField(place)).Length > LongestComment)
        .Select(place => new Problem("CommentTooLong", CommentField(place), "A comment may have at most 8,000 characters."));

    /// <summary>The choice and the comment of one question.</summary>
    /// <param name="html">The page.</param>
    /// <param name="desk">The request; what was posted stands in the fields again.</param>
    /// <param name="place">Place of the question, from 0.</param>
    /// <param name="question">The question.</param>
    /// <param name="stands">What was answered before; null for nothing.</param>
    /// <param name="problems">What is wrong with the form.</param>
    public static void Write(HtmlWriter html, DeskVisit desk, int place, ChecklistQuestion question, AssessmentAnswer? stands, IReadOnlyList<Problem> problems)
    {
        var texts = desk.Texts;
        var again = HttpMethods.IsPost(desk.Http.Request.Method) && desk.Http.Request.Form.ContainsKey(AnswerField(place));
        var (answer, comment) = (stands?.Answer?.ToString() ?? "", stands?.Comment ?? "");
        html.Write($"<input type=\"hidden\" name=\"sett-{AnswerField(place)}\" value=\"{answer}\"><input type=\"hidden\" name=\"sett-{CommentField(place)}\" value=\"{comment}\">");
        Fields.Radios(
            html,
            new(AnswerField(place), texts["candidate.question", place + 1, question.Text.In(texts.Language)], again ? desk.Posted(AnswerField(place)) : answer) { Help = question.Help.In(texts.Language) },
            [(nameof(ChecklistAnswer.Yes), texts["yes"]), (nameof(ChecklistAnswer.No), texts["no"]), ("", texts["candidate.unanswered"])]);
        Fields.Area(html, new(CommentField(place), texts["candidate.comment", place + 1], again ? desk.Posted(CommentField(place)) : comment)
        {
            Error = problems.Where(problem => problem.Field == CommentField(place)).Select(problem => Fields.SentenceOf(problem, texts)).FirstOrDefault(),
        });
    }

    private static string AnswerField(int place) => string.Create(CultureInfo.InvariantCulture, $"svar-{place + 1}");

    private static string CommentField(int place) => string.Create(CultureInfo.InvariantCulture, $"kommentar-{place + 1}");

    private static ChecklistAnswer? AnswerOf(string posted) => posted switch { nameof(ChecklistAnswer.Yes) => ChecklistAnswer.Yes, nameof(ChecklistAnswer.No) => ChecklistAnswer.No, _ => null };

    // Browsers send lines with two letters between them.
    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();
}

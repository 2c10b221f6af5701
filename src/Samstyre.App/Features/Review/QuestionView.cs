using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Reporting;
using Samstyre.Storage;

namespace Samstyre.App.Features.Review;

/// <summary>A question with its answer.</summary>
internal static class QuestionView
{
    public static void Write(HtmlWriter html, DeskVisit desk, OpenForm form, Question question, ActorNames names)
    {
        var texts = desk.Texts;
        html.Write($"<li><p><strong>{(question.Field.Length == 0 ? texts["question.whole"] : Choices.Label(question.Field, desk.Definition, form.Values.FundingColumns, texts))}</strong>: {question.Text} <span class=\"quiet\">{names.Of(question.AskedBy, texts)}, {RoundWords.Moment(question.AskedAt, desk.Definition)}</span></p>");
        if (question.Answer is { } answer) html.Write($"<blockquote>{answer} <span class=\"quiet\">{names.Of(question.AnsweredBy!, texts)}, {RoundWords.Moment(question.AnsweredAt!.Value, desk.Definition)}</span></blockquote>");
        else html.Write($"<p class=\"quiet\">{texts["question.open"]}</p>");
        html.Write("</li>"u8);
    }
}

using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>What those who share a contradiction have been asked: each question once, with the replies and those who have not answered.</summary>
internal static class AskGroupQuestions
{
    public static void Write(HtmlWriter html, DeskVisit desk, IEnumerable<NeedQuestion> questions, ActorNames names)
    {
        var texts = desk.Texts;
        html.Write("<ul class=\"ds-list\">"u8);
        foreach (var sent in questions.GroupBy(question => (question.Words, question.AskedAt, question.AskedBy)))
        {
            html.Write($"<li><q>{sent.Key.Words}</q> <span class=\"quiet\">{names.Of(sent.Key.AskedBy, texts)}, {RoundWords.Moment(sent.Key.AskedAt, desk.Definition)}</span><ul class=\"ds-list\">");
            foreach (var question in sent.Where(question => question.Reply is not null))
                html.Write($"<li>{NameOf(desk, question)}: {question.Reply} <span class=\"quiet\">{names.Of(question.RepliedBy!, texts)}, {RoundWords.Moment(question.RepliedAt!.Value, desk.Definition)}</span></li>");
            var waiting = sent.Where(question => question.Reply is null).ToList();
            if (waiting.Count > 0) html.Write($"<li><span class=\"quiet\">{texts["needdesk.questions.open"]}: {Names(desk, waiting)}</span></li>");
            html.Write("</ul></li>"u8);
        }

        html.Write("</ul>"u8);
    }

    /// <summary>Whom some questions went to, by name.</summary>
    public static string Names(DeskVisit desk, IEnumerable<NeedQuestion> questions) => string.Join(", ", questions.Select(question => NameOf(desk, question)));

    private static string? NameOf(DeskVisit desk, NeedQuestion question) => NeedWords.NameOf(desk, TargetRef.Of(question.Asked));
}

using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Architecture;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Storage;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What the offices have asked an initiative about dependencies, of its own or of others on it, with room for a reply.</summary>
internal static class NeedQuestionList
{
    public static void Write(HtmlWriter html, DeskVisit desk, GiverSide side, IReadOnlyList<NeedQuestion> questions, ActorNames names, RefusedPost? refused)
    {
        if (questions.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"sporsmal\" tabindex=\"-1\">{texts["others.questions"]}</h2><ul class=\"proposals\">");
        foreach (var question in questions.OrderBy(question => question.Reply is not null))
        {
            html.Write($"<li><p><strong>{About(desk, side, question)}</strong></p><p>{question.Words} <span class=\"quiet\">{names.Of(question.AskedBy, texts)}, {RoundWords.Moment(question.AskedAt, desk.Definition)}</span></p>");
            if (question.Reply is { } reply) html.Write($"<blockquote>{reply} <span class=\"quiet\">{names.Of(question.RepliedBy!, texts)}, {RoundWords.Moment(question.RepliedAt!.Value, desk.Definition)}</span></blockquote>");
            else Form(html, desk, side, question, refused);
            html.Write("</li>"u8);
        }

        html.Write("</ul>"u8);
    }

    private static void Form(HtmlWriter html, DeskVisit desk, GiverSide side, NeedQuestion question, RefusedPost? refused)
    {
        var (texts, key) = (desk.Texts, question.Id.ToString("N"));
        var own = refused?.Key == key ? refused : null;
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{desk.Root}{OthersWaitPage.AddressOf(side.Key)}/sporsmal\"><input type=\"hidden\" name=\"sporsmal\" value=\"{key}\">");
        FormToken.Write(html, desk.Http);
        Fields.Area(html, new($"{PostedAnswer.KindField}-{key}", texts["question.answer"], own?.Typed.Words ?? "") { Error = own?.ErrorOf(PostedAnswer.KindField, texts) });
        Fields.Submit(html, texts["question.answer.send"], "secondary");
        html.Write("</form>"u8);
    }

    /// <summary>Which dependency it is about: its own, or of another on it; of the latest form, or of the one before.</summary>
    private static string About(DeskVisit desk, GiverSide side, NeedQuestion question)
    {
        var need = side.Register?.NeedsOf(question.Receiver).FirstOrDefault(one => one.Key == question.Need);
        if (need is null && side.Register is { } register && NeedsBefore.ReportedAs(register, question.Receiver, question.Need) is { } gone)
        {
            var said = NeedWords.Line(gone, desk.Texts);
            return question.Receiver == side.Initiative ? desk.Texts["others.about.gone.own", said] : desk.Texts["others.about.gone.other", register.ByInitiative[question.Receiver].Standing.Facts.Name, said];
        }

        var words = need?.Dependency is { } row ? row.What ?? row.On : null;
        if (question.Receiver == side.Initiative) return words is null ? desk.Texts["others.about.own"] : desk.Texts["others.about.own.words", words];
        return words is null ? desk.Texts["others.about.other"] : desk.Texts["others.about.other.words", need!.Receiver.Facts.Name, words];
    }
}

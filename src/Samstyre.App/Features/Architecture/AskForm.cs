using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Life;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>What has been asked about a dependency, and the form that asks one side or both.</summary>
internal static class AskForm
{
    public static void Write(HtmlWriter html, DeskVisit desk, NeedBook book, RegisteredNeed need, List<NeedQuestion> questions, ActorNames names, IReadOnlyList<Problem> problems)
    {
        var texts = desk.Texts;
        html.Write($"<section id=\"spor\"><h2 class=\"ds-heading\" data-size=\"md\">{texts["needdesk.questions"]}</h2>");
        if (questions.Count == 0) html.Write($"<p>{texts["needdesk.questions.none"]}</p>");
        else Questions(html, desk, questions, names);
        var about = About(book, need, desk.Http.Request.Query["regel"].ToString());
        Form(
            html,
            desk,
            [.. Sides(book, need).Select(side => (side, RoleOf(texts, need, side)))],
            NeedPage.DeedOf(desk, need, "spor"),
            about is null ? "" : texts["needdesk.ask.prefilled", about.Sentence.In(texts.Language)],
            problems);
        html.Write("</section>"u8);
    }

    /// <summary>The sides that can be asked: the receiver, and each giver, and each maker of a part that is named, that is in the round.</summary>
    public static IReadOnlyList<Standing> Sides(NeedBook book, RegisteredNeed need) =>
        [.. need.OtherSides.Select(giver => book.Register.ByInitiative.GetValueOrDefault(giver)?.Standing).OfType<Standing>().Prepend(need.Receiver).DistinctBy(standing => standing.Initiative.Id)];

    private static string RoleOf(TextSet texts, RegisteredNeed need, Standing side) =>
        side == need.Receiver ? texts["needdesk.ask.receiver"]
        : need.PartsMadeBy(side.Initiative.Id) is { } parts ? texts["needdesk.maker", parts.In(texts.Language)]
        : texts["needdesk.ask.giver"];

    /// <summary>The contradiction of the dependency that the address or the posted form names; null where it names none.</summary>
    public static Contradiction? About(NeedBook book, RegisteredNeed need, string rule) => book.Of(need).FirstOrDefault(one => one.Rule.ToString() == rule);

    /// <summary>The form: whom to ask, all of them ticked at first, and what.</summary>
    /// <param name="html">The page.</param>
    /// <param name="desk">The request.</param>
    /// <param name="sides">Who can be asked, each with its part in it.</param>
    /// <param name="action">Where it is posted.</param>
    /// <param name="suggested">What the question says at first.</param>
    /// <param name="problems">What was wrong with what was posted.</param>
    public static void Form(HtmlWriter html, DeskVisit desk, IReadOnlyList<(Standing Standing, string Role)> sides, string action, string suggested, IReadOnlyList<Problem> problems)
    {
        var texts = desk.Texts;
        var posted = desk.Http.Request.HasFormContentType && desk.Http.Request.Form.ContainsKey("sporsmal");
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{action}\">");
        FormToken.Write(html, desk.Http);
        html.Write($"<fieldset class=\"ds-fieldset\" id=\"hvem\" tabindex=\"-1\"><legend class=\"ds-label\" data-weight=\"medium\">{texts["needdesk.ask.whom"]}</legend>");
        foreach (var (side, role) in sides)
        {
            var id = side.Initiative.Id.ToString("N");
            html.Write($"<label class=\"choice\"><input class=\"ds-input\" type=\"checkbox\" name=\"hvem\" value=\"{id}\"");
            if (!posted || desk.Http.Request.Form["hvem"].Contains(id)) html.Write(" checked"u8);
            html.Write($"><span>{side.Facts.Name} ({role})</span></label>");
        }

        if (LifeBook.ErrorOf(problems, "hvem", texts) is { } error) html.Write($"<p class=\"ds-validation-message\" data-color=\"danger\" data-field=\"validation\">{error}</p>");
        html.Write("</fieldset>"u8);
        Fields.Area(html, new("sporsmal", texts["needdesk.ask.words"], posted ? desk.Posted("sporsmal") : suggested) { Help = texts["needdesk.ask.help"], Error = LifeBook.ErrorOf(problems, "sporsmal", texts) });
        Fields.Submit(html, texts["needdesk.ask.button"]);
        html.Write("</form>"u8);
    }

    private static void Questions(HtmlWriter html, DeskVisit desk, List<NeedQuestion> questions, ActorNames names)
    {
        var texts = desk.Texts;
        html.Write("<ul class=\"ds-list\">"u8);
        foreach (var question in questions)
        {
            html.Write($"<li>{texts["needdesk.questions.to", NeedWords.NameOf(desk, TargetRef.Of(question.Asked))]} <q>{question.Words}</q> <span class=\"quiet\">{names.Of(question.AskedBy, texts)}, {RoundWords.Moment(question.AskedAt, desk.Definition)}</span><div>");
            if (question.Reply is { } reply) html.Write($"{texts["needdesk.reply"]}: {reply} <span class=\"quiet\">{names.Of(question.RepliedBy!, texts)}, {RoundWords.Moment(question.RepliedAt!.Value, desk.Definition)}</span>");
            else html.Write($"<span class=\"quiet\">{texts["needdesk.questions.open"]}</span>");
            html.Write("</div></li>"u8);
        }

        html.Write("</ul>"u8);
    }
}

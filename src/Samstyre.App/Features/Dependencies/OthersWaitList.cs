using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>The dependencies of others on an initiative: what is needed, what was answered, and the form to answer.</summary>
internal static class OthersWaitList
{
    public static void Write(HtmlWriter html, DeskVisit desk, GiverSide side, IReadOnlyList<NeedAnswer> answers, ActorNames names, RefusedPost? refused)
    {
        var texts = desk.Texts;
        if (side.Needs.Count == 0)
        {
            html.Write($"<p class=\"lead\">{texts["others.none"]}</p>");
            return;
        }

        html.Write($"<p class=\"lead\">{texts["others.lead", desk.Portfolio.Latest!.Round.Month.ToText(texts.Language)]}</p><h2 class=\"ds-heading\" data-size=\"md\">{texts["others.list"]}</h2><ul class=\"proposals\">");
        foreach (var need in side.Needs)
        {
            var key = GiverSide.KeyOf(need);
            List<NeedAnswer> own = [.. answers.Where(answer => answer.Receiver == need.Receiver.Initiative.Id && answer.Need == need.Key)];
            html.Write($"<li id=\"{key}\" tabindex=\"-1\"><h3 class=\"ds-heading\" data-size=\"xs\">");
            InitiativeLink.Write(html, $"/{texts.Code}/{desk.Definition.Code}/{desk.Portfolio.Latest.Round.Code}", need.Receiver);
            html.Write("</h3><p class=\"tags\">"u8);
            SidesMark.Write(html, texts, NeedAnswers.StateOf(need.NeededBy, own.FirstOrDefault()));
            html.Write("</p>"u8);
            if (need.PartsMadeBy(side.Initiative) is { } parts) html.Write($"<p class=\"quiet\">{texts["others.byPart", parts.In(texts.Language)]}</p>");
            Need(html, desk, side, need);
            Answers(html, desk, own, names);
            Form(html, desk, side, need, own.Count > 0, refused?.Key == key ? refused : null);
            html.Write("</li>"u8);
        }

        html.Write("</ul>"u8);
    }

    private static void Need(HtmlWriter html, DeskVisit desk, GiverSide side, RegisteredNeed need)
    {
        var (texts, row) = (desk.Texts, need.Dependency!);
        var deliverable = side.Register!.ByInitiative.GetValueOrDefault(side.Initiative)?.DeliverableOf(need);
        html.Write("<dl class=\"fields\">"u8);
        Line("others.what", row.What ?? row.On);
        if (row.Purpose is { Length: > 0 } purpose) Line("others.purpose", purpose);
        Line("others.neededBy", row.Deadline is { } deadline ? deadline : row.DeadlineText);
        Line("dependency.criticality", need.Criticality);
        Line("others.status", need.Status);
        html.Write($"<div><dt>{texts["others.deliverable"]}</dt><dd>");
        if (deliverable is null) html.Write($"<span class=\"quiet\">{texts["others.deliverable.none"]}</span>");
        else html.Write($"{deliverable.Text} <span class=\"quiet\">({(deliverable.Planned is { } planned ? texts["others.planned", planned.ToText(texts.Language)] : texts["others.unplanned"])})</span>");
        html.Write("</dd></div></dl>"u8);

        void Line(string label, object? value)
        {
            html.Write($"<div><dt>{texts[label]}</dt><dd>");
            FieldText.Write(html, texts, value);
            html.Write("</dd></div>"u8);
        }
    }

    private static void Answers(HtmlWriter html, DeskVisit desk, List<NeedAnswer> answers, ActorNames names)
    {
        if (answers.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<p>{texts["others.own"]} ");
        One(answers[0]);
        html.Write("</p>"u8);
        if (answers.Count == 1) return;
        html.Write($"<details class=\"ds-details\"><summary>{texts.Count("others.earlier", answers.Count - 1)}</summary><ul class=\"plain\">");
        foreach (var answer in answers.Skip(1))
        {
            html.Write("<li>"u8);
            One(answer);
            html.Write("</li>"u8);
        }

        html.Write("</ul></details>"u8);

        void One(NeedAnswer answer)
        {
            AnswerText.Write(html, texts, answer);
            html.Write($" <span class=\"quiet\">{names.Of(answer.AnsweredBy, texts)}, {RoundWords.Moment(answer.AnsweredAt, desk.Definition)}</span>");
        }
    }

    private static void Form(HtmlWriter html, DeskVisit desk, GiverSide side, RegisteredNeed need, bool isAnswered, RefusedPost? refused)
    {
        var (texts, key, typed) = (desk.Texts, GiverSide.KeyOf(need), refused?.Typed ?? PostedAnswer.Nothing);
        html.Write($"<details class=\"ds-details\"{(refused is null ? default : Open)}><summary>{texts[isAnswered ? "others.again" : "others.begin"]}<span class=\"ds-sr-only\">: {need.Receiver.Facts.Name}</span></summary><form method=\"post\" class=\"ask\" action=\"{desk.Root}{OthersWaitPage.AddressOf(side.Key)}/svar\">");
        FormToken.Write(html, desk.Http);
        html.Write($"<input type=\"hidden\" name=\"behov\" value=\"{key}\">");
        Fields.Radios(html, new($"{PostedAnswer.KindField}-{key}", texts["others.answer"], typed.Kind) { Error = refused?.ErrorOf(PostedAnswer.KindField, texts) }, AnswerText.Kinds(texts));
        Fields.Input(html, new($"{PostedAnswer.DateField}-{key}", texts["others.deliverBy"], typed.Date) { Help = texts["others.deliverBy.help"], Width = "short", Error = refused?.ErrorOf(PostedAnswer.DateField, texts) });
        Fields.Radios(html, new($"{PostedAnswer.CertaintyField}-{key}", texts["others.certainty"], typed.Certainty), AnswerText.Certainties(texts));
        Fields.Area(html, new($"{PostedAnswer.WordsField}-{key}", texts["others.words"], typed.Words) { Help = texts["others.words.help"], Error = refused?.ErrorOf(PostedAnswer.WordsField, texts) });
        Fields.Submit(html, texts["others.send"]);
        html.Write("</form></details>"u8);
    }

    private static Markup Open { get; } = new(" open"u8.ToArray());
}

using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Reporting;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Review;

/// <summary>What the office can do with a submitted form: approve, return with a message, ask about a field, rate beside the reporter.</summary>
internal static class ReviewForms
{
    public static void Write(HtmlWriter html, DeskVisit desk, OpenForm form)
    {
        var texts = desk.Texts;
        var address = $"{desk.Root}/kontroll/{form.Row.Round.Code}/{InitiativeKey.Of(form.Row)}";
        if (form.Row.Assignment.State == AssignmentState.Submitted)
        {
            Begin("/godkjenn");
            html.Write($"<button class=\"ds-button\" data-variant=\"primary\" type=\"submit\" accesskey=\"g\">{texts["review.approve"]}</button></form>");
        }

        if (form.Row.Assignment.State is AssignmentState.Submitted or AssignmentState.Approved && form.Row.Round.State != RoundState.Published)
        {
            Begin("/tilbake");
            Fields.Area(html, new("melding", texts["review.message"], "") { Help = texts["review.message.help"] });
            html.Write($"<button class=\"ds-button\" data-variant=\"secondary\" type=\"submit\" accesskey=\"r\">{texts["review.return"]}</button></form>");
        }

        html.Write($"<details class=\"ds-details\"><summary>{texts["question.ask"]}</summary>");
        Begin("/sporsmal");
        Fields.Select(html, new("felt", texts["changed.field"], ""), FormPages.All.SelectMany(page => page.Items).Where(item => texts.Has(item.Label)).Select(item => (item.Key, texts[item.Label])).Prepend(("", texts["question.whole"])));
        Fields.Area(html, new("sporsmal", texts["question.text"], ""));
        Fields.Submit(html, texts["question.send"], "secondary");
        html.Write("</form></details>"u8);

        html.Write($"<details class=\"ds-details\"><summary>{texts["rating.title"]}</summary>");
        Begin("/vurdering");
        html.Write($"<p>{texts["rating.what"]}</p>");
        Fields.Select(html, new("kontor-status", texts["field.status"], "") { Width = "short" }, Choices.Lights(texts).Prepend(("", texts["rating.none"])));
        Fields.Select(html, new("kontor-risiko", texts["field.risk"], "") { Width = "short" }, Choices.Lights(texts).Prepend(("", texts["rating.none"])));
        Fields.Area(html, new("grunn", texts["round.reason"], ""));
        Fields.Submit(html, texts["rating.save"], "secondary");
        html.Write("</form></details>"u8);

        void Begin(string below)
        {
            html.Write($"<form method=\"post\" class=\"ask\" action=\"{address}{below}\">");
            FormToken.Write(html, desk.Http);
        }
    }
}

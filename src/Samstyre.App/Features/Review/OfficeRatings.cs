using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Reporting;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Review;

/// <summary>The reporter's and the office's ratings side by side over the rounds, so that a gap shows.</summary>
internal static class OfficeRatings
{
    public static void Write(HtmlWriter html, DeskVisit desk, OpenForm form, IReadOnlyDictionary<Guid, OfficeRating> ratings, ActorNames names)
    {
        if (ratings.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"sm\">{texts["rating.both"]}</h2>");
        Parts.BeginTable(html, texts["rating.both"], captionShown: false);
        Parts.Headings(html, (texts["round"], false), (texts["rating.reporter"], false), (texts["rating.office"], false), (texts["round.reason"], false));
        foreach (var round in desk.Portfolio.Rounds)
        {
            var own = round.Standing(form.Row.Assignment.Initiative);
            if (!ratings.TryGetValue(round.Round.Id, out var rating) && own is null) continue;
            html.Write($"<tr><th scope=\"row\">{round.Round.Month.ToText(texts.Language)}</th><td>");
            Lights(own?.Facts.Status, own?.Facts.Risk);
            html.Write("</td><td>"u8);
            if (rating is null) html.Write($"<span class=\"quiet\">{texts["rating.notRated"]}</span>");
            else Lights(rating.Status, rating.Risk);
            html.Write($"</td><td>{(rating is null ? "" : $"{rating.Reason} ({names.Of(rating.RatedBy, texts)})")}</td></tr>");
        }

        Parts.EndTable(html);

        void Lights(TrafficLight? status, TrafficLight? risk) => html.Write($"{texts["field.status"]}: {Shapes.Mark(status, texts)} {texts["field.risk"]}: {Shapes.Mark(risk, texts)}");
    }
}

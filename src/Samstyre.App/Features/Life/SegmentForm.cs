using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Life;

/// <summary>The segments that an initiative has been in, and the form that moves it.</summary>
internal static class SegmentForm
{
    public static void Write(HtmlWriter html, DeskVisit desk, Initiative initiative, LifeRecorders recorders, ActorNames names, IReadOnlyList<Problem> problems)
    {
        var (texts, definition) = (desk.Texts, desk.Definition);
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["column.segment"]}</h2><p>{texts["life.segment.now", LifeBook.SegmentName(initiative.Segment, definition, texts)]}</p>");
        if (initiative.Segments.Count > 0)
        {
            Parts.BeginTable(html, texts["life.segments"]);
            Parts.Headings(html, (texts["life.date"], false), (texts["life.segment.was"], false), (texts["life.segment.became"], false), (texts["life.reason"], false), (texts["life.case"], false), (texts["life.who"], false));
            for (var place = 0; place < initiative.Segments.Count; place++)
            {
                var change = initiative.Segments[place];
                html.Write($"<tr><td>{RoundWords.Day(change.On)}</td><td>{LifeBook.SegmentName(change.Was, definition, texts)}</td><th scope=\"row\">{LifeBook.SegmentName(change.Became, definition, texts)}</th><td class=\"prose\">{change.Reason}</td><td>{change.Case}</td><td>{(recorders.Segments.ElementAtOrDefault(place) is { } actor ? names.Of(actor, texts) : "")}</td></tr>");
            }

            Parts.EndTable(html);
        }

        var isPosted = problems.Count > 0;
        html.Write($"<details class=\"ds-details\"{(isPosted ? Open : default)}><summary>{texts["life.segment.move"]}</summary><form method=\"post\" class=\"ask\" action=\"{desk.Root}{LifeBook.Address}/{InitiativeLink.KeyOf(initiative)}/segment\">");
        FormToken.Write(html, desk.Http);
        Fields.Select(html, View("segment", texts["life.segment.to"]), definition.Segments.Select(segment => (segment.Code, segment.Name.In(texts.Language))).Prepend(("", texts["choose"])));
        Fields.Input(html, View("segment-dato", texts["life.date"]) with { Value = isPosted ? desk.Posted("segment-dato") : RoundWords.Day(LocalTime.Today(desk.Now, definition)), Width = "short", Help = texts["calendar.date.help"] });
        Fields.Area(html, View("segment-grunn", texts["life.reason"]));
        Fields.Input(html, View("segment-sak", texts["life.case.optional"]));
        Fields.Submit(html, texts["life.segment.move"]);
        html.Write("</form></details>"u8);

        FieldView View(string field, string label) => new(field, label, isPosted ? desk.Posted(field) : "") { Error = LifeBook.ErrorOf(problems, field, texts) };
    }

    private static Markup Open { get; } = new(" open"u8.ToArray());
}

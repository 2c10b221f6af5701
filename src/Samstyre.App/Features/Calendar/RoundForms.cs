using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Calendar;

/// <summary>What whoever runs a round can do with it: the next steps of its life, its dates, and exceptions.</summary>
internal static class RoundForms
{
    public static void Write(HtmlWriter html, DeskVisit desk, CalendarRound round, IReadOnlyList<AssignmentRow> assignments)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["round.next"]}</h2>");
        var forward = RoundLife.NextOf(round.State).FirstOrDefault(to => to > round.State);
        var wasPublished = desk.Portfolio.Rounds.FirstOrDefault(one => one.Round.Id == round.Id) is { } shown && desk.Portfolio.History.PublicationOf(shown.Round) is not null;
        foreach (var to in RoundLife.NextOf(round.State)) Step(html, desk, round, to, to == forward, wasPublished);
        if (round.State == RoundState.Published) return;
        if (round.State != RoundState.Planned) html.Write($"<p><a class=\"ds-link\" href=\"{desk.Root}/runder/{round.Code}/filer\">{texts["files.link"]}</a> <a class=\"ds-link\" href=\"{desk.Root}/runder/{round.Code}/tabell\">{texts["tables.link"]}</a></p>");
        Dates(html, desk, round);
        if (assignments.Count > 0) Exception(html, desk, round, assignments);
    }

    private static void Step(HtmlWriter html, DeskVisit desk, CalendarRound round, RoundState to, bool isForward, bool wasPublished)
    {
        var texts = desk.Texts;
        var key = $"round.step.{round.State}.{to}";
        html.Write($"<form method=\"post\" class=\"ask step\" action=\"{desk.Root}/runder/{round.Code}/steg\">");
        FormToken.Write(html, desk.Http);
        html.Write($"<input type=\"hidden\" name=\"til\" value=\"{to.ToString()}\"><p>{texts[key + ".what"]}</p>");
        // A second publication tells why as well; the first need not.
        if (RoundLife.NeedsReason(round.State, to) == true) Fields.Input(html, new($"begrunnelse-{to}", texts["round.reason"], ""));
        else if (to == RoundState.Published && wasPublished) Fields.Input(html, new($"begrunnelse-{to}", texts["round.reason.again"], "") { Help = texts["round.reason.again.help"] });
        Fields.Submit(html, texts[key], isForward ? "primary" : "secondary");
        html.Write("</form>"u8);
    }

    private static void Dates(HtmlWriter html, DeskVisit desk, CalendarRound round)
    {
        var texts = desk.Texts;
        html.Write($"<details class=\"ds-details\"><summary>{texts["round.dates"]}</summary><form method=\"post\" class=\"ask\" action=\"{desk.Root}/runder/{round.Code}/datoer\">");
        FormToken.Write(html, desk.Http);
        Fields.Input(html, new("apner", texts["round.opensOn"], round.OpensOn is { } opens ? RoundWords.Day(opens) : "") { Width = "short", Help = texts["calendar.date.help"] });
        Fields.Input(html, new("frist", texts["round.dueOn"], round.DueOn is { } due ? RoundWords.Day(due) : "") { Width = "short", Help = texts["calendar.date.help"] });
        Fields.Submit(html, texts["round.dates.button"], "secondary");
        html.Write("</form></details>"u8);
    }

    private static void Exception(HtmlWriter html, DeskVisit desk, CalendarRound round, IReadOnlyList<AssignmentRow> assignments)
    {
        var texts = desk.Texts;
        html.Write($"<details class=\"ds-details\"><summary>{texts["round.exception"]}</summary><form method=\"post\" class=\"ask\" action=\"{desk.Root}/runder/{round.Code}/unntak\"><p>{texts["round.exception.what"]}</p>");
        FormToken.Write(html, desk.Http);
        Fields.Select(html, new("tiltak", texts["round.exception.initiative"], ""), assignments.Select(row => (Desk.InitiativeKey.Of(row), row.Name)).Prepend(("", texts["choose"])));
        Fields.Input(html, new("ny-frist", texts["round.exception.due"], "") { Width = "short", Help = texts["round.exception.due.help"] });
        Fields.Input(html, new("unntak-begrunnelse", texts["round.reason"], ""));
        Fields.Submit(html, texts["round.exception.button"], "secondary");
        html.Write("</form></details>"u8);
    }
}

using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Calendar;

/// <summary>Who has submitted, is drafting, is missing, was returned: counts that filter, and a row per initiative.</summary>
internal static class RoundBoard
{
    private static readonly AssignmentState[] States = [AssignmentState.Missing, AssignmentState.Drafting, AssignmentState.Returned, AssignmentState.Submitted, AssignmentState.Approved, AssignmentState.Excused];

    public static void Write(HtmlWriter html, DeskVisit desk, CalendarRound round, IReadOnlyList<AssignmentRow> assignments, ActorNames names)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["board.title"]}</h2>");
        if (assignments.Count == 0)
        {
            html.Write($"<p>{texts["board.empty"]}</p>");
            return;
        }

        AssignmentState? chosen = Enum.TryParse<AssignmentState>(desk.Http.Request.Query["stand"], out var state) && Enum.IsDefined(state) ? state : null;
        Filter(html, desk, round, assignments, chosen);
        Reminders.Form(html, desk, round, assignments);
        var today = LocalTime.Today(desk.Now, desk.Definition);
        Parts.BeginTable(html, texts["board.caption"]);
        Parts.Headings(html, (texts["column.name"], false), (texts["column.organisation"], false), (texts["column.segment"], false), (texts["board.state"], false), (texts["round.dueOn"], false), (texts["board.last"], false));
        foreach (var row in assignments.Where(row => chosen is null || row.Assignment.State == chosen)) Row(html, desk, row, today, names);
        Parts.EndTable(html);
    }

    private static void Filter(HtmlWriter html, DeskVisit desk, CalendarRound round, IReadOnlyList<AssignmentRow> assignments, AssignmentState? chosen)
    {
        var texts = desk.Texts;
        html.Write($"<nav aria-label=\"{texts["board.filter"]}\"><ul class=\"chips\">");
        One(null, texts["board.all"], assignments.Count);
        foreach (var state in States)
        {
            if (assignments.Count(row => row.Assignment.State == state) is > 0 and var count) One(state, texts["assignment.state." + state], count);
        }

        html.Write("</ul></nav>"u8);

        void One(AssignmentState? state, string name, int count)
        {
            html.Write($"<li><a class=\"ds-chip\" href=\"{desk.Root}/runder/{round.Code}{(state is null ? "" : $"?stand={state}")}\"");
            if (state == chosen) html.Write(" aria-current=\"true\" data-selected=\"true\""u8);
            html.Write($">{name} {texts.Number(count)}</a></li>");
        }
    }

    private static void Row(HtmlWriter html, DeskVisit desk, AssignmentRow row, DateOnly today, ActorNames names)
    {
        var (texts, assignment) = (desk.Texts, row.Assignment);
        var late = assignment.DueOn < today && assignment.State is AssignmentState.Missing or AssignmentState.Drafting or AssignmentState.Returned && assignment.DueOn < today;
        html.Write($"<tr><th scope=\"row\"><a class=\"ds-link\" href=\"{desk.Root}/kontroll/{row.Round.Code}/{InitiativeKey.Of(row)}\">{row.Name}</a></th><td>{(assignment.Organisation.Length == 0 ? texts["organisation.none"] : desk.Definition.OrganisationByCode(assignment.Organisation)?.Name ?? assignment.Organisation)}</td><td>{desk.Definition.Segments.FirstOrDefault(segment => segment.Code == assignment.Segment)?.Name.In(texts.Language) ?? texts["notStated"]}</td><td>");
        RoundWords.Tag(html, texts, assignment.State);
        html.Write($"</td><td>{RoundWords.Day(assignment.DueOn)}{(late ? $" ({texts["board.late"]})" : "")}{(assignment.Reason is { } reason ? $" – {reason}" : "")}</td><td>");
        if (assignment.State != AssignmentState.Missing) html.Write($"{RoundWords.Moment(row.ChangedAt, desk.Definition)}, {names.Of(row.ChangedBy, texts)}");
        html.Write("</td></tr>"u8);
    }
}

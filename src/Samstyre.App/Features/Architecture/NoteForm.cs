using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Life;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>What the architects have noted about a dependency, and the form for another note.</summary>
internal static class NoteForm
{
    public static void Write(HtmlWriter html, DeskVisit desk, RegisteredNeed need, IReadOnlyList<NeedNote> notes, ActorNames names, IReadOnlyList<Problem> problems)
    {
        var texts = desk.Texts;
        html.Write($"<section><h2 class=\"ds-heading\" data-size=\"md\">{texts["needdesk.notes"]}</h2>");
        if (notes.Count == 0) html.Write($"<p>{texts["needdesk.notes.none"]}</p>");
        else html.Write("<ul class=\"ds-list\">"u8);
        foreach (var note in notes) html.Write($"<li>{note.Words} <span class=\"quiet\">{names.Of(note.NotedBy, texts)}, {RoundWords.Moment(note.NotedAt, desk.Definition)}</span></li>");
        if (notes.Count > 0) html.Write("</ul>"u8);
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{NeedPage.DeedOf(desk, need, "notat")}\">");
        FormToken.Write(html, desk.Http);
        var typed = desk.Http.Request.HasFormContentType ? desk.Posted("notat") : "";
        Fields.Area(html, new("notat", texts["needdesk.note"], typed) { Help = texts["needdesk.note.help"], Error = LifeBook.ErrorOf(problems, "notat", texts) });
        Fields.Submit(html, texts["needdesk.note.button"], "secondary");
        html.Write("</form></section>"u8);
    }
}

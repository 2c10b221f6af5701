using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Audit;

/// <summary>Who did what and when, newest first: of the whole portfolio, a round or an initiative.</summary>
internal static class AuditPage
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapDesk("/logg", Right.ReadAudit, Show);

    private static async Task Show(DeskVisit desk)
    {
        var query = desk.Http.Request.Query;
        var rounds = await CalendarStore.List(desk.Db, desk.PortfolioId, desk.Cancellation);
        var round = rounds.FirstOrDefault(one => one.Code == query["runde"].ToString());
        var standing = desk.Portfolio.Latest?.Standing(query["tiltak"].ToString());
        var page = int.TryParse(query["side"], out var number) && number is > 0 and < 100_000 ? number : 1;
        var rows = await AuditTrail.Of(desk.Db, desk.PortfolioId, new() { RoundId = round?.Id, InitiativeId = standing?.Initiative.Id }, page, PageSize + 1, desk.Cancellation);
        var names = await ActorNames.Of(desk.Db, rows.Select(row => row.Actor), desk.Cancellation);
        await desk.Send(html =>
        {
            var texts = desk.Texts;
            Shell.BeginDesk(html, desk, DeskEntry.Audit, texts["audit.title"]);
            html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["audit.title"]}</h1><p class=\"lead\">{texts["audit.lead"]}</p>");
            Filter(html, desk, rounds, round);
            if (rows.Count == 0) html.Write($"<p>{texts["audit.empty"]}</p>");
            else Table(html, desk, rounds, rows, names);
            Pager(html, desk, page, rows.Count > PageSize);
            Shell.End(html, texts);
        });
    }

    private static void Filter(HtmlWriter html, DeskVisit desk, IReadOnlyList<CalendarRound> rounds, CalendarRound? chosen)
    {
        var texts = desk.Texts;
        html.Write($"<form class=\"ask\" action=\"{desk.Root}/logg\">");
        Fields.Select(html, new("runde", texts["round"], chosen?.Code ?? "") { Width = "short" }, rounds.Reverse().Select(round => (round.Code, round.Month.ToText(texts.Language))).Prepend(("", texts["board.all"])));
        Fields.Input(html, new("tiltak", texts["audit.initiative"], desk.Http.Request.Query["tiltak"].ToString()) { Width = "short", Help = texts["audit.initiative.help"] });
        Fields.Submit(html, texts["audit.show"], "secondary");
        html.Write("</form>"u8);
    }

    private static void Table(HtmlWriter html, DeskVisit desk, IReadOnlyList<CalendarRound> rounds, IReadOnlyList<AuditRow> rows, ActorNames names)
    {
        var texts = desk.Texts;
        Parts.BeginTable(html, texts["audit.caption"]);
        Parts.Headings(html, (texts["audit.number"], true), (texts["audit.when"], false), (texts["audit.who"], false), (texts["audit.what"], false), (texts["audit.concerns"], false), (texts["audit.details"], false));
        foreach (var row in rows.Take(PageSize))
        {
            html.Write($"<tr><td class=\"num\">{texts.Number(row.Position)}</td><td>{RoundWords.Moment(row.RecordedAt, desk.Definition)}</td><td>{names.Of(row.Actor, texts)}</td><td>{(texts.Has("audit.action." + row.Action) ? texts["audit.action." + row.Action] : row.Action)}</td><td>{Concerned(desk, rounds, row)}</td><td class=\"prose\">");
            foreach (var (label, words) in AuditWords.Of(desk, row)) html.Write($"<div><span class=\"quiet\">{label}:</span> {words}</div>");
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
    }

    /// <summary>The initiative and the round that an entry concerns.</summary>
    private static string Concerned(DeskVisit desk, IReadOnlyList<CalendarRound> rounds, AuditRow row)
    {
        var name = row.InitiativeId is { } initiative ? desk.Portfolio.Rounds.Reverse().Select(round => round.Snapshot.Standings.FirstOrDefault(standing => standing.Initiative.Id == initiative)).FirstOrDefault(standing => standing is not null)?.Facts.Name : null;
        var month = row.RoundId is { } id ? rounds.FirstOrDefault(round => round.Id == id)?.Month.ToText(desk.Texts.Language) : null;
        return string.Join(", ", ((string?[])[name, month]).OfType<string>());
    }

    private static void Pager(HtmlWriter html, DeskVisit desk, int page, bool more)
    {
        var texts = desk.Texts;
        var query = desk.Http.Request.Query;
        var kept = $"?runde={Uri.EscapeDataString(query["runde"].ToString())}&tiltak={Uri.EscapeDataString(query["tiltak"].ToString())}&side=";
        html.Write($"<nav class=\"row\" aria-label=\"{texts["audit.pages"]}\">");
        if (page > 1) html.Write($"<a class=\"ds-link\" href=\"{desk.Root}/logg{kept}{page - 1}\">{texts["audit.newer"]}</a>");
        if (more) html.Write($"<a class=\"ds-link\" href=\"{desk.Root}/logg{kept}{page + 1}\">{texts["audit.older"]}</a>");
        html.Write("</nav>"u8);
    }
}

using System.Globalization;
using Samstyre.App.Access;
using Samstyre.App.Features.Balance;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Calendar;

/// <summary>The yearly wheel of the most closely steered initiatives: what is treated when, by whom and with which papers.</summary>
internal static class WheelPage
{
    public const string Address = "/arshjul";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(Address, Right.WeighPortfolio, desk => Show(desk, [], null));
        routes.MapDeed(Address, Right.SteerPortfolio, Save);
        routes.MapDeed(Address + "/avlys", Right.SteerPortfolio, Cancel);
    }

    /// <summary>Where a meeting stands on the page.</summary>
    public static string AnchorOf(WheelMeeting meeting) => "mote-" + KeyOf(meeting);

    private static async Task Save(DeskVisit desk)
    {
        var posted = new Posted(desk.Posted("mote"), desk.Posted("tema"), desk.Posted("dag"), desk.Posted("ansvarlig"), desk.Posted("saksunderlag"));
        var (plan, problems) = WheelRules.Read(posted.Theme, RoundWords.Read(posted.Day), posted.Responsible, posted.Papers);
        if (plan is not null && posted.Meeting.Length == 0) await WheelStore.Plan(desk.Db, desk.PortfolioId, plan, desk.Actor.Code, desk.Now, desk.Cancellation);
        else if (plan is not null) problems = (await WheelStore.Change(desk.Db, desk.PortfolioId, IdOf(posted.Meeting), plan, desk.Actor.Code, desk.Now, desk.Cancellation)).Problems;
        await Answer(desk, problems, plan?.HeldOn.Year, posted);
    }

    private static async Task Cancel(DeskVisit desk) =>
        await Answer(desk, (await WheelStore.Cancel(desk.Db, desk.PortfolioId, IdOf(desk.Posted("mote")), desk.Actor.Code, desk.Now, desk.Cancellation)).Problems, Year(desk.Posted("ar")), null);

    private static async Task Answer(DeskVisit desk, IReadOnlyList<Problem> problems, int? year, Posted? posted)
    {
        if (problems.Count > 0) await Show(desk, problems, posted);
        else desk.GoTo(year is { } shown ? string.Create(CultureInfo.InvariantCulture, $"{Address}?ar={shown}") : Address);
    }

    private static async Task Show(DeskVisit desk, IReadOnlyList<Problem> problems, Posted? posted)
    {
        var all = (await WheelStore.List(desk.Db, desk.PortfolioId, desk.Cancellation)).Where(meeting => meeting.CancelledAt is null).ToList();
        var query = desk.Http.Request.Query;
        var today = LocalTime.Today(desk.Now, desk.Definition);
        var year = Year(query["ar"].ToString()) ?? RoundWords.Read(query["dag"].ToString())?.Year ?? today.Year;
        var own = all.Where(meeting => meeting.Plan.HeldOn.Year == year).ToList();
        var asked = posted ?? (all.Find(meeting => KeyOf(meeting) == query["endre"].ToString()) is { } changed ? Posted.Of(changed) : new("", query["tema"].ToString(), query["dag"].ToString(), "", ""));
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.Balance, texts["govern.title"], (BalancePage.Address, texts["balance.title"]));
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["govern.title"]}</h1><p class=\"lead\">{Sentence(texts, all.Find(meeting => meeting.Plan.HeldOn >= today))}</p>");
                Years(html, desk, year);
                YearWheel.Meetings(html, texts, year, own);
                if (own.Count == 0) html.Write($"<p>{texts["govern.empty", year]}</p>");
                else WheelTable.Write(html, desk, year, own);
                if (desk.May(Right.SteerPortfolio)) Form(html, desk, year, WheelRules.Suggested(year, all), problems, asked);
                html.Write($"<p><a class=\"ds-link\" href=\"/{texts.Code}/{desk.Definition.Code}/kalender.ics\">{texts["govern.feed"]}</a></p>");
                Shell.End(html, texts);
            },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static string Sentence(TextSet texts, WheelMeeting? next) => next is null ? texts["govern.none"] : texts["govern.next", texts["wheel.theme." + next.Plan.Theme], RoundWords.Day(next.Plan.HeldOn), next.Plan.Responsible];

    private static void Years(HtmlWriter html, DeskVisit desk, int year)
    {
        html.Write("<p class=\"row wide-gap\">"u8);
        foreach (var other in (int[])[year - 1, year + 1]) html.Write($"<a class=\"ds-link\" href=\"{desk.Root}{Address}?ar={other}\">{desk.Texts["govern.year", other]}</a>");
        html.Write("</p>"u8);
    }

    private static void Form(HtmlWriter html, DeskVisit desk, int year, IReadOnlyList<(WheelTheme Theme, DateOnly Day)> suggested, IReadOnlyList<Problem> problems, Posted asked)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"nytt\">{texts[asked.Meeting.Length > 0 ? "govern.change" : "govern.plan"]}</h2>");
        if (asked.Meeting.Length == 0 && suggested.Count > 0)
        {
            html.Write($"<p>{texts["govern.suggested", year]}</p><ul class=\"ds-list\">");
            foreach (var (theme, day) in suggested)
                html.Write($"<li><a class=\"ds-link\" href=\"{desk.Root}{Address}?ar={year}&amp;tema={theme.ToString()}&amp;dag={RoundWords.Day(day)}#nytt\">{texts["wheel.theme." + theme]}, {RoundWords.Day(day)}</a></li>");
            html.Write("</ul>"u8);
        }

        Fields.Summary(html, texts, [.. problems.Select(problem => (problem.Field ?? "", Fields.SentenceOf(problem, texts)))]);
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{desk.Root}{Address}\">");
        FormToken.Write(html, desk.Http);
        if (asked.Meeting.Length > 0) html.Write($"<input type=\"hidden\" name=\"mote\" value=\"{asked.Meeting}\">");
        Fields.Select(html, new("tema", texts["govern.theme"], asked.Theme) { Error = ErrorOf("tema") }, Enum.GetValues<WheelTheme>().Select(theme => (theme.ToString(), texts["wheel.theme." + theme])).Prepend(("", texts["govern.theme.choose"])));
        Fields.Input(html, new("dag", texts["govern.day"], asked.Day) { Help = texts["calendar.date.help"], Width = "short", Error = ErrorOf("dag") });
        Fields.Input(html, new("ansvarlig", texts["govern.responsible"], asked.Responsible) { Error = ErrorOf("ansvarlig") });
        Fields.Area(html, new("saksunderlag", texts["govern.papers"], asked.Papers) { Help = texts["govern.papers.help"], Error = ErrorOf("saksunderlag") });
        Fields.Submit(html, texts[asked.Meeting.Length > 0 ? "govern.change.button" : "govern.plan.button"]);
        html.Write("</form>"u8);

        string? ErrorOf(string field) => problems.Where(problem => problem.Field == field).Select(problem => Fields.SentenceOf(problem, texts)).FirstOrDefault();
    }

    private static int? Year(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 3000 ? year : null;

    // What is no identity is that of no meeting.
    private static Guid IdOf(string key) => Guid.TryParseExact(key, "N", out var id) ? id : Guid.Empty;

    /// <summary>What tells a meeting from others in addresses and forms.</summary>
    public static string KeyOf(WheelMeeting meeting) => meeting.Id.ToString("N");

    private sealed record Posted(string Meeting, string Theme, string Day, string Responsible, string Papers)
    {
        public static Posted Of(WheelMeeting meeting) => new(KeyOf(meeting), meeting.Plan.Theme.ToString(), RoundWords.Day(meeting.Plan.HeldOn), meeting.Plan.Responsible, string.Join('\n', meeting.Plan.Papers));
    }
}

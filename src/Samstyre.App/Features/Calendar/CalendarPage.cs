using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Calendar;

/// <summary>The portfolio's rounds over the years: which are planned, open, in review and published, and planning the next.</summary>
internal static class CalendarPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk("/runder", Right.FollowRound, desk => Show(desk, [], Posted.Empty));
        routes.MapDeed("/runder", Right.RunRound, Plan);
    }

    private static async Task Show(DeskVisit desk, IReadOnlyList<Problem> problems, Posted posted)
    {
        var rounds = await CalendarStore.List(desk.Db, desk.PortfolioId, desk.Cancellation);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.Rounds, texts["calendar.title"]);
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["calendar.title"]}</h1><p class=\"lead\">{Sentence(desk, rounds)}</p>");
                YearWheel.Write(html, desk, rounds);
                if (rounds.Count == 0) html.Write($"<p>{texts["calendar.empty"]}</p>");
                else Table(html, desk, rounds);
                html.Write($"<p><a class=\"ds-link\" href=\"/{texts.Code}/{desk.Definition.Code}/kalender.ics\">{texts["calendar.feed"]}</a></p>");
                if (desk.May(Right.WeighPortfolio)) html.Write($"<p><a class=\"ds-link\" href=\"{desk.Root}{WheelPage.Address}\">{texts["calendar.wheel"]}</a></p>");
                if (desk.May(Right.RunRound)) Form(html, desk, problems, posted);
                Shell.End(html, texts);
            },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static string Sentence(DeskVisit desk, IReadOnlyList<CalendarRound> rounds)
    {
        var texts = desk.Texts;
        if (rounds.FirstOrDefault(round => round.State is RoundState.Open) is { } open) return texts["calendar.open", open.Month.ToText(texts.Language), RoundWords.Day(open.Deadline)];
        if (rounds.FirstOrDefault(round => round.State is RoundState.InReview) is { } review) return texts["calendar.inReview", review.Month.ToText(texts.Language)];
        return rounds.FirstOrDefault(round => round.State is RoundState.Planned) is { } planned ? texts["calendar.next", planned.Month.ToText(texts.Language), planned.OpensOn is { } day ? RoundWords.Day(day) : texts["notStated"]] : texts["calendar.none"];
    }

    private static void Table(HtmlWriter html, DeskVisit desk, IReadOnlyList<CalendarRound> rounds)
    {
        var texts = desk.Texts;
        Parts.BeginTable(html, texts["calendar.caption"]);
        Parts.Headings(html, (texts["round"], false), (texts["round.state"], false), (texts["round.opensOn"], false), (texts["round.dueOn"], false), (texts["rounds.collectedOn"], false));
        foreach (var round in rounds.Reverse())
        {
            html.Write($"<tr><th scope=\"row\"><a class=\"ds-link\" href=\"{desk.Root}/runder/{round.Code}\">{round.Month.ToText(texts.Language)}</a></th><td>");
            RoundWords.Tag(html, texts, round.State);
            html.Write($"</td><td>{(round.OpensOn is { } opens ? RoundWords.Day(opens) : texts["notStated"])}</td><td>{(round.DueOn is { } due ? RoundWords.Day(due) : texts["notStated"])}</td><td>{RoundWords.Day(round.CollectedOn)}</td></tr>");
        }

        Parts.EndTable(html);
    }

    private static void Form(HtmlWriter html, DeskVisit desk, IReadOnlyList<Problem> problems, Posted posted)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["calendar.plan"]}</h2>");
        Fields.Summary(html, texts, [.. problems.Select(problem => (FieldOf(problem), Fields.SentenceOf(problem, texts)))]);
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{desk.Root}/runder\">");
        FormToken.Write(html, desk.Http);
        Day("samlet", "calendar.collectedOn", posted.CollectedOn, "calendar.collectedOn.help");
        Day("apner", "round.opensOn", posted.OpensOn, "calendar.date.help");
        Day("frist", "round.dueOn", posted.DueOn, "calendar.date.help");
        Fields.Submit(html, texts["calendar.plan.button"]);
        html.Write("</form>"u8);

        void Day(string id, string label, string value, string help) => Fields.Input(html, new(id, texts[label], value)
        {
            Help = texts[help], Width = "short", Error = problems.Where(problem => FieldOf(problem) == id).Select(problem => Fields.SentenceOf(problem, texts)).FirstOrDefault(),
        });
    }

    private static async Task Plan(DeskVisit desk)
    {
        var posted = new Posted(desk.Posted("samlet"), desk.Posted("apner"), desk.Posted("frist"));
        var (collected, opens, due) = (RoundWords.Read(posted.CollectedOn), RoundWords.Read(posted.OpensOn), RoundWords.Read(posted.DueOn));
        List<Problem> problems = [];
        if (collected is null) problems.Add(new("DayUnreadable", "collectedOn", "Write the day as 31.10.2020."));
        if (opens is null) problems.Add(new("DayUnreadable", "opensOn", "Write the day as 31.10.2020."));
        if (due is null) problems.Add(new("DayUnreadable", "dueOn", "Write the day as 31.10.2020."));
        if (opens is { } first && due is { } last && last < first) problems.Add(new("RoundDueBeforeOpening", "dueOn", "The last day of reporting must not be before the first."));
        if (problems.Count > 0)
        {
            await Show(desk, problems, posted);
            return;
        }

        var planned = await CalendarStore.Plan(desk.Db, desk.PortfolioId, RoundWords.CodeOf(collected!.Value), collected.Value, opens!.Value, due!.Value, desk.Actor.Code, desk.Now, desk.Cancellation);
        if (planned.Succeeded) desk.GoTo("/runder/" + planned.Value.Code);
        else await Show(desk, planned.Problems, posted);
    }

    private static string FieldOf(Problem problem) => problem.Field switch { "opensOn" => "apner", "dueOn" or "due" => "frist", "collectedOn" or "code" => "samlet", _ => "" };

    private sealed record Posted(string CollectedOn, string OpensOn, string DueOn)
    {
        public static Posted Empty { get; } = new("", "", "");
    }
}

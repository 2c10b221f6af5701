using Samstyre.Analysis;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Review;

/// <summary>What waits for the office in a round: each submitted form with how complete it is, what the rules found and what changed.</summary>
internal static class QueuePage
{
    private const int Shown = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk("/kontroll", Right.FollowRound, Latest);
        routes.MapDesk("/kontroll/{round}", Right.FollowRound, Show);
    }

    /// <summary>The forms of a round in the order in which they are looked at: what waits first, then by deadline.</summary>
    public static IEnumerable<AssignmentRow> InOrder(IEnumerable<AssignmentRow> rows) =>
        rows.Where(row => row.Assignment.State is AssignmentState.Submitted or AssignmentState.Approved or AssignmentState.Returned)
            .OrderBy(row => row.Assignment.State == AssignmentState.Submitted ? 0 : 1).ThenBy(row => row.NationalId ?? int.MaxValue).ThenBy(row => row.Assignment.Initiative);

    private static async Task Latest(DeskVisit desk)
    {
        var rounds = await CalendarStore.List(desk.Db, desk.PortfolioId, desk.Cancellation);
        if (rounds.LastOrDefault(round => round.State is RoundState.Open or RoundState.InReview) is { } open) desk.GoTo("/kontroll/" + open.Code);
        else desk.GoTo("/runder");
    }

    private static async Task Show(DeskVisit desk)
    {
        if ((await CalendarStore.List(desk.Db, desk.PortfolioId, desk.Cancellation)).FirstOrDefault(one => one.Code == desk.Part("round")) is not { } round)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var rows = InOrder(await AssignmentStore.OfRound(desk.Db, desk.PortfolioId, round.Id, desk.Cancellation)).ToList();
        var lines = await Lines(desk, round, [.. rows.Take(Shown)]);
        await desk.Send(html =>
        {
            var texts = desk.Texts;
            var name = round.Month.ToText(texts.Language);
            Shell.BeginDesk(html, desk, DeskEntry.Review, texts["review.title", name]);
            html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["review.title", name]}</h1><p class=\"lead\">{texts["review.lead", texts.Number(rows.Count(row => row.Assignment.State == AssignmentState.Submitted)), texts.Number(rows.Count(row => row.Assignment.State == AssignmentState.Approved)), texts.Number(rows.Count(row => row.Assignment.State == AssignmentState.Returned))]}</p><p><a class=\"ds-link\" href=\"{desk.Root}/runder/{round.Code}\">{texts["review.board"]}</a></p>");
            if (lines.Count == 0) html.Write($"<p>{texts["review.empty"]}</p>");
            else Table(html, desk, lines);
            if (rows.Count > Shown) html.Write($"<p class=\"quiet\">{texts["list.more", texts.Number(rows.Count - Shown)]}</p>");
            Shell.End(html, texts);
        });
    }

    private static void Table(HtmlWriter html, DeskVisit desk, IReadOnlyList<Line> lines)
    {
        var texts = desk.Texts;
        Parts.BeginTable(html, texts["review.caption"]);
        Parts.Headings(html, (texts["column.name"], false), (texts["column.organisation"], false), (texts["board.state"], false), (texts["review.quality"], true), (texts["review.explained"], true), (texts["review.changes"], true), (texts["review.significant"], true), (texts["review.questions"], true));
        foreach (var line in lines)
        {
            html.Write($"<tr><th scope=\"row\"><a class=\"ds-link\" href=\"{desk.Root}/kontroll/{line.Row.Round.Code}/{InitiativeKey.Of(line.Row)}\">{line.Row.Name}</a></th><td>{desk.Definition.OrganisationByCode(line.Row.Assignment.Organisation)?.Name ?? line.Row.Assignment.Organisation}</td><td>");
            RoundWords.Tag(html, texts, line.Row.Assignment.State);
            html.Write($"</td><td class=\"num\">{texts.Percent(line.Quality)}</td><td class=\"num\">{texts.Number(line.Findings)}</td><td class=\"num\">{(line.Unchanged ? texts["review.unchanged"] : texts.Number(line.Changes))}</td><td class=\"num\">{texts.Number(line.Significant)}</td><td class=\"num\">{texts.Number(line.Questions)}</td></tr>");
        }

        Parts.EndTable(html);
    }

    private static async Task<IReadOnlyList<Line>> Lines(DeskVisit desk, CalendarRound round, IReadOnlyList<AssignmentRow> rows)
    {
        var (db, portfolio) = (desk.Db, desk.PortfolioId);
        var newest = await ReportStore.NewestOf(db, portfolio, round.Id, [.. rows.Select(row => row.Assignment.Initiative)], desk.Cancellation);
        var reports = await ReportStore.ReadAll(db, portfolio, [.. newest.Values.Concat(rows.Select(row => row.Assignment.PriorReport).OfType<Guid>()).Distinct()], desk.Cancellation);
        var submissions = await SubmissionStore.OfRound(db, portfolio, round.Id, desk.Cancellation);
        var questions = await ReviewStore.OpenQuestions(db, portfolio, round.Id, desk.Cancellation);
        var json = await CalendarStore.Rules(db, portfolio, round.Id, desk.Cancellation);
        var rules = json is null ? FrozenRules.Now(desk.Definition) : FrozenRules.FromJson(json);
        List<Line> lines = [];
        foreach (var row in rows)
        {
            if (!newest.TryGetValue(row.Assignment.Initiative, out var id) || !reports.TryGetValue(id, out var stored)) continue;
            var report = ReportJson.FromUtf8(stored.Json.Span);
            var before = row.Assignment.PriorReport is { } prior && reports.TryGetValue(prior, out var earlier) ? ReportJson.FromUtf8(earlier.Json.Span) : null;
            var changes = before is null ? [] : FieldChanges.Between(before, report, rules.Significant);
            var submission = submissions.GetValueOrDefault(row.Assignment.Initiative);
            lines.Add(new(
                row, (decimal)AskedFields.GivenIn(report) / AskedFields.All.Count, submission?.Explanations.Count ?? 0, changes.Count, changes.Count(change => change.IsSignificant), questions.GetValueOrDefault(row.Assignment.Initiative), submission?.Unchanged ?? false));
        }

        return lines;
    }

    private sealed record Line(AssignmentRow Row, decimal Quality, int Findings, int Changes, int Significant, int Questions, bool Unchanged);
}

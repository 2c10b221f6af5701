using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Workbench;

/// <summary>The words of a round's report, chapter by chapter: drafted or edited, by whom, and whether the numbers under them have changed.</summary>
internal static class WorkbenchPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk("/rapport", Right.RunRound, Latest);
        routes.MapDesk("/rapport/{round}", Right.RunRound, Show);
    }

    /// <summary>What stands about a chapter: edited or not, by whom, and what somebody has to do.</summary>
    public static void State(HtmlWriter html, DeskVisit desk, WorkbenchRound round, WorkbenchChapter chapter, ActorNames names)
    {
        var texts = desk.Texts;
        html.Write("<p class=\"tags\">"u8);
        Tag(chapter.Edited is null ? "neutral" : "info", chapter.Edited is null ? texts["workbench.isDrafted"] : texts["workbench.isEdited"]);
        if (chapter.IsBehind) Tag("warning", texts["workbench.isBehind"]);
        if (round.Waits(chapter)) Tag("warning", texts["workbench.waits"]);
        if (chapter.Latest is { } latest)
            html.Write($" <span class=\"quiet\">{texts[latest.Text is null ? "workbench.withdrawnBy" : "workbench.savedBy", names.Of(latest.SavedBy, texts), RoundWords.Moment(latest.SavedAt, desk.Definition)]}</span>");
        html.Write("</p>"u8);
        if (chapter.EditedIn.Count > 0)
            html.Write($"<p class=\"quiet\">{texts["workbench.editedIn", string.Join(", ", chapter.EditedIn.Select(code => texts["workbench.language." + code]))]}</p>");

        void Tag(string color, string words) => html.Write($"<span class=\"ds-tag\" data-color=\"{color}\">{words}</span> ");
    }

    /// <summary>Words as they stand, paragraphs and all.</summary>
    public static void Words(HtmlWriter html, TextSet texts, string? words, string cssClass = "words")
    {
        if (words is { Length: > 0 }) html.Write($"<div class=\"{cssClass}\">{words}</div>");
        else html.Write($"<p class=\"quiet\">{texts["workbench.noWords"]}</p>");
    }

    private static Task Latest(DeskVisit desk)
    {
        var rounds = desk.Portfolio.Rounds;
        var working = rounds.LastOrDefault(round => desk.Portfolio.History.PublicationOf(round.Round) is null) ?? rounds.LastOrDefault();
        desk.GoTo(working is null ? "/runder" : "/rapport/" + working.Round.Code);
        return Task.CompletedTask;
    }

    private static async Task Show(DeskVisit desk)
    {
        if (await WorkbenchRound.Find(desk) is not { } round)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var names = await ActorNames.Of(desk.Db, round.Chapters.Select(chapter => chapter.Latest?.SavedBy).OfType<string>(), desk.Cancellation);
        await desk.Send(html =>
        {
            var texts = desk.Texts;
            var title = texts["workbench.page", round.Round.Round.Month.ToText(texts.Language)];
            Shell.BeginDesk(html, desk, DeskEntry.Workbench, title);
            html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{title}</h1><p class=\"lead\">{texts["workbench.lead", texts["workbench.language." + texts.Code]]}</p>");
            html.Write($"<p>{(round.Publication is null ? texts["workbench.unpublished"] : texts["workbench.published", RoundWords.Moment(round.Publication.PublishedAt, desk.Definition)])}</p>");
            html.Write($"<p><a class=\"ds-link\" href=\"/{texts.Code}/{desk.Definition.Code}/{round.Round.Round.Code}/rapport\">{texts["workbench.report"]}</a></p>");
            Rounds(html, desk, round);
            foreach (var chapter in round.Chapters) Chapter(html, desk, round, chapter, names);
            Shell.End(html, texts);
        });
    }

    private static void Rounds(HtmlWriter html, DeskVisit desk, WorkbenchRound shown)
    {
        if (desk.Portfolio.Rounds.Length < 2) return;
        html.Write($"<nav class=\"row\" aria-label=\"{desk.Texts["workbench.rounds"]}\">");
        foreach (var round in desk.Portfolio.Rounds.Reverse())
        {
            html.Write($"<a class=\"ds-link\" href=\"{desk.Root}/rapport/{round.Round.Code}\"");
            if (round == shown.Round) html.Write(" aria-current=\"page\""u8);
            html.Write($">{round.Round.Month.ToText(desk.Texts.Language)}</a> ");
        }

        html.Write("</nav>"u8);
    }

    private static void Chapter(HtmlWriter html, DeskVisit desk, WorkbenchRound round, WorkbenchChapter chapter, ActorNames names)
    {
        var texts = desk.Texts;
        html.Write($"<section class=\"workbench\" id=\"{chapter.Id}\" aria-labelledby=\"{chapter.Id}-h\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"{chapter.Id}-h\">{chapter.Drafted.Title}</h2>");
        State(html, desk, round, chapter, names);
        Words(html, texts, chapter.Edited ?? chapter.Drafted.Text);
        if (chapter.Edited is not null)
        {
            html.Write($"<details class=\"ds-details\"><summary>{texts["workbench.draftedNow"]}</summary><div>");
            Words(html, texts, chapter.Drafted.Text);
            html.Write("</div></details>"u8);
        }

        html.Write($"<p><a class=\"ds-link\" href=\"{desk.Root}{round.Address}/{chapter.Id}\">{texts["workbench.edit", chapter.Drafted.Title]}</a></p></section>");
    }
}

using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Workbench;

/// <summary>One chapter's words: to write, to compare with what the figures give, and to go back.</summary>
internal static class ChapterPage
{
    private const string Address = "/rapport/{round}/{chapter}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(Address, Right.RunRound, Open);
        routes.MapDeed(Address, Right.RunRound, ChapterSave.Save);
    }

    /// <summary>The page of a chapter, or what somebody tried to save with what is wrong.</summary>
    /// <param name="desk">The request.</param>
    /// <param name="round">The round.</param>
    /// <param name="chapter">The chapter as it stands now.</param>
    /// <param name="attempt">What somebody tried to save; null where nobody did.</param>
    public static async Task Show(DeskVisit desk, WorkbenchRound round, WorkbenchChapter chapter, ChapterAttempt? attempt)
    {
        var versions = await ReportTextStore.Versions(desk.Db, desk.PortfolioId, round.Round.Round.Id, chapter.Id, desk.Texts.Code, desk.Cancellation);
        var names = await ActorNames.Of(desk.Db, versions.Select(version => version.SavedBy), desk.Cancellation);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                var parent = texts["workbench.page", round.Round.Round.Month.ToText(texts.Language)];
                Shell.BeginDesk(html, desk, DeskEntry.Workbench, $"{chapter.Drafted.Title} – {parent}", (round.Address, parent));
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{chapter.Drafted.Title}</h1>");
                WorkbenchPage.State(html, desk, round, chapter, names);
                if (attempt is not null) Fields.Summary(html, texts, [("tekst", attempt.Sentence)]);
                if (attempt?.IsRival == true && chapter.Latest is { } theirs) Theirs(html, desk, theirs, names);
                if (chapter.IsBehind) Behind(html, texts, chapter);
                html.Write("<div class=\"review\"><div>"u8);
                Form(html, desk, round, chapter, attempt);
                if (chapter.Edited is not null) Back(html, desk, round, chapter);
                html.Write($"</div><div><h2 class=\"ds-heading\" data-size=\"sm\">{texts["workbench.draftedNow"]}</h2>");
                WorkbenchPage.Words(html, texts, chapter.Drafted.Text);
                Versions(html, desk, versions, names);
                html.Write("</div></div>"u8);
                Shell.End(html, texts);
            },
            attempt?.Status ?? StatusCodes.Status200OK);
    }

    private static async Task Open(DeskVisit desk)
    {
        if (await WorkbenchRound.Find(desk) is { } round && round.Chapter(desk.Part("chapter")) is { } chapter) await Show(desk, round, chapter, null);
        else await ErrorPage.NotFound(desk.Http);
    }

    private static void Theirs(HtmlWriter html, DeskVisit desk, ReportText theirs, ActorNames names)
    {
        var texts = desk.Texts;
        html.Write($"<div class=\"ds-alert\" data-color=\"warning\"><h2 class=\"ds-heading\" data-size=\"xs\">{texts["workbench.theirs", names.Of(theirs.SavedBy, texts), RoundWords.Moment(theirs.SavedAt, desk.Definition)]}</h2>");
        WorkbenchPage.Words(html, texts, theirs.Text ?? texts["workbench.theyWentBack"]);
        html.Write("</div>"u8);
    }

    private static void Behind(HtmlWriter html, TextSet texts, WorkbenchChapter chapter)
    {
        html.Write($"<div class=\"ds-alert\" data-color=\"warning\"><h2 class=\"ds-heading\" data-size=\"xs\">{texts["workbench.behind"]}</h2><p>{texts["workbench.behind.what"]}</p><div class=\"both\"><div><h3 class=\"ds-heading\" data-size=\"2xs\">{texts["workbench.draftedThen"]}</h3>");
        WorkbenchPage.Words(html, texts, chapter.Latest!.Drafted);
        html.Write($"</div><div><h3 class=\"ds-heading\" data-size=\"2xs\">{texts["workbench.draftedNow"]}</h3>");
        WorkbenchPage.Words(html, texts, chapter.Drafted.Text);
        html.Write("</div></div></div>"u8);
    }

    private static void Form(HtmlWriter html, DeskVisit desk, WorkbenchRound round, WorkbenchChapter chapter, ChapterAttempt? attempt)
    {
        var texts = desk.Texts;
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{desk.Root}{round.Address}/{chapter.Id}\">");
        FormToken.Write(html, desk.Http);
        html.Write($"<input type=\"hidden\" name=\"sett\" value=\"{chapter.Version}\"><input type=\"hidden\" name=\"utkast\" value=\"{chapter.Fingerprint}\">");
        Fields.Area(html, new("tekst", texts["workbench.text", texts["workbench.language." + texts.Code]], attempt?.Text ?? chapter.Edited ?? chapter.Drafted.Text) { Help = texts["workbench.text.help"], Error = attempt?.Sentence });
        Fields.Submit(html, texts["workbench.save"]);
        html.Write("</form>"u8);
    }

    private static void Back(HtmlWriter html, DeskVisit desk, WorkbenchRound round, WorkbenchChapter chapter)
    {
        var texts = desk.Texts;
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{desk.Root}{round.Address}/{chapter.Id}\">");
        FormToken.Write(html, desk.Http);
        html.Write($"<input type=\"hidden\" name=\"sett\" value=\"{chapter.Version}\"><p>{texts["workbench.back.what"]}</p>");
        Fields.Submit(html, texts["workbench.back"], "secondary", "valg", ChapterSave.Back);
        html.Write("</form>"u8);
    }

    private static void Versions(HtmlWriter html, DeskVisit desk, IReadOnlyList<ReportText> versions, ActorNames names)
    {
        var texts = desk.Texts;
        if (versions.Count == 0) return;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"sm\">{texts["workbench.versions"]}</h2><ol class=\"plain\">");
        foreach (var version in versions)
        {
            html.Write($"<li><details class=\"ds-details\"><summary>{texts["workbench.version", version.Version, names.Of(version.SavedBy, texts), RoundWords.Moment(version.SavedAt, desk.Definition)]}</summary><div>");
            WorkbenchPage.Words(html, texts, version.Text ?? texts["workbench.wentBack"]);
            html.Write("</div></details></li>"u8);
        }

        html.Write("</ol>"u8);
    }
}

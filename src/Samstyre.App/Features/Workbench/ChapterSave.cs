using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Storage;

namespace Samstyre.App.Features.Workbench;

/// <summary>What somebody tried to save, and why it was not.</summary>
/// <param name="Text">What they wrote.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
/// <param name="Status">Of the answer.</param>
/// <param name="IsRival">Whether somebody else saved meanwhile.</param>
internal sealed record ChapterAttempt(string Text, string Sentence, int Status, bool IsRival = false);

/// <summary>Saves a chapter's words as a new version, or goes back to those drafted from the figures.</summary>
internal static class ChapterSave
{
    /// <summary>Value of the button that goes back.</summary>
    public const string Back = "utkast";

    public static async Task Save(DeskVisit desk)
    {
        if (await WorkbenchRound.Find(desk) is not { } round || round.Chapter(desk.Part("chapter")) is not { } chapter)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var goesBack = desk.Posted("valg") == Back;
        var written = Clean(desk.Posted("tekst"));
        if (!goesBack && written.Length == 0)
        {
            await ChapterPage.Show(desk, round, chapter, new("", desk.Texts["workbench.textMissing"], StatusCodes.Status422UnprocessableEntity));
            return;
        }

        // Who wrote under other numbers than those that stand now reads them first.
        if (!goesBack && desk.Posted("utkast") != chapter.Fingerprint)
        {
            await ChapterPage.Show(desk, round, chapter, new(written, desk.Texts["workbench.draftChanged"], StatusCodes.Status409Conflict, desk.Posted("sett") != $"{chapter.Version}"));
            return;
        }

        // Words like the draft are the draft: they follow the numbers.
        var text = goesBack || Flat(written) == Flat(chapter.Drafted.Text) ? null : written;
        var seen = int.TryParse(desk.Posted("sett"), out var version) ? version : 0;
        var saved = await ReportTextStore.Save(desk.Db, desk.PortfolioId, round.Round.Round.Id, new(chapter.Id, desk.Texts.Code, seen, text, chapter.Drafted.Text), desk.Actor.Code, desk.Now, desk.Cancellation);
        if (saved.Succeeded)
        {
            desk.GoTo($"{round.Address}#{chapter.Id}");
            return;
        }

        var isRival = saved.Problems.Contains(ReportTextStore.ChangedMeanwhile);
        var now = await WorkbenchRound.Find(desk) ?? round;
        var attempt = new ChapterAttempt(goesBack ? "" : written, Fields.SentenceOf(saved.Problems[0], desk.Texts), isRival ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, isRival);
        await ChapterPage.Show(desk, now, now.Chapter(chapter.Id) ?? chapter, goesBack ? attempt with { Text = chapter.Drafted.Text } : attempt);
    }

    private static string Clean(string text) => text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim();

    // Browsers may send plain blanks for those that keep a number and its unit together.
    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

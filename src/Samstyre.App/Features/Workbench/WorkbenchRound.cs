using System.Collections.Immutable;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Workbench;

/// <summary>The words of a round's report as the office works on them, in the language of the address.</summary>
/// <param name="Round">The round.</param>
/// <param name="Publication">Its last publication; null before the first.</param>
/// <param name="Chapters">In the report's order.</param>
internal sealed record WorkbenchRound(RoundIndex Round, Publication? Publication, ImmutableArray<WorkbenchChapter> Chapters)
{
    /// <summary>Below the desk.</summary>
    public string Address => "/rapport/" + Round.Round.Code;

    /// <summary>The round that an address names; null where there is none that has been opened.</summary>
    public static async Task<WorkbenchRound?> Find(DeskVisit desk)
    {
        if (desk.Portfolio.Round(desk.Part("round")) is not { } round) return null;
        var shelf = desk.Http.RequestServices.GetRequiredService<ReportShelf>();
        var drafted = await shelf.Drafted(round, desk.Texts.Language, desk.Cancellation);
        var saved = (await ReportTextStore.Latest(desk.Db, desk.PortfolioId, round.Round.Id, null, desk.Cancellation)).ToLookup(text => text.Chapter);
        return new(round, desk.Portfolio.History.PublicationOf(round.Round), [.. drafted.Select(words => new WorkbenchChapter(
            words, saved[words.Chapter].FirstOrDefault(text => text.Language == desk.Texts.Code), [.. saved[words.Chapter].Where(text => text.Language != desk.Texts.Code && text.Text is not null).Select(text => text.Language)]))]);
    }

    /// <summary>The chapter with that id; null where there is none.</summary>
    public WorkbenchChapter? Chapter(string id) => Chapters.FirstOrDefault(chapter => chapter.Id == id);

    /// <summary>Whether what was last done to a chapter is not in the published report.</summary>
    public bool Waits(WorkbenchChapter chapter) => Publication is not null && chapter.Latest?.SavedAt > Publication.PublishedAt;
}

/// <summary>A chapter's words.</summary>
/// <param name="Drafted">As the figures give them now.</param>
/// <param name="Latest">What was last saved; null where nothing was.</param>
/// <param name="EditedIn">Codes of the other languages in which it is edited.</param>
internal sealed record WorkbenchChapter(ChapterWords Drafted, ReportText? Latest, IReadOnlyList<string> EditedIn)
{
    public string Id => Drafted.Chapter;

    /// <summary>The words that a person wrote; null where the drafted ones stand.</summary>
    public string? Edited => Latest?.Text;

    public int Version => Latest?.Version ?? 0;

    /// <summary>Whether the drafted words are others now than when the edited ones were written.</summary>
    public bool IsBehind => Edited is not null && Latest!.IsBehind(Drafted.Text);

    /// <summary>Tells whether whoever saves had these drafted words before them.</summary>
    public string Fingerprint => Convert.ToHexStringLower(ReportTextStore.Fingerprint(Drafted.Text));
}

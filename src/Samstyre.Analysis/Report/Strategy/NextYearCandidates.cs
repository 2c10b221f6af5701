using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Candidates for the portfolio on the round's day: announced, and not yet in. They have not reported, so only what the office knows of them is told.</summary>
public static class NextYearCandidates
{
    private static readonly LocalText Title = new("Kandidater til porteføljen", "Kandidatar til porteføljen", "Candidates for the portfolio");
    private static readonly LocalText Segment = new("Segment", "Segment", "Segment");
    private static readonly LocalText Since = new("Kandidat siden", "Kandidat sidan", "Candidate since");
    private static readonly LocalText Reason = new("Merknad", "Merknad", "Note");
    private static readonly LocalText None = new("Det er ingen kandidater.", "Det er ingen kandidatar.", "There are no candidates.");

    private static readonly LocalText Unnamed = new(
        "Hvem som er kandidater, ser bare porteføljekontoret og de som har meldt dem inn, til de eventuelt tas inn.",
        "Kven som er kandidatar, ser berre porteføljekontoret og dei som har meldt dei inn, til dei eventuelt blir tekne inn.",
        "Who the candidates are is seen only by the portfolio office and those who announced them, until they are admitted.");

    /// <summary>By national id, those without one last, then by name; no rows for those of whom that is not told.</summary>
    public static Listing Of(RoundContent round)
    {
        var segments = round.Snapshot.Definition.Segments;
        var rows = round.Candidates.OrderBy(initiative => initiative.NationalId ?? int.MaxValue).ThenBy(initiative => initiative.Name, StringComparer.Ordinal).ThenBy(initiative => initiative.Id)
            .Select(initiative => (Initiative: initiative, Step: StepOf(initiative, round.Snapshot.Round.CollectedOn)))
            .Select(entry => new ListingRow(null, [entry.Initiative.NationalId, entry.Initiative.Name, segments.FirstOrDefault(segment => segment.Code == entry.Initiative.Segment)?.Name, entry.Step?.On, entry.Step?.Reason]));
        return new(
            "next-year-candidates", Title,
            [new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("segment", Segment), new("since", Since), new("reason", Reason)],
            [.. rows], round.UnnamedCandidates == 0 ? None : Unnamed);
    }

    // One that became a candidate after the round's day stands with the day it did.
    private static LifeEvent? StepOf(Initiative initiative, DateOnly day) =>
        initiative.StageOn(day) is { Stage: LifeStage.Candidate } then ? then : initiative.Life.LastOrDefault(step => step.Stage == LifeStage.Candidate);
}

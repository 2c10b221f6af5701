using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives that came into the portfolio and that left it since the round compared with, the latter by how they left.</summary>
public static class Movements
{
    private static readonly (LifeStage Stage, LocalText Name)[] Ways =
    [
        (LifeStage.Completed, new("Fullført og i drift", "Fullført og i drift", "Completed and in operation")),
        (LifeStage.Paused, new("Satt på vent", "Sett på vent", "Paused")),
        (LifeStage.Stopped, new("Stanset", "Stansa", "Stopped")),
        (LifeStage.Merged, new("Slått sammen med et annet", "Slått saman med eit anna", "Merged into another")),
        (LifeStage.Split, new("Delt i flere", "Delt i fleire", "Split into others")),
        (LifeStage.Withdrawn, new("Trukket fra porteføljen", "Trekt frå porteføljen", "Withdrawn")),
        (LifeStage.Candidate, new("Tilbake som kandidat", "Tilbake som kandidat", "Back to candidate")),
    ];

    private static readonly PerRound<PortfolioChanges> Changes = new(round => PortfolioChanges.Between(round.ComparedWith!, round.Snapshot));

    /// <summary>What changed since the round compared with; null for the first round.</summary>
    internal static PortfolioChanges? ChangesOf(RoundContent round) => round.ComparedWith is null ? null : Changes.Of(round);

    /// <summary>The words for a way of leaving; null for none of them.</summary>
    internal static LocalText? NameOf(LifeStage stage) => Ways.FirstOrDefault(way => way.Stage == stage).Name;

    /// <summary>A category for the new ones and one per way of leaving. All zero at the first round.</summary>
    public static Figure Of(RoundContent round)
    {
        var changes = ChangesOf(round);
        ImmutableArray<(string Key, LocalText Name, IEnumerable<Standing> Behind)> rows =
        [
            ("New", new("Nye i porteføljen", "Nye i porteføljen", "New in the portfolio"), changes?.New ?? []),
            .. Ways.Select(way => (way.Stage.ToString(), way.Name, changes?.Left.Where(left => left.Step.Stage == way.Stage).Select(left => left.Last) ?? [])),
        ];
        return new(
            "movements",
            new("Inn i og ut av porteføljen", "Inn i og ut av porteføljen", "Into and out of the portfolio"),
            new("Endring", "Endring", "Change"),
            FigureChart.None,
            [.. rows.Select(row => new FigureCategory(row.Key, row.Name))],
            [new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives)],
            [.. rows.Select(row => FigureCells.Count(row.Behind))],
            (changes?.New.Length ?? 0) + (changes?.Left.Length ?? 0),
            0) { IsStated = false };
    }
}

/// <summary>Initiatives that came into the portfolio since the round compared with.</summary>
public static class NewInitiatives
{
    /// <summary>By national id.</summary>
    public static Listing Of(RoundContent round) => new(
        "new",
        new("Nye tiltak i porteføljen", "Nye tiltak i porteføljen", "New initiatives in the portfolio"),
        [
            new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("organisation", FigureWords.Organisation),
            new("budget", FigureWords.Budget, FigureUnit.MillionNok), new("total", ListingWords.Total, FigureUnit.MillionNok),
        ],
        [
            .. (Movements.ChangesOf(round)?.New ?? []).Select(standing => new ListingRow(standing,
                [standing.Initiative.NationalId, standing.Facts.Name, ListingWords.OrganisationOf(standing, round.Snapshot), standing.Facts.Budget, standing.Facts.TotalCost])),
        ],
        new("Ingen tiltak er nye.", "Ingen tiltak er nye.", "No initiative is new."));
}

/// <summary>Initiatives that left the portfolio since the round compared with, with how, when and why.</summary>
public static class LeftInitiatives
{
    /// <summary>By national id.</summary>
    public static Listing Of(RoundContent round) => new(
        "left",
        new("Tiltak som er ute av porteføljen", "Tiltak som er ute av porteføljen", "Initiatives that left the portfolio"),
        [
            new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("organisation", FigureWords.Organisation),
            new("way", new("Veien videre", "Vegen vidare", "What became of it")), new("on", new("Fra", "Frå", "From")), new("reason", new("Begrunnelse", "Grunngiving", "Reason")),
            new("budget", new("Siste budsjett", "Siste budsjett", "Last budget"), FigureUnit.MillionNok), new("total", ListingWords.Total, FigureUnit.MillionNok),
        ],
        [
            .. (Movements.ChangesOf(round)?.Left ?? []).Select(left => new ListingRow(left.Last,
            [
                left.Last.Initiative.NationalId, left.Last.Facts.Name, ListingWords.OrganisationOf(left.Last, round.Snapshot), Movements.NameOf(left.Step.Stage), left.Step.On, StoryOf(left.Step),
                left.Last.Facts.Budget, left.Last.Facts.TotalCost,
            ])),
        ],
        new("Ingen tiltak er ute av porteføljen.", "Ingen tiltak er ute av porteføljen.", "No initiative left the portfolio."));

    /// <summary>Why it left, and of one that is completed who runs it now, what it delivered and what it taught; null where nobody said anything.</summary>
    private static LocalText? StoryOf(LifeEvent step)
    {
        (string? Words, LocalText Before)[] parts =
        [
            (step.Reason, new("", "", "")),
            (step.HandedTo, new("I drift hos: ", "I drift hos: ", "Run by: ")),
            (step.Delivered, new("Levert: ", "Levert: ", "Delivered: ")),
            (step.Learned, new("Lært: ", "Lært: ", "Learned: ")),
        ];
        var said = parts.Where(part => !string.IsNullOrWhiteSpace(part.Words)).ToList();
        return said.Count == 0 ? null : new(In(Language.Bokmal), In(Language.Nynorsk), In(Language.English));

        string In(Language language) => string.Join("; ", said.Select(part => part.Before.In(language) + part.Words!.Trim().TrimEnd('.')));
    }
}

using System.Collections.Immutable;

namespace Samstyre.Domain;

/// <summary>An initiative as it stood at a round: with its own report, or with its last one carried over.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="ReportId">The effective report's identity in the store.</param>
/// <param name="Facts">The effective report's facts.</param>
/// <param name="ReportedIn">The round that the effective report was made in: the snapshot's own, or an earlier one.</param>
/// <param name="Revision">Which revision of that report, from 1.</param>
/// <param name="CarriedOver">Whether it did not report in the snapshot's round, so that these are older values.</param>
public sealed record Standing(Initiative Initiative, Guid ReportId, ReportFacts Facts, Round ReportedIn, int Revision, bool CarriedOver);

/// <summary>The immutable picture of a portfolio at a round: every initiative that was in it, with its effective report. Everything that computes takes snapshots and returns values.</summary>
/// <param name="Definition">Strategy, segments, organisations.</param>
/// <param name="Round">The round.</param>
/// <param name="Standings">The initiatives in the portfolio, ordered by national id (those without last) and then by id.</param>
/// <param name="Left">Initiatives that left since the round before, with the step they left by, in the same order.</param>
public sealed record PortfolioSnapshot(
    PortfolioDefinition Definition,
    Round Round,
    ImmutableArray<Standing> Standings,
    ImmutableArray<Departure> Left);

/// <summary>An initiative that was in the portfolio at the round before and no longer is.</summary>
/// <param name="Last">How it stood then.</param>
/// <param name="Step">The step by which it left.</param>
public sealed record Departure(Standing Last, LifeEvent Step);

/// <summary>All rounds of a portfolio, as they stand now or stood at a moment: what the pages are computed from.</summary>
/// <param name="PortfolioId">Identity in the store; part of every key there.</param>
/// <param name="Definition">Strategy, segments, organisations.</param>
/// <param name="Version">Grows with every change of the portfolio's content.</param>
/// <param name="Snapshots">One per round, earliest first.</param>
public sealed record PortfolioHistory(Guid PortfolioId, PortfolioDefinition Definition, long Version, ImmutableArray<PortfolioSnapshot> Snapshots)
{
    /// <summary>What was published of its rounds, in no particular order.</summary>
    public ImmutableArray<Publication> Publications { get; init; } = [];

    /// <summary>The last publication of a round; null where it is not published.</summary>
    public Publication? PublicationOf(Round round) => Publications.Where(publication => publication.RoundId == round.Id).MaxBy(publication => publication.Revision);

    /// <summary>What people taught the register of dependencies, in the order of their words.</summary>
    public ImmutableArray<KnownName> KnownNames { get; init; } = [];

    /// <summary>The last answer of each giver to each dependency on it.</summary>
    public ImmutableArray<NeedAnswer> Answers { get; init; } = [];

    /// <summary>Initiatives that are or were candidates, ordered as standings are; empty for those who are not told who they are.</summary>
    public ImmutableArray<Initiative> Candidates { get; init; } = [];

    /// <summary>By round how many candidates there were on its day, for those who are not told who they are; empty otherwise.</summary>
    public IReadOnlyDictionary<Guid, int> UnnamedCandidates { get; init; } = ImmutableDictionary<Guid, int>.Empty;

    /// <summary>The latest round's snapshot; null before the first round.</summary>
    public PortfolioSnapshot? Latest => Snapshots.IsEmpty ? null : Snapshots[^1];

    /// <summary>The snapshot of the round with that code; null where there is none.</summary>
    public PortfolioSnapshot? At(string roundCode) => Snapshots.FirstOrDefault(snapshot => snapshot.Round.Code == roundCode);

    /// <summary>Those that were candidates on a round's day.</summary>
    public ImmutableArray<Initiative> CandidatesAt(Round round) => [.. Candidates.Where(initiative => initiative.StageOn(round.CollectedOn)?.Stage == LifeStage.Candidate)];

    /// <summary>The snapshot of the round before; null for the first.</summary>
    public PortfolioSnapshot? Before(PortfolioSnapshot snapshot)
    {
        var index = Snapshots.IndexOf(snapshot);
        return index > 0 ? Snapshots[index - 1] : null;
    }
}

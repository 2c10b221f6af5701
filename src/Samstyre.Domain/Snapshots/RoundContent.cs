using System.Collections.Immutable;

namespace Samstyre.Domain;

/// <summary>A round with the whole reports behind it: what the portfolio report is computed from.</summary>
/// <param name="Snapshot">The round's picture.</param>
/// <param name="Reports">The effective report of each of the snapshot's standings, in the same order.</param>
/// <param name="Earlier">The rounds before, earliest first.</param>
/// <param name="Deliverables">Per initiative what its reports up to and with this round said about its deliverables, earliest first. Rounds it did not report in are left out.</param>
public sealed record RoundContent(
    PortfolioSnapshot Snapshot,
    ImmutableArray<Report> Reports,
    ImmutableArray<PortfolioSnapshot> Earlier,
    IReadOnlyDictionary<Guid, ImmutableArray<ReportedDeliverables>> Deliverables)
{
    /// <summary>The round that changes are told against: the one before unless another is chosen; null for the first.</summary>
    public PortfolioSnapshot? ComparedWith { get; init; } = Earlier.LastOrDefault();

    /// <summary>Initiatives that were candidates on the round's day, ordered by national id (those without last) and then by id. They have no standing. Only those of whom the reader is told who they are.</summary>
    public ImmutableArray<Initiative> Candidates { get; init; } = [];

    /// <summary>How many other candidates there were, of whom the reader is told no more; null where not even that is told.</summary>
    public int? UnnamedCandidates { get; init; } = 0;

    /// <summary>Per initiative what was explained in its last submission of the round. What is confidential or masked is left out.</summary>
    public IReadOnlyDictionary<Guid, ImmutableArray<ChangeExplanation>> Explanations { get; init; } = ImmutableDictionary<Guid, ImmutableArray<ChangeExplanation>>.Empty;

    /// <summary>What people taught the register of dependencies.</summary>
    public ImmutableArray<KnownName> KnownNames { get; init; } = [];

    /// <summary>The last answer of each giver to each dependency on it; empty for those who do not see dependencies.</summary>
    public ImmutableArray<NeedAnswer> Answers { get; init; } = [];

    /// <summary>Per initiative the dependencies of its report in effect at the round before; those that had none then are left out.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Dependency>> DependenciesBefore { get; init; } = ImmutableDictionary<Guid, IReadOnlyList<Dependency>>.Empty;

    /// <summary>The dates that the prerequisites' words give, by those words; words that give none are left out.</summary>
    public IReadOnlyDictionary<string, PartialDate> WrittenDates { get; init; } = ImmutableDictionary<string, PartialDate>.Empty;

    /// <summary>The date that a prerequisite's words give; null where they give none.</summary>
    public PartialDate? DateOf(string? words) => words is not null && WrittenDates.TryGetValue(words, out var date) ? date : null;

    /// <summary>The standings with their reports.</summary>
    public IEnumerable<(Standing Standing, Report Report)> Entries => Snapshot.Standings.Zip(Reports);
}

/// <summary>The deliverables of one report.</summary>
/// <param name="Round">The round it was made in.</param>
/// <param name="Items">In the form's order.</param>
public sealed record ReportedDeliverables(Round Round, IReadOnlyList<Deliverable> Items);

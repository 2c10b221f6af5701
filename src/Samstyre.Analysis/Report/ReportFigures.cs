using System.Collections.Concurrent;
using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Every figure and list of the portfolio report of a round.</summary>
/// <param name="Round">The round's snapshot.</param>
/// <param name="Figures">In the report's order.</param>
/// <param name="Listings">In the report's order.</param>
public sealed record ReportFigures(PortfolioSnapshot Round, ImmutableArray<Figure> Figures, ImmutableArray<Listing> Listings)
{
    private const int Large = 1000;

    // A new figure is one line here, and its place in the report's chapters.
    private static readonly Func<RoundContent, Figure>[] AllFigures =
    [
        SizeOverRounds.Of,
        Movements.Of,
        InitiativesBySegment.Of,
        SegmentMoves.Of,
        StatusOverRounds.Of,
        RiskOverRounds.Of,
        CommonCauses.Of,
        MoneyInAll.Of,
        BudgetByArea.Of,
        BudgetPerOrganisation.Of,
        BudgetByGroup.Of,
        BudgetBySource.Of,
        BudgetByPhase.Of,
        BudgetChange.Of,
        TotalCost.Of,
        AnnualOperatingCost.Of,
        BenefitMaturityByPhase.Of,
        BenefitBands.Of,
        StrategicFitMatrix.Of,
        NextYearPortfolio.Of,
        NextYearBudgets.Of,
        DependenciesByCategory.Of,
        DependenciesByCriticality.Of,
        DependenciesByStatus.Of,
        PrerequisitesByKind.Of,
        MunicipalLoad.Of,
        FoundationNeeds.Of,
        SlippageIntervals.Of,
        GreenThenWorse.Of,
        AgeOfValues.Of,
        DataQuality.Of,
        ContradictionsByKind.Of,
    ];

    private static readonly Func<RoundContent, Listing>[] AllListings =
    [
        NewInitiatives.Of,
        LeftInitiatives.Of,
        RedInitiatives.Of,
        CauseSentences.Of,
        Annex.Of,
        BudgetDrivers.Of,
        NextYearCandidates.Of,
        NextYearEndings.Of,
        CriticalDependencies.Of,
        FoundationNeeds.List,
        AllDependencies.Of,
        AllPrerequisites.Of,
        Slippage.Of,
        CostVariances.Of,
        MovedMilestones.Of,
        LongRed.Of,
        ExplainedChanges.Of,
        NotReported.Of,
        MissingValues.Of,
        Inconsistencies.Of,
        GraveContradictions.Of,
    ];

    /// <summary>The round that changes are told against, as this one's report knows it; null for the first, and in figures that <see cref="Of"/> did not make.</summary>
    public PortfolioSnapshot? ComparedWith { get; init; }

    /// <summary>What the initiatives need from others, and what that names; null in figures that <see cref="Of"/> did not make.</summary>
    public DependencyRegister? Register { get; init; }

    /// <summary>All of them: the figures in the report's order, then the lists in it.</summary>
    internal static IReadOnlyList<Func<RoundContent, object>> All { get; } = [.. AllFigures, .. AllListings];

    // What rests on the register of dependencies, which takes longest to make: the first makes it, the others are begun last, so that nobody waits for it.
    private static readonly Func<RoundContent, object>[] OnTheRegister =
        [GraveContradictions.Of, AllPrerequisites.Of, FoundationNeeds.List, FoundationNeeds.Of, MunicipalLoad.Of, PrerequisitesByKind.Of, ContradictionsByKind.Of];

    // The places of all, in the order in which a large round's are begun.
    private static readonly int[] Begun = [.. Enumerable.Range(0, All.Count).OrderBy(place => Array.FindIndex(OnTheRegister, one => one.Method == All[place].Method) switch { 0 => 0, < 0 => 1, _ => 2 })];

    /// <summary>Computes them all. Those of a large round are shared among the processor's cores: each is a pure function, so the answer is the same.</summary>
    /// <param name="round">The round.</param>
    /// <param name="before">The figures of an earlier version of the same round, in which the same fields were hidden: they make it quicker where little has changed. Null where there are none.</param>
    public static ReportFigures Of(RoundContent round, ReportFigures? before = null)
    {
        if (before?.Register is { } register) DependencyRegister.Continue(round, register);
        var made = new object[All.Count];
        if (round.Snapshot.Standings.Length < Large)
        {
            for (var place = 0; place < made.Length; place++) made[place] = All[place](round);
        }
        else
        {
            Parallel.ForEach(Partitioner.Create(Begun, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, place => made[place] = All[place](round));
        }

        return new(round.Snapshot, [.. made.OfType<Figure>()], [.. made.OfType<Listing>()]) { ComparedWith = round.ComparedWith, Register = DependencyRegister.Of(round) };
    }

    /// <summary>The figure with that id; null where there is none.</summary>
    public Figure? Figure(string id) => Figures.FirstOrDefault(figure => figure.Id == id);

    /// <summary>The list with that id; null where there is none.</summary>
    public Listing? Listing(string id) => Listings.FirstOrDefault(listing => listing.Id == id);
}

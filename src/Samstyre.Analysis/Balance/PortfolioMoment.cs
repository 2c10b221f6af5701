using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The portfolio as people steer it on a day: its latest round without those that have left since, and those that have come in since and not reported yet.</summary>
/// <param name="Day">The day.</param>
/// <param name="Snapshot">The latest round by then; its standings are those that are still in.</param>
/// <param name="NotYetReported">Came in after being a candidate, and have no report: nothing is known of their budgets. Ordered by national id and then by name.</param>
public sealed record PortfolioMoment(DateOnly Day, PortfolioSnapshot Snapshot, ImmutableArray<Initiative> NotYetReported)
{
    /// <summary>The portfolio on a day; null before its first round.</summary>
    /// <param name="history">As the store stood at that moment.</param>
    /// <param name="day">The day.</param>
    public static PortfolioMoment? Of(PortfolioHistory history, DateOnly day)
    {
        if (history.Latest is not { } latest) return null;
        var reported = latest.Standings.Select(standing => standing.Initiative.Id).ToHashSet();
        return new(
            day,
            latest with { Standings = [.. latest.Standings.Where(standing => IsIn(standing.Initiative, day))] },
            [
                .. history.Candidates.Where(initiative => !reported.Contains(initiative.Id) && initiative.StageOn(day)?.Stage == LifeStage.InPortfolio)
                    .OrderBy(initiative => initiative.NationalId ?? int.MaxValue).ThenBy(initiative => initiative.Name, StringComparer.Ordinal).ThenBy(initiative => initiative.Id),
            ]);
    }

    // One that was merged or split keeps its place until those that go on with it have reported.
    private static bool IsIn(Initiative initiative, DateOnly day) =>
        initiative.StageOn(day) is { } step && (step.Stage == LifeStage.InPortfolio || (step.Stage is LifeStage.Merged or LifeStage.Split && initiative.Successors.Count > 0));
}

using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A rule that a report breaks.</summary>
internal readonly record struct BrokenRule(Standing Standing, ConsistencyRule Rule, ImmutableArray<ConcernedValue> Values);

/// <summary>The rules that the reports of a round break.</summary>
internal static class BrokenRules
{
    private static readonly PerRound<List<BrokenRule>> Found = new(Find);

    /// <summary>In the snapshot's order, each report's in the rules' order.</summary>
    public static IReadOnlyList<BrokenRule> Of(RoundContent round) => Found.Of(round);

    private static List<BrokenRule> Find(RoundContent round)
    {
        List<BrokenRule> found = [];
        foreach (var (standing, report) in round.Entries)
        {
            foreach (var rule in ConsistencyRules.All)
            {
                if (rule.Test(report, round.Snapshot.Round.CollectedOn) is { IsEmpty: false } values) found.Add(new(standing, rule, values));
            }
        }

        return found;
    }
}

using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A rule that a report breaks.</summary>
internal readonly record struct BrokenRule(Standing Standing, ConsistencyRule Rule, ImmutableArray<ConcernedValue> Values);

/// <summary>Of a report which of the values asked of everyone are missing, and how many rules it breaks.</summary>
internal readonly record struct QualityCount(Standing Standing, MissingFields Missing, int Broken);

/// <summary>What the reports of a round give of what is asked of everyone, and the rules that they break. Each report is looked at once: reaching its values takes longer than judging them.</summary>
internal sealed class ReportQuality
{
    private static readonly PerRound<ReportQuality> Made = new(round => new(round));

    private readonly List<BrokenRule> broken = [];
    private readonly List<QualityCount> counts;

    private ReportQuality(RoundContent round)
    {
        counts = new(round.Reports.Length);
        foreach (var (standing, report) in round.Entries)
        {
            var before = broken.Count;
            foreach (var rule in ConsistencyRules.All)
            {
                if (rule.Test(report, round.Snapshot.Round.CollectedOn) is { IsEmpty: false } values) broken.Add(new(standing, rule, values));
            }

            counts.Add(new(standing, AskedFields.MissingIn(report), broken.Count - before));
        }
    }

    /// <summary>Of the reports of a round.</summary>
    public static ReportQuality Of(RoundContent round) => Made.Of(round);

    /// <summary>The broken rules in the snapshot's order, each report's in the rules' order.</summary>
    public IReadOnlyList<BrokenRule> Broken => broken;

    /// <summary>Of each standing, in the snapshot's order.</summary>
    public IReadOnlyList<QualityCount> Counts => counts;
}

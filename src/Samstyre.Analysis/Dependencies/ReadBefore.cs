using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What was read in an earlier version of a round from reports that are the same now.</summary>
internal sealed class ReadBefore
{
    private readonly DependencyRegister before;
    private readonly HashSet<Guid> changed = [];

    /// <summary>Of an earlier version in which the same names were looked for and the same fields hidden.</summary>
    public ReadBefore(DependencyRegister before, PortfolioSnapshot now)
    {
        this.before = before;
        foreach (var standing in now.Standings)
        {
            if (!before.ByInitiative.TryGetValue(standing.Initiative.Id, out var entry) || !IsSameReport(entry.Standing, standing)) changed.Add(standing.Initiative.Id);
        }
    }

    /// <summary>Adds what an initiative needs, as it was read before; false, with nothing added, where that can't be known without reading it anew.</summary>
    public bool Add(ImmutableArray<RegisteredNeed>.Builder needs, Standing standing)
    {
        if (changed.Contains(standing.Initiative.Id)) return false;
        var own = before.NeedsOf(standing.Initiative.Id);
        foreach (var need in own)
        {
            if (!StandsStill(need)) return false;
        }

        foreach (var need in own) needs.Add(need with { Receiver = standing });
        return true;
    }

    /// <summary>What the register kept of an initiative's report; null where that must be read anew.</summary>
    /// <param name="standing">The initiative.</param>
    /// <param name="isGiver">Whether others wait for it, so that it counts whom its report names.</param>
    public RegisterEntry? Entry(Standing standing, bool isGiver)
    {
        if (changed.Contains(standing.Initiative.Id)) return null;
        var entry = before.ByInitiative[standing.Initiative.Id];
        if (!isGiver) return entry with { Standing = standing, Mentions = null };
        return entry.Mentions is null && entry.SaysMuch ? null : entry with { Standing = standing };
    }

    // Which deliverable is meant depends on the other side's report too.
    private bool StandsStill(RegisteredNeed need)
    {
        foreach (var named in need.Named)
        {
            if (named.Target.Initiative is { } giver && changed.Contains(giver)) return false;
        }

        foreach (var named in need.Suggested)
        {
            if (named.Target.Initiative is { } giver && changed.Contains(giver)) return false;
        }

        foreach (var maker in need.Makers)
        {
            if (changed.Contains(maker.Initiative)) return false;
        }

        return true;
    }

    private static bool IsSameReport(Standing was, Standing now) =>
        was.ReportId == now.ReportId && was.Facts.Confidential.SequenceEqual(now.Facts.Confidential, StringComparer.Ordinal);
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>The proposed segments of each portfolio's latest round in memory: computed once for a version of its content.</summary>
internal sealed class SegmentShelf(RoundContents contents)
{
    private readonly ConcurrentDictionary<Guid, (long Version, ImmutableArray<SegmentProposal> Proposals)> kept = new();

    /// <summary>What follows from the latest round as it stands; empty before the first round.</summary>
    public async Task<ImmutableArray<SegmentProposal>> Proposals(PortfolioHistory history, CancellationToken cancellation)
    {
        if (history.Latest is not { } latest) return [];
        if (kept.TryGetValue(history.PortfolioId, out var entry) && entry.Version == history.Version) return entry.Proposals;
        var proposals = SegmentProposals.Of(await contents.Load(history, latest, null, ReportMask.None, cancellation));
        kept[history.PortfolioId] = (history.Version, proposals);
        return proposals;
    }
}

using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>A round as far as one initiative is concerned: what its slippage is computed from, without the thousands of others.</summary>
internal static class InitiativeContent
{
    /// <summary>Of the rounds up to one, with what the initiative's earlier reports said about its deliverables.</summary>
    /// <param name="round">The round.</param>
    /// <param name="standing">How the initiative stands in it.</param>
    /// <param name="report">The report that it stands with.</param>
    /// <param name="reports">Where the earlier ones are read.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async ValueTask<RoundContent> Of(RoundIndex round, Standing standing, Report report, ReportCache reports, CancellationToken cancellation)
    {
        var earlier = ImmutableArray.CreateBuilder<PortfolioSnapshot>(round.Position);
        List<Standing> own = new(round.Position);
        foreach (var before in round.Portfolio.Rounds.Take(round.Position))
        {
            if (before.Standing(standing.Initiative.Id) is not { } stood) continue;
            earlier.Add(before.Snapshot with { Standings = [stood], Left = [] });
            if (!stood.CarriedOver && stood.ReportId != standing.ReportId) own.Add(stood);
        }

        var said = await reports.Deliverables(round.Portfolio.History.PortfolioId, own.ConvertAll(stood => stood.ReportId), round.Mask, cancellation);
        var deliverables = ImmutableArray.CreateBuilder<ReportedDeliverables>(own.Count + 1);
        foreach (var stood in own)
        {
            if (said.TryGetValue(stood.ReportId, out var items)) deliverables.Add(new(stood.ReportedIn, items));
        }

        deliverables.Add(new(standing.ReportedIn, report.Deliverables));
        return new(
            round.Snapshot with { Standings = [standing], Left = [] }, [report], earlier.ToImmutable(),
            new Dictionary<Guid, ImmutableArray<ReportedDeliverables>> { [standing.Initiative.Id] = deliverables.ToImmutable() });
    }
}

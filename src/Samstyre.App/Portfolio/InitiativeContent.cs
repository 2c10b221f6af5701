using System.Collections.Immutable;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Portfolio;

/// <summary>A round as far as one initiative is concerned: what its slippage is computed from, without the thousands of others.</summary>
internal static class InitiativeContent
{
    /// <summary>Identities of the reports that it is made of: the effective one and those of the rounds before.</summary>
    public static IReadOnlyList<Guid> ReportsOf(RoundIndex round, Standing standing) =>
        [.. Earlier(round, standing).Select(earlier => earlier.Own.ReportId).Append(standing.ReportId).Distinct()];

    /// <summary>The content; null where the effective report is not in the store.</summary>
    public static RoundContent? Of(RoundIndex round, Standing standing, IReadOnlyDictionary<Guid, StoredContent> stored)
    {
        if (!stored.TryGetValue(standing.ReportId, out var effective)) return null;
        var report = ReportJson.FromUtf8(effective.Json.Span);
        var deliverables = ImmutableArray.CreateBuilder<ReportedDeliverables>();
        foreach (var (_, own) in Earlier(round, standing))
        {
            if (!own.CarriedOver && own.ReportId != standing.ReportId && stored.TryGetValue(own.ReportId, out var earlier)) deliverables.Add(new(own.ReportedIn, ReportJson.DeliverablesFromUtf8(earlier.Json.Span)));
        }

        deliverables.Add(new(standing.ReportedIn, report.Deliverables));
        return new(
            round.Snapshot with { Standings = [standing], Left = [] }, [report],
            [.. Earlier(round, standing).Select(earlier => earlier.Snapshot with { Standings = [earlier.Own], Left = [] })],
            new Dictionary<Guid, ImmutableArray<ReportedDeliverables>> { [standing.Initiative.Id] = deliverables.ToImmutable() });
    }

    private static IEnumerable<(PortfolioSnapshot Snapshot, Standing Own)> Earlier(RoundIndex round, Standing standing)
    {
        for (var place = 0; place < round.Position; place++)
        {
            if (round.Portfolio.Rounds[place].Standing(standing.Initiative.Id) is { } own) yield return (round.Portfolio.Rounds[place].Snapshot, own);
        }
    }
}

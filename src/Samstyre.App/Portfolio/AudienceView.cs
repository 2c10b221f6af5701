using System.Collections.Concurrent;
using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>A portfolio as an audience may see it: the one place where it is decided which rounds and which facts of them a reader gets. The office sees all rounds as they stand; everybody else sees published rounds as they were published, and others only where the masking table shows something of them.</summary>
internal sealed class AudienceView(PortfolioSource source)
{
    private readonly ConcurrentDictionary<(Guid Portfolio, Guid Round, int Revision), Task<PortfolioSnapshot>> published = new();

    /// <summary>The audience's part of a portfolio; of what is an audience's part already, what both may see.</summary>
    public async Task<PortfolioHistory> Of(PortfolioHistory history, Audience audience)
    {
        if (audience == Audience.Office) return history;
        var rules = history.Definition.Reporting;
        var snapshots = ImmutableArray.CreateBuilder<PortfolioSnapshot>(history.Snapshots.Length);
        foreach (var snapshot in history.Snapshots)
        {
            var publication = history.PublicationOf(snapshot.Round);
            if (publication is null && !ReportMask.ShowsAnything(rules, audience, published: false)) continue;
            var seen = publication is null || IsAsNow(history, publication) ? snapshot : await Published(history, publication);
            snapshots.Add(Masked(seen, ReportMask.Of(rules, audience, publication is not null)));
        }

        return history with { Snapshots = snapshots.ToImmutable(), Candidates = [], UnnamedCandidates = history.Snapshots.ToDictionary(snapshot => snapshot.Round.Id, snapshot => history.CandidatesAt(snapshot.Round).Length + history.UnnamedCandidates.GetValueOrDefault(snapshot.Round.Id)) };
    }

    /// <summary>A snapshot without the facts that a mask hides.</summary>
    public static PortfolioSnapshot Masked(PortfolioSnapshot snapshot, ReportMask mask)
    {
        if (mask.IsNone || !snapshot.Standings.Any(Changes)) return snapshot;
        return snapshot with { Standings = [.. snapshot.Standings.Select(One)], Left = [.. snapshot.Left.Select(left => left with { Last = One(left.Last) })] };

        bool Changes(Standing standing) => !ReferenceEquals(mask.Apply(standing.Facts), standing.Facts);
        Standing One(Standing standing) => Changes(standing) ? standing with { Facts = mask.Apply(standing.Facts) } : standing;
    }

    /// <summary>Whether nothing but publications has been recorded since.</summary>
    public static bool IsAsNow(PortfolioHistory history, Publication publication) =>
        history.Version - publication.PortfolioVersion == history.Publications.Count(other => other.PortfolioVersion > publication.PortfolioVersion);

    private async Task<PortfolioSnapshot> Published(PortfolioHistory history, Publication publication)
    {
        var key = (history.PortfolioId, publication.RoundId, publication.Revision);
        try
        {
            return await published.GetOrAdd(key, _ => Load(history.Definition.Code, publication));
        }
        catch
        {
            // The next reader tries again.
            published.TryRemove(key, out _);
            throw;
        }
    }

    private async Task<PortfolioSnapshot> Load(string code, Publication publication)
    {
        var then = await source.Load(code, publication.PublishedAt, CancellationToken.None) ?? throw new InvalidOperationException("A published portfolio is not in the store.");
        return then.Snapshots.First(snapshot => snapshot.Round.Id == publication.RoundId);
    }
}

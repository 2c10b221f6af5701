using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>A portfolio in memory, ready for its pages. Immutable; a new version of the content makes a new one.</summary>
internal sealed class PortfolioIndex
{
    private readonly Lazy<ILookup<Guid, Standing>> origins;
    private readonly Lazy<Dictionary<Guid, Initiative>> leavers;

    /// <summary>What an audience sees of a portfolio.</summary>
    /// <param name="history">The portfolio as that audience may see it; see <see cref="AudienceView"/>.</param>
    /// <param name="audience">Who.</param>
    public PortfolioIndex(PortfolioHistory history, Audience audience = Audience.Office)
    {
        History = history;
        Audience = audience;
        Rounds = [.. history.Snapshots.Select((_, position) => new RoundIndex(this, position))];
        // What an earlier round was published with knows nothing of a later merge: the round that it left in does.
        leavers = new(() => history.Snapshots.SelectMany(snapshot => snapshot.Left).GroupBy(left => left.Last.Initiative.Id).ToDictionary(group => group.Key, group => group.Last().Last.Initiative));
        origins = new(() => history.Snapshots.SelectMany(snapshot => snapshot.Standings.Concat(snapshot.Left.Select(left => left.Last)))
            .Where(standing => standing.Initiative.Successors.Count > 0).GroupBy(standing => standing.Initiative.Id).Select(group => group.Last())
            .SelectMany(standing => standing.Initiative.Successors.Select(successor => (Successor: successor, Origin: standing))).ToLookup(pair => pair.Successor, pair => pair.Origin));
    }

    /// <summary>Per initiative those that were merged into it or split into it and others, each as it last stood.</summary>
    public ILookup<Guid, Standing> Origins => origins.Value;

    /// <summary>Initiatives that left, as the round knows them in which they first were missing.</summary>
    public IReadOnlyDictionary<Guid, Initiative> Leavers => leavers.Value;

    public PortfolioHistory History { get; }

    public Audience Audience { get; }

    public PortfolioDefinition Definition => History.Definition;

    /// <summary>Earliest first.</summary>
    public ImmutableArray<RoundIndex> Rounds { get; }

    public RoundIndex? Latest => Rounds.IsEmpty ? null : Rounds[^1];

    public RoundIndex? Round(string code)
    {
        foreach (var round in Rounds)
        {
            if (round.Round.Code == code) return round;
        }

        return null;
    }
}

using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>A portfolio in memory, ready for its pages. Immutable; a new version of the content makes a new one.</summary>
internal sealed class PortfolioIndex
{
    /// <summary>What an audience sees of a portfolio.</summary>
    /// <param name="history">The portfolio as that audience may see it; see <see cref="AudienceView"/>.</param>
    /// <param name="audience">Who.</param>
    public PortfolioIndex(PortfolioHistory history, Audience audience = Audience.Office)
    {
        History = history;
        Audience = audience;
        Rounds = [.. history.Snapshots.Select((_, position) => new RoundIndex(this, position))];
    }

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

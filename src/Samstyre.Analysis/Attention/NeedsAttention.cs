using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What somebody should look at in a round, each list by national id.</summary>
/// <param name="Red">Status or risk is red.</param>
/// <param name="NotReported">Did not report in this round: their values are carried over.</param>
/// <param name="OpenQuestions">Their report has findings that a person should look at.</param>
public sealed record NeedsAttention(ImmutableArray<Standing> Red, ImmutableArray<Standing> NotReported, ImmutableArray<Standing> OpenQuestions)
{
    /// <summary>Of a snapshot.</summary>
    public static NeedsAttention Of(PortfolioSnapshot portfolio)
    {
        var ordered = portfolio.Standings.OrderBy(Order.Of).ToList();
        return new(
            [.. ordered.Where(standing => standing.Facts.Status == TrafficLight.Red || standing.Facts.Risk == TrafficLight.Red)],
            [.. ordered.Where(standing => standing.CarriedOver)],
            [.. ordered.Where(standing => standing.Facts.OpenQuestions > 0)]);
    }
}

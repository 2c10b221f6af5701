using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How large a portfolio is at a round.</summary>
/// <param name="Initiatives">Initiatives in it.</param>
/// <param name="Organisations">Organisations that are responsible for any of them.</param>
/// <param name="Budget">Planned funding in the round's budget year.</param>
/// <param name="TotalCost">Total cost over the initiatives' whole time.</param>
/// <param name="Reported">Initiatives that reported in this round; the others' values are carried over.</param>
public sealed record PortfolioSize(int Initiatives, int Organisations, Amount Budget, Amount TotalCost, int Reported)
{
    /// <summary>Initiatives whose values are carried over from an earlier round.</summary>
    public int CarriedOver => Initiatives - Reported;

    /// <summary>Of a snapshot.</summary>
    public static PortfolioSize Of(PortfolioSnapshot portfolio) => new(
        portfolio.Standings.Length,
        portfolio.Standings.Select(standing => standing.Facts.Organisation).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
        Amount.Of(portfolio.Standings.Select(standing => standing.Facts.Budget)),
        Amount.Of(portfolio.Standings.Select(standing => standing.Facts.TotalCost)),
        portfolio.Standings.Count(standing => !standing.CarriedOver));
}

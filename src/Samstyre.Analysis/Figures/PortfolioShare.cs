using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A part of a portfolio: what an organisation or a strategy area has of it.</summary>
/// <param name="Code">Code of the organisation or strategy area; null for those that state none.</param>
/// <param name="Initiatives">Initiatives in it.</param>
/// <param name="Budget">Planned funding in the round's budget year.</param>
/// <param name="Status">By overall status.</param>
public sealed record PortfolioShare(string? Code, int Initiatives, Amount Budget, LightDistribution Status)
{
    internal static PortfolioShare Of(string? code, IReadOnlyCollection<Standing> standings) => new(
        code, standings.Count, Amount.Of(standings.Select(standing => standing.Facts.Budget)), LightDistribution.Of(standings.Select(standing => standing.Facts.Status)));
}

/// <summary>Initiatives and this year's budget per responsible organisation. Initiatives that report no budget count as initiatives and are stated apart; they are never zero.</summary>
public static class BudgetByOrganisation
{
    /// <summary>Largest budget first; those whose organisation is unknown last. Organisations without initiatives are left out.</summary>
    public static IReadOnlyList<PortfolioShare> Of(PortfolioSnapshot portfolio) =>
    [
        .. portfolio.Standings.GroupBy(standing => standing.Facts.Organisation, StringComparer.Ordinal)
            .Select(group => PortfolioShare.Of(group.Key, [.. group]))
            .OrderBy(share => share.Code is null)
            .ThenByDescending(share => share.Budget.Sum ?? new Money(decimal.MinValue))
            .ThenByDescending(share => share.Initiatives)
            .ThenBy(share => share.Code, StringComparer.Ordinal),
    ];
}

/// <summary>Initiatives and this year's budget per strategy area. Initiatives that report no budget count as initiatives and are stated apart; they are never zero.</summary>
public static class BudgetByStrategyArea
{
    /// <summary>Every strategy area in the portfolio's order; last, with code null, those without a primary focus area, when there are any.</summary>
    public static IReadOnlyList<PortfolioShare> Of(PortfolioSnapshot portfolio)
    {
        var byArea = portfolio.Standings.ToLookup(standing => portfolio.Definition.StrategyAreaOf(standing.Facts.FocusArea)?.Code);
        List<PortfolioShare> shares = [.. portfolio.Definition.StrategyAreas.Select(area => PortfolioShare.Of(area.Code, [.. byArea[area.Code]]))];
        if (byArea.Contains(null)) shares.Add(PortfolioShare.Of(null, [.. byArea[null]]));
        return shares;
    }
}

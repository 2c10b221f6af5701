using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives by their total cost (million NOK) over the whole project, with the sum in each interval. Those that state none are a part of their own, never zero.</summary>
public static class TotalCost
{
    private static readonly LocalText Title = new("Tiltak etter totalkostnad", "Tiltak etter totalkostnad", "Initiatives by total cost");

    /// <summary>One category per interval.</summary>
    public static Figure Of(RoundContent round) => CostIntervals.Of("total-cost", Title, MoneyWords.TotalCost, round, facts => facts.TotalCost);
}

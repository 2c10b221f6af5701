using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives by their yearly operating cost (million NOK) after completion, with the sum in each interval. Those that state none are a part of their own, never zero.</summary>
public static class AnnualOperatingCost
{
    private static readonly LocalText Title = new("Tiltak etter årlig driftskostnad", "Tiltak etter årleg driftskostnad", "Initiatives by yearly operating cost");

    /// <summary>One category per interval.</summary>
    public static Figure Of(RoundContent round) => CostIntervals.Of("operating-cost", Title, MoneyWords.AnnualOperatingCost, round, facts => facts.AnnualOperatingCost);
}

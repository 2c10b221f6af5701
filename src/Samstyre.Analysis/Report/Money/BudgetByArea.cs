using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives and this year's budget (million NOK) per strategy area, with each area's share of the sum. Initiatives that state no budget count as initiatives, are stated apart and are never zero; those without a primary focus area of the strategy are a last part of their own.</summary>
public static class BudgetByArea
{
    private static readonly LocalText Title = new("Budsjett per strategisk område", "Budsjett per strategisk område", "Budget per strategy area");

    /// <summary>One category per area in the strategy's order.</summary>
    public static Figure Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var byArea = round.Snapshot.Standings.ToLookup(standing => definition.StrategyAreaOf(standing.Facts.FocusArea)?.Code);
        var parts = definition.StrategyAreas.Select(area => (new FigureCategory(area.Code, FigureWords.NameOf(area)), byArea[area.Code]));
        if (byArea.Contains(null)) parts = parts.Append((new("NotStated", FigureWords.NotStated, Tone.NotStated), byArea[null]));
        return BudgetParts.Of("budget-by-area", Title, FigureWords.StrategyArea, round, parts);
    }
}

using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Planned budgets (million NOK) per strategy area in the round's budget year and the year after, with how many initiatives, and which share, state none for the year after. Those are never zero. Candidates are not in it: they have not reported.</summary>
public static class NextYearBudgets
{
    /// <summary>One category per area in the strategy's order, and those without one where there are any. Not reported are those that state no budget for the year after.</summary>
    public static Figure Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var year = round.Snapshot.Round.BudgetYear;
        var byArea = YearAhead.Of(round).ToLookup(entry => definition.StrategyAreaOf(entry.Standing.Facts.FocusArea)?.Code, StringComparer.Ordinal);
        var rows = definition.StrategyAreas.Select(area => (new FigureCategory(area.Code, FigureWords.NameOf(area)), byArea[area.Code]));
        if (byArea.Contains(null)) rows = rows.Append((new("NotStated", FigureWords.NotStated, Tone.NotStated), byArea[null]));
        return YearAhead.Budgets(
            "next-year-budgets",
            new($"Planlagte budsjetter i {year} og {year + 1}", $"Planlagde budsjett i {year} og {year + 1}", $"Planned budgets in {year} and {year + 1}"),
            FigureWords.StrategyArea, round, rows);
    }
}

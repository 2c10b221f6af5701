using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives and this year's budget (million NOK) per group of organisations, with each group's share of the sum. Initiatives that state no budget count as initiatives, are stated apart and are never zero; those whose organisation is unknown or in none of the portfolio's groups are a last part of their own.</summary>
public static class BudgetByGroup
{
    private static readonly LocalText Title = new("Budsjett per gruppe av virksomheter", "Budsjett per gruppe av verksemder", "Budget per group of organisations");

    /// <summary>One category per group in the portfolio's order.</summary>
    public static Figure Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var groups = definition.Groups.Select(group => group.Code).ToHashSet(StringComparer.Ordinal);
        var groupOf = definition.Organisations.Where(organisation => groups.Contains(organisation.Group)).DistinctBy(organisation => organisation.Code).ToDictionary(organisation => organisation.Code, organisation => organisation.Group, StringComparer.Ordinal);
        var byGroup = round.Snapshot.Standings.ToLookup(standing => standing.Facts.Organisation is { } code ? groupOf.GetValueOrDefault(code) : null, StringComparer.Ordinal);
        var parts = definition.Groups.Select(group => (new FigureCategory(group.Code, group.Name), byGroup[group.Code]));
        if (byGroup.Contains(null)) parts = parts.Append((new("NotStated", FigureWords.NotStated, Tone.NotStated), byGroup[null]));
        return BudgetParts.Of("budget-by-group", Title, MoneyWords.Group, round, parts);
    }
}

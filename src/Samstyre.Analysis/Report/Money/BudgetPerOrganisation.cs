using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives and this year's budget (million NOK) per responsible organisation, with each one's share of the sum. Initiatives that state no budget count as initiatives, are stated apart and are never zero; those whose organisation is unknown are a last part of their own.</summary>
public static class BudgetPerOrganisation
{
    private static readonly LocalText Title = new("Budsjett per virksomhet", "Budsjett per verksemd", "Budget per organisation");

    /// <summary>One category per organisation that has initiatives, the largest budget first (<see cref="BudgetByOrganisation"/>).</summary>
    public static Figure Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var byOrganisation = round.Snapshot.Standings.ToLookup(standing => standing.Facts.Organisation, StringComparer.Ordinal);
        return BudgetParts.Of("budget-by-organisation", Title, FigureWords.Organisation, round, BudgetByOrganisation.Of(round.Snapshot).Select(share => (
            share.Code is null
                ? new FigureCategory("NotStated", FigureWords.NotStated, Tone.NotStated)
                : new(share.Code, FigureWords.Same(definition.OrganisationByCode(share.Code)?.Name ?? share.Code)),
            byOrganisation[share.Code])));
    }
}

using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Headings and values that several lists share.</summary>
internal static class ListingWords
{
    public static readonly LocalText Total = new("Totalkostnad", "Totalkostnad", "Total cost");

    public static string? OrganisationOf(Standing standing, PortfolioSnapshot snapshot) => snapshot.Definition.OrganisationByCode(standing.Facts.Organisation)?.Name;
}

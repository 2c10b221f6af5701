using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Planned budgets (million NOK) per responsible organisation in the round's budget year and the year after, with how many initiatives, and which share, state none for the year after. Those are never zero. Candidates are not in it: they have not reported.</summary>
public static class NextYearByOrganisation
{
    /// <summary>One category per organisation that has initiatives, the largest budget of this year first (<see cref="BudgetByOrganisation"/>); those whose organisation is unknown last.</summary>
    public static Figure Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var year = round.Snapshot.Round.BudgetYear;
        var byOrganisation = YearAhead.Of(round).ToLookup(entry => entry.Standing.Facts.Organisation, StringComparer.Ordinal);
        return YearAhead.Budgets(
            "next-year-by-organisation",
            new($"Planlagte budsjetter per virksomhet i {year} og {year + 1}", $"Planlagde budsjett per verksemd i {year} og {year + 1}", $"Planned budgets per organisation in {year} and {year + 1}"),
            FigureWords.Organisation, round,
            BudgetByOrganisation.Of(round.Snapshot).Select(share => (
                share.Code is null ? new FigureCategory("NotStated", FigureWords.NotStated, Tone.NotStated) : new(share.Code, FigureWords.Same(definition.OrganisationByCode(share.Code)?.Name ?? share.Code)),
                byOrganisation[share.Code])));
    }
}

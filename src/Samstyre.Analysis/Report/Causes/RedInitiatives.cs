using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Every initiative whose status or risk is red, with the cause and the risks in its own words.</summary>
public static class RedInitiatives
{
    /// <summary>By national id.</summary>
    public static Listing Of(RoundContent round) => new(
        "red",
        new("Tiltak med rød status eller risiko", "Tiltak med raud status eller risiko", "Initiatives with red status or risk"),
        [
            new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("organisation", FigureWords.Organisation),
            new("status", FigureWords.Status), new("risk", FigureWords.Risk), new("cause", FigureWords.Cause), new("risks", new("Risiko og tiltak", "Risiko og tiltak", "Risks and mitigations")), new("reported", FigureWords.Round),
        ],
        [
            .. Order.Sorted(round).Where(entry => entry.Standing.Facts.Status == TrafficLight.Red || entry.Standing.Facts.Risk == TrafficLight.Red)
                .Select(entry => new ListingRow(entry.Standing,
                [
                    entry.Standing.Initiative.NationalId, entry.Standing.Facts.Name, ListingWords.OrganisationOf(entry.Standing, round.Snapshot),
                    entry.Standing.Facts.Status, entry.Standing.Facts.Risk, entry.Report.StatusCause, entry.Report.RiskText ?? Elements(entry.Report), FigureWords.NameOf(entry.Standing.ReportedIn),
                ])),
        ],
        new("Ingen tiltak har rød status eller risiko.", "Ingen tiltak har raud status eller risiko.", "No initiative has red status or risk."));

    private static string? Elements(Report report)
    {
        var elements = report.Risks.Select(risk => risk.Element).Where(element => !string.IsNullOrWhiteSpace(element)).ToList();
        return elements.Count == 0 ? null : string.Join("\n", elements);
    }
}

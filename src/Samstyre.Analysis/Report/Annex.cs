using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The whole portfolio as one table.</summary>
public static class Annex
{
    /// <summary>By focus area, then by national id; those without a focus area last.</summary>
    public static Listing Of(RoundContent round)
    {
        var snapshot = round.Snapshot;
        var segments = snapshot.Definition.Segments.ToDictionary(segment => segment.Code, segment => segment.Name, StringComparer.Ordinal);
        var organisations = snapshot.Definition.Organisations.ToDictionary(organisation => organisation.Code, organisation => organisation.Name, StringComparer.Ordinal);
        var rounds = snapshot.Standings.Select(standing => standing.ReportedIn).DistinctBy(one => one.Id).ToDictionary(one => one.Id, FigureWords.NameOf);
        return new(
            "annex",
            new("Alle tiltak i porteføljen", "Alle tiltak i porteføljen", "All initiatives of the portfolio"),
            [
                new("focus", new("Innsatsområde", "Innsatsområde", "Focus area")), new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("organisation", FigureWords.Organisation),
                new("segment", new("Segment", "Segment", "Segment")), new("status", FigureWords.Status), new("risk", FigureWords.Risk), new("phase", FigureWords.Phase),
                new("end", new("Planlagt slutt", "Planlagd slutt", "Planned end")), new("budget", FigureWords.Budget, FigureUnit.MillionNok), new("total", ListingWords.Total, FigureUnit.MillionNok), new("reported", FigureWords.Round),
            ],
            MadeRows.Of(
                Order.Sorted(snapshot.Standings).OrderBy(standing => standing.Facts.FocusArea is null).ThenBy(standing => standing.Facts.FocusArea, StringComparer.Ordinal),
                standing => new ListingRow(standing,
                [
                    standing.Facts.FocusArea, standing.Initiative.NationalId, standing.Facts.Name, standing.Facts.Organisation is { } code ? organisations.GetValueOrDefault(code) : null,
                    standing.Initiative.Segment is { } segment ? segments.GetValueOrDefault(segment) : null, standing.Facts.Status, standing.Facts.Risk,
                    FigureWords.NameOf(standing.Facts.Phase),
                    standing.Facts.EndDate, standing.Facts.Budget, standing.Facts.TotalCost, rounds[standing.ReportedIn.Id],
                ])),
            new("Det er ingen tiltak i porteføljen.", "Det er ingen tiltak i porteføljen.", "There are no initiatives in the portfolio."),
            new("Budsjettet gjelder året tiltaket sist meldte inn.", "Budsjettet gjeld året tiltaket sist melde inn.", "The budget is that of the year in which the initiative last reported."));
    }
}

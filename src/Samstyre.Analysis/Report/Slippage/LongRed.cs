using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives whose status has been red for more than 90 days, in an unbroken row of rounds up to this one, the longest first.</summary>
public static class LongRed
{
    /// <summary>More days than this are long.</summary>
    public const int Days = 90;

    /// <summary>More days than this are over a year.</summary>
    public const int OverAYear = 365;

    private static readonly LocalText Title = new("Lenge rød status", "Lenge raud status", "Long red");
    private static readonly LocalText Empty = new("Ingen tiltak har hatt rød status i mer enn 90 dager.", "Ingen tiltak har hatt raud status i meir enn 90 dagar.", "No initiative has been red for more than 90 days.");
    private static readonly LocalText Year = new("Mer enn 365 dager", "Meir enn 365 dagar", "More than 365 days");
    private static readonly LocalText Quarter = new("Mer enn 90 dager", "Meir enn 90 dagar", "More than 90 days");

    private static readonly LocalText Rule = new(
        "Dagene regnes fra dagen for den første innmeldingen i en sammenhengende rekke med rød status, til dagen for denne. Et tiltak som ikke rapporterte, beholder statusen fra sist.",
        "Dagane blir rekna frå dagen for den første innmeldinga i ei samanhengande rekkje med raud status, til dagen for denne. Eit tiltak som ikkje rapporterte, held på statusen frå sist.",
        "The days run from the day of the first round in an unbroken row of red ones to the day of this round. An initiative that did not report keeps its last status.");

    /// <summary>A row per initiative that has been red so long.</summary>
    public static Listing Of(RoundContent round)
    {
        var snapshot = round.Snapshot;
        var today = snapshot.Round.CollectedOn;
        var earlier = EarlierReports.Of(round);
        var red = round.Entries
            .Select((entry, place) => (entry.Standing, entry.Report, Place: place))
            .Where(entry => IsRed(entry.Standing))
            .Select(entry => (entry.Standing, entry.Report, Row: earlier.Row(entry.Place, IsRed)))
            .Select(entry => (entry.Standing, entry.Report, entry.Row.Rounds, Since: entry.Row.Earliest.ReportedIn.CollectedOn))
            .Where(entry => today.DayNumber - entry.Since.DayNumber > Days)
            .OrderBy(entry => entry.Since).ThenBy(entry => Order.Of(entry.Standing));
        return new(
            "long-red", Title,
            SlippageWords.WhoAnd(
                new("length", new("Hvor lenge", "Kor lenge", "How long")),
                new("since", new("Siden", "Sidan", "Since")),
                new("days", new("Rød i", "Raud i", "Red for"), FigureUnit.Days),
                new("rounds", new("Innmeldinger på rad", "Innmeldingar på rad", "Rounds in a row"), FigureUnit.Count),
                new("cause", FigureWords.Cause)),
            [.. red.Select(entry => (entry, Red: today.DayNumber - entry.Since.DayNumber)).Select(one => SlippageWords.Row(
                one.entry.Standing, snapshot.Definition, one.Red > OverAYear ? Year : Quarter, one.entry.Since, one.Red, one.entry.Rounds, one.entry.Report.StatusCause))],
            Empty, Rule);
    }

    private static bool IsRed(Standing standing) => standing.Facts.Status == TrafficLight.Red;
}

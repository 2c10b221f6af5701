using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives that did not report in the round, those with the oldest values first.</summary>
public static class NotReported
{
    private static readonly LocalText Title = new("Tiltak som ikke rapporterte", "Tiltak som ikkje rapporterte", "Initiatives that did not report");
    private static readonly LocalText Empty = new("Alle tiltakene rapporterte.", "Alle tiltaka rapporterte.", "All initiatives reported.");

    private static readonly LocalText Rule = new(
        "De beholder verdiene fra innmeldingen de sist rapporterte i. Alderen regnes mellom dagene for de to innmeldingene.",
        "Dei held på verdiane frå innmeldinga dei sist rapporterte i. Alderen blir rekna mellom dagane for dei to innmeldingane.",
        "They keep the values of the round that they last reported in. The age is counted between the days of the two rounds.");

    /// <summary>A row per initiative with carried-over values.</summary>
    public static Listing Of(RoundContent round)
    {
        var snapshot = round.Snapshot;
        var silent = snapshot.Standings.Where(standing => standing.CarriedOver).OrderBy(standing => standing.ReportedIn.CollectedOn).ThenBy(Order.Of);
        return new(
            "not-reported", Title,
            SlippageWords.WhoAnd(
                new("round", new("Verdiene er fra", "Verdiane er frå", "Values are from")), new("collected", new("Dag", "Dag", "Day")), new("age", new("Alder", "Alder", "Age"), FigureUnit.Days)),
            [.. silent.Select(standing => SlippageWords.Row(
                standing, snapshot.Definition, FigureWords.NameOf(standing.ReportedIn), standing.ReportedIn.CollectedOn, snapshot.Round.CollectedOn.DayNumber - standing.ReportedIn.CollectedOn.DayNumber))],
            Empty, Rule);
    }
}

using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives by how old the values are that they stand with.</summary>
public static class AgeOfValues
{
    private static readonly LocalText Title = new("Hvor gamle verdiene er", "Kor gamle verdiane er", "How old the values are");
    private static readonly LocalText Age = new("Alder", "Alder", "Age");

    private static readonly LocalText Rule = new(
        "Alderen er tiden fra innmeldingen et tiltak sist rapporterte i. Grensene er 6 og 12 kalendermåneder, til og med grensen.",
        "Alderen er tida frå innmeldinga eit tiltak sist rapporterte i. Grensene er 6 og 12 kalendermånader, til og med grensa.",
        "The age is the time since the round that an initiative last reported in. The limits are 6 and 12 calendar months, limits included.");

    /// <summary>This round, up to 6 months, 6-12, over 12.</summary>
    public static Figure Of(RoundContent round)
    {
        var snapshot = round.Snapshot;
        var today = snapshot.Round.CollectedOn;
        var ages = snapshot.Standings.ToLookup(KeyOf);
        (string Key, LocalText Name)[] categories =
        [
            ("own", new("Fra denne innmeldingen", "Frå denne innmeldinga", "From this round")),
            ("upTo6", new("Inntil 6 måneder", "Inntil 6 månader", "Up to 6 months")),
            ("6to12", new("6–12 måneder", "6–12 månader", "6–12 months")),
            ("over12", new("Over 12 måneder", "Over 12 månader", "Over 12 months")),
        ];
        return new(
            "age-of-values", Title, Age, FigureChart.Bars,
            [.. categories.Select(one => new FigureCategory(one.Key, one.Name))],
            [new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives)],
            [.. categories.Select(one => FigureCells.Count(ages[one.Key]))],
            // Every initiative in a round has values of some age.
            snapshot.Standings.Length, 0, Rule) { IsStated = false };

        string KeyOf(Standing standing) =>
            !standing.CarriedOver ? "own"
            : standing.ReportedIn.CollectedOn >= today.AddMonths(-6) ? "upTo6"
            : standing.ReportedIn.CollectedOn >= today.AddMonths(-12) ? "6to12" : "over12";
    }
}

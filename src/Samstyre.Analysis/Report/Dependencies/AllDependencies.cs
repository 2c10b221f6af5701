using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Every dependency of the round: on whom, on what, how critical, by when and how it goes.</summary>
public static class AllDependencies
{
    private static readonly LocalText Title = new("Alle avhengigheter", "Alle avhengnader", "All dependencies");
    private static readonly LocalText Empty = new("Ingen avhengigheter er meldt inn.", "Ingen avhengnader er melde inn.", "No dependencies are reported.");

    private static readonly LocalText Rule = new(
        "Slik tiltakene har meldt dem inn, i rekkefølgen til tiltakene. De er grunnlaget for tallene om avhengigheter.",
        "Slik tiltaka har meldt dei inn, i rekkjefølgja til tiltaka. Dei er grunnlaget for tala om avhengnader.",
        "As the initiatives have reported them, in the order of the initiatives. The numbers on dependencies rest on them.");

    /// <summary>A row per dependency that says something, by initiative and then in the form's order.</summary>
    public static Listing Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var rows = DependencyRows.Of(round);
        return new(
            "all-dependencies", Title, SlippageWords.WhoAnd(DependencyRows.Columns.AsSpan()),
            MadeRows.Of(
                Enumerable.Range(0, rows.Count).OrderBy(place => Order.Of(rows[place].Standing)),
                place => SlippageWords.Row(rows[place].Standing, definition, DependencyRows.Cells(rows[place].Dependency, definition))),
            Empty, Rule);
    }
}

using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Contradictions in what is reported on dependencies, by kind and gravity.</summary>
public static class ContradictionsByKind
{
    private static readonly LocalText Title = new("Motsigelser i avhengighetene", "Motseiingar i avhengnadene", "Contradictions in the dependencies");

    private static readonly LocalText Rule = new(
        "Skjemaene holdt opp mot hverandre, mot kalenderen og mot forrige runde. En motsigelse om noe tiltaket ikke kan levere uten, er alvorligere enn andre. Forutsetninger og lukkede avhengigheter er ikke med. Slag uten tilfeller står ikke i tabellen.",
        "Skjema haldne opp mot kvarandre, mot kalenderen og mot førre runde. Ei motseiing om noko tiltaket ikkje kan levere utan, er meir alvorleg enn andre. Føresetnader og lukka avhengnader er ikkje med. Slag utan tilfelle står ikkje i tabellen.",
        "The forms held against each other, the calendar and the round before. A contradiction about what the initiative cannot deliver without is graver than others. Prerequisites and closed dependencies are left out. Kinds with no case are not in the table.");

    /// <summary>Columns that say what a contradiction is.</summary>
    internal static readonly ListingColumn Sentence = new("sentence", new("Hva som ikke stemmer", "Kva som ikkje stemmer", "What does not agree"));

    /// <inheritdoc cref="Sentence"/>
    internal static readonly ListingColumn Giver = new("giver", new("Den som skal levere", "Den som skal levere", "The giver"), Absent: new("–"));

    /// <summary>What each gravity is called, the gravest first.</summary>
    internal static ImmutableArray<(Level Severity, LocalText Name)> Severities { get; } =
    [
        (Level.High, new("Alvorlig", "Alvorleg", "Grave")), (Level.Medium, new("Middels", "Middels", "Medium")), (Level.Low, new("Lav", "Låg", "Low")),
    ];

    /// <summary>A category per rule that has a case, in the order of the rules, so that rounds can be laid beside each other by key; a series per gravity.</summary>
    public static Figure Of(RoundContent round)
    {
        var found = Contradictions.Of(DependencyRegister.Of(round));
        var cases = found.ToLookup(one => (one.Rule, one.Severity));
        var standings = Order.Sorted(round.Snapshot.Standings);
        var places = new Dictionary<Guid, int>(standings.Length);
        foreach (var standing in standings) places.Add(standing.Initiative.Id, places.Count);
        var rules = cases.Select(group => group.Key.Rule).Distinct().Order().ToList();
        return new(
            "contradictions", Title, new("Slags", "Slag", "Kind"), FigureChart.Bars,
            [.. rules.Select(rule => new FigureCategory(rule.ToString(), ContradictionWords.NameOf(rule)))],
            [.. Severities.Select(one => new FigureSeries(one.Severity.ToString(), one.Name, FigureUnit.Count))],
            [.. from rule in rules from severity in Severities select Cell([.. cases[(rule, severity.Severity)]], standings, places)],
            found.Length, 0, Rule) { IsStated = false };
    }

    private static FigureCell Cell(IReadOnlyList<Contradiction> some, ImmutableArray<Standing> standings, Dictionary<Guid, int> places) => new(
        some.Count, [.. some.Select(one => one.Receiver).OfType<Standing>().Select(standing => places[standing.Initiative.Id]).Distinct().Order().Select(place => standings[place])],
        some.Count == 0 ? null : new([Sentence, Giver], MadeRows.Of(some, one => new ListingRow(one.Receiver, [one.Sentence, one.Giver?.Facts.Name]))));
}

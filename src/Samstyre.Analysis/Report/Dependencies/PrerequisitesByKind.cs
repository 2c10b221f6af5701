using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The form's seven prerequisites by kind and criticality. Rows left blank are no prerequisites.</summary>
public static class PrerequisitesByKind
{
    private static readonly LocalText Title = new("Forutsetninger etter type", "Føresetnader etter type", "Prerequisites by kind");
    internal static readonly LocalText Kind = new("Forutsetning", "Føresetnad", "Prerequisite");

    internal static readonly LocalText Rule = new(
        "Tallene er forutsetninger som er fylt ut med kritikalitet eller tidspunkt. Rader som står tomme, er ikke regnet med.",
        "Tala er føresetnader som er fylte ut med kritikalitet eller tidspunkt. Rader som står tomme, er ikkje rekna med.",
        "The numbers are prerequisites filled in with a criticality or a time. Rows left blank are not counted.");

    private static readonly (string Key, LocalText Name)[] Kinds =
    [
        ("otherProjects", new("Andre prosjekter", "Andre prosjekt", "Other projects")),
        ("ehrGp", new("Journalsystemer hos fastleger", "Journalsystem hos fastlegar", "Health records at general practitioners")),
        ("ehrMunicipal", new("Journalsystemer i kommuner", "Journalsystem i kommunar", "Health records in municipalities")),
        ("ehrSpecialist", new("Journalsystemer i spesialisthelsetjenesten", "Journalsystem i spesialisthelsetenesta", "Health records in specialist care")),
        ("orgSpecialist", new("Organisasjonsutvikling i spesialisthelsetjenesten", "Organisasjonsutvikling i spesialisthelsetenesta", "Organisational development in specialist care")),
        ("orgMunicipal", new("Organisasjonsutvikling i kommuner", "Organisasjonsutvikling i kommunar", "Organisational development in municipalities")),
        ("gpRoutines", new("Endrede rutiner hos fastleger", "Endra rutinar hos fastlegar", "Changed routines at general practitioners")),
    ];

    /// <summary>What a kind is called, by the interchange format's key (<c>ehrGp</c>).</summary>
    public static LocalText NameOf(string key) => Array.Find(Kinds, kind => kind.Key == key).Name;

    /// <summary>The time as the form has it.</summary>
    internal static readonly ListingColumn When = new("when", new("Når", "Når", "When"));

    /// <summary>A category per kind, a series per criticality.</summary>
    public static Figure Of(RoundContent round)
    {
        // The register is kept with the figures: rows that are places in it take no room.
        var needs = DependencyRegister.Of(round).Needs;
        var places = Enumerable.Range(0, needs.Length).Where(place => needs[place].IsPrerequisite).ToLookup(place => (needs[place].Key, needs[place].Criticality));
        return new(
            "prerequisites-by-kind", Title, Kind, FigureChart.StackedBars,
            [.. Kinds.Select(kind => new FigureCategory(kind.Key, kind.Name))],
            [.. FigureWords.Levels.Select(one => new FigureSeries(one.Key, one.Name, FigureUnit.Count, one.Tone))],
            [.. from kind in Kinds from level in FigureWords.Levels select Cell(needs, [.. places[(kind.Key, level.Level)]])],
            places.Sum(group => group.Count()), places.Where(group => group.Key.Criticality is null).Sum(group => group.Count()), Rule);
    }

    private static FigureCell Cell(ImmutableArray<RegisteredNeed> needs, int[] places) => new(
        places.Length, [.. places.Select(place => needs[place].Receiver)],
        places.Length == 0 ? null : new([When], new(places.Length, place => new(needs[places[place]].Receiver, [needs[places[place]].Prerequisite!.When]))));
}

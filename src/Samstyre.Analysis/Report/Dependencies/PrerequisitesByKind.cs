using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A prerequisite that is filled in, with the initiative that has it.</summary>
/// <param name="Standing">The initiative.</param>
/// <param name="Kind">The interchange format's key.</param>
/// <param name="Prerequisite">What it says.</param>
internal readonly record struct PrerequisiteRow(Standing Standing, string Kind, Prerequisite Prerequisite);

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

    private static readonly PerRound<List<PrerequisiteRow>> Stated = new(round =>
    [
        .. from entry in round.Entries
           from row in entry.Report.Prerequisites.Rows()
           where row.Row is not null && (row.Row.Criticality is not null || !string.IsNullOrWhiteSpace(row.Row.When))
           select new PrerequisiteRow(entry.Standing, row.Key, row.Row),
    ]);

    /// <summary>All that are filled in, in the snapshot's order and the form's.</summary>
    internal static IReadOnlyList<PrerequisiteRow> Rows(RoundContent round) => Stated.Of(round);

    /// <summary>A category per kind, a series per criticality.</summary>
    public static Figure Of(RoundContent round)
    {
        var rows = Rows(round);
        var places = Enumerable.Range(0, rows.Count).ToLookup(place => (rows[place].Kind, rows[place].Prerequisite.Criticality));
        return new(
            "prerequisites-by-kind", Title, Kind, FigureChart.StackedBars,
            [.. Kinds.Select(kind => new FigureCategory(kind.Key, kind.Name))],
            [.. FigureWords.Levels.Select(one => new FigureSeries(one.Key, one.Name, FigureUnit.Count, one.Tone))],
            [.. from kind in Kinds from level in FigureWords.Levels select Cell(rows, [.. places[(kind.Key, level.Level)]])],
            rows.Count, rows.Count(row => row.Prerequisite.Criticality is null), Rule);
    }

    private static FigureCell Cell(IReadOnlyList<PrerequisiteRow> rows, int[] places) => new(
        places.Length, [.. places.Select(place => rows[place].Standing)],
        places.Length == 0 ? null : new([When], new(places.Length, place => new(rows[places[place]].Standing, [rows[places[place]].Prerequisite.When]))));
}

using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>Something that a list can be filtered by.</summary>
internal enum FacetKind
{
    Organisation,
    StrategyArea,
    Segment,
    Status,
    Risk,
    Phase,
}

/// <summary>A choice of a facet.</summary>
/// <param name="Value">What it is called in addresses; the last choice of each facet is "not stated".</param>
/// <param name="Name">Its name in each language; null for words that stand in the text resources under <paramref name="TextKey"/>.</param>
/// <param name="TextKey">Key of its word.</param>
internal sealed record FacetChoice(string Value, LocalText? Name, string? TextKey)
{
    public string Label(TextSet texts) => Name?.In(texts.Language) ?? texts[TextKey!];
}

/// <summary>One facet of a round as a column: each initiative's choice by number.</summary>
internal sealed class Facet
{
    /// <summary>Last choice of every facet, in addresses.</summary>
    public const string NotStated = "ikke-oppgitt";

    private static readonly FacetChoice None = new(NotStated, null, "notStated");
    private static readonly FacetChoice[] Lights = [new("gronn", null, "light.Green"), new("gul", null, "light.Yellow"), new("rod", null, "light.Red"), None];
    private static readonly FacetChoice[] Phases =
    [
        new("konsept", null, "phase.Concept"), new("planlegging", null, "phase.Planning"), new("gjennomforing", null, "phase.Execution"),
        new("avslutning", null, "phase.Closing"), new("realisering", null, "phase.Realisation"), None,
    ];

    private readonly Dictionary<string, int> numbers;

    private Facet(FacetKind kind, FacetChoice[] choices, PortfolioSnapshot snapshot, Func<Standing, int?> number)
    {
        Kind = kind;
        Choices = choices;
        numbers = choices.Select((choice, place) => (choice.Value, place)).DistinctBy(pair => pair.Value).ToDictionary(pair => pair.Value, pair => pair.place, StringComparer.Ordinal);
        Column = new ushort[snapshot.Standings.Length];
        Totals = new int[choices.Length];
        for (var row = 0; row < Column.Length; row++)
        {
            Column[row] = (ushort)(number(snapshot.Standings[row]) ?? choices.Length - 1);
            Totals[Column[row]]++;
        }
    }

    public FacetKind Kind { get; }

    public IReadOnlyList<FacetChoice> Choices { get; }

    /// <summary>Each initiative's choice.</summary>
    public ushort[] Column { get; }

    /// <summary>How many initiatives have each choice.</summary>
    public int[] Totals { get; }

    /// <summary>The choice that an address names; null where it names none.</summary>
    public int? Number(string? value) => value is not null && numbers.TryGetValue(value, out var number) ? number : null;

    /// <summary>The facets of a round, in the order of <see cref="FacetKind"/>.</summary>
    public static Facet[] Of(PortfolioSnapshot snapshot)
    {
        var definition = snapshot.Definition;
        var organisations = definition.Organisations.OrderBy(organisation => SortWords.Of(organisation.Name), StringComparer.Ordinal).ToList();
        var organisationNumbers = Numbers(organisations.Select(organisation => organisation.Code));
        var segmentNumbers = Numbers(definition.Segments.Select(segment => segment.Code));
        var areaNumbers = Numbers(definition.StrategyAreas.Select(area => area.Code));
        foreach (var area in definition.StrategyAreas)
        {
            foreach (var focus in area.FocusAreas) areaNumbers.TryAdd(focus.Code, areaNumbers[area.Code]);
        }

        return
        [
            new(FacetKind.Organisation, [.. organisations.Select(organisation => new FacetChoice(organisation.Code, new(organisation.Name), null)), None], snapshot, standing => At(organisationNumbers, standing.Facts.Organisation)),
            new(FacetKind.StrategyArea, [.. definition.StrategyAreas.Select(area => new FacetChoice(area.Code, Numbered(area), null)), None], snapshot, standing => At(areaNumbers, standing.Facts.FocusArea)),
            new(FacetKind.Segment, [.. definition.Segments.Select(segment => new FacetChoice(segment.Code, segment.Name, null)), None], snapshot, standing => At(segmentNumbers, standing.Initiative.SegmentOn(snapshot.Round.CollectedOn))),
            new(FacetKind.Status, Lights, snapshot, standing => (int?)standing.Facts.Status),
            new(FacetKind.Risk, Lights, snapshot, standing => (int?)standing.Facts.Risk),
            new(FacetKind.Phase, Phases, snapshot, standing => (int?)standing.Facts.Phase),
        ];
    }

    private static LocalText Numbered(StrategyArea area) => new(
        $"{area.Code} {area.Name.Bokmal}", $"{area.Code} {area.Name.In(Language.Nynorsk)}", $"{area.Code} {area.Name.In(Language.English)}");

    private static Dictionary<string, int> Numbers(IEnumerable<string> codes) =>
        codes.Select((code, place) => (code, place)).DistinctBy(pair => pair.code).ToDictionary(pair => pair.code, pair => pair.place, StringComparer.Ordinal);

    private static int? At(Dictionary<string, int> numbers, string? code) => code is not null && numbers.TryGetValue(code, out var number) ? number : null;
}

using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What of the map an address asks for. What it does not know it leaves out, except for a focus that was not found: that is said.</summary>
/// <param name="Filter">What is shown.</param>
/// <param name="FocusText">The focus as it was written; empty for none.</param>
/// <param name="Page">Which page of the table, from 1.</param>
internal sealed record MapQuery(MapFilter Filter, string FocusText, int Page)
{
    private const int LongestText = 200;

    /// <summary>The choices that leave kinds out, with the kinds.</summary>
    public static IReadOnlyList<(string Field, string Key, TargetKind[] Kinds)> Without { get; } =
    [
        ("uten-virksomheter", "map.without.organisations", [TargetKind.Organisation]),
        ("uten-parter", "map.without.parties", [TargetKind.Party]),
        ("uten-grunnmur", "map.without.foundation", [TargetKind.BuildingBlock, TargetKind.Measure]),
        ("uten-avklaringer", "map.without.clarifications", [TargetKind.Clarification]),
    ];

    /// <summary>Whether a focus was asked for and names nothing, or more than one thing.</summary>
    public bool IsFocusUnknown => FocusText.Length > 0 && Filter.Focus is null;

    /// <summary>What an address asks for.</summary>
    public static MapQuery Of(Visit visit, DependencyRegister? register)
    {
        var query = visit.Http.Request.Query;
        var definition = visit.Portfolio.Definition;
        var focus = query["fokus"].ToString().Trim();
        if (focus.Length > LongestText) focus = focus[..LongestText];
        return new(
            new()
            {
                Segment = definition.Segments.FirstOrDefault(segment => segment.Code == query["segment"])?.Code,
                Area = definition.StrategyAreas.FirstOrDefault(area => area.Code == query["omrade"])?.Code,
                Organisation = definition.OrganisationByCode(query["virksomhet"])?.Code,
                OnlyCritical = query["kritiske"] == "ja",
                Hidden = [.. Without.Where(one => query[one.Field] == "ja").SelectMany(one => one.Kinds)],
                Focus = register is null ? null : Named(register, focus),
                Steps = int.TryParse(query["steg"], out var steps) ? steps : 1,
            },
            focus,
            int.TryParse(query["side"], out var page) && page > 1 ? page : 1);
    }

    /// <summary>The map that is asked for; empty where the round has no register.</summary>
    public DependencyMap Map(DependencyRegister? register) =>
        register is null || IsFocusUnknown ? new([], [], 0, 0, 0, 0) : DependencyMap.Of(register, Filter, BetweenSides(register));

    // What a dependency says of itself alone is no contradiction between the two ends of a line. In a circle each waits for the next.
    private static HashSet<(Guid Receiver, Guid Giver)> BetweenSides(DependencyRegister register)
    {
        var found = Contradictions.Of(register);
        return
        [
            .. found.Where(one => one is { Need: not null, Giver: not null }).Select(one => (one.Need!.Receiver.Initiative.Id, one.Giver!.Initiative.Id)),
            .. found.SelectMany(one => one.Around.Select((standing, at) => (standing.Initiative.Id, one.Around[(at + 1) % one.Around.Length].Initiative.Id))),
        ];
    }

    /// <summary>What of an address says this, for another page or file; empty for everything.</summary>
    public string ToAddress(int page = 1)
    {
        List<string> parts = [];
        Add("segment", Filter.Segment);
        Add("omrade", Filter.Area);
        Add("virksomhet", Filter.Organisation);
        if (Filter.OnlyCritical) Add("kritiske", "ja");
        foreach (var (field, _, kinds) in Without)
        {
            if (Filter.Hidden.Contains(kinds[0])) Add(field, "ja");
        }

        if (FocusText.Length > 0) Add("fokus", FocusText);
        if (Filter.Steps > 1) Add("steg", Filter.Steps.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (page > 1) Add("side", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (value is not null) parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    /// <summary>What a focus is written as in an address.</summary>
    public static string FocusOf(MapNode node) => node.NationalId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? node.Target.ToString();

    // A number or name of an initiative, the name of anything else, or words that only one name has.
    private static TargetRef? Named(DependencyRegister register, string text)
    {
        if (text.Length == 0) return null;
        if (register.Entries.FirstOrDefault(entry => InitiativeLink.KeyOf(entry.Standing.Initiative) == text) is { } numbered) return TargetRef.Of(numbered.Standing.Initiative.Id);
        if (TargetRef.TryParse(text, out var target) && register.Targets.Find(target) is not null) return target;
        if (register.Targets.Entries.FirstOrDefault(entry => entry.Names.Contains(text, StringComparer.OrdinalIgnoreCase) || entry.Name.In(Language.English) == text) is { } named) return named.Target;
        var having = register.Targets.Entries.Where(entry => entry.Name.Bokmal.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return having.Count == 1 ? having[0].Target : null;
    }
}

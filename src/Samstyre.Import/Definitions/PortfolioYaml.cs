using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>A portfolio's definition as read from YAML.</summary>
/// <param name="Definition">The definition; null where a finding is an error.</param>
/// <param name="Findings">Every mistake of the file, in the order of its lines.</param>
public sealed record PortfolioYamlResult(PortfolioDefinition? Definition, IReadOnlyList<Finding> Findings);

/// <summary>Reads the YAML file that defines a portfolio: its strategy, segments, organisations, dependency categories, the common foundation, parties and clarifications, how reporting works, the checklist of admission, the words of common causes and the time zone.</summary>
public static class PortfolioYaml
{
    /// <summary>Reads the text of a definition. Collects every mistake: unknown keys, missing names, codes and aliases used twice, focus areas outside their strategy area.</summary>
    public static PortfolioYamlResult Read(string yaml)
    {
        List<Finding> findings = [];
        if (YamlMap.Of(yaml, findings) is not { } root) return new(null, findings);
        var code = Code(root);
        var name = root.LocalText("name");
        var names = new ClaimedNames();
        var definition = new PortfolioDefinition(
            code,
            name,
            StrategyAreas(root),
            Each(root, "segments", map => new Segment(Code(map), map.Text("letter"), map.LocalText("name"), map.Number("reportsPerYear")), segment => segment.Code),
            Each(root, "groups", map => new OrganisationGroup(Code(map), map.LocalText("name")), group => group.Code),
            Organisations(root, names),
            Each(root, "dependencyCategories", map => new DependencyCategory(Code(map), map.LocalText("name")), category => category.Code));
        definition = definition with
        {
            Foundation = FoundationYaml.Read(root, definition, names),
            Parties = FoundationYaml.Parties(root, names),
            Clarifications = FoundationYaml.Clarifications(root, names),
            Reporting = ReportingYaml.Read(root, definition.Segments),
            Causes = CausesYaml.Read(root),
            Checklist = ChecklistYaml.Read(root, definition.Segments),
            TimeZone = TimeZone(root),
        };
        if (definition.StrategyAreas.Count == 0) root.Mistake("strategyAreas", "NoStrategyAreas", "must hold at least one strategy area.");
        root.Close();
        return new(findings.Count == 0 ? definition : null, [.. findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Field, StringComparer.Ordinal)]);
    }

    private static List<StrategyArea> StrategyAreas(YamlMap root)
    {
        return Each(root, "strategyAreas", Area, area => area.Code);

        static StrategyArea Area(YamlMap map)
        {
            var code = Code(map);
            return new(code, map.LocalText("name"), Each(map, "focusAreas", focus => Focus(focus, code), focus => focus.Code));
        }

        static FocusArea Focus(YamlMap map, string area)
        {
            var focus = new FocusArea(Code(map), map.LocalText("name"));
            if (focus.Code.Length > 0 && !focus.Code.StartsWith(area + ".", StringComparison.Ordinal))
                map.Mistake("code", "FocusAreaOutside", $"must begin with '{area}.', the number of its strategy area, and is '{focus.Code}'.");
            return focus;
        }
    }

    private static string TimeZone(YamlMap root)
    {
        if (root.OptionalText("timeZone") is not { } zone || zone == PortfolioDefinition.DefaultTimeZone) return PortfolioDefinition.DefaultTimeZone;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) root.Mistake("timeZone", "UnknownTimeZone", $"is no time zone that this machine knows: '{zone}'. Europe/Oslo is one.");
        return zone;
    }

    private static List<Organisation> Organisations(YamlMap root, ClaimedNames names)
    {
        var groups = root.Maps("groups").Select(map => map.OptionalText("code")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return Each(root, "organisations", Read, organisation => organisation.Code);

        Organisation Read(YamlMap map)
        {
            var organisation = new Organisation(Code(map), map.Text("name"), map.Text("group"), map.Texts("aliases"));
            if (organisation.Group.Length > 0 && !groups.Contains(organisation.Group))
                map.Mistake("group", "UnknownGroup", $"names no group: '{organisation.Group}'.");
            names.Claim(map, organisation.Code, organisation.Name, organisation.Aliases);
            return organisation;
        }
    }

    internal static string Code(YamlMap map) => map.Text("code");

    internal static List<T> Each<T>(YamlMap parent, string key, Func<YamlMap, T> read, Func<T, string> codeOf)
    {
        List<T> all = [];
        HashSet<string> codes = new(StringComparer.Ordinal);
        foreach (var map in parent.Maps(key))
        {
            var item = read(map);
            map.Close();
            all.Add(item);
            if (codeOf(item).Length > 0 && !codes.Add(codeOf(item))) map.Mistake("code", "CodeUsedTwice", $"is used twice: '{codeOf(item)}'.");
        }

        return all;
    }
}

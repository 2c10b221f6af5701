using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Reads the common foundation, the parties that do not report, and the clarifications of a portfolio.</summary>
internal static class FoundationYaml
{
    public static CommonFoundation Read(YamlMap root, PortfolioDefinition definition, ClaimedNames names)
    {
        if (root.OptionalMap("foundation") is not { } map) return CommonFoundation.None;
        var goals = PortfolioYaml.Each(map, "goals", goal => new ResultGoal(PortfolioYaml.Code(goal), goal.LocalText("name")), goal => goal.Code);
        var blockCodes = map.Maps("blocks").Select(block => block.OptionalText("code")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var measures = PortfolioYaml.Each(map, "measures", Measure, part => part.Code);
        var blocks = PortfolioYaml.Each(map, "blocks", one => Part(one, definition, names), part => part.Code);
        map.Close();
        return new(goals, measures, blocks);

        FoundationPart Measure(YamlMap measure)
        {
            var part = Part(measure, definition, names) with { Goal = measure.OptionalText("goal"), Blocks = measure.Texts("blocks") };
            if (part.Goal is { } goal && !goals.Exists(known => known.Code == goal)) measure.Mistake("goal", "UnknownGoal", $"is the code of no result goal: '{goal}'.");
            foreach (var block in part.Blocks.Where(block => !blockCodes.Contains(block))) measure.Mistake("blocks", "UnknownBlock", $"names no building block: '{block}'.");
            return part;
        }
    }

    public static IReadOnlyList<Party> Parties(YamlMap root, ClaimedNames names) => PortfolioYaml.Each(
        root,
        "parties",
        map =>
        {
            var party = new Party(PortfolioYaml.Code(map), RequiredChoice<PartyKind>(map, "kind"), map.LocalText("name"), map.Texts("aliases"));
            names.Claim(map, party.Code, party.Name.Bokmal, party.Aliases);
            return party;
        },
        party => party.Code);

    public static IReadOnlyList<Clarification> Clarifications(YamlMap root, ClaimedNames names) => PortfolioYaml.Each(
        root,
        "clarifications",
        map =>
        {
            var clarification = new Clarification(PortfolioYaml.Code(map), RequiredChoice<ClarificationKind>(map, "kind"), map.LocalText("name"), map.Texts("aliases"))
            {
                Owner = map.OptionalText("owner"),
                Due = Date(map, "due"),
                Status = Choice<TrafficLight>(map, "status"),
                Done = map.Flag("done"),
            };
            names.Claim(map, clarification.Code, clarification.Name.Bokmal, clarification.Aliases);
            return clarification;
        },
        clarification => clarification.Code);

    private static FoundationPart Part(YamlMap map, PortfolioDefinition definition, ClaimedNames names)
    {
        var part = new FoundationPart(PortfolioYaml.Code(map), map.LocalText("name"), map.Texts("aliases"))
        {
            Owner = map.OptionalText("owner"),
            Initiatives = Numbers(map, "initiatives"),
            From = Date(map, "from"),
            Planned = Date(map, "planned"),
            Status = Choice<TrafficLight>(map, "status"),
            Funding = Choice<FundingState>(map, "funding"),
        };
        if (part.Owner is { } owner && definition.OrganisationByCode(owner) is null) map.Mistake("owner", "UnknownOrganisation", $"is the code of no organisation: '{owner}'.");
        if (part.From?.FirstDay > part.Planned?.LastDay) map.Mistake("planned", "PlannedBeforeFrom", $"comes before the work begins: '{part.Planned}' is before '{part.From}'.");
        names.Claim(map, part.Code, part.Name.Bokmal, part.Aliases);
        return part;
    }

    private static List<int> Numbers(YamlMap map, string key)
    {
        List<int> numbers = [];
        foreach (var text in map.Texts(key))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
            else map.Mistake(key, "YamlNotNumber", $"must be national ids, whole numbers; '{text}' is not.");
        }

        return numbers;
    }

    private static PartialDate? Date(YamlMap map, string key)
    {
        if (map.OptionalText(key) is not { } text) return null;
        if (PartialDate.TryParse(text, out var date)) return date;
        map.Mistake(key, "YamlNotDate", $"must be a date like 2020, 2020-H1, 2020-Q3, 2020-10 or 2020-10-31, not '{text}'.");
        return null;
    }

    private static T RequiredChoice<T>(YamlMap map, string key)
        where T : struct, Enum
    {
        _ = map.Text(key);
        return Choice<T>(map, key) ?? default;
    }

    private static T? Choice<T>(YamlMap map, string key)
        where T : struct, Enum
    {
        if (map.OptionalText(key) is not { } text) return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (Kebab(value.ToString()) == text) return value;
        }

        map.Mistake(key, "UnknownChoice", $"must be one of {string.Join(", ", Enum.GetNames<T>().Select(Kebab).Order(StringComparer.Ordinal))}, not '{text}'.");
        return null;
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}

using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Reads how reporting works in a portfolio. What the section leaves out is as in <see cref="ReportingRules.Default"/>; a masking table that is given stands alone.</summary>
internal static class ReportingYaml
{
    private const string AllParts = "all";

    private static readonly Dictionary<string, ReportPart> Parts =
        Enum.GetValues<ReportPart>().ToDictionary(part => part.ToString().ToLowerInvariant(), part => part, StringComparer.Ordinal);

    // The office sees everything, so that there is nothing to say of it.
    private static readonly Dictionary<string, Audience> Audiences =
        Enum.GetValues<Audience>().Where(audience => audience != Audience.Office).ToDictionary(audience => audience.ToString().ToLowerInvariant(), audience => audience, StringComparer.Ordinal);

    public static ReportingRules Read(YamlMap root, IReadOnlyList<Segment> segments)
    {
        var rules = ReportingRules.Default;
        if (root.OptionalMap("reporting") is not { } map) return rules;
        rules = new(Required(map, segments), Significant(map, rules.Significant), map.Has("masking") ? Masking(map) : rules.Masking);
        map.Close();
        return rules;
    }

    private static Dictionary<string, IReadOnlyList<ReportPart>> Required(YamlMap reporting, IReadOnlyList<Segment> segments)
    {
        var required = new Dictionary<string, IReadOnlyList<ReportPart>>(StringComparer.Ordinal);
        foreach (var map in reporting.Maps("requiredParts"))
        {
            var code = map.Text("segment");
            if (code.Length > 0 && !segments.Any(segment => segment.Code == code)) map.Mistake("segment", "UnknownSegment", $"is the code of no segment: '{code}'.");
            if (!required.TryAdd(code, PartsOf(map))) map.Mistake("segment", "CodeUsedTwice", $"is used twice: '{code}'.");
            map.Close();
        }

        return required;
    }

    private static SignificantChange Significant(YamlMap reporting, SignificantChange otherwise)
    {
        if (reporting.OptionalMap("significantChange") is not { } map) return otherwise;
        var share = map.OptionalAmount("moneyShare");
        if (share > 1m) map.Mistake("moneyShare", "ShareAboveOne", $"must be a share from 0 to 1 (10 % is 0.1), not {share}.");
        var significant = new SignificantChange(share ?? otherwise.MoneyShare, map.OptionalAmount("moneyAtLeastMnok") ?? otherwise.MoneyAtLeast, map.OptionalNumber("days") ?? otherwise.Days);
        map.Close();
        return significant;
    }

    private static List<MaskLine> Masking(YamlMap reporting)
    {
        List<MaskLine> lines = [];
        HashSet<(Audience, ReportPart)> said = [];
        foreach (var map in reporting.Maps("masking"))
        {
            var name = map.Text("audience");
            var known = Audiences.TryGetValue(name, out var audience);
            if (name.Length > 0 && !known) map.Mistake("audience", "UnknownAudience", $"must be one of {string.Join(", ", Audiences.Keys.Order(StringComparer.Ordinal))}, not '{name}'.");
            var (before, after) = (map.Flag("before"), map.Flag("after"));
            foreach (var part in PartsOf(map))
            {
                if (known && !said.Add((audience, part))) map.Mistake("parts", "MaskedTwice", $"has '{part.ToString().ToLowerInvariant()}' for '{name}' in two lines.");
                lines.Add(new(part, audience, before, after));
            }

            map.Close();
        }

        return lines;
    }

    private static IReadOnlyList<ReportPart> PartsOf(YamlMap map)
    {
        List<ReportPart> parts = [];
        var names = map.Texts("parts");
        if (names.Count == 0) map.Mistake("parts", "NoParts", $"must name parts of the form: {AllParts}, or some of {string.Join(", ", Parts.Keys)}.");
        foreach (var name in names)
        {
            if (name == AllParts && names.Count == 1) return [.. Parts.Values];
            if (!Parts.TryGetValue(name, out var part)) map.Mistake("parts", "UnknownPart", $"must be {AllParts} alone, or some of {string.Join(", ", Parts.Keys)}; '{name}' is not.");
            else if (parts.Contains(part)) map.Mistake("parts", "PartTwice", $"has '{name}' twice.");
            else parts.Add(part);
        }

        return [.. parts.Order()];
    }
}

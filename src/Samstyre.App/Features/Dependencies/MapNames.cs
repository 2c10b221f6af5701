using Samstyre.Analysis;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>Those on the map as links and words.</summary>
internal static class MapNames
{
    /// <summary>A name that leads to its page; of what has none, to the map around it.</summary>
    public static void Link(HtmlWriter html, Visit visit, MapNode node)
    {
        html.Write($"<a class=\"ds-link\" href=\"{AddressOf(visit, node)}\">{node.Name.In(visit.Texts.Language)}</a>");
        if (node.Target.Kind != TargetKind.Initiative) html.Write($" <span class=\"quiet\">({visit.Texts["map.kind." + node.Target.Kind]})</span>");
    }

    /// <summary>What a need is about: the words of a dependency, the row of a prerequisite.</summary>
    public static string Words(RegisteredNeed need, TextSet texts)
    {
        var words = need.IsPrerequisite ? texts["prerequisite." + need.Key] : need.Dependency?.What;
        return string.IsNullOrWhiteSpace(words) ? texts["map.noWords"] : words;
    }

    /// <summary>How much depends on it, in words.</summary>
    public static string Word(Level? criticality, TextSet texts) => criticality is { } level ? texts[level switch { Level.High => "level.High", Level.Medium => "level.Medium", _ => "level.Low" }] : texts["notStated"];

    /// <summary>Its first letter; a dash where nobody stated it.</summary>
    public static string Letter(Level? criticality, TextSet texts) => criticality is null ? "–" : Word(criticality, texts)[..1];

    private static string AddressOf(Visit visit, MapNode node) => node.Target.Kind switch
    {
        TargetKind.Initiative => $"{visit.Root}/tiltak/{node.NationalId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? node.Target.Key}",
        TargetKind.Organisation => $"{visit.Root}/virksomheter/{Uri.EscapeDataString(node.Target.Key)}",
        _ => $"{visit.Root}{MapPage.Address}?fokus={Uri.EscapeDataString(MapQuery.FocusOf(node))}",
    };
}

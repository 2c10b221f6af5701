namespace Samstyre.App.Features.Dependencies;

/// <summary>The outlines and lines of the map, small, beside their words.</summary>
internal static class MapLegend
{
    /// <summary>Outlines by kind.</summary>
    public static IReadOnlyList<(Markup Drawn, string Key)> Kinds { get; } =
    [
        (Outline("M6 2h18a4 4 0 0 1 4 4v4a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z"), "map.kind.Initiative"),
        (Outline("M6 2h18l5 6-5 6H6L1 8z"), "map.kind.Organisation"),
        (Outline("M8 2h14a6 6 0 0 1 0 12H8A6 6 0 0 1 8 2z"), "map.kind.Party"),
        (Outline("M6 2h18l4 4v4l-4 4H6l-4-4V6z"), "map.kind.BuildingBlock"),
        (Outline("M2 4c9-3 17-3 26 0v8c-9 3-17 3-26 0z"), "map.kind.Measure"),
        (Outline("M2 2h20l6 6-6 6H2z"), "map.kind.Clarification"),
    ];

    /// <summary>Lines by what they say.</summary>
    public static IReadOnlyList<(Markup Drawn, string Key)> Lines { get; } =
    [
        (Line("thick", ""), "map.line.critical"),
        (Line("dashed", ""), "map.line.noStatus"),
        (Line("dotted", ""), "map.line.made"),
        (Line("", "≠"), "map.line.contradicted"),
    ];

    private static Markup Outline(string path) => Markup.Of(html => html.Write($"<svg class=\"map-key\" viewBox=\"0 0 30 16\" width=\"30\" height=\"16\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>"));

    private static Markup Line(string kind, string sign) => Markup.Of(html =>
    {
        html.Write($"<svg class=\"map-key {kind}\" viewBox=\"0 0 30 16\" width=\"30\" height=\"16\" aria-hidden=\"true\"><path d=\"{(sign.Length > 0 ? "M0 8h7M23 8h7" : "M1 8h28")}\"/>");
        if (sign.Length > 0) html.Write($"<text x=\"10\" y=\"14\">{sign}</text>");
        html.Write("</svg>"u8);
    });
}

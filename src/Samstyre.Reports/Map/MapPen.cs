using System.Xml;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>Draws the pieces of a map's picture: boxes by kind, shapes and colours by status.</summary>
internal sealed class MapPen(XmlWriter xml)
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    /// <summary>The colour of words.</summary>
    public const string Ink = "#1e2b3c";

    /// <summary>The colour behind everything.</summary>
    public const string Paper = "#ffffff";

    /// <summary>The colour of a line or border; a status's own, grey where none is stated.</summary>
    public static string LineOf(TrafficLight? status) => status switch { TrafficLight.Green => "#16804a", TrafficLight.Yellow => "#bb8700", TrafficLight.Red => "#c4243a", _ => "#5b6672" };

    /// <summary>How thick a line is, pixels: the more critical the thicker.</summary>
    public static string WidthOf(Level? criticality) => criticality switch { Level.High => "3.5", Level.Medium => "2", _ => "1" };

    public void Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        Attributes(attributes);
    }

    public void Close() => xml.WriteEndElement();

    public void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, value);
    }

    /// <summary>An element with a text; null for none.</summary>
    public void Element(string name, string? text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(name, attributes);
        if (text is not null) xml.WriteString(MapText.Clean(text));
        Close();
    }

    /// <summary>Status as a shape 16 pixels wide: circle green, triangle yellow, square red, a hollow ring for what is not stated.</summary>
    public void Light(TrafficLight? light, int x, int y)
    {
        switch (light)
        {
            case TrafficLight.Green: Element("circle", null, ("cx", $"{x + 8}"), ("cy", $"{y + 8}"), ("r", "6"), ("fill", "#16804a")); break;
            case TrafficLight.Yellow: Element("path", null, ("d", $"M{x + 8} {y + 1}l7 13H{x + 1}z"), ("fill", "#f0b81c"), ("stroke", "#7c5a00")); break;
            case TrafficLight.Red: Element("path", null, ("d", $"M{x + 2} {y + 2}h12v12H{x + 2}z"), ("fill", "#c4243a")); break;
            default: Element("circle", null, ("cx", $"{x + 8}"), ("cy", $"{y + 8}"), ("r", "5"), ("fill", "none"), ("stroke", "#5b6672"), ("stroke-width", "2")); break;
        }
    }

    /// <summary>The box of a node; its outline tells its kind.</summary>
    public void Box(TargetKind kind, int x, int y, string stroke, string width)
    {
        const int W = MapLayout.NodeWidth;
        const int H = MapLayout.NodeHeight;
        var outline = kind switch
        {
            TargetKind.Organisation => $"M{x + 10} {y}h{W - 20}l10 {H / 2}l-10 {H / 2}h-{W - 20}l-10 -{H / 2}z",
            TargetKind.Party => $"M{x + (H / 2)} {y}h{W - H}a{H / 2} {H / 2} 0 0 1 0 {H}h-{W - H}a{H / 2} {H / 2} 0 0 1 0 -{H}z",
            TargetKind.BuildingBlock => $"M{x + 12} {y}h{W - 24}l12 12v{H - 24}l-12 12h-{W - 24}l-12 -12v-{H - 24}z",
            TargetKind.Measure => $"M{x} {y}h{W}v{H}h-{W}zM{x + 5} {y}v{H}",
            TargetKind.Clarification => $"M{x} {y}h{W - 14}l14 14v{H - 14}h-{W}zM{x + W - 14} {y}v14h14",
            _ => $"M{x + 8} {y}h{W - 16}a8 8 0 0 1 8 8v{H - 16}a8 8 0 0 1 -8 8h-{W - 16}a8 8 0 0 1 -8 -8v-{H - 16}a8 8 0 0 1 8 -8z",
        };
        Element("path", null, ("d", outline), ("fill", Paper), ("stroke", stroke), ("stroke-width", width));
    }
}

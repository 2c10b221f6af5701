using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>Status and risk as a shape: circle green, triangle yellow, square red, a hollow ring for what is not stated. It never stands without its word.</summary>
public static class LightShape
{
    private static readonly Markup[] Alone = [.. ((TrafficLight?[])[TrafficLight.Green, TrafficLight.Yellow, TrafficLight.Red, null]).Select(light => Markup.Of(html =>
    {
        html.Write("<svg class=\"shape\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">"u8);
        Draw(html, light, 0);
        html.Write("</svg>"u8);
    }))];

    /// <summary>The shape as a picture of its own.</summary>
    public static Markup Of(TrafficLight? light) => Alone[light is { } stated ? (int)stated : 3];

    /// <summary>The shape within a picture.</summary>
    public static void Draw(HtmlWriter html, TrafficLight? light, int x)
    {
        switch (light)
        {
            case TrafficLight.Green: html.Write($"<circle class=\"green\" cx=\"{x + 8}\" cy=\"8\" r=\"6\"/>"); break;
            case TrafficLight.Yellow: html.Write($"<path class=\"yellow\" d=\"M{x + 8} 1l7 13H{x + 1}z\"/>"); break;
            case TrafficLight.Red: html.Write($"<path class=\"red\" d=\"M{x + 2} 2h12v12H{x + 2}z\"/>"); break;
            default: html.Write($"<circle class=\"none\" cx=\"{x + 8}\" cy=\"8\" r=\"5\"/>"); break;
        }
    }
}

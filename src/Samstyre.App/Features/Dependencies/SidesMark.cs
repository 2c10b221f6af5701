using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What stands between the two sides of a dependency as a tag: colour, shape and word.</summary>
internal static class SidesMark
{
    public static void Write(HtmlWriter html, TextSet texts, BothSides state)
    {
        var (color, light) = state switch
        {
            BothSides.Agreed => ("success", (TrafficLight?)TrafficLight.Green),
            BothSides.Clash => ("danger", TrafficLight.Red),
            _ => ("neutral", null),
        };
        html.Write($"<span class=\"ds-tag\" data-color=\"{color}\"><span class=\"mark\">{LightShape.Of(light)}{Word(texts, state)}</span></span>");
    }

    public static string Word(TextSet texts, BothSides state) => texts[state switch
    {
        BothSides.Agreed => "sides.Agreed",
        BothSides.Clash => "sides.Clash",
        _ => "sides.Unanswered",
    }];
}

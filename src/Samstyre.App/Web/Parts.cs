using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.App.Web;

/// <summary>Pieces that several pages show. They take values and load nothing.</summary>
internal static class Parts
{
    private static readonly TrafficLight?[] Lights = [TrafficLight.Green, TrafficLight.Yellow, TrafficLight.Red, null];

    /// <summary>The colours in the order in which they are shown.</summary>
    public static IReadOnlyList<TrafficLight?> AllLights => Lights;

    /// <summary>A table in a frame that scrolls by itself when the screen is narrow.</summary>
    public static void BeginTable(HtmlWriter html, string caption, string cssClass = "", bool captionShown = true) => html.Write(
        $"<div class=\"frame\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\"><table class=\"ds-table {cssClass}\"><caption{(captionShown ? default : HiddenClass)}>{caption}</caption>");

    public static void EndTable(HtmlWriter html) => html.Write("</tbody></table></div>"u8);

    /// <summary>Column headings; numbers stand to the right.</summary>
    public static void Headings(HtmlWriter html, params ReadOnlySpan<(string Name, bool IsNumber)> columns)
    {
        html.Write("<thead><tr>"u8);
        foreach (var (name, isNumber) in columns) html.Write($"<th scope=\"col\"{(isNumber ? NumberClass : default)}>{name}</th>");
        html.Write("</tr></thead><tbody>"u8);
    }

    /// <summary>An amount in million NOK without unit; what is not stated says so.</summary>
    public static void Money(HtmlWriter html, Money? money, TextSet texts)
    {
        if (money is { } stated) html.Write($"{stated.ToText(texts.Language)}");
        else NotStated(html, texts);
    }

    /// <summary>An amount with its unit on one line: both hold together by no-break spaces.</summary>
    public static string Million(Money money, TextSet texts, int decimals) => texts["money.million", money.ToText(texts.Language, decimals)].Replace(' ', '\u00a0');

    /// <summary>A date, or that none is stated.</summary>
    public static void Date(HtmlWriter html, PartialDate? date, TextSet texts)
    {
        if (date is { } stated) html.Write($"{stated.ToText(texts.Language)}");
        else NotStated(html, texts);
    }

    public static void NotStated(HtmlWriter html, TextSet texts) => html.Write($"<span class=\"quiet\">{texts["notStated"]}</span>");

    /// <summary>A distribution as one bar. Its numbers stand beside it as text, so it is drawn for the eye alone.</summary>
    public static void StackedBar(HtmlWriter html, LightDistribution distribution, string cssClass = "stack")
    {
        html.Write($"<svg class=\"{cssClass}\" viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        var start = 0;
        var counted = 0;
        foreach (var light in Lights)
        {
            var count = distribution.Count(light);
            if (count == 0) continue;
            counted += count;
            var end = (int)((long)counted * 1000 / distribution.Total);
            html.Write($"<rect class=\"{Shapes.ClassOf(light)}\" x=\"{start}\" y=\"0\" width=\"{Math.Max(end - start - 3, 2)}\" height=\"20\"/>");
            start = end;
        }

        html.Write("</svg>"u8);
    }

    /// <summary>A number's share of the largest as a thin bar beside it.</summary>
    public static void TinyBar(HtmlWriter html, decimal value, decimal largest)
    {
        var width = largest <= 0m || value <= 0m ? 0 : Math.Max((int)(value / largest * 100m), 1);
        html.Write($"<svg class=\"tiny\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"8\"/><rect class=\"fill\" width=\"{width}\" height=\"8\"/></svg>");
    }

    /// <summary>A distribution in words: "18 grønn, 31 gul, 2 rød, 1 ikke oppgitt".</summary>
    public static string InWords(LightDistribution distribution, TextSet texts) => string.Join(", ", Lights
        .Where(light => distribution.Count(light) > 0)
        .Select(light => $"{texts.Number(distribution.Count(light))} {Shapes.Word(light, texts)}"));

    public static Markup NumberClass { get; } = new(" class=\"num\""u8.ToArray());

    private static Markup HiddenClass { get; } = new(" class=\"ds-sr-only\""u8.ToArray());
}

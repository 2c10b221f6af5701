using Samstyre.App.Portfolio;
using Samstyre.App.Texts;
using Samstyre.Domain;

namespace Samstyre.App.Web;

/// <summary>Status and risk as everybody sees them: colour and shape and word. Circle green, triangle yellow, square red, a hollow ring for what is not stated.</summary>
internal static class Shapes
{
    private const int Step = 16;
    private static readonly Markup[,] Marks = new Markup[ScreenTexts.All.Count, 4];
    private static readonly byte[]?[,] Paths = new byte[ScreenTexts.All.Count, LightPaths.Count][];

    static Shapes()
    {
        foreach (var texts in ScreenTexts.All)
        {
            foreach (var light in (TrafficLight?[])[TrafficLight.Green, TrafficLight.Yellow, TrafficLight.Red, null])
                Marks[(int)texts.Language, Place(light)] = Markup.Of(html => html.Write($"<span class=\"mark\">{LightShape.Of(light)}{Word(light, texts)}</span>"));
        }
    }

    /// <summary>A colour with its shape and word.</summary>
    public static Markup Mark(TrafficLight? light, TextSet texts) => Marks[(int)texts.Language, Place(light)];

    /// <summary>The word of a colour.</summary>
    public static string Word(TrafficLight? light, TextSet texts) => texts[light switch
    {
        TrafficLight.Green => "light.Green",
        TrafficLight.Yellow => "light.Yellow",
        TrafficLight.Red => "light.Red",
        _ => "notStated",
    }];

    /// <summary>A colour over the last rounds as a line of small shapes; see <see cref="LightPaths"/>.</summary>
    public static Markup Path(ushort path, TextSet texts)
    {
        ref var drawn = ref Paths[(int)texts.Language, path];
        return new(drawn ??= Drawn(path, texts).Utf8.ToArray());
    }

    /// <summary>The class that colours a shape.</summary>
    public static string ClassOf(TrafficLight? light) => light switch { TrafficLight.Green => "green", TrafficLight.Yellow => "yellow", TrafficLight.Red => "red", _ => "none" };

    private static Markup Drawn(int path, TextSet texts) => Markup.Of(html =>
    {
        var digits = new int[LightPaths.Rounds];
        for (var (place, rest) = (digits.Length - 1, path); place >= 0; place--, rest /= LightPaths.Base) digits[place] = rest % LightPaths.Base;
        // What lies before the initiative came in is not drawn; a gap after that is.
        var since = digits.SkipWhile(digit => digit == 0).ToList();
        var words = string.Join(", ", since.Select(digit => digit == 0 ? texts["path.absent"] : Word(LightOf(digit), texts)));
        html.Write($"<svg class=\"path\" viewBox=\"0 0 {Step * digits.Length} 16\" width=\"{Step * digits.Length}\" height=\"16\" role=\"img\" aria-label=\"{texts["path.label", words]}\">");
        for (var place = 0; place < since.Count; place++)
        {
            if (since[place] == 0) html.Write($"<path class=\"absent\" d=\"M{(place * Step) + 5} 8h6\"/>");
            else LightShape.Draw(html, LightOf(since[place]), place * Step);
        }

        html.Write("</svg>"u8);
    });

    private static TrafficLight? LightOf(int digit) => digit < 2 ? null : (TrafficLight)(digit - 2);

    private static int Place(TrafficLight? light) => light is { } stated ? (int)stated : 3;
}


namespace Samstyre.App.Texts;

/// <summary>The texts of the screens.</summary>
internal static class ScreenTexts
{
    /// <summary>Bokmål, Nynorsk and English.</summary>
    public static IReadOnlyList<TextSet> All { get; } = TextSet.AllOf(typeof(ScreenTexts).Assembly);

    /// <summary>The language of that code; null where it is none of ours.</summary>
    public static TextSet? Of(string? code) => code switch { "nb" => All[0], "nn" => All[1], "en" => All[2], _ => null };
}

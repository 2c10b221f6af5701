using System.Collections.Frozen;
using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.App.Texts;

/// <summary>All texts of the screens in one language. A key that is missing is a bug that a test finds; on screen it shows as itself.</summary>
internal sealed class TextSet
{
    private readonly FrozenDictionary<string, string> texts;

    private TextSet(Language language, string code)
    {
        Language = language;
        Code = code;
        texts = TextFile.Read(code);
    }

    /// <summary>Bokmål, Nynorsk and English, in the order of <see cref="Domain.Language"/>.</summary>
    public static IReadOnlyList<TextSet> All { get; } = [new(Language.Bokmal, "nb"), new(Language.Nynorsk, "nn"), new(Language.English, "en")];

    public Language Language { get; }

    /// <summary><c>nb</c>, <c>nn</c>, <c>en</c>: in addresses and in the page's lang attribute.</summary>
    public string Code { get; }

    public IEnumerable<string> Keys => texts.Keys;

    public string this[string key] => texts.GetValueOrDefault(key, key);

    /// <summary>A text with values in its places {0}, {1} ...</summary>
    public string this[string key, params ReadOnlySpan<object?> values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A text in its form for one or for several: <c>key.one</c> or <c>key.many</c>, with the number at {0}.</summary>
    public string Count(string key, int count) => this[count == 1 ? key + ".one" : key + ".many", Number(count)];

    public bool Has(string key) => texts.ContainsKey(key);

    public string Number(decimal number) => NumberText.Of(number, Language);

    public string Percent(decimal share) => NumberText.Percent(share, Language);

    /// <summary>The language of that code; null where it is none of ours.</summary>
    public static TextSet? Of(string? code) => code switch { "nb" => All[0], "nn" => All[1], "en" => All[2], _ => null };
}

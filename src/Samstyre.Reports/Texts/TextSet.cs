using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>The texts of a room in one language. A key that is missing is a bug that a test finds; on screen it shows as itself.</summary>
public sealed class TextSet
{
    private readonly FrozenDictionary<string, string> texts;

    private TextSet(Assembly assembly, Language language, string code)
    {
        Language = language;
        Code = code;
        texts = TextFile.Read(assembly, code);
    }

    /// <summary>Bokmål, Nynorsk and English, in the order of <see cref="Domain.Language"/>, from the resources of an assembly.</summary>
    public static IReadOnlyList<TextSet> AllOf(Assembly assembly) => [new(assembly, Language.Bokmal, "nb"), new(assembly, Language.Nynorsk, "nn"), new(assembly, Language.English, "en")];

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
}

/// <summary>The texts of the portfolio report.</summary>
public static class ReportTexts
{
    /// <summary>In the order of <see cref="Language"/>.</summary>
    public static IReadOnlyList<TextSet> All { get; } = TextSet.AllOf(typeof(ReportTexts).Assembly);

    public static TextSet In(Language language) => All[(int)language];
}

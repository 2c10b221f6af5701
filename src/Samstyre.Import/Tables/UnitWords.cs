using System.Collections.Frozen;
using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>What the numbers of a column of money count.</summary>
public enum AmountUnit
{
    /// <summary>Million NOK.</summary>
    Million,

    /// <summary>Thousand NOK.</summary>
    Thousand,

    /// <summary>NOK.</summary>
    Krone,
}

/// <summary>Units as headings and the command line name them.</summary>
public static class UnitWords
{
    // Nobody's project costs 100,000 million, and no list holds a project of 100,000 kroner in millions.
    private const decimal SurelyKroner = 100_000m;

    private static readonly FrozenDictionary<string, AmountUnit> Words = new Dictionary<string, AmountUnit>(StringComparer.Ordinal)
    {
        ["million"] = AmountUnit.Million, ["millions"] = AmountUnit.Million, ["millioner"] = AmountUnit.Million, ["millionar"] = AmountUnit.Million, ["mill"] = AmountUnit.Million, ["mnok"] = AmountUnit.Million, ["mkr"] = AmountUnit.Million, ["mio"] = AmountUnit.Million,
        ["thousand"] = AmountUnit.Thousand, ["tusen"] = AmountUnit.Thousand, ["tnok"] = AmountUnit.Thousand, ["knok"] = AmountUnit.Thousand, ["tkr"] = AmountUnit.Thousand, ["1000"] = AmountUnit.Thousand,
        ["krone"] = AmountUnit.Krone, ["kroner"] = AmountUnit.Krone, ["kr"] = AmountUnit.Krone, ["nok"] = AmountUnit.Krone,
    }.ToFrozenDictionary();

    /// <summary>The unit of a word; null where it is none.</summary>
    public static AmountUnit? Of(string word) => Words.TryGetValue(word.Trim().ToLowerInvariant(), out var unit) ? unit : null;

    /// <summary>The unit that a heading names; null where it names none. "mill. kr" and "1000 kr" are no kroner.</summary>
    internal static AmountUnit? InHeading(string heading)
    {
        var named = OrganisationNames.Key(heading).Split(' ').Select(Of).OfType<AmountUnit>().ToList();
        return named.Count == 0 ? null : named.Min();
    }

    /// <summary>The unit that the numbers of a column make likely.</summary>
    internal static AmountUnit Likely(IEnumerable<string> cells) =>
        cells.Any(cell => decimal.TryParse(cell.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number >= SurelyKroner)
            ? AmountUnit.Krone : AmountUnit.Million;

    internal static bool IsUnit(string word) => Words.ContainsKey(word) || word == "i";
}

using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Values as the texts of input fields: as a person would write them, in a way that reads back as the same value.</summary>
public static class FieldText
{
    // Nobody's project costs this many million: a bare number from here on is kroner.
    private const decimal SurelyKroner = 100_000m;

    /// <summary>An amount, million NOK: <c>18,7</c>.</summary>
    public static string Of(Money? amount) => amount is { } stated ? stated.ToString().Replace('.', ',') : "";

    /// <summary>A date: <c>12.2020</c>, <c>31.12.2020</c>, <c>Q4 2020</c>, <c>Høst 2020</c>, <c>2020</c>.</summary>
    public static string Of(PartialDate? date) => date switch
    {
        null => "",
        { Precision: DatePrecision.Month } month => string.Create(CultureInfo.InvariantCulture, $"{month.Part:00}.{month.Year}"),
        { Precision: DatePrecision.Quarter } quarter => string.Create(CultureInfo.InvariantCulture, $"Q{quarter.Part} {quarter.Year}"),
        { Precision: DatePrecision.Half } half => string.Create(CultureInfo.InvariantCulture, $"{(half.Part == 1 ? "Vår" : "Høst")} {half.Year}"),
        { } other => other.ToText(Language.Bokmal),
    };

    /// <summary>A choice: its code.</summary>
    public static string Of<T>(T? choice)
        where T : struct, Enum => choice is { } chosen ? Enum.GetName(chosen)! : "";

    /// <summary>Yes or no: <c>true</c>, <c>false</c>.</summary>
    public static string Of(bool? answer) => answer switch { true => "true", false => "false", _ => "" };

    /// <summary>An amount as people write it in a field whose unit is million NOK: <c>18,7 mill</c>, <c>660733000</c>, <c>1 200</c>.</summary>
    internal static Read<Money?> Amount(string text)
    {
        // What stands in a field of millions is millions, as long as it can be.
        var bare = text.Trim().Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal).Replace('−', '-');
        if (decimal.TryParse(bare.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && !LooksGrouped(bare) && Math.Abs(number) < SurelyKroner)
            return new(new Money(number));
        return AmountText.Parse(text, addPair: false);
    }

    /// <summary>A choice by its code, or by the words that forms use for it.</summary>
    internal static Read<T?> Choice<T>(string text, Func<string, Read<T?>> words)
        where T : struct, Enum => Enum.TryParse<T>(text.Trim(), ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) && !char.IsAsciiDigit(text.Trim()[0]) ? new(chosen) : words(text);

    // "3.531" may be three thousand.
    private static bool LooksGrouped(string bare) => bare.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point && bare.Length - point == 4;
}

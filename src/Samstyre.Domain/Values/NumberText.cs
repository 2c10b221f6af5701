using System.Globalization;

namespace Samstyre.Domain;

/// <summary>Numbers as people read them in each language.</summary>
public static class NumberText
{
    private static readonly NumberFormatInfo Norwegian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202f", NegativeSign = "\u2212" };
    private static readonly NumberFormatInfo English = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "\u202f", NegativeSign = "\u2212" };

    /// <summary>Thousands apart by a narrow no-break space, decimal comma in Norwegian and point in English, no trailing zeros, a real minus sign.</summary>
    public static string Of(decimal number, Language language) => number.ToString("#,##0.######", FormatOf(language));

    /// <summary>A share (0-1) as whole percent: <c>60 %</c> in Norwegian, <c>60%</c> in English.</summary>
    public static string Percent(decimal share, Language language) =>
        Of(decimal.Round(share * 100m, 0, MidpointRounding.AwayFromZero), language) + (language == Language.English ? "%" : "\u00a0%");

    private static NumberFormatInfo FormatOf(Language language) => language == Language.English ? English : Norwegian;
}

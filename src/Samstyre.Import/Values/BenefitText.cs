using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Quantified benefits as people write them: a band of the form, or an amount among other words.</summary>
internal static partial class BenefitText
{
    private static readonly Doubt Numbers = new("BenefitNumbers", "The benefits hold numbers that are no single amount; please check.");

    /// <summary>Band and amount. A bound ("over 500 million") gives a band only.</summary>
    public static (BenefitBand? Band, Money? Amount, Doubt? Doubt) Parse(string text)
    {
        if (text.Length == 0) return (null, null, null);
        if (TenToHundred().IsMatch(text)) return (BenefitBand.From10To100, null, null);
        if (Bound().Match(text) is { Success: true } bound && AmountText.Parse(bound.Groups["amount"].Value, addPair: false).Value is { } limit)
        {
            var over = bound.Groups["over"].Success;
            BenefitBand? band = over
                ? limit.Mnok >= 100m ? BenefitBand.Over100 : limit.Mnok >= 10m ? BenefitBand.From10To100 : null
                : limit.Mnok <= 10m ? BenefitBand.Under10 : limit.Mnok <= 100m ? BenefitBand.From10To100 : null;
            var exact = band is not null && (limit.Mnok is 10m or 100m || (over && limit.Mnok >= 100m)) && bound.Length > text.Length / 2;
            return (band, null, exact ? null : Numbers);
        }

        var (amount, doubt) = AmountText.InProse(text);
        if (amount is { } value) return (BandOf(value), value, doubt);
        return (null, null, doubt is not null || Money().IsMatch(text) ? Numbers : null);
    }

    private static BenefitBand BandOf(Money amount) => amount.Mnok switch
    {
        < 10m => BenefitBand.Under10,
        <= 100m => BenefitBand.From10To100,
        _ => BenefitBand.Over100,
    };

    [GeneratedRegex(@"^\D{0,12}10\s*(?:mill\w*\.?|mnok|mkr)?\s*(?:-|–|—|til)\s*100\s*(?:mill|mnok|mkr)", RegexOptions.IgnoreCase)]
    private static partial Regex TenToHundred();

    [GeneratedRegex(@"(?:(?<over>mer enn|over|minst|>)|(?<under>mindre enn|under|inntil|<))\s*(?<amount>\d[\d\s.,]*(?:milliarder|mrd|mill|mnok|mkr)\.?)", RegexOptions.IgnoreCase)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\d\s*(?:milliard|mrd|mill|mnok|mkr|knok|kr\b|kroner)", RegexOptions.IgnoreCase)]
    private static partial Regex Money();
}

using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Quantified benefits as people write them: a band of the form, or an amount among other words.</summary>
internal static partial class BenefitText
{
    private static readonly Doubt Numbers = new("BenefitNumbers", "The benefits hold numbers that are no single amount; please check.");

    private const int LongestAmountAlone = 40;

    /// <summary>Band and amount. A bound ("over 500 million") gives a band only.</summary>
    public static (BenefitBand? Band, Money? Amount, Doubt? Doubt) Parse(string text)
    {
        if (text.Length == 0) return (null, null, null);
        if (TenToHundred().IsMatch(text)) return (BenefitBand.From10To100, null, Negated(text) || PerYear().IsMatch(text) ? Numbers : null);
        if (Bound().Match(text) is { Success: true } bound)
        {
            var words = bound.Groups["amount"].Value;
            var limit = AmountText.Parse(words, addPair: false).Value ?? AmountText.InProse(words).Value;
            if (limit is { } value) return (BandBeyond(bound.Groups["over"].Success, value), null, IsExact(text, bound, value) ? null : Numbers);
        }

        var (amount, doubt) = AmountText.InProse(text);
        if (amount is { } named) return (BandOf(named), named, doubt ?? (Qualified().IsMatch(text) || PerYear().IsMatch(text) ? Numbers : null));
        if (doubt is not null || Money().IsMatch(text)) return (null, null, Numbers);
        return text.Length <= LongestAmountAlone && text.Any(char.IsAsciiDigit) ? Alone(text) : (null, null, Spelt().IsMatch(text) ? Numbers : null);
    }

    /// <summary>A number without a unit: kroner where it is large; else the form's unit, in doubt.</summary>
    private static (BenefitBand? Band, Money? Amount, Doubt? Doubt) Alone(string text)
    {
        var (amount, doubt) = AmountText.Parse(text, addPair: false);
        if (amount is not { } value) return (null, null, doubt is null ? null : Numbers);
        var plainKroner = doubt is null && text.Count(char.IsAsciiDigit) >= 6 && !Qualified().IsMatch(text) && !PerYear().IsMatch(text);
        return (BandOf(value), value, plainKroner ? null : Numbers);
    }

    private static BenefitBand? BandBeyond(bool over, Money limit) => over
        ? limit.Mnok >= 100m ? BenefitBand.Over100 : limit.Mnok >= 10m ? BenefitBand.From10To100 : null
        : limit.Mnok <= 10m ? BenefitBand.Under10 : limit.Mnok <= 100m ? BenefitBand.From10To100 : null;

    /// <summary>Whether a bound says which band it is: the bands' own bounds, or one beyond the last; without a "not" and without much else beside it.</summary>
    private static bool IsExact(string text, Match bound, Money limit)
    {
        var over = bound.Groups["over"].Success;
        var ofBand = over ? limit.Mnok >= 100m : limit.Mnok == 10m;
        return ofBand && !Negated(text) && !PerYear().IsMatch(text) && bound.Length > text.Length / 2 && bound.NextMatch() is not { Success: true };
    }

    private static bool Negated(string text) => Negation().IsMatch(text);

    private static BenefitBand BandOf(Money amount) => amount.Mnok switch
    {
        < 10m => BenefitBand.Under10,
        <= 100m => BenefitBand.From10To100,
        _ => BenefitBand.Over100,
    };

    [GeneratedRegex(@"^\D{0,12}\b10\s*(?:mill\w*\.?|mnok|mkr)?\s*(?:-|–|—|til|og)\s*100\s*(?:mill|mnok|mkr|$)", RegexOptions.IgnoreCase)]
    private static partial Regex TenToHundred();

    [GeneratedRegex(@"(?:(?<over>mer enn|større enn|over|minst|[>≥])|(?<under>mindre enn|under|inntil|[<≤]))\s*(?<amount>(?:nok\s|kr\.?\s|mnok\s)?\d[\d\s.,]*(?:milliarder|milliard|mrd|mill(?:ioner|ion)?|mnok|mkr|$)\.?(?:\s*(?:kroner|kr|nok)\b)?)", RegexOptions.IgnoreCase)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\d\s*(?:milliard|mrd|mill|mnok|mkr|knok|kr\b|kroner)", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    // Per year is not over the lifetime.
    [GeneratedRegex(@"årlig|\bper år|\bpr\.? år|/\s?år", RegexOptions.IgnoreCase)]
    private static partial Regex PerYear();

    // A plus or a range is no amount.
    [GeneratedRegex(@"\+|\d\s?[-–]\s?\d", RegexOptions.IgnoreCase)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\b(?:ikke|ingen|knapt|neppe)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(?:ti|hundre|tusen)\s+(?:mill|mrd)", RegexOptions.IgnoreCase)]
    private static partial Regex Spelt();
}

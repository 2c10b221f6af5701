using System.Globalization;
using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Amounts of money as people write them in forms whose unit is million NOK: <c>18,7 mill</c>, <c>3.531 MNOK</c>, <c>660733000</c>, <c>Inv.: 627 mill. Drift: 321 mill.</c>.</summary>
internal static partial class AmountText
{
    // Nobody's project costs 100,000 million: a bare number from here on is kroner.
    private const decimal SurelyKroner = 100_000m;
    // Between these a bare number could be thousands of kroner as well as an enormous budget.
    private const decimal OddMillions = 5_000m;

    private static readonly Doubt Unclear = new("AmountUnclear", "The words give no clear amount; please check.");
    private static readonly Doubt QuestionMark = new("AmountQuestioned", "The amount is marked as unknown; please ask for it.");
    private static readonly Doubt Separator = new("AmountSeparator", "A point with three digits was read as thousands; please check.");
    private static readonly Doubt Several = new("AmountSeveral", "There are several amounts; the first was read.");
    private static readonly Doubt Range = new("AmountRange", "A range is given instead of an amount.");
    private static readonly Doubt Unit = new("AmountUnit", "The unit of the amount is not clear.");
    private static readonly Doubt Extra = new("AmountExtraWords", "There are more words than the amount; please check.");

    /// <summary>One amount; of an investment and operation pair the investment, or their sum when <paramref name="addPair"/>.</summary>
    public static Read<Money?> Parse(string raw, bool addPair)
    {
        var text = CleanText.WithoutPlaceholders(raw).Text.Trim();
        if (text.Length == 0 || CleanText.IsDash(text) || NoAmount().IsMatch(text)) return new(null);
        if (text.All(c => c is '?' or ' ')) return new(null, QuestionMark);
        var pair = Pair().Match(text);
        if (pair.Success) return ParsePair(pair, addPair);
        var amounts = Amount().Matches(text);
        if (amounts.Count == 0) return text.Any(char.IsAsciiDigit) ? new(null, Unclear) : NoDigits(text);
        var first = amounts[0];
        var value = Value(first, out var doubt);
        if (value is null) return new(null, doubt ?? Unclear);
        if (amounts.Count > 1)
        {
            var between = text[(first.Index + first.Length)..amounts[1].Index].Trim();
            return between is "-" or "–" or "—" or "til" ? new(null, Range) : new(value, Several);
        }

        var around = Noise().Replace(text[..first.Index] + " " + text[(first.Index + first.Length)..], " ");
        if (around.Any(char.IsAsciiDigit)) return new(null, Unclear);
        return new(value, doubt ?? (string.IsNullOrWhiteSpace(around) ? null : Extra));
    }

    /// <summary>The one amount with an explicit unit that a prose text names; null where it names none. Doubt when other words stand around it.</summary>
    public static Read<Money?> InProse(string text)
    {
        var named = Amount().Matches(text).Where(match => match.Groups["unit"].Success).ToList();
        if (named.Count == 0) return new(null);
        if (named.Count > 1) return new(null, Several);
        var around = Noise().Replace(text[..named[0].Index] + " " + text[(named[0].Index + named[0].Length)..], " ");
        return new(Value(named[0], out var doubt), doubt ?? (string.IsNullOrWhiteSpace(around) ? null : Extra));
    }

    private static Read<Money?> NoDigits(string text) =>
        text.Length < 40 && KnownWords().IsMatch(text) ? new(null) : new(null, Unclear);

    private static Read<Money?> ParsePair(Match pair, bool addPair)
    {
        var investment = Value(Amount().Match(pair.Groups["inv"].Value), out var doubt);
        var operation = Value(Amount().Match(pair.Groups["op"].Value), out var otherDoubt);
        if (investment is null) return new(null, Unclear);
        return new(addPair && operation is { } more ? investment.Value + more : investment, doubt ?? otherDoubt);
    }

    private static Money? Value(Match match, out Doubt? doubt)
    {
        doubt = null;
        if (!match.Success) return null;
        var digits = Spaces().Replace(match.Groups["number"].Value, "");
        // Both signs: the last one is the decimal sign. One sign three digits from the end: thousands, unless a comma.
        if (digits.Contains(',', StringComparison.Ordinal) && digits.Contains('.', StringComparison.Ordinal))
        {
            var thousands = digits.LastIndexOf(',') > digits.LastIndexOf('.') ? "." : ",";
            digits = digits.Replace(thousands, "", StringComparison.Ordinal);
        }
        else if (PointThousands().IsMatch(digits))
        {
            if (digits.Count(c => c == '.') == 1) doubt = Separator;
            digits = digits.Replace(".", "", StringComparison.Ordinal);
        }

        if (!decimal.TryParse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        if (match.Groups["sign"].Success) number = -number;
        var unit = match.Groups["unit"].Value;
        if (unit.Length > 0) return new(number * Factor(unit));
        if (Math.Abs(number) >= SurelyKroner) return Money.FromKroner(number);
        if (Math.Abs(number) >= OddMillions) doubt = Unit;
        return new(number);
    }

    private static decimal Factor(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        'm' when unit.StartsWith("mrd", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("milliard", StringComparison.OrdinalIgnoreCase) => 1_000m,
        'm' => 1m,
        't' => 0.001m,
        'k' when unit.StartsWith("kr", StringComparison.OrdinalIgnoreCase) => 0.000001m,
        'k' => 0.001m,
        _ => 0.000001m,
    };

    [GeneratedRegex(@"(?<![\w,.])(?<sign>[-−–](?=\d))?(?<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)*)\s*(?<unit>milliarder|milliard|mrd|millioner|million|mill|mnok|mkr|mio|tnok|knok|tkr|tusen|nok|kroner|kr)?(?![\d])", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"inv(?:estering(?:er)?)?\s*\.?\s*:?\s*(?<inv>[\d][\d.,\s]*(?:mill|mnok|mkr|mrd)?)[^\d]{0,12}?(?:drift|forvaltning)\s*\.?\s*:?\s*(?<op>[\d][\d.,\s]*(?:mill|mnok|mkr|mrd)?)", RegexOptions.IgnoreCase)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^(n\.?/?a\.?|ia|tbd|tba|se komm?entar.*|se under|se over|ukjent|uavklart|under avklaring|(foreløpig )?ikke (estimert|avklart|beregnet|fastsatt|kjent|kvantifisert|tilgjengelig|aktuelt|relevant|besluttet).*|ingen|nei|\([a-z]\)|\*+)\s*\**$", RegexOptions.IgnoreCase)]
    private static partial Regex NoAmount();

    [GeneratedRegex(@"ikke|ukjent|avklar|variabel|begrenset|kommentar|senere|estimer|beregn|avhenger", RegexOptions.IgnoreCase)]
    private static partial Regex KnownWords();

    // Words that say nothing against the amount: about, per year, VAT, footnote marks, letters in brackets.
    [GeneratedRegex(@"\b(ca|cirka|omtrent|anslagsvis|estimert|inntil|kr|nok|kroner|norske|totalt|per|pr|år|årlig|eks|ekskl|inkl|mva|inv|drift|investering)\b|\([^)\d]{0,20}\)|[*.:;,/~+\-–]", RegexOptions.IgnoreCase)]
    private static partial Regex Noise();

    [GeneratedRegex(@"^\d{1,3}(\.\d{3})+$")]
    private static partial Regex PointThousands();

    [GeneratedRegex(@"[\s\u00a0\u202f]")]
    private static partial Regex Spaces();
}

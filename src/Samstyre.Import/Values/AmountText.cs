using System.Globalization;
using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Amounts of money as people write them in forms whose unit is million NOK: <c>18,7 mill</c>, <c>3.531 MNOK</c>, <c>660733000</c>, <c>Inv.: 627 mill. Drift: 321 mill.</c>.</summary>
internal static partial class AmountText
{
    // Nobody's project costs 100,000 million: a bare number from here on is kroner.
    private const decimal SurelyKroner = 100_000m;
    // Between these a bare number could be thousands of kroner, or a year, as well as an enormous budget.
    private const decimal OddMillions = 1_000m;
    // With its unit named, an amount this large is more likely a decimal fraction with a point.
    private const decimal TooManyMillions = 100_000m;
    // Explicit kroner this few are more likely thousands.
    private const decimal OddKroner = 100_000m;

    private const decimal NoAmountAtAll = 1_000_000_000_000_000m;
    private const int LongestAmount = 500;

    private static readonly Doubt Unclear = new("AmountUnclear", "The words give no clear amount; please check.");
    private static readonly Doubt QuestionMark = new("AmountQuestioned", "The amount is marked as unknown; please ask for it.");
    private static readonly Doubt Separator = new("AmountSeparator", "A point with three digits was read as thousands; please check.");
    private static readonly Doubt Several = new("AmountSeveral", "There are several amounts; the first was read.");
    private static readonly Doubt Range = new("AmountRange", "A range is given instead of an amount.");
    private static readonly Doubt Unit = new("AmountUnit", "The unit of the amount is not clear.");
    private static readonly Doubt Negative = new("AmountNegative", "The amount is negative; please check.");
    private static readonly Doubt NotMoney = new("AmountNotMoney", "The number counts something else than Norwegian kroner.");
    private static readonly Doubt Extra = new("AmountExtraWords", "There are more words than the amount; please check.");

    /// <summary>One amount; of an investment and operation pair the investment, or their sum when <paramref name="addPair"/>.</summary>
    public static Read<Money?> Parse(string raw, bool addPair)
    {
        if (Brackets.Inner(raw) is { } inner) return Brackets.Doubted(Parse(inner, addPair));
        var text = CleanText.WithoutPlaceholders(raw).Text.Trim();
        if (text.Length == 0 || CleanText.IsDash(text) || NoAmount().IsMatch(text)) return new(null);
        if (text.Length > LongestAmount) return new(null, text.Any(char.IsAsciiDigit) ? Unclear : null);
        if (text.All(c => c is '?' or '*' or ' ' or '.' or '(' or ')')) return new(null, QuestionMark);
        if (OtherUnit().IsMatch(text)) return new(null, NotMoney);
        text = Asides().Replace(text, " ");
        var amounts = Amount().Matches(text);
        if (amounts.Count == 0) return text.Any(char.IsAsciiDigit) ? new(null, Unclear) : NoDigits(text);
        if (amounts.Count == 2 && PairOf(text, amounts) is var (investment, operation)) return Pair(investment, operation, addPair);
        if (amounts.Count > 1) return OfSeveral(text, amounts);
        var first = amounts[0];
        var value = Value(first, out var doubt);
        if (value is null) return new(null, doubt ?? Unclear);
        var around = Noise().Replace(text[..first.Index] + " " + text[(first.Index + first.Length)..], " ");
        if (around.Any(char.IsAsciiDigit)) return new(null, Unclear);
        return new(value, doubt ?? (string.IsNullOrWhiteSpace(around) ? null : Extra));
    }

    /// <summary>Whether the words name the operation alone, so that the amount is no investment.</summary>
    public static bool IsOperationOnly(string text) => OperationWord().IsMatch(text) && !InvestmentWord().IsMatch(text);

    /// <summary>Whether a heading says that the amounts under it are in kroner or thousands of kroner.</summary>
    public static bool NamesSmallerUnit(string heading) => SmallerUnit().IsMatch(heading) && !LargerUnit().IsMatch(heading);

    /// <summary>The one amount with an explicit unit that a prose text names; null where it names none. Doubt when other words stand around it.</summary>
    public static Read<Money?> InProse(string text)
    {
        var named = Amount().Matches(text).Where(match => match.Groups["unit"].Success).ToList();
        if (named.Count == 0) return new(null);
        if (named.Count > 1) return new(null, Several);
        var around = Noise().Replace(text[..named[0].Index] + " " + text[(named[0].Index + named[0].Length)..], " ");
        return new(Value(named[0], out var doubt), doubt ?? (string.IsNullOrWhiteSpace(around) ? null : Extra));
    }

    // Words without a number give no amount, unless they spell one out.
    private static Read<Money?> NoDigits(string text) => new(null, SpeltOut().IsMatch(text) && !NoAmountYet().IsMatch(text) ? Unclear : null);

    /// <summary>The first amount with a unit, else the first that is no year; of a range none. Always in doubt.</summary>
    private static Read<Money?> OfSeveral(string text, MatchCollection amounts)
    {
        var between = text[(amounts[0].Index + amounts[0].Length)..amounts[1].Index].Trim();
        if (between is "-" or "–" or "—" or "til" or "og" or "/" or "eller") return new(null, Range);
        var best = amounts.FirstOrDefault(match => match.Groups["unit"].Success || match.Groups["before"].Success) ?? amounts.FirstOrDefault(match => !Year().IsMatch(match.Value)) ?? amounts[0];
        return new(Value(best, out _), Several);
    }

    /// <summary>Which of two amounts is the investment and which the operation, by the words in front of or behind them.</summary>
    private static (Match Investment, Match Operation)? PairOf(string text, MatchCollection amounts)
    {
        var investment = InvestmentWord().Match(text);
        var operation = OperationWord().Match(text);
        if (!investment.Success || !operation.Success) return null;
        var (first, second) = investment.Index < operation.Index ? (investment, operation) : (operation, investment);
        var inFront = first.Index < amounts[0].Index && second.Index > amounts[0].Index && second.Index < amounts[1].Index;
        var behind = first.Index > amounts[0].Index && first.Index < amounts[1].Index && second.Index > amounts[1].Index;
        if (!inFront && !behind) return null;
        return first == investment ? (amounts[0], amounts[1]) : (amounts[1], amounts[0]);
    }

    private static Read<Money?> Pair(Match investmentText, Match operationText, bool addPair)
    {
        var investment = Value(investmentText, out var doubt);
        var operation = Value(operationText, out var otherDoubt);
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
        else if (PointThousands().IsMatch(digits) && !(digits.Count(c => c == '.') == 1 && IsFraction(digits, match)))
        {
            if (digits.Count(c => c == '.') == 1) doubt = Separator;
            digits = digits.Replace(".", "", StringComparison.Ordinal);
        }
        else if (PointThousands().IsMatch(digits))
        {
            doubt = Separator;
        }
        else if (DateLike().IsMatch(digits))
        {
            return null;
        }

        if (!decimal.TryParse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number >= NoAmountAtAll) return null;
        if (match.Groups["sign"].Success && number != 0) (number, doubt) = (-number, Negative);
        var unit = match.Groups["unit"].Success ? match.Groups["unit"].Value : match.Groups["before"].Value;
        if (unit.Length > 0)
        {
            var factor = Factor(unit);
            if (factor == 0.000001m && number != 0 && Math.Abs(number) < OddKroner) doubt = Unit;
            return new(number * factor);
        }

        if (Math.Abs(number) >= SurelyKroner) return Money.FromKroner(number);
        if (Math.Abs(number) >= OddMillions) doubt = Unit;
        return new(number);
    }

    // "660.733 MNOK" and "0.250": thousands of millions that nobody has, or that nobody writes.
    private static bool IsFraction(string digits, Match match) =>
        digits[0] == '0' || ((match.Groups["unit"].Success || match.Groups["before"].Success) && decimal.Parse(digits, CultureInfo.InvariantCulture) >= TooManyMillions / 1_000m);

    private static decimal Factor(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        'm' when unit.StartsWith("mrd", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("milliard", StringComparison.OrdinalIgnoreCase) => 1_000m,
        'm' => 1m,
        't' => 0.001m,
        'k' when unit.StartsWith("kr", StringComparison.OrdinalIgnoreCase) => 0.000001m,
        'k' => 0.001m,
        _ => 0.000001m,
    };

    [GeneratedRegex(@"(?<![\w,.])(?:(?<before>mnok|mill\.?\s?(?:kr|nok)|tnok|knok|tkr)\.?\s*)?(?<![\p{L}\d,.])(?<sign>[-−–](?=\d))?(?<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)*)(?!\d)\s{0,3}(?<unit>milliarder|milliard|mrd|millioner|million|mill|mnok|mkr|mio|tnok|knok|tkr|tusen|nok|kroner|kr|m)?(?![\d\p{L}])", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\binv(?:est\w*)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex InvestmentWord();

    [GeneratedRegex(@"\b(?:drift\w*|forvaltning\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OperationWord();

    [GeneratedRegex(@"tusen|\b1[ .]?000\b|\b[tk](?:nok|kr)\b|\bhele (?:kr|kroner)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SmallerUnit();

    [GeneratedRegex(@"mill|mnok|mkr", RegexOptions.IgnoreCase)]
    private static partial Regex LargerUnit();

    // What is counted is no Norwegian money: shares, work, other currencies.
    [GeneratedRegex(@"^[^\d(]*\d[\d\s.,]*(?:%|prosent|årsverk|timer|fte|dager|måneder|stk|€|\$)|€|\$|\b(?:m?eur|euro|m?usd|dollar|m?sek|m?dkk)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OtherUnit();

    // Asides that hold digits and say nothing against the amount: certainty, price level, the years covered, footnotes.
    [GeneratedRegex(@"\(?\bP\s?(?:50|85)\b:?\)?|\(?\b20\d\d\s?-\s?(?:kroner|kr|priser)\b\.?\)?|\(\s*(?:i perioden |perioden )?20\d\d\s?[-–]\s?(?:20)?\d\d\s*\)|(?<=\p{L}\.?\s?)\b\d\)|[¹²³]", RegexOptions.IgnoreCase)]
    private static partial Regex Asides();

    [GeneratedRegex(@"^\W*20\d\d\W*$")]
    private static partial Regex Year();

    [GeneratedRegex(@"^\d{1,2}\.(?:20\d\d|\d{1,2}\.\d+)$")]
    private static partial Regex DateLike();

    [GeneratedRegex(@"^(n\.?/?a\.?|ia|tbd|tba|se komm?entar[^\d]*|se under|se over|ingen|nei|\([a-z]\)|\*+)\s*\**$", RegexOptions.IgnoreCase)]
    private static partial Regex NoAmount();

    [GeneratedRegex(@"\b(?:hundre|tusen|tusener|mill(?:ion(?:er)?)?|milliard(?:er)?|mrd|mnok|mkr)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeltOut();

    [GeneratedRegex(@"ikke|ukjent|avklar|avhenger|kommentar", RegexOptions.IgnoreCase)]
    private static partial Regex NoAmountYet();

    // Words that say nothing against the amount: about, per year, VAT, footnote marks, letters in brackets.
    [GeneratedRegex(@"\b(ca|cirka|omtrent|omlag|anslag|anslagsvis|anslått|estimat|estimert|beregnet|budsjett|budsjettert|samlet|totalt|til|kr|nok|kroner|norske|per|pr|år|årlig|årlige|eks|ekskl|ex|inkl|mva|inv|drift|investering)\b|\([^?)\d]{0,20}\)|[*.:;,/~≈+\-–]", RegexOptions.IgnoreCase)]
    private static partial Regex Noise();

    [GeneratedRegex(@"^\d{1,3}(\.\d{3})+$")]
    private static partial Regex PointThousands();

    [GeneratedRegex(@"[\s\u00a0\u202f]")]
    private static partial Regex Spaces();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Dates as people plan them: <c>12.20</c>, <c>Q1 2021</c>, <c>Medio okt '20</c>, <c>Hø 2020</c>, <c>2019-2022</c> (its end), <c>21.04.2023*</c>.</summary>
internal static partial class DateText
{
    private static readonly Doubt NoSuchDay = new("DateDoesNotExist", "No such date exists; please correct it.", FindingSeverity.Error);
    private static readonly Doubt Unclear = new("DateUnclear", "The words give no clear date; please check.");
    private static readonly Doubt Several = new("DateSeveral", "There are several dates; the last was read.");
    private static readonly Doubt Open = new("DateOpen", "The date says from when, not until when.");
    private static readonly Doubt Number = new("DateFromNumber", "The spreadsheet has made a number of the date; it was read as a month and a year.");
    private static readonly Doubt OddYear = new("DateOddYear", "The year is far from today's projects; please check.");

    private const int LettersOfARemark = 30;
    private const int LongestDate = 500;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"];

    private enum Fit
    {
        Sure,
        Odd,
        Impossible,
    }

    /// <summary>The date the words give; of a range its end.</summary>
    public static Read<PartialDate?> Parse(string raw)
    {
        if (Brackets.Inner(raw) is { } inner) return Brackets.Doubted(Parse(inner));
        var text = CleanText.WithoutPlaceholders(raw).Text;
        if (text.Length == 0) return new(null);
        if (FromNumber(text) is { } number) return new(number, Number);
        if (text.Length > LongestDate) return new(null, text.Any(char.IsAsciiDigit) ? Unclear : null);
        // A month or season without its year is a date that nobody can use.
        if (!text.Any(char.IsAsciiDigit)) return new(null, text.Length <= LettersOfARemark && Yearless().IsMatch(text) ? Unclear : null);
        var found = new List<(PartialDate Date, int End)>();
        Doubt? doubt = null;
        var rest = text.ToCharArray();
        foreach (Match match in Atom().Matches(text))
        {
            var fit = Make(match, out var date);
            if (fit == Fit.Impossible)
            {
                doubt = NoSuchDay;
            }
            else
            {
                if (fit == Fit.Odd) doubt ??= OddYear;
                // "jul" is July cut short, or Christmas.
                if (match.Groups["month"].Value.Equals("jul", StringComparison.OrdinalIgnoreCase)) doubt ??= Unclear;
                // "4. kvartal 2020/2021" may be one quarter or all that follows it.
                if (found.Count > 0 && date.Precision < found[^1].Date.Precision && text[match.Index - 1] is '/') doubt ??= Several;
                if (found.Count > 0 && string.IsNullOrWhiteSpace(text[found[^1].End..match.Index])) doubt ??= Several;
                found.Add((date, match.Index + match.Length));
            }

            rest.AsSpan(match.Index, match.Length).Fill(' ');
        }

        if (found.Count == 0) return new(null, doubt ?? Unclear);
        var between = SmallNote().Replace(new string(rest), " ");
        var last = found[^1].Date;
        if (doubt is null && found.Count > 1 && !RangeOnly().IsMatch(between)) doubt = Several;
        if (doubt is null && between.Any(char.IsAsciiDigit)) doubt = Unclear;
        // A sentence that mentions a date is a remark, not a plan.
        if (doubt is null && found.Count == 1 && between.Count(char.IsLetter) > LettersOfARemark) return new(null, Unclear);
        if (doubt is null && FromWord().IsMatch(text) && found.Count == 1) doubt = Open;
        if (doubt is null && found.Count == 1 && !Harmless().IsMatch(between))
        {
            doubt = new("DateExtraWords", "There are more words than the date; please check.");
        }

        return new(last, doubt);
    }

    /// <summary>The month of a cover page's line such as <c>Revidert per oktober 2020</c>; null where it names none.</summary>
    public static PartialDate? MonthOf(string text)
    {
        var match = Atom().Match(text);
        if (!match.Success || Make(match, out var date) == Fit.Impossible) return null;
        return date.Precision switch
        {
            DatePrecision.Month => date,
            DatePrecision.Day => PartialDate.OfMonth(date.Year, date.Part),
            _ => null,
        };
    }

    /// <summary>Whether a text names a single date.</summary>
    public static bool IsOneDate(string text) => Atom().Count(text) == 1;

    private static Fit Make(Match match, out PartialDate date)
    {
        date = default;
        var groups = match.Groups;
        var yearText = First(groups, "y1", "y2", "y3", "y4", "y5", "y6", "y7", "y8", "y9", "y10", "y11", "y12");
        var year = int.Parse(yearText, CultureInfo.InvariantCulture);
        var fit = Fit.Sure;
        if (yearText.Length == 2)
        {
            year += 2000;
            // "10.12" is as likely the tenth of December.
            if (year is < 2014 or > 2040) fit = Fit.Odd;
        }
        else if (year is < 2000 or > 2060)
        {
            fit = Fit.Odd;
        }

        if (groups["span"].Success && int.Parse(yearText, CultureInfo.InvariantCulture) < Int(groups["from"]) % 100) fit = Fit.Odd;
        var exists =
            groups["iso"].Success ? PartialDate.TryMake(DatePrecision.Day, year, Int(groups["im"]), Int(groups["id"]), out date)
            : groups["isomonth"].Success ? PartialDate.TryMake(DatePrecision.Month, year, Int(groups["imm"]), 0, out date)
            : groups["dmy"].Success ? PartialDate.TryMake(DatePrecision.Day, year, Int(groups["dm"]), Int(groups["dd"]), out date)
            : groups["dayname"].Success ? PartialDate.TryMake(DatePrecision.Day, year, MonthNumber(groups["nm"].Value), Int(groups["nd"]), out date)
            : groups["quarter"].Success ? PartialDate.TryMake(DatePrecision.Quarter, year, Ordinal(groups, "q", "q2", "q3"), 0, out date)
            : groups["half"].Success ? PartialDate.TryMake(DatePrecision.Half, year, Ordinal(groups, "h", "h2", "h3"), 0, out date)
            : groups["season"].Success ? PartialDate.TryMake(DatePrecision.Half, year, groups["season"].Value.StartsWith("v", StringComparison.OrdinalIgnoreCase) ? 1 : 2, 0, out date)
            : groups["month"].Success ? PartialDate.TryMake(DatePrecision.Month, year, MonthNumber(groups["month"].Value), 0, out date)
            : groups["mm"].Success ? PartialDate.TryMake(DatePrecision.Month, year, Int(groups["mm"]), 0, out date)
            : PartialDate.TryMake(DatePrecision.Year, year, 0, 0, out date);
        return exists ? fit : Fit.Impossible;
    }

    /// <summary>A spreadsheet takes <c>12.2020</c> for the number 12,202, and <c>12.20</c> for 12,2.</summary>
    private static PartialDate? FromNumber(string text)
    {
        if (NumberOnly().Match(text) is not { Success: true } match) return null;
        var digits = match.Groups["year"].Value;
        var year = Int(match.Groups["year"]) * (digits.Length is 1 or 3 ? 10 : 1) + (digits.Length <= 2 ? 2000 : 0);
        return year is >= 2014 and <= 2040 && PartialDate.TryMake(DatePrecision.Month, year, Int(match.Groups["month"]), 0, out var date) ? date : null;
    }

    private static string First(GroupCollection groups, params string[] names) => groups[names.First(name => groups[name].Success)].Value;

    private static int Ordinal(GroupCollection groups, params string[] names) => char.ToLowerInvariant(First(groups, names)[0]) switch
    {
        >= '1' and <= '4' and var digit => digit - '0',
        'f' => First(groups, names).StartsWith("fj", StringComparison.OrdinalIgnoreCase) ? 4 : 1,
        't' => 3,
        _ => 2,
    };

    private static int Int(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static int MonthNumber(string name) => Array.FindIndex(Months, month => name.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1;

    private const string MonthNames = "jan(?:uar)?|febr?(?:uar)?|mars?|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?";

    // The year of two digits behind a month's name: not the day of another month.
    private const string Year2 = @"\d\d(?!\.?\s?(?:" + MonthNames + "))";

    [GeneratedRegex(@"(?<![\d.,'’])(?:"
        + @"(?<iso>(?<y1>(?:19|20)\d\d)-(?<im>\d\d)-(?<id>\d\d))"
        + @"|(?<isomonth>(?<y9>(?:19|20)\d\d)[-./](?<imm>0[1-9]|1[0-2]))"
        + @"|(?<yearfirst>(?<!\p{L})(?<y11>(?:19|20)\d\d)[\s,\-]*(?:(?<quarter>Q(?<q3>[1-4])|(?<q3>[1-4])\.?\s?kvartal)|(?<half>H(?<h3>[12])|(?<h3>[12])\.?\s?halvår)))(?!\s?[-/'’]?\d)"
        + @"|(?<span>(?<from>(?:19|20)\d\d)\s?[-–/]\s?(?<y10>[1-9]\d))"
        + @"|(?<dmy>(?<dd>\d{1,2})(?:\s?[./]\s?(?<dm>\d{1,2})(?:\s?[./-]\s?|\s(?=\d{4}))|-(?<dm>\d{1,2})-)(?<y2>\d{4}|\d{2}(?!\s?[/.]\d)))"
        + @"|(?<!\p{L})(?<dayname>(?<nd>\d{1,2})\.?\s?(?<nm>" + MonthNames + @")\.?\s?(?<y3>(?:19|20)\d\d|'?" + Year2 + @"))"
        + @"|(?<!\p{L})(?<quarter>(?:(?:Q[1-4]|[1-4]\.?)\s?(?:[-–/]|og)\s?)?(?:(?:Q|kv?\.?|kvartal\s?)(?<q>[1-4])|(?<q2>[1-4])\.?\s?(?:kvartal|kv\.?|Q)|(?<q2>første|andre|tredje|fjerde)\skvartal)[\s.\-/]*'?(?<y4>(?:19|20)\d\d|\d\d))"
        + @"|(?<!\p{L})(?<quarter>Q[1-4]\s?[-–/]\s?(?<q2>[1-4])[\s.]+(?<y12>(?:19|20)\d\d))"
        + @"|(?<!\p{L})(?<half>(?:(?:H|halvår\s?)(?<h>[12])|(?<h2>[12])\.?\s?(?:halvår|H)|(?<h2>første|andre|siste)\shalvår)[\s.\-/]*'?(?<y5>(?:19|20)\d\d|\d\d))"
        + @"|(?<!\p{L})(?<season>vår(?:en)?|høst(?:en)?|haust(?:en)?|hø)[.\s-]*'?(?<y6>(?:19|20)\d\d|\d\d)"
        + @"|(?<!\p{L})(?:(?:" + MonthNames + @")\.?\s?(?:[-–/]|og)\s?)?(?<month>" + MonthNames + @")[\s.,\-–/]*['’]?(?<y7>(?:19|20)\d\d|" + Year2 + @")"
        + @"|(?<!\p{L})(?<mm>\d{1,2})\s?[./\- ]\s?'?(?<y8>(?:19|20)\d\d|\d\d)"
        + @"|(?<y8>(?:19|20)\d\d)"
        + @")(?!\d|[.,]\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Atom();

    [GeneratedRegex(@"^(?<month>\d{1,2}),(?<year>\d{1,4})$")]
    private static partial Regex NumberOnly();

    [GeneratedRegex(@"^[\s\-–—/*()><→+]*(?:(?:fra|start|til|slutt|og|med|o)?[\s\-–—/*()><→+]*)*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex RangeOnly();

    [GeneratedRegex(@"\b(fra|fom|f\.o\.m|tidligst|etter)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FromWord();

    [GeneratedRegex(@"^\W*(?:(?:primo|medio|ultimo|tidlig|sent|til|før|etter|innen|ila|i|løpet|av|utgangen|slutten|begynnelsen|neste|i løpet av)\s+)*(?:" + MonthNames + @"|vår(?:en)?|sommer(?:en)?|høst(?:en)?|vinter(?:en)?|jul|påske|år|årsskiftet)\W*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Yearless();

    // "(fase 0)", "(1)": which part the date is for.
    [GeneratedRegex(@"\([^()\d?]{0,20}\d\)")]
    private static partial Regex SmallNote();

    // Words that say nothing against a date. Only whole words: what is left must hold no other letter.
    [GeneratedRegex(@"^(?:\s|[\-–—/*().,:;><→+'¹²³]|\b(?:medio|ultimo|primo|innen|senest|før|til|tom|t\.o\.m|utgangen|av|i|ca|per|pr|midten|begynnelsen|slutten|slutt|start|utsatt|forsinket|levert|utført|fullført|gjennomført|sluttført|avsluttet|lansert|ikke oppnådd|ferdig|ferdigstilt|plan|planlagt|forventet|estimert|fase|tidlig|sent|ok)\b|\([^)\d?]*\))*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Harmless();
}

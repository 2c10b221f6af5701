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
    private static readonly Doubt OddYear = new("DateOddYear", "The year is far from today's projects; please check.");

    private const int LettersOfARemark = 30;

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
        var text = CleanText.WithoutPlaceholders(raw).Text;
        if (text.Length == 0 || !text.Any(char.IsAsciiDigit)) return new(null);
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
                found.Add((date, match.Index + match.Length));
            }

            rest.AsSpan(match.Index, match.Length).Fill(' ');
        }

        if (found.Count == 0) return new(null, doubt ?? Unclear);
        var between = new string(rest);
        var last = found[^1].Date;
        if (doubt is null && found.Count > 1 && !RangeOnly().IsMatch(between)) doubt = Several;
        if (doubt is null && between.Any(char.IsAsciiDigit)) doubt = Unclear;
        if (doubt is null && FromWord().IsMatch(text) && found.Count == 1) doubt = Open;
        if (doubt is null && found.Count == 1 && !Harmless().IsMatch(between))
        {
            // A sentence that mentions a date is a remark, not a plan.
            if (between.Count(char.IsLetter) > LettersOfARemark) return new(null, Unclear);
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

    private static Fit Make(Match match, out PartialDate date)
    {
        date = default;
        var groups = match.Groups;
        var yearText = First(groups, "y1", "y2", "y3", "y4", "y5", "y6", "y7", "y8", "y9", "y10");
        var year = int.Parse(yearText, CultureInfo.InvariantCulture);
        var fit = Fit.Sure;
        if (yearText.Length == 2)
        {
            year += 2000;
            if (year is < 2012 or > 2040) fit = Fit.Odd;
        }
        else if (year is < 2000 or > 2060)
        {
            fit = Fit.Odd;
        }

        var exists =
            groups["iso"].Success ? PartialDate.TryMake(DatePrecision.Day, year, Int(groups["im"]), Int(groups["id"]), out date)
            : groups["isomonth"].Success ? PartialDate.TryMake(DatePrecision.Month, year, Int(groups["imm"]), 0, out date)
            : groups["dmy"].Success ? PartialDate.TryMake(DatePrecision.Day, year, Int(groups["dm"]), Int(groups["dd"]), out date)
            : groups["dayname"].Success ? PartialDate.TryMake(DatePrecision.Day, year, MonthNumber(groups["nm"].Value), Int(groups["nd"]), out date)
            : groups["quarter"].Success ? PartialDate.TryMake(DatePrecision.Quarter, year, Int(groups["q"].Success ? groups["q"] : groups["q2"]), 0, out date)
            : groups["half"].Success ? PartialDate.TryMake(DatePrecision.Half, year, Int(groups["h"].Success ? groups["h"] : groups["h2"]), 0, out date)
            : groups["season"].Success ? PartialDate.TryMake(DatePrecision.Half, year, groups["season"].Value.StartsWith("v", StringComparison.OrdinalIgnoreCase) ? 1 : 2, 0, out date)
            : groups["month"].Success ? PartialDate.TryMake(DatePrecision.Month, year, MonthNumber(groups["month"].Value), 0, out date)
            : groups["mm"].Success ? PartialDate.TryMake(DatePrecision.Month, year, Int(groups["mm"]), 0, out date)
            : PartialDate.TryMake(DatePrecision.Year, year, 0, 0, out date);
        return exists ? fit : Fit.Impossible;
    }

    private static string First(GroupCollection groups, params string[] names) => groups[names.First(name => groups[name].Success)].Value;

    private static int Int(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static int MonthNumber(string name) => Array.FindIndex(Months, month => name.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1;

    private const string MonthNames = "jan(?:uar)?|febr?(?:uar)?|mars?|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?";

    [GeneratedRegex(@"(?<![\d.,'’])(?:"
        + @"(?<iso>(?<y1>(?:19|20)\d\d)-(?<im>\d\d)-(?<id>\d\d))"
        + @"|(?<isomonth>(?<y9>(?:19|20)\d\d)-(?<imm>0[1-9]|1[0-2]))"
        + @"|(?<span>(?:19|20)\d\d\s?[-–/]\s?(?<y10>[1-9]\d))"
        + @"|(?<dmy>(?<dd>\d{1,2})\s?[./-]\s?(?<dm>\d{1,2})\s?[./-]\s?(?<y2>\d{4}|\d{2}))"
        + @"|(?<dayname>(?<nd>\d{1,2})\.?\s?(?<nm>" + MonthNames + @")\.?\s?(?<y3>(?:19|20)\d\d))"
        + @"|(?<!\p{L})(?<quarter>(?:(?:Q|kvartal\s?)(?<q>[1-4])|(?<q2>[1-4])\.?\s?(?:kvartal|kv\.?))[\s.\-/]*'?(?<y4>(?:19|20)\d\d|\d\d))"
        + @"|(?<!\p{L})(?<half>(?:(?:H|halvår\s?)(?<h>[12])|(?<h2>[12])\.?\s?halvår)[\s.\-/]*'?(?<y5>(?:19|20)\d\d|\d\d))"
        + @"|(?<!\p{L})(?<season>vår(?:en)?|høst(?:en)?|haust(?:en)?|hø)\.?\s?'?(?<y6>(?:19|20)\d\d|\d\d)"
        + @"|(?<!\p{L})(?<month>" + MonthNames + @")[\s.]*['’]?(?<y7>(?:19|20)\d\d|\d\d)"
        + @"|(?<mm>\d{1,2})\s?[./\- ]\s?'?(?<y8>(?:19|20)\d\d|\d\d)"
        + @"|(?<y8>(?:19|20)\d\d)"
        + @")(?!\d|[.,]\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Atom();

    [GeneratedRegex(@"^[\s\-–—/*()><→+]*(?:(?:fra|start|til|slutt|og|med|o)?[\s\-–—/*()><→+]*)*$", RegexOptions.IgnoreCase)]
    private static partial Regex RangeOnly();

    [GeneratedRegex(@"\b(fra|tidligst|etter)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FromWord();

    [GeneratedRegex(@"^(?:\s|[\-–—/*().,:;><→+']|\b(?:medio|ultimo|primo|innen|før|utgangen|av|i|ca|per|pr|midten|begynnelsen|slutten|slutt|start|utsatt|levert|utført|ikke oppnådd|ferdig|plan|planlagt|fase|tidlig|sent)\b|\([^)\d]*\d?\))*$", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();
}

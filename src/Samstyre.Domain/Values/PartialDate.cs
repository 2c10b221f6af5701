using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Samstyre.Domain;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>Only the year.</summary>
    Year,

    /// <summary>Spring (January to June) or autumn (July to December).</summary>
    Half,

    /// <summary>A quarter of a year.</summary>
    Quarter,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A day.</summary>
    Day,
}

/// <summary>A date as people plan: a year, a half-year, a quarter, a month or a day. It compares by its last day, because a plan for "2021" is kept on 31 December.</summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    // Year, part, day and precision in one number: portfolios hold hundreds of thousands of dates.
    private readonly int packed;

    private PartialDate(DatePrecision precision, int year, int part, int day) => packed = (year << 12) | (part << 8) | (day << 3) | (int)precision;

    /// <summary>How exactly it is known.</summary>
    public DatePrecision Precision => (DatePrecision)(packed & 7);

    /// <summary>The year, 1900 to 2199.</summary>
    public int Year => packed >> 12;

    /// <summary>Half (1-2), quarter (1-4) or month (1-12) after its precision; 0 for a whole year.</summary>
    public int Part => (packed >> 8) & 15;

    /// <summary>Day of the month; 0 unless the precision is a day.</summary>
    public int Day => (packed >> 3) & 31;

    /// <summary>The first day it can mean.</summary>
    public DateOnly FirstDay => Precision switch
    {
        DatePrecision.Year => new(Year, 1, 1),
        DatePrecision.Half => new(Year, Part == 1 ? 1 : 7, 1),
        DatePrecision.Quarter => new(Year, (Part * 3) - 2, 1),
        DatePrecision.Month => new(Year, Part, 1),
        _ => new(Year, Part, Day),
    };

    /// <summary>The last day it can mean; what it compares by.</summary>
    public DateOnly LastDay => Precision switch
    {
        DatePrecision.Year => new(Year, 12, 31),
        DatePrecision.Half => Part == 1 ? new(Year, 6, 30) : new(Year, 12, 31),
        DatePrecision.Quarter => new(Year, Part * 3, DateTime.DaysInMonth(Year, Part * 3)),
        DatePrecision.Month => new(Year, Part, DateTime.DaysInMonth(Year, Part)),
        _ => new(Year, Part, Day),
    };

    /// <summary>A whole year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not within 1900-2199.</exception>
    public static PartialDate OfYear(int year) => Made(DatePrecision.Year, year, 0, 0);

    /// <summary>Spring (1) or autumn (2) of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such half-year.</exception>
    public static PartialDate OfHalf(int year, int half) => Made(DatePrecision.Half, year, half, 0);

    /// <summary>Quarter 1 to 4 of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such quarter.</exception>
    public static PartialDate OfQuarter(int year, int quarter) => Made(DatePrecision.Quarter, year, quarter, 0);

    /// <summary>Month 1 to 12 of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such month.</exception>
    public static PartialDate OfMonth(int year, int month) => Made(DatePrecision.Month, year, month, 0);

    /// <summary>A day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such day: 31 February.</exception>
    public static PartialDate OfDay(int year, int month, int day) => Made(DatePrecision.Day, year, month, day);

    /// <summary>Whether such a date exists; 31 February does not.</summary>
    public static bool TryMake(DatePrecision precision, int year, int part, int day, out PartialDate date)
    {
        var exists = year is >= 1900 and <= 2199 && precision switch
        {
            DatePrecision.Year => part == 0 && day == 0,
            DatePrecision.Half => part is 1 or 2 && day == 0,
            DatePrecision.Quarter => part is >= 1 and <= 4 && day == 0,
            DatePrecision.Month => part is >= 1 and <= 12 && day == 0,
            DatePrecision.Day => part is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, part),
            _ => false,
        };
        date = exists ? new(precision, year, part, day) : default;
        return exists;
    }

    /// <summary>Reads the interchange form: <c>2020</c>, <c>2020-H2</c>, <c>2020-Q3</c>, <c>2020-10</c>, <c>2020-10-31</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (text is null || text.Length < 4 || !Digits(text, 0, 4, out var year)) return false;
        if (text.Length == 4) return TryMake(DatePrecision.Year, year, 0, 0, out date);
        if (text[4] != '-') return false;
        if (text.Length == 7 && text[5] is 'H' or 'Q')
            return Digits(text, 6, 1, out var part) && TryMake(text[5] == 'H' ? DatePrecision.Half : DatePrecision.Quarter, year, part, 0, out date);
        if (text.Length < 7 || !Digits(text, 5, 2, out var month)) return false;
        if (text.Length == 7) return TryMake(DatePrecision.Month, year, month, 0, out date);
        return text.Length == 10 && text[7] == '-' && Digits(text, 8, 2, out var day) && TryMake(DatePrecision.Day, year, month, day, out date);
    }

    /// <summary>Reads the interchange form.</summary>
    /// <exception cref="FormatException">It is not of that form, or no such date exists.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"Not a date of the interchange format: '{text}'.");

    /// <inheritdoc/>
    public int CompareTo(PartialDate other)
    {
        var byLastDay = LastDay.CompareTo(other.LastDay);
        return byLastDay != 0 ? byLastDay : Precision.CompareTo(other.Precision);
    }

    /// <summary>Earlier, by last day.</summary>
    public static bool operator <(PartialDate a, PartialDate b) => a.CompareTo(b) < 0;

    /// <summary>Later, by last day.</summary>
    public static bool operator >(PartialDate a, PartialDate b) => a.CompareTo(b) > 0;

    /// <summary>Not later, by last day.</summary>
    public static bool operator <=(PartialDate a, PartialDate b) => a.CompareTo(b) <= 0;

    /// <summary>Not earlier, by last day.</summary>
    public static bool operator >=(PartialDate a, PartialDate b) => a.CompareTo(b) >= 0;

    /// <summary>As a person writes it: <c>31.10.2020</c>, <c>oktober 2020</c>, <c>3. kvartal 2020</c>, <c>høsten 2020</c>, <c>2020</c>.</summary>
    public string ToText(Language language) => Precision switch
    {
        DatePrecision.Year => Year.ToString(CultureInfo.InvariantCulture),
        DatePrecision.Half => $"{SeasonNames[(int)language][Part - 1]} {Year}",
        DatePrecision.Quarter => language == Language.English ? $"Q{Part} {Year}" : $"{Part}. kvartal {Year}",
        DatePrecision.Month => $"{(language == Language.English ? EnglishMonths : NorwegianMonths)[Part - 1]} {Year}",
        _ => FirstDay.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>The interchange form.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Year => $"{Year:0000}",
        DatePrecision.Half => $"{Year:0000}-H{Part}",
        DatePrecision.Quarter => $"{Year:0000}-Q{Part}",
        DatePrecision.Month => $"{Year:0000}-{Part:00}",
        _ => $"{Year:0000}-{Part:00}-{Day:00}",
    };

    private static readonly string[][] SeasonNames = [["våren", "høsten"], ["våren", "hausten"], ["spring", "autumn"]];
    private static readonly string[] NorwegianMonths = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];
    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static PartialDate Made(DatePrecision precision, int year, int part, int day) =>
        TryMake(precision, year, part, day, out var date)
            ? date
            : throw new ArgumentOutOfRangeException(nameof(year), $"No such {precision}: {year}, {part}, {day}.");

    private static bool Digits(string text, int start, int count, out int value) =>
        int.TryParse(text.AsSpan(start, count), NumberStyles.None, CultureInfo.InvariantCulture, out value);
}

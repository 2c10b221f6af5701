namespace Samstyre.Analysis;

/// <summary>Months between two days.</summary>
internal static class CalendarMonths
{
    /// <summary>Days of unlike months are unlike parts of a month, so that from one month's last day to another's it is always whole months. One decimal; negative when the later argument is the earlier day.</summary>
    public static decimal Between(DateOnly from, DateOnly to) => decimal.Round(Position(to) - Position(from), 1, MidpointRounding.AwayFromZero);

    /// <summary>Whether it is more than one month, rounded as in <see cref="Between"/>. A day is at least 1/31 and at most 1/28 of a month, so that most intervals need no division.</summary>
    public static bool IsMoreThanOne(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) switch
    {
        <= 29 => false,
        >= 33 => true,
        _ => Between(from, to) > 1m,
    };

    private static decimal Position(DateOnly day) => (day.Year * 12) + day.Month + ((decimal)day.Day / DateTime.DaysInMonth(day.Year, day.Month));
}

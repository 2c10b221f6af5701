using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Months between dates as people plan them; a date counts as its last day.</summary>
public static class DelayDates
{
    /// <summary>Whole months that something can slip without being later than it is needed; 0 where it already is, and where either date is missing.</summary>
    /// <param name="planned">When it is planned.</param>
    /// <param name="neededBy">When it is needed.</param>
    public static int Slack(PartialDate? planned, PartialDate? neededBy) =>
        planned is { } plan && neededBy is { } need ? Math.Max(0, Between(plan.LastDay, need.LastDay)) : 0;

    /// <summary>Whole months from one day to another, rounded down; negative where the second is earlier.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }

    /// <summary>A date some months later, as wide as it was where the months allow it (a year twelve months later is a year), else a month; a day stays a day. Null past the year 2199.</summary>
    public static PartialDate? Later(PartialDate date, int months)
    {
        if (months > (2200 - date.Year) * 12) return null;
        var day = date.LastDay.AddMonths(months);
        if (day.Year > 2199) return null;
        return date.Precision switch
        {
            DatePrecision.Day => PartialDate.OfDay(day.Year, day.Month, day.Day),
            DatePrecision.Year when months % 12 == 0 => PartialDate.OfYear(day.Year),
            DatePrecision.Half when months % 6 == 0 => PartialDate.OfHalf(day.Year, (day.Month + 5) / 6),
            DatePrecision.Quarter when months % 3 == 0 => PartialDate.OfQuarter(day.Year, (day.Month + 2) / 3),
            _ => PartialDate.OfMonth(day.Year, day.Month),
        };
    }
}

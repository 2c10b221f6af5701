using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A quarter of a year.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    /// <summary>The quarter in which a day lies.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>The quarter in which a date's last day lies: a year without quarter counts in its last one.</summary>
    public static Quarter Of(PartialDate date) => Of(date.LastDay);

    /// <summary>The quarter so many after this one; before it where the number is negative.</summary>
    public Quarter Plus(int quarters)
    {
        var place = (Year * 4) + Number - 1 + quarters;
        return new(place / 4, (place % 4) + 1);
    }

    /// <inheritdoc/>
    public int CompareTo(Quarter other) => ((Year * 4) + Number).CompareTo((other.Year * 4) + other.Number);

    /// <summary>Earlier.</summary>
    public static bool operator <(Quarter a, Quarter b) => a.CompareTo(b) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(Quarter a, Quarter b) => a.CompareTo(b) > 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(Quarter a, Quarter b) => a.CompareTo(b) <= 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(Quarter a, Quarter b) => a.CompareTo(b) >= 0;

    /// <summary>As in the interchange format, <c>2020-Q3</c>.</summary>
    public override string ToString() => PartialDate.OfQuarter(Year, Number).ToString();
}

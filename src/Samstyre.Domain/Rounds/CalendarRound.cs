namespace Samstyre.Domain;

/// <summary>A round as it stands in the calendar.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Code">Short name in addresses: <c>2020-03</c>.</param>
/// <param name="CollectedOn">The day as of which its reports describe their initiatives.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="OpensOn">First day of reporting; null where nobody said.</param>
/// <param name="DueOn">Last day of reporting; null where nobody said: the day it is collected on.</param>
public sealed record CalendarRound(Guid Id, string Code, DateOnly CollectedOn, RoundState State, DateOnly? OpensOn, DateOnly? DueOn)
{
    /// <summary>The last day of reporting.</summary>
    public DateOnly Deadline => DueOn ?? CollectedOn;

    /// <summary>The round as a month.</summary>
    public PartialDate Month => PartialDate.OfMonth(CollectedOn.Year, CollectedOn.Month);

    /// <summary>The round alone.</summary>
    public Round Round => new(Id, Code, CollectedOn);
}

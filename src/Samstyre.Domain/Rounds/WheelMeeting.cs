namespace Samstyre.Domain;

/// <summary>What the most closely steered initiatives are treated for; each once a year.</summary>
public enum WheelTheme
{
    /// <summary>Whether the initiatives carry the strategy.</summary>
    Strategy,

    /// <summary>Which come first.</summary>
    Prioritisation,

    /// <summary>What the portfolio leans towards.</summary>
    Balancing,

    /// <summary>What is in it next year.</summary>
    NextYear,
}

/// <summary>A meeting of the yearly wheel, as it is planned.</summary>
/// <param name="Theme">What it treats.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="Responsible">Who prepares it.</param>
/// <param name="Papers">What is read for it, in order; empty for nothing yet.</param>
public sealed record WheelPlan(WheelTheme Theme, DateOnly HeldOn, string Responsible, IReadOnlyList<string> Papers)
{
    /// <summary>The most letters that the responsible or a paper may have.</summary>
    public const int LongestLine = 300;

    /// <summary>The most papers of a meeting.</summary>
    public const int MostPapers = 50;
}

/// <summary>A meeting of the yearly wheel.</summary>
/// <param name="Id">Its identity in the store.</param>
/// <param name="Plan">What is planned.</param>
/// <param name="CancelledAt">When it was cancelled, or replaced by one with other details; null where it stands.</param>
public sealed record WheelMeeting(Guid Id, WheelPlan Plan, DateTimeOffset? CancelledAt);

/// <summary>What the yearly wheel asks of a meeting, and when its themes usually come.</summary>
public static class WheelRules
{
    private static readonly (WheelTheme Theme, int Month, int Day)[] Usual =
        [(WheelTheme.Strategy, 2, 15), (WheelTheme.Prioritisation, 5, 15), (WheelTheme.Balancing, 9, 15), (WheelTheme.NextYear, 11, 15)];

    /// <summary>Reads what somebody filled in.</summary>
    /// <param name="theme">Name of the theme.</param>
    /// <param name="heldOn">The day; null where none could be read.</param>
    /// <param name="responsible">Who prepares it.</param>
    /// <param name="papers">Papers, one a line.</param>
    /// <returns>The plan, or else everything that is wrong with it.</returns>
    public static (WheelPlan? Plan, IReadOnlyList<Problem> Problems) Read(string theme, DateOnly? heldOn, string responsible, string papers)
    {
        List<Problem> problems = [];
        var known = Enum.GetValues<WheelTheme>().Where(one => one.ToString() == theme).Select(one => (WheelTheme?)one).FirstOrDefault();
        var who = responsible.Trim();
        var lines = papers.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (known is null) problems.Add(new("WheelThemeUnknown", "tema", "Choose a theme."));
        if (heldOn is null) problems.Add(new("WheelDayMissing", "dag", "Write the day as 31.10.2020."));
        if (who.Length == 0) problems.Add(new("WheelResponsibleMissing", "ansvarlig", "Write who prepares the meeting."));
        else if (who.Length > WheelPlan.LongestLine) problems.Add(new("WheelLineTooLong", "ansvarlig", "A line may have at most 300 letters."));
        if (lines.Length > WheelPlan.MostPapers) problems.Add(new("WheelPapersTooMany", "saksunderlag", "A meeting may have at most 50 papers."));
        else if (Array.Exists(lines, line => line.Length > WheelPlan.LongestLine)) problems.Add(new("WheelLineTooLong", "saksunderlag", "A line may have at most 300 letters."));
        return problems.Count > 0 ? (null, problems) : (new(known!.Value, heldOn!.Value, who, lines), []);
    }

    /// <summary>The themes that no meeting of a year treats yet, each with the weekday that it usually comes on, in the year's order.</summary>
    /// <param name="year">The year.</param>
    /// <param name="meetings">All meetings; cancelled ones do not count.</param>
    public static IReadOnlyList<(WheelTheme Theme, DateOnly Day)> Suggested(int year, IEnumerable<WheelMeeting> meetings)
    {
        var planned = meetings.Where(meeting => meeting.CancelledAt is null && meeting.Plan.HeldOn.Year == year).Select(meeting => meeting.Plan.Theme).ToHashSet();
        return [.. Usual.Where(usual => !planned.Contains(usual.Theme)).Select(usual => (usual.Theme, Weekday(new(year, usual.Month, usual.Day))))];
    }

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
}

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

/// <summary>That an initiative must report in a round that is about to open.</summary>
/// <param name="Initiative">Which.</param>
/// <param name="Organisation">Code of the organisation that reports; empty where nobody knows: the office has to say.</param>
/// <param name="Segment">Code of its segment; null for none.</param>
/// <param name="Parts">Parts of the form that must be filled in.</param>
/// <param name="PriorReport">Its effective report before the round; null where it has none.</param>
public sealed record Duty(Guid Initiative, string Organisation, string? Segment, IReadOnlyList<ReportPart> Parts, Guid? PriorReport);

/// <summary>Who must report in a round: the initiatives of the portfolio whose segment reports in it.</summary>
public static class Duties
{
    /// <summary>The duties of a round, in the order of the portfolio's initiatives.</summary>
    /// <param name="portfolio">The picture of the portfolio before the round: its last snapshot.</param>
    /// <param name="round">The round.</param>
    /// <param name="calendar">All rounds of the portfolio, the round among them.</param>
    public static IReadOnlyList<Duty> Of(PortfolioSnapshot portfolio, CalendarRound round, IEnumerable<CalendarRound> calendar)
    {
        var year = calendar.Where(other => other.CollectedOn.Year == round.CollectedOn.Year).OrderBy(other => other.CollectedOn).ThenBy(other => other.Code, StringComparer.Ordinal).ToList();
        var place = year.FindIndex(other => other.Id == round.Id);
        var definition = portfolio.Definition;
        return
        [
            .. from standing in portfolio.Standings
               where standing.Initiative.StageOn(round.CollectedOn)?.Stage == LifeStage.InPortfolio
               let segment = definition.Segments.FirstOrDefault(one => one.Code == standing.Initiative.Segment)
               // Whoever has no segment yet is asked every time.
               where segment is null || ReportingRhythm.ReportsIn(segment.ReportsPerYear, place, year.Count)
               select new Duty(standing.Initiative.Id, standing.Facts.Organisation ?? "", segment?.Code, definition.Reporting.PartsOf(segment?.Code), standing.ReportId),
        ];
    }
}

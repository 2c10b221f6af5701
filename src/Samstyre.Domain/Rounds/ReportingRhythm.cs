namespace Samstyre.Domain;

/// <summary>In which of a year's rounds a segment reports. Source: the governance model's reports per year (4, 2, 2, 1).</summary>
public static class ReportingRhythm
{
    /// <summary>Whether a segment reports in a round. Its reports are spread evenly over the year's rounds, and the last round of the year is always one of them.</summary>
    /// <param name="reportsPerYear">How many reports a year the segment makes; 0 or less for none.</param>
    /// <param name="place">The round's place among the year's rounds, from 0.</param>
    /// <param name="rounds">How many rounds the year has.</param>
    public static bool ReportsIn(int reportsPerYear, int place, int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, rounds);
        var reports = Math.Clamp(reportsPerYear, 0, rounds);
        return (place + 1) * reports / rounds > place * reports / rounds;
    }
}

namespace Samstyre.Domain;

/// <summary>Which of a year's rounds a segment reports in: as many as it reports a year, spread evenly, and always the last. Whoever reports as often as there are rounds, or oftener, reports in all.</summary>
public static class ReportingRhythm
{
    /// <summary>Whether the round at a place is one of them.</summary>
    /// <param name="place">The round's place among the year's rounds, from 0.</param>
    /// <param name="rounds">How many rounds the year has.</param>
    /// <param name="reportsPerYear">How many of them to report in.</param>
    public static bool ReportsIn(int place, int rounds, int reportsPerYear)
    {
        if (reportsPerYear >= rounds) return true;
        return reportsPerYear > 0 && (place + 1L) * reportsPerYear / rounds > (long)place * reportsPerYear / rounds;
    }

    /// <summary>The rounds of a year that a segment reports in, earliest first.</summary>
    /// <param name="roundsOfYear">All rounds of the year, those that are only planned included.</param>
    /// <param name="reportsPerYear">How many of them to report in.</param>
    public static IReadOnlyList<Round> Of(IEnumerable<Round> roundsOfYear, int reportsPerYear)
    {
        var rounds = InOrder(roundsOfYear);
        return [.. rounds.Where((_, place) => ReportsIn(place, rounds.Count, reportsPerYear))];
    }

    /// <summary>Rounds as they follow each other.</summary>
    internal static List<Round> InOrder(IEnumerable<Round> rounds) => [.. rounds.OrderBy(round => round.CollectedOn).ThenBy(round => round.Code, StringComparer.Ordinal)];
}

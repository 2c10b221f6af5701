using System.Collections.Immutable;

namespace Samstyre.Analysis;

/// <summary>A year of a part's plan.</summary>
/// <param name="IsWork">Whether work on it is planned in the year.</param>
/// <param name="IsThere">Whether it is planned to be there in the course of the year.</param>
/// <param name="Needed">How many initiatives need it by a date in the year.</param>
public readonly record struct RoadmapYear(bool IsWork, bool IsThere, int Needed);

/// <summary>A part on the roadmap.</summary>
/// <param name="Part">The part.</param>
/// <param name="Years">One for each of the roadmap's years.</param>
public sealed record RoadmapLine(PartDemand Part, ImmutableArray<RoadmapYear> Years);

/// <summary>When the parts of the common foundation are made and when they are needed, by years. Parts with neither a plan nor a dated need are left out.</summary>
/// <param name="FirstYear">Of the columns.</param>
/// <param name="Lines">Measures first, then building blocks, each in order.</param>
public sealed record FoundationRoadmap(int FirstYear, ImmutableArray<RoadmapLine> Lines)
{
    // A plan beyond this is no plan that a page can show; what is later stands in the last year.
    private const int MostYears = 12;

    /// <summary>How many years there are.</summary>
    public int Years => Lines.IsEmpty ? 0 : Lines[0].Years.Length;

    /// <summary>The roadmap of a round's demand.</summary>
    public static FoundationRoadmap Of(FoundationDemand demand)
    {
        var dated = demand.All.Where(part => YearsOf(part).Any()).ToList();
        if (dated.Count == 0) return new(0, []);
        var all = dated.SelectMany(YearsOf).ToList();
        var first = all.Min();
        var count = Math.Min(all.Max() - first + 1, MostYears);
        return new(first, [.. dated.Select(part => new RoadmapLine(part, [.. Enumerable.Range(first, count).Select(year => In(part, year, first + count - 1))]))]);
    }

    private static IEnumerable<int> YearsOf(PartDemand part) =>
        part.Needs.Select(need => need.NeededBy).Append(part.Part.From).Append(part.Part.Planned).Where(date => date is not null).Select(date => date!.Value.Year);

    private static RoadmapYear In(PartDemand part, int year, int last)
    {
        var end = part.Part.Planned?.Year;
        var begin = part.Part.From?.Year ?? end;
        return new(
            year >= begin && year <= (end ?? begin),
            end is { } there && Math.Min(there, last) == year,
            part.Needs.Where(need => need.NeededBy is { } by && Math.Min(by.Year, last) == year).DistinctBy(need => need.Receiver.Initiative.Id).Count());
    }
}

using Samstyre.Domain;

namespace Samstyre.App.Features.Demo;

/// <summary>A made-up round.</summary>
/// <param name="Code">Its code, <c>2019-03</c>.</param>
/// <param name="CollectedOn">The day as of which it is collected.</param>
/// <param name="Reports">Its reports, made one by one as they are asked for, in the order of their national ids.</param>
internal sealed record GeneratedRound(string Code, DateOnly CollectedOn, IEnumerable<Report> Reports);

/// <summary>Makes up a portfolio of any size for demos and load tests: the same seed gives the same bytes everywhere.</summary>
internal static class PortfolioGenerator
{
    private const int FirstId = 1001;

    /// <summary>The rounds, a quarter apart from March 2019. Every report is computed from the seed, its initiative and its round alone, so rounds and reports can be read in any order and nothing is kept.</summary>
    public static IEnumerable<GeneratedRound> Rounds(ulong seed, int initiatives, int rounds, PortfolioDefinition portfolio)
    {
        for (var round = 0; round < rounds; round++)
        {
            var number = round;
            var day = DayOf(number);
            yield return new($"{day:yyyy-MM}", day, Enumerable.Range(0, initiatives)
                .Select(initiative => ReportOf(seed, initiative, initiatives, number, rounds, portfolio))
                .OfType<Report>());
        }
    }

    /// <summary>Segment and life of every initiative, to go with the rounds.</summary>
    public static IEnumerable<InitiativeRegistration> Register(ulong seed, int initiatives, int rounds, PortfolioDefinition portfolio)
    {
        for (var initiative = 0; initiative < initiatives; initiative++)
        {
            var course = new GeneratedCourse(seed, initiative, rounds, portfolio);
            List<LifeEvent> life = [new(DayOf(course.Enters), LifeStage.InPortfolio, null)];
            if (course.Leaves < rounds) life.Add(new(DayOf(course.Leaves), course.LeavesAs, null));
            yield return new(FirstId + initiative, course.Name, [], course.Organisation.Code, course.Segment.Code, life);
        }
    }

    private static Report? ReportOf(ulong seed, int initiative, int initiatives, int round, int rounds, PortfolioDefinition portfolio)
    {
        var course = new GeneratedCourse(seed, initiative, rounds, portfolio);
        if (!course.ReportsIn(round)) return null;
        course.AdvanceTo(round);
        return new GeneratedReport(seed, initiatives, course, DayOf(round), round, portfolio).Make() with { NationalId = FirstId + initiative };
    }

    private static DateOnly DayOf(int round) => new DateOnly(2019, 3, 20).AddMonths(3 * round);
}

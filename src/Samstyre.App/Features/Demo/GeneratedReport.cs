using System.Globalization;
using Samstyre.Domain;
using Words = Samstyre.App.Features.Demo.PortfolioWords;

namespace Samstyre.App.Features.Demo;

/// <summary>The report of a made-up initiative in one round. What it is comes from its course; what is left blank differs from round to round.</summary>
internal sealed class GeneratedReport(ulong seed, int initiatives, GeneratedCourse course, DateOnly day, int round, PortfolioDefinition portfolio)
{
    // What the author decided once, and what differs in this round.
    private readonly SplitMix64 steady = SplitMix64.For(seed, (ulong)course.Index, 200);
    private readonly SplitMix64 now = SplitMix64.For(seed, (ulong)course.Index, (ulong)(1000 + round));

    public Report Make()
    {
        var deliverables = Deliverables();
        var (columns, funding, total) = Funding();
        var yearly = new Money(course.YearlyKroner / 1000m);
        var statesPhase = !now.Percent(4);
        return new()
        {
            Name = course.Name,
            OrganisationText = course.Organisation.Name,
            Organisation = course.Organisation.Name,
            OwnerText = course.Organisation.Name,
            Revised = PartialDate.OfMonth(day.Year, day.Month),
            Purpose = $"{steady.Of(Words.Aims)} {steady.Of(Words.Means)}. {steady.Of(Words.Aims)} {steady.Of(Words.Means)}.",
            TotalCostMnok = steady.Percent(18) ? null : new(decimal.Round(yearly.Mnok * steady.Between(25, 60) / 10m, 1)),
            FoundationCostMnok = steady.Percent(70) ? null : new(decimal.Round(yearly.Mnok * steady.Between(0, 8) / 10m, 1)),
            AnnualOperatingCostMnok = steady.Percent(50) ? null : new(decimal.Round(yearly.Mnok * steady.Between(1, 4) / 10m, 1)),
            CostComments = now.Percent(30) ? now.Of(Words.Comments) : null,
            Deliverables = deliverables,
            FundingCols = columns,
            Funding = funding,
            FundingTotal = total,
            FundingComments = now.Percent(30) ? now.Of(Words.Comments) : null,
            StrategicFit = Fit(),
            PrimaryFocusArea = course.FocusArea,
            FollowsProjectWizard = steady.Percent(8) ? null : steady.Percent(85),
            MultiPhase = steady.Percent(10) ? null : steady.Percent(55),
            PhaseText = statesPhase ? PhaseName(course.Phase) : null,
            Phase = statesPhase ? course.Phase : null,
            PhaseEnd = steady.Percent(20) ? null : DateOf(Math.Min(course.EndQuarter, (day.Year * 4) + (day.Month / 4) + steady.Between(1, 5)), DatePrecision.Month),
            EndDate = steady.Percent(8) ? null : DateOf(course.EndQuarter, course.DatePrecision),
            RevisedAnnually = steady.Percent(15) ? null : steady.Percent(80),
            BenefitOwnersText = course.Organisation.Name,
            BenefitMaturity = new(AnswerOf(85), AnswerOf(75), AnswerOf(55), AnswerOf(30)),
            BenefitBand = steady.Percent(45) ? null : steady.Of([BenefitBand.Under10, BenefitBand.From10To100, BenefitBand.Over100]),
            LifetimeText = steady.Percent(30) ? null : $"{steady.Between(5, 15)} år",
            UnquantifiedBenefitsText = $"{steady.Of(Words.Benefits)}. {steady.Of(Words.Benefits)}. {steady.Of(Words.Benefits)}.",
            BenefitComments = now.Percent(25) ? now.Of(Words.Comments) : null,
            Status = now.Percent(2) ? null : course.Status,
            StatusCause = course.Status == TrafficLight.Green ? null : now.Of(Words.Causes),
            Risk = now.Percent(2) ? null : course.Risk,
            RiskText = $"{now.Of(Words.Risks)}: {now.Of(Words.Measures)}. {now.Of(Words.Risks)}: {now.Of(Words.Measures)}.",
            Risks = steady.Percent(40) ? Risks() : [],
            AffectedActorsText = string.Join(", ", Enumerable.Range(0, steady.Between(1, 4)).Select(_ => steady.Of(Words.Actors)).Distinct()),
            Prerequisites = new() { OtherProjects = Needed(40), EhrGp = Needed(35), EhrMunicipal = Needed(40), EhrSpecialist = Needed(45), OrgSpecialist = Needed(40), OrgMunicipal = Needed(35), GpRoutines = Needed(25) },
            PrerequisiteComments = now.Percent(50) ? now.Of(Words.Comments) : null,
            Dependencies = Dependencies(),
            Consequences = steady.Percent(40) ? null : $"Innføringen blir forsinket. {steady.Of(Words.Risks)}.",
        };
    }

    private List<RiskRow> Risks() => [.. Enumerable.Range(1, steady.Between(2, 4)).Select(number =>
        new RiskRow(Text(number), steady.Of(Words.Risks), steady.Of(Words.Causes), steady.Of(Words.Measures), DateOf(course.EndQuarter - 2, DatePrecision.Month).ToText(Language.Bokmal)))];

    private List<Deliverable> Deliverables()
    {
        var count = steady.Between(4, 9);
        var first = steady.Below(Words.Deliverables.Length);
        return [.. Enumerable.Range(0, count).Select(step =>
        {
            var planned = DateOf(course.EndQuarter - ((count - step) * 2), DatePrecision.Month);
            return new Deliverable(Words.Deliverables[(first + step) % Words.Deliverables.Length], planned.ToText(Language.Bokmal), planned);
        })];
    }

    private (string[] Columns, List<FundingSource> Funding, Money?[] Total) Funding()
    {
        var year = day.Year;
        string[] columns = [$"<{Text(year - 1)}", Text(year - 1), Text(year), Text(year + 1), $"{Text(year + 2)}>"];
        List<FundingSource> sources = [];
        var count = steady.Between(1, 4);
        var first = steady.Below(Words.Payers.Length);
        for (var source = 0; source < count; source++)
        {
            var cells = columns.Select((_, column) => Cell(column, year, count)).ToArray();
            sources.Add(new(source == 0 ? course.Organisation.Name : Words.Payers[(first + source) % Words.Payers.Length], cells));
        }

        if (steady.Percent(6)) sources = [];
        var total = columns.Select((_, column) => SumOf(sources, column)).ToArray();
        if (now.Percent(5)) Array.Clear(total);
        else if (now.Percent(6) && total[2] is { } sum) total[2] = new(sum.Mnok + now.Between(1, 20));
        return (columns, sources, total);
    }

    private Money? Cell(int column, int year, int sources)
    {
        // A year's amount is the same in every round that shows it, but for what the course has changed.
        var dice = SplitMix64.For(seed, (ulong)course.Index, (ulong)(3000 + year + column + (sources * 10_000)));
        var blank = column switch { 0 => 50, 1 => 20, 2 => 8, 3 => 35, _ => 60 };
        return steady.Percent(blank) ? null : new(decimal.Round(course.YearlyKroner / 1000m / sources * dice.Between(60, 140) / 100m, 1));
    }

    private static Money? SumOf(List<FundingSource> sources, int column)
    {
        var stated = sources.Select(source => source.Y[column]).OfType<Money>().ToList();
        return stated.Count == 0 ? null : stated.Aggregate((a, b) => a + b);
    }

    private SortedDictionary<string, Level> Fit()
    {
        SortedDictionary<string, Level> fit = new(StringComparer.Ordinal) { [course.FocusArea] = Level.High };
        foreach (var focus in portfolio.StrategyAreas.SelectMany(area => area.FocusAreas))
        {
            if (steady.Percent(22)) fit.TryAdd(focus.Code, steady.Of([Level.High, Level.Medium, Level.Low]));
        }

        return fit;
    }

    private List<Dependency> Dependencies() => [.. Enumerable.Range(0, Math.Min(steady.Below(6), steady.Below(7))).Select(_ =>
    {
        var on = steady.Percent(60) ? GeneratedCourse.NameOf(seed, steady.Below(initiatives)) : steady.Of(portfolio.Organisations).Name;
        var deadline = steady.Percent(25) ? (PartialDate?)null : DateOf(course.EndQuarter - steady.Between(1, 6), DatePrecision.Month);
        var status = now.Percent(30) ? (TrafficLight?)null : now.Of([TrafficLight.Green, TrafficLight.Green, TrafficLight.Yellow, TrafficLight.Red]);
        return new Dependency(on, steady.Of(Words.Needs), $"Til {steady.Of(Words.Uses)}", steady.Percent(15) ? null : steady.Of(portfolio.DependencyCategories).Code,
            steady.Percent(12) ? null : steady.Of([Level.High, Level.High, Level.Medium, Level.Low]), deadline?.ToText(Language.Bokmal) ?? "Løpende", deadline, status);
    })];

    private Prerequisite? Needed(int share) =>
        steady.Percent(share) ? new(steady.Of([Level.High, Level.Medium, Level.Low]), Text(day.Year + steady.Between(0, 2))) : null;

    private Answer? AnswerOf(int yes) => steady.Percent(8) ? null : steady.Percent(yes) ? Answer.Yes : steady.Percent(40) ? Answer.InProgress : Answer.No;

    private static PartialDate DateOf(int quarter, DatePrecision precision)
    {
        var (year, part) = (quarter / 4, quarter % 4);
        return precision switch
        {
            DatePrecision.Year => PartialDate.OfYear(year),
            DatePrecision.Half => PartialDate.OfHalf(year, (part / 2) + 1),
            DatePrecision.Quarter => PartialDate.OfQuarter(year, part + 1),
            _ => PartialDate.OfMonth(year, (part * 3) + 3),
        };
    }

    private static string PhaseName(Phase phase) => phase switch
    {
        Phase.Concept => "Konsept",
        Phase.Planning => "Planlegging",
        Phase.Execution => "Gjennomføring",
        Phase.Closing => "Avslutning",
        _ => "Realisering",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

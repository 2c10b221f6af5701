using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Tests.Analysis;

namespace Samstyre.Tests.Reports;

/// <summary>Reports that say nothing, little, or much, and rounds made of them.</summary>
internal static class SmallReports
{
    public static Report Blank { get; } = new();

    public static Report Red { get; } = new()
    {
        Organisation = "Norsk Helsenett", OrganisationText = "Norsk Helsenett", Status = TrafficLight.Red, Risk = TrafficLight.Yellow, StatusCause = "Forsinket på grunn av manglende finansiering", EndDate = PartialDate.Parse("2020-06"), Phase = Phase.Execution,
        FundingCols = ["2020", "2021"], FundingTotal = [new Money(0.04m), null], TotalCostMnok = new(600m), PrimaryFocusArea = "1.1", StrategicFit = new SortedDictionary<string, Level> { ["1.1"] = Level.High, ["6.3"] = Level.High },
        Dependencies = [Needs(Level.High, TrafficLight.Red)], Prerequisites = new() { OtherProjects = new(Level.High, null) }, Deliverables = [new("Første versjon", null, PartialDate.Parse("2020-12"))],
        BenefitOwnersText = "Linjen", BenefitAmountMnok = new(20m),
    };

    public static Report Yellow { get; } = new()
    {
        Organisation = "Helse Vest RHF", OrganisationText = "Helse Vest RHF", Status = TrafficLight.Yellow, Risk = TrafficLight.Red, EndDate = PartialDate.Parse("2022-06"), Phase = Phase.Planning,
        FundingCols = ["2020", "2021"], FundingTotal = [new Money(5m), new Money(6m)], AnnualOperatingCostMnok = new(3m), PrimaryFocusArea = "6.3", StrategicFit = new SortedDictionary<string, Level> { ["6.3"] = Level.High, ["4.2"] = Level.Low },
        Dependencies = [Needs(Level.High, null), Needs(Level.Low, TrafficLight.Green)], Prerequisites = new() { OtherProjects = new(Level.Low, null), EhrGp = new(Level.High, null), GpRoutines = new(Level.High, null) },
        Deliverables = [new("Første versjon", null, PartialDate.Parse("2021-06"))],
    };

    public static Report Green { get; } = new()
    {
        Organisation = "Helse Nord RHF", OrganisationText = "Helse Nord RHF", Status = TrafficLight.Green, Risk = TrafficLight.Green, EndDate = PartialDate.Parse("2023-06"), FundingCols = ["2020", "2021"], FundingTotal = [new Money(0m), new Money(0m)],
        Dependencies = [Needs(Level.Medium, TrafficLight.Green)], StrategicFit = new SortedDictionary<string, Level> { ["6.3"] = Level.Low },
    };

    public static IReadOnlyList<Report> All { get; } = [Blank, Red, Yellow, Green];

    public static IEnumerable<Report[]> Pairs => from first in All from second in All select new[] { first, second };

    public static Dependency Needs(Level? criticality, TrafficLight? status) => new("Helse Vest IKT", "Det som trengs", null, null, criticality, null, null, status);

    /// <summary>A round of these, and the round before it; none before where nobody reported then. An initiative in both stands in the same place.</summary>
    public static (ReportFigures Now, ReportFigures? Before) Figures(IReadOnlyList<Report?> earlier, IReadOnlyList<Report?> later)
    {
        var before = earlier.Count == 0 ? null : ReportFigures.Of(SmallRounds.Of(("2020-03-31", [.. earlier])));
        var now = ReportFigures.Of(before is null ? SmallRounds.Of(("2020-10-31", [.. later])) : SmallRounds.Of(("2020-03-31", [.. earlier]), ("2020-10-31", [.. later])));
        return (now, before);
    }
}

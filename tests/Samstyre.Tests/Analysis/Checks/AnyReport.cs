using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;

namespace Samstyre.Tests.Analysis;

/// <summary>Reports with anything in them: blanks, absurd amounts, placeholders, hostile text, rows that are alike.</summary>
internal static class AnyReport
{
    private static readonly Gen<string?> Text = Gen.Elements<string?>(null, null, "", " ", "Pilot", "Innføring i nord", "TBD", "<mm.åå>", "xxx", "levert", "løpende", "\ud800\u202e<b>=cmd()\0", "a, 2020", new string('<', 3000), "???");

    private static readonly Gen<Money?> Amount = Gen.Elements<decimal?>(null, 0m, 0.0000000001m, 9.9m, 10m, 33.3m, -50m, 1_000_000_000_000_000_000m, -999_999_999_999_999_999m, decimal.MaxValue, decimal.MinValue)
        .Select(amount => amount is { } stated ? new Money(stated) : (Money?)null);

    private static readonly Gen<PartialDate?> Date = Gen.Elements<string?>(null, "1900", "2019-12", "2020", "2020-10-31", "2020-11", "2021-H1", "2022-Q3", "2199-12-31").Select(date => date is null ? (PartialDate?)null : PartialDate.Parse(date));

    private static readonly Gen<TrafficLight?> Light = Gen.Elements<TrafficLight?>(null, TrafficLight.Green, TrafficLight.Yellow, TrafficLight.Red);

    private static readonly Gen<Level?> Criticality = Gen.Elements<Level?>(null, Level.High, Level.Medium, Level.Low);

    private static readonly Gen<Deliverable> DeliverableRow = from text in Text from words in Text from date in Date select new Deliverable(text ?? "", words, date);

    private static readonly Gen<FundingSource> Source = from name in Text from count in Gen.Choose(0, 6) from cells in Amount.ArrayOf(count) select new FundingSource(name ?? "", cells);

    private static readonly Gen<Dependency> DependencyRow =
        from whom in Text from what in Text from criticality in Criticality from words in Text from deadline in Date from status in Light
        select new Dependency(whom, what, null, null, criticality, words, deadline, status);

    private static readonly Gen<Prerequisite?> PrerequisiteRow = from criticality in Criticality from when in Text from blank in Gen.Elements(true, false) select blank ? null : new Prerequisite(criticality, when);

    private static readonly Gen<Report> Tables =
        from deliverables in Rows(DeliverableRow)
        from columns in Gen.Elements("<2019", ">2020", "2019", "2020", "2021", "2021>", "", "?").ArrayOf(4)
        from funding in Rows(Source)
        from total in Amount.ArrayOf(5)
        from dependencies in Rows(DependencyRow)
        from risks in Rows(from element in Text from measure in Text select new RiskRow(null, element, null, measure, null))
        from kinds in Rows(from kind in Text from amount in Amount select new BenefitKind(kind ?? "", amount))
        from ehr in PrerequisiteRow
        from other in PrerequisiteRow
        select new Report
        {
            Deliverables = deliverables, FundingCols = columns, Funding = funding, FundingTotal = total, Dependencies = dependencies, Risks = risks, BenefitKinds = kinds,
            Prerequisites = new() { EhrGp = ehr, OtherProjects = other },
        };

    /// <summary>Any report.</summary>
    public static Gen<Report> Made { get; } =
        from tables in Tables
        from texts in Text.ArrayOf(8)
        from amounts in Amount.ArrayOf(3)
        from dates in Date.ArrayOf(2)
        from status in Light
        from risk in Light
        from phase in Gen.Elements<Phase?>(null, Phase.Execution, Phase.Realisation)
        from fit in Gen.Elements(true, false)
        select tables with
        {
            Name = texts[0], Purpose = texts[1], CostComments = texts[2], StatusCause = texts[3], RiskText = texts[4], PhaseText = texts[5], FundingComments = texts[6], Organisation = texts[7],
            TotalCostMnok = amounts[0], AnnualOperatingCostMnok = amounts[1], BenefitAmountMnok = amounts[2], PhaseEnd = dates[0], EndDate = dates[1], Status = status, Risk = risk, Phase = phase,
            StrategicFit = fit ? new SortedDictionary<string, Level>(StringComparer.Ordinal) { ["1.1"] = Level.High, ["4.2"] = Level.Low } : new SortedDictionary<string, Level>(StringComparer.Ordinal),
        };

    private static Gen<T[]> Rows<T>(Gen<T> row) => Gen.Choose(0, 4).SelectMany(count => row.ArrayOf(count));
}

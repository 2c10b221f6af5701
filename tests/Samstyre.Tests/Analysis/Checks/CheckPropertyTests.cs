using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.Checking;

namespace Samstyre.Tests.Analysis;

/// <summary>What holds of the checks whatever the reports say.</summary>
public sealed class CheckPropertyTests
{
    private static readonly ReportPart[] Everything = Enum.GetValues<ReportPart>();

    [Fact]
    public void Run_NoValueAtAll_IsBlankPartsAndNothingElse()
    {
        Run(new(), new(), Everything).Findings.ShouldAllBe(finding => finding.Code == "part-blank");
        Run(new(), new(), Everything).Findings.Length.ShouldBe(9);
    }

    [Fact]
    public void Run_AnyTwoReports_NamesFieldsOfTheFormOncePerRuleInTheFormsOrder() =>
        Prop.ForAll(AnyReport.Made.Two().ToArbitrary(), pair =>
        {
            var findings = Run(pair.Item1, pair.Item2, Everything).Findings;
            findings.Select(finding => finding.Key).ShouldBeUnique();
            findings.ShouldAllBe(finding => ReportFields.At(finding.Field) != null && FormPages.PageOf(finding.Field) != null && finding.Values.Length > 0);
            findings.Select(finding => ReportFields.PlaceOf(ReportFields.At(finding.Field)!.Key)).ShouldBeInOrder();
        }).Check(Quietly.Try(300));

    [Fact]
    public void Run_AnyReport_ExplainingEverythingLeavesTheErrors() =>
        Prop.ForAll(AnyReport.Made.Two().ToArbitrary(), pair =>
        {
            var explained = Run(pair.Item1, pair.Item2, Everything).Findings.Select(finding => (finding.Key, "Forklart")).ToArray();
            Run(pair.Item1, pair.Item2, Everything, explained).Findings.Where(finding => finding.IsOpen).ShouldAllBe(finding => finding.Severity == FindingSeverity.Error);
        }).Check(Quietly.Try(100));

    [Fact]
    public void Run_ShuffledRows_FindsTheSame() =>
        Prop.ForAll((from report in AnyReport.Made
                     from deliverables in Gen.Shuffle(report.Deliverables.ToArray())
                     from funding in Gen.Shuffle(report.Funding.ToArray())
                     from dependencies in Gen.Shuffle(report.Dependencies.ToArray())
                     from risks in Gen.Shuffle(report.Risks.ToArray())
                     select (report, report with { Deliverables = deliverables, Funding = funding, Dependencies = dependencies, Risks = risks })).ToArbitrary(), pair =>
            Told(pair.Item2).ShouldBe(Told(pair.Item1)))
        .Check(Quietly.Try(200));

    [Fact]
    public void Run_HugeHostileReports_NamesWhatIsOff()
    {
        Report Huge(int from) => new()
        {
            Purpose = new string('<', 100_000), StatusCause = new string('x', 100_000), RiskText = string.Concat(Enumerable.Repeat("<a", 50_000)), TotalCostMnok = new(decimal.MaxValue),
            FundingCols = [.. Enumerable.Range(2015, 12).Select(year => $"{year}")], FundingTotal = [.. Enumerable.Range(0, 12).Select(cell => (Money?)new Money(from + cell))],
            Funding = [.. Enumerable.Range(from, 300).Select(row => new FundingSource($"Kilde {row}", [.. Enumerable.Range(0, 12).Select(cell => (Money?)new Money(from * cell))]))],
            Deliverables = [.. Enumerable.Range(from, 2000).Select(row => new Deliverable($"Leveranse {row}", null, PartialDate.OfYear(1900 + (row % 300))))],
        };
        var findings = Run(Huge(100), Huge(1), Everything).Findings;
        findings.ShouldContain(finding => finding.Key == "placeholder-left@statusCause");
        findings.ShouldContain(finding => finding.Key == "deliverable-overdue@deliverables.0.planned");
        findings.Select(finding => finding.Key).ShouldBeUnique();
    }

    // Rows by what they say instead of by place.
    private static List<string> Told(Report report) =>
        [.. Run(report, null, Everything).Findings.Select(finding => $"{finding.Code} {ReportFields.At(finding.Field)!.Key} {string.Join('|', finding.Values.Select(value => value.Value))}").Order(StringComparer.Ordinal)];
}

using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Where the values of a report stand in it, rows by their place: <c>deliverables.2</c>, <c>funding.0.y.1</c>, <c>prerequisites.ehrGp</c>.</summary>
internal static class ReportPaths
{
    /// <summary>Every value with its path, in the order of <see cref="ReportFields.ValuesOf"/>.</summary>
    public static IEnumerable<(string Path, ReportValue Value)> Of(Report report) => Paths(report).Zip(ReportFields.ValuesOf(report));

    private static IEnumerable<string> Paths(Report report)
    {
        foreach (var field in ReportFields.All)
        {
            foreach (var path in field.Value is null ? Rows(field.Key, report) : [field.Key]) yield return path;
        }
    }

    private static IEnumerable<string> Rows(string field, Report report) => field switch
    {
        "deliverables" => Places(field, report.Deliverables.Count),
        "risks" => Places(field, report.Risks.Count),
        "dependencies" => Places(field, report.Dependencies.Count),
        "benefitKinds" => Places(field, report.BenefitKinds.Count),
        "strategicFit" => report.StrategicFit.Keys.Select(area => $"strategicFit.{area}"),
        "prerequisites" => report.Prerequisites.Rows().Where(row => row.Row is not null).Select(row => $"prerequisites.{row.Key}"),
        "fundingTotal" => Cells(field, report, report.FundingTotal),
        "funding" => report.Funding.SelectMany((source, place) => Cells($"funding.{place}.y", report, source.Y)),
        _ => throw new InvalidOperationException($"No paths are known of the rows of {field}."),
    };

    private static IEnumerable<string> Places(string field, int count) => Enumerable.Range(0, count).Select(place => $"{field}.{place}");

    private static IEnumerable<string> Cells(string before, Report report, IReadOnlyList<Money?> amounts)
    {
        for (var column = 0; column < report.FundingCols.Count && column < amounts.Count; column++)
        {
            if (amounts[column] is not null) yield return $"{before}.{column}";
        }
    }
}

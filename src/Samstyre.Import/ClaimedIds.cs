using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>National ids that two forms of one reading claim: both keep it as read, and both get a finding, since only people know whose it is.</summary>
public static class ClaimedIds
{
    /// <summary>The reports in their order, with a finding on each of those that share an id under different names.</summary>
    public static IReadOnlyList<Report> Mark(IReadOnlyList<Report> reports)
    {
        var shared = reports.Where(report => report.NationalId is not null).GroupBy(report => report.NationalId)
            .Where(group => group.Select(report => OrganisationNames.Key(report.Name)).Distinct().Count() > 1)
            .ToDictionary(group => group.Key!.Value, group => group.ToList());
        return shared.Count == 0 ? reports : [.. reports.Select(report => report.NationalId is { } id && shared.TryGetValue(id, out var claimants) ? Marked(report, claimants) : report)];
    }

    private static Report Marked(Report report, List<Report> claimants)
    {
        var others = string.Join(", ", claimants.Where(other => other != report).Select(other => $"{other.Name ?? "?"} ({other.Source?.File}{(other.Source?.Line is { } line ? $":{line}" : "")})"));
        return report with
        {
            Findings = [.. report.Findings, new("nationalId", FindingSeverity.Error, $"The national id {report.NationalId} is also claimed by {others}.", others, "IdClaimedTwice", report.Source?.Line)],
        };
    }
}

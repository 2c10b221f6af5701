using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What the rules of a round find in a report. To check and to submit is to run the same.</summary>
/// <param name="Findings">In the form's order.</param>
public sealed record CheckResult(ImmutableArray<CheckFinding> Findings)
{
    /// <summary>Whether the report can be submitted: no errors, and an explanation wherever one is asked for.</summary>
    public bool MaySubmit => !Findings.Any(finding => finding.IsOpen);
}

/// <summary>Checks a report before it is submitted.</summary>
public static class Checks
{
    private static readonly Dictionary<string, CheckRule> ByCode = CheckRules.All.ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>Runs the rules of a round, in their own order: of several about the same change the first speaks.</summary>
    public static CheckResult Run(CheckContext context, FrozenRules rules)
    {
        var report = new CheckedReport(context, rules);
        var severities = new Dictionary<string, FindingSeverity>(StringComparer.Ordinal);
        foreach (var rule in rules.Rules)
        {
            if (ByCode.ContainsKey(rule.Code)) severities[rule.Code] = rule.Severity;
        }

        List<CheckFinding> found = [];
        HashSet<string> covered = new(StringComparer.Ordinal);
        foreach (var rule in CheckRules.All)
        {
            if (!severities.TryGetValue(rule.Code, out var severity)) continue;
            foreach (var breach in rule.Test(report))
            {
                if (rule.AboutChange && covered.Contains(breach.Field)) continue;
                covered.UnionWith(breach.Covers);
                found.Add(new(rule.Code, severity, breach.Field, breach.Values, rule.Sentence, severity == FindingSeverity.Review ? report.ExplanationOf(rule, breach.Field) : null));
            }
        }

        return new([.. found.OrderBy(finding => ReportFields.PlaceOf(ReportFields.At(finding.Field)?.Key ?? ""))]);
    }
}

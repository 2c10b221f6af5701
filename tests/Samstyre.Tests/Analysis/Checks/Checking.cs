using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.Tests.Analysis;

/// <summary>Reports checked as of 31 October 2020 by today's rules; no part is required unless a test says so.</summary>
internal static class Checking
{
    public static readonly DateOnly Today = new(2020, 10, 31);

    public static readonly FrozenRules Rules = FrozenRules.Now(ExamplePortfolio.Definition);

    public static CheckResult Run(Report now, Report? before = null, IReadOnlyList<ReportPart>? required = null, params (string Key, string Text)[] explained) =>
        Samstyre.Analysis.Checks.Run(new(now, before, Today, required ?? [], explained.ToDictionary(one => one.Key, one => one.Text)), Rules);

    /// <summary>Rule and field of everything found.</summary>
    public static string[] Found(Report now, Report? before = null, IReadOnlyList<ReportPart>? required = null) => [.. Run(now, before, required).Findings.Select(finding => finding.Key)];

    /// <summary>Fields that one rule found.</summary>
    public static string[] Fields(string code, Report now, Report? before = null, IReadOnlyList<ReportPart>? required = null) =>
        [.. Run(now, before, required).Findings.Where(finding => finding.Code == code).Select(finding => finding.Field)];

    public static Report Funded(params (string Source, decimal?[] Years)[] sources) => new()
    {
        FundingCols = ["<2020", "2020", "2021", "2022>"],
        Funding = [.. sources.Select(source => new FundingSource(source.Source, [.. source.Years.Select(year => year is { } amount ? new Money(amount) : (Money?)null)]))],
    };
}

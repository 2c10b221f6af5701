using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Where the fields of a report stand in its file, and what the reader was not sure of.</summary>
internal sealed class ReadPlaces
{
    private readonly Report report;
    private readonly ILookup<string, Finding> doubts;
    private readonly Dictionary<string, int> firstLines = new(StringComparer.Ordinal);

    public ReadPlaces(Report report)
    {
        this.report = report;
        doubts = report.Findings.Where(finding => finding.Severity != FindingSeverity.Info).ToLookup(finding => finding.Field, StringComparer.Ordinal);
        foreach (var (path, line) in report.Provenance)
        {
            // A cell stands in the line of its row, a row in that of its list.
            for (var at = path; at.Length > 0; at = at.LastIndexOfAny(['.', '[']) is > 0 and var end ? at[..end] : "")
                firstLines[at] = Math.Min(line, firstLines.GetValueOrDefault(at, int.MaxValue));
        }
    }

    /// <summary>Whether it was read from a form, whose fields have their places.</summary>
    public bool IsForm => report.Provenance.Count > 0;

    public IReadOnlyList<string> FundingColumns => report.FundingCols;

    public bool Has(string path) => report.Provenance.ContainsKey(path);

    /// <summary>The line of the narrowest of some paths that has one; else where the report begins.</summary>
    public int? LineOf(IReadOnlyList<string> paths)
    {
        foreach (var path in paths.Reverse())
        {
            if (doubts[path].FirstOrDefault(finding => finding.Line is not null)?.Line is { } line) return line;
            if (firstLines.TryGetValue(path, out var first)) return first;
        }

        return report.Source?.Line;
    }

    /// <summary>What a person should look at in any of some paths.</summary>
    public IReadOnlyList<Finding> Doubts(IReadOnlyList<string> paths) => [.. paths.SelectMany(path => doubts[path]).Distinct()];
}

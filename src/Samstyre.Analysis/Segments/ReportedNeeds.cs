using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What a report says of its dependencies, told apart from saying nothing.</summary>
internal static class ReportedNeeds
{
    private static readonly HashSet<string> None = new(
        ["ingen", "ingen avhengigheter", "ingen avhengnader", "ingen avhengighet", "ikke aktuelt", "ikkje aktuelt", "none", "no dependencies", "not applicable"], StringComparer.Ordinal);

    /// <summary>Dependencies that say something and that the author has not closed.</summary>
    public static IReadOnlyList<Dependency> OpenOf(Report report) => [.. report.Dependencies.Where(need => !DependencyRows.IsBlank(need) && !DependencyRows.IsClosed(need) && !IsNone(need))];

    /// <summary>Whether it says that it needs nobody. A row that says so counts, and an empty list in a form whose prerequisites, the page before it, are filled in. An empty list alone is what a list of the office's or a half filled-in form looks like: it says nothing.</summary>
    public static bool SaysNone(Report report)
    {
        var rows = report.Dependencies.Where(need => !DependencyRows.IsBlank(need)).ToList();
        return rows.Count > 0 ? rows.TrueForAll(IsNone) : report.Prerequisites.Rows().Any(row => row.Row?.Criticality is not null);
    }

    /// <summary>Whether a row says that something is needed.</summary>
    public static bool SaysSomething(Dependency need) => !DependencyRows.IsBlank(need) && !IsNone(need);

    private static bool IsNone(Dependency need) => need.Criticality is null && None.Contains(FormIdentity.Key($"{need.On} {need.What}"));
}

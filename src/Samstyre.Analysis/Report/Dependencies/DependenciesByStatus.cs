using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Dependencies by status.</summary>
public static class DependenciesByStatus
{
    private static readonly LocalText Title = new("Avhengigheter etter status", "Avhengnader etter status", "Dependencies by status");

    /// <summary>Green, yellow, red and not stated.</summary>
    public static Figure Of(RoundContent round)
    {
        var rows = DependencyRows.Of(round);
        return new(
            "dependencies-by-status", Title, FigureWords.Status, FigureChart.Bars,
            [.. FigureWords.Lights.Select(one => new FigureCategory(one.Key, one.Name, one.Tone))],
            [new("dependencies", DependencyWords.Dependencies, FigureUnit.Count)],
            [.. FigureWords.Lights.Select(one => DependencyRows.Count(round, dependency => dependency.Status == one.Light))],
            rows.Count, rows.Count(row => row.Dependency.Status is null), DependencyWords.Counted);
    }
}

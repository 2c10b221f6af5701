using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Dependencies by criticality.</summary>
public static class DependenciesByCriticality
{
    private static readonly LocalText Title = new("Avhengigheter etter kritikalitet", "Avhengnader etter kritikalitet", "Dependencies by criticality");

    /// <summary>High, medium, low and not stated.</summary>
    public static Figure Of(RoundContent round)
    {
        var rows = DependencyRows.Of(round);
        return new(
            "dependencies-by-criticality", Title, DependencyWords.Criticality, FigureChart.Bars,
            [.. FigureWords.Levels.Select(one => new FigureCategory(one.Key, one.Name, one.Tone))],
            [new("dependencies", DependencyWords.Dependencies, FigureUnit.Count)],
            [.. FigureWords.Levels.Select(one => DependencyRows.Count(round, dependency => dependency.Criticality == one.Level))],
            rows.Count, rows.Count(row => row.Dependency.Criticality is null), DependencyWords.Counted);
    }
}

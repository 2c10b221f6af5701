using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How many initiatives stand at each colour.</summary>
/// <param name="Green">As planned.</param>
/// <param name="Yellow">Deviations.</param>
/// <param name="Red">Serious deviations.</param>
/// <param name="NotStated">State no colour; counted in the total, never as a colour.</param>
public sealed record LightDistribution(int Green, int Yellow, int Red, int NotStated)
{
    /// <summary>All initiatives.</summary>
    public int Total => Green + Yellow + Red + NotStated;

    /// <summary>How many stand at that colour; null: state none.</summary>
    public int Count(TrafficLight? light) => light switch
    {
        TrafficLight.Green => Green,
        TrafficLight.Yellow => Yellow,
        TrafficLight.Red => Red,
        _ => NotStated,
    };

    /// <summary>Their share of all (0-1); 0 of an empty portfolio.</summary>
    public decimal Share(TrafficLight? light) => Total == 0 ? 0m : (decimal)Count(light) / Total;

    internal static LightDistribution Of(IEnumerable<TrafficLight?> lights)
    {
        var counts = new int[4];
        foreach (var light in lights) counts[light is { } stated ? (int)stated : 3]++;
        return new(counts[0], counts[1], counts[2], counts[3]);
    }
}

/// <summary>Initiatives by overall status.</summary>
public static class StatusDistribution
{
    /// <summary>At a round, values carried over included.</summary>
    public static LightDistribution Of(PortfolioSnapshot portfolio) => LightDistribution.Of(portfolio.Standings.Select(standing => standing.Facts.Status));
}

/// <summary>Initiatives by risk.</summary>
public static class RiskDistribution
{
    /// <summary>At a round, values carried over included.</summary>
    public static LightDistribution Of(PortfolioSnapshot portfolio) => LightDistribution.Of(portfolio.Standings.Select(standing => standing.Facts.Risk));
}

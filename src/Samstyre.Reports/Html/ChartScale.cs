namespace Samstyre.Reports;

/// <summary>Round numbers along a value axis.</summary>
internal static class ChartScale
{
    private const int Wanted = 4;

    /// <summary>Steps of 1, 2 or 5 times a power of ten that reach from zero over all values; none where there is nothing to measure.</summary>
    /// <param name="values">The values.</param>
    /// <param name="finest">The smallest step that the values' words can tell apart.</param>
    public static IReadOnlyList<decimal> Of(IReadOnlyCollection<decimal> values, decimal finest)
    {
        var lowest = Math.Min(values.DefaultIfEmpty().Min(), 0m);
        var highest = Math.Max(values.DefaultIfEmpty().Max(), 0m);
        if (highest == lowest) return [];
        var step = StepOf((highest / Wanted) - (lowest / Wanted), finest);
        List<decimal> ticks = [];
        for (var tick = Math.Floor(lowest / step) * step; ; tick += step)
        {
            ticks.Add(tick);
            if (tick >= highest) return ticks;
        }
    }

    private static decimal StepOf(decimal atLeast, decimal finest)
    {
        var step = finest;
        while (step * 10m <= atLeast) step *= 10m;
        return atLeast <= step ? step : atLeast <= 2m * step ? 2m * step : atLeast <= 5m * step ? 5m * step : 10m * step;
    }
}

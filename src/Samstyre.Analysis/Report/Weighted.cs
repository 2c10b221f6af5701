namespace Samstyre.Analysis;

/// <summary>Sorts by one number that each has, which is quicker than to compare by several things in turn. What weighs the same stays as it stood.</summary>
internal static class Weighted
{
    private const int PlaceBits = 32;

    /// <summary>The lightest first.</summary>
    /// <param name="items">What is sorted.</param>
    /// <param name="weightOf">Below 2^96; what decides first stands in front.</param>
    public static T[] Sort<T>(IEnumerable<T> items, Func<T, UInt128> weightOf)
    {
        T[] sorted = [.. items];
        var weights = new UInt128[sorted.Length];
        for (var place = 0; place < sorted.Length; place++) weights[place] = (weightOf(sorted[place]) << PlaceBits) | (uint)place;
        Array.Sort(weights, sorted);
        return sorted;
    }

    /// <summary>A weight of which the first part decides, then the second, and so on.</summary>
    public static UInt128 Of(uint first, uint second, uint third = 0) => ((((UInt128)first << 32) | second) << 32) | third;

    /// <summary>A part of which the largest is lightest; what there is none of comes last.</summary>
    public static uint Descending(int? value) => value is { } known ? uint.MaxValue - (uint)(known - (long)int.MinValue) : uint.MaxValue;
}

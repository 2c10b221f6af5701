namespace Samstyre.Analysis;

/// <summary>Draws of lateness. Each run has a stream of its own, Steele, Lea and Flood's SplitMix64, from which every unit takes the number at its own place: the same draws whichever thread makes them, in whichever order.</summary>
internal sealed class LatenessDraws
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    // Walker's alias method: a slot is drawn evenly, and then its own value or its other one.
    private readonly uint[] threshold;
    private readonly byte[] own;
    private readonly byte[] other;

    public LatenessDraws(LatenessDistribution distribution)
    {
        var items = distribution.Items;
        var count = items.Length;
        var all = items.Sum(item => (double)item.Weight);
        (threshold, own, other) = (new uint[count], new byte[count], new byte[count]);
        var share = items.Select(item => item.Weight * count / all).ToArray();
        var small = new Stack<int>(Enumerable.Range(0, count).Where(slot => share[slot] < 1));
        var large = new Stack<int>(Enumerable.Range(0, count).Where(slot => share[slot] >= 1));
        for (var slot = 0; slot < count; slot++) (threshold[slot], own[slot], other[slot]) = (uint.MaxValue, (byte)items[slot].Months, (byte)items[slot].Months);
        while (small.TryPop(out var less) && large.TryPop(out var more))
        {
            threshold[less] = (uint)(share[less] * uint.MaxValue);
            other[less] = own[more];
            share[more] -= 1 - share[less];
            (share[more] < 1 ? small : large).Push(more);
        }
    }

    /// <summary>Where a run's stream begins.</summary>
    public static ulong StreamOf(long seed, int run) => Mixed((ulong)seed + (Golden * ((ulong)run + 1)));

    /// <summary>A unit's lateness in months, in the run of that stream.</summary>
    public byte At(ulong stream, int unit)
    {
        var drawn = Mixed(stream + (Golden * ((ulong)unit + 1)));
        var slot = (int)(((drawn >> 32) * (ulong)own.Length) >> 32);
        return (uint)drawn < threshold[slot] ? own[slot] : other[slot];
    }

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

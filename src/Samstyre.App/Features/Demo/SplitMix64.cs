namespace Samstyre.App.Features.Demo;

/// <summary>Steele, Lea and Flood's SplitMix64: the same numbers from the same seed on every platform and in every version, which System.Random does not promise.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    /// <summary>A stream of its own for each pair of numbers below a seed.</summary>
    public static SplitMix64 For(ulong seed, ulong a, ulong b) => new(new SplitMix64(new SplitMix64(seed + a).Next() ^ (b * 0xD1342543DE82EF95)).Next());

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0, below a limit.</summary>
    public int Below(int limit) => (int)(((UInt128)Next() * (UInt128)limit) >> 64);

    /// <summary>A whole number between two, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int share) => Below(100) < share;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}

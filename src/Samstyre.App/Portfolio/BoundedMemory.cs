using System.Collections.Concurrent;

namespace Samstyre.App.Portfolio;

/// <summary>What was read of reports, in memory within a bound of bytes, by report and by what a mask hides of it. Two generations: when the young one is full it becomes the old one, and what nobody asks for again falls out with it.</summary>
internal sealed class BoundedMemory<T>(int bytes, Func<T, int> sizeOf)
    where T : class
{
    private readonly int generation = bytes / 2;
    private readonly Lock turning = new();
    private ConcurrentDictionary<(Guid Id, string Mask), T> young = new();
    private ConcurrentDictionary<(Guid Id, string Mask), T> old = new();
    private int held;

    public T? Find(Guid id, string mask)
    {
        if (young.TryGetValue((id, mask), out var value)) return value;
        if (!old.TryGetValue((id, mask), out value)) return null;
        Keep(id, mask, value);
        return value;
    }

    public void Keep(Guid id, string mask, T value)
    {
        if (!young.TryAdd((id, mask), value)) return;
        if (Interlocked.Add(ref held, sizeOf(value)) < generation) return;
        lock (turning)
        {
            if (held < generation) return;
            old = young;
            young = new();
            held = 0;
        }
    }
}

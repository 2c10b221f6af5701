using System.Collections.Concurrent;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Portfolio;

/// <summary>Whole reports in memory, within a bound of bytes. A stored report never changes, so what is here is never stale. Two generations: when the young one is full it becomes the old one, and what nobody asks for again falls out with it.</summary>
internal sealed class ReportCache(PortfolioSource source, int bytes)
{
    // An entry costs about this much beside its JSON.
    private const int Overhead = 400;
    private readonly int generation = bytes / 2;
    private readonly Lock turning = new();
    private ConcurrentDictionary<(Guid Id, string Mask), StoredContent> young = new();
    private ConcurrentDictionary<(Guid Id, string Mask), StoredContent> old = new();
    private int held;

    /// <summary>A report and, when asked for, another; null where there is none.</summary>
    public ValueTask<(StoredContent? First, StoredContent? Second)> Read(Guid portfolio, Guid first, Guid? second, ReportMask mask, CancellationToken cancellation)
    {
        var one = Find((first, mask.Code));
        var two = second is { } id ? Find((id, mask.Code)) : null;
        return one is not null && (second is null || two is not null) ? new((one, two)) : new(Fetch(portfolio, first, second, mask, cancellation));
    }

    /// <summary>Several reports by identity; those that are not there are left out.</summary>
    public ValueTask<IReadOnlyDictionary<Guid, StoredContent>> Read(Guid portfolio, IReadOnlyList<Guid> ids, ReportMask mask, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, StoredContent>(ids.Count);
        foreach (var id in ids)
        {
            if (Find((id, mask.Code)) is { } report) found[id] = report;
        }

        return found.Count == ids.Count ? new(found) : new(Rest());

        async Task<IReadOnlyDictionary<Guid, StoredContent>> Rest()
        {
            foreach (var (id, report) in await source.Reports(portfolio, [.. ids.Where(id => !found.ContainsKey(id))], mask, cancellation))
            {
                Keep((id, mask.Code), report);
                found[id] = report;
            }

            return found;
        }
    }

    private async Task<(StoredContent?, StoredContent?)> Fetch(Guid portfolio, Guid first, Guid? second, ReportMask mask, CancellationToken cancellation)
    {
        var found = await source.Reports(portfolio, second is { } other ? [first, other] : [first], mask, cancellation);
        foreach (var report in found.Values) Keep((report.Id, mask.Code), report);
        return (found.GetValueOrDefault(first), second is { } id ? found.GetValueOrDefault(id) : null);
    }

    private StoredContent? Find((Guid Id, string Mask) key)
    {
        if (young.TryGetValue(key, out var report)) return report;
        if (!old.TryGetValue(key, out report)) return null;
        Keep(key, report);
        return report;
    }

    private void Keep((Guid Id, string Mask) key, StoredContent report)
    {
        if (!young.TryAdd(key, report)) return;
        if (Interlocked.Add(ref held, report.Json.Length + Overhead) < generation) return;
        lock (turning)
        {
            if (held < generation) return;
            old = young;
            young = new();
            held = 0;
        }
    }
}

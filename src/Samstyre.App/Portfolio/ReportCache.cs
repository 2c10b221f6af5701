using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Portfolio;

/// <summary>Whole reports in memory, and the deliverables alone of those that are asked for no more, within a bound of bytes and half of that. A stored report never changes, so what is here is never stale.</summary>
internal sealed class ReportCache(PortfolioSource source, int bytes)
{
    // What an entry costs about beside its JSON; what a list of deliverables and one of them cost beside their words, which an initiative's reports share.
    private const int Overhead = 400;
    private const int ListOverhead = 100;
    private const int ItemOverhead = 50;
    private readonly BoundedMemory<StoredContent> whole = new(bytes, report => report.Json.Length + Overhead);
    private readonly BoundedMemory<IReadOnlyList<Deliverable>> deliverables = new(bytes / 2, items => ListOverhead + (items.Count * ItemOverhead));

    /// <summary>A report and, when asked for, another; null where there is none.</summary>
    public ValueTask<(StoredContent? First, StoredContent? Second)> Read(Guid portfolio, Guid first, Guid? second, ReportMask mask, CancellationToken cancellation)
    {
        var one = whole.Find(first, mask.Code);
        var two = second is { } id ? whole.Find(id, mask.Code) : null;
        return one is not null && (second is null || two is not null) ? new((one, two)) : new(Fetch(portfolio, first, second, mask, cancellation));
    }

    /// <summary>What several reports of an initiative say about its deliverables; reports that are not there are left out.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, IReadOnlyList<Deliverable>>> Deliverables(Guid portfolio, IReadOnlyList<Guid> ids, ReportMask mask, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, IReadOnlyList<Deliverable>>(ids.Count);
        foreach (var id in ids)
        {
            if (deliverables.Find(id, mask.Code) is { } items) found[id] = items;
        }

        if (found.Count == ids.Count) return found;
        var words = new SharedWords();
        foreach (var (id, report) in await source.Reports(portfolio, [.. ids.Where(id => !found.ContainsKey(id))], mask, PastReport.Plan, cancellation))
        {
            found[id] = words.Of(ReportJson.PastFromUtf8(report.Json.Span).Deliverables);
            deliverables.Keep(id, mask.Code, found[id]);
        }

        return found;
    }

    private async Task<(StoredContent?, StoredContent?)> Fetch(Guid portfolio, Guid first, Guid? second, ReportMask mask, CancellationToken cancellation)
    {
        var found = await source.Reports(portfolio, second is { } other ? [first, other] : [first], mask, null, cancellation);
        foreach (var report in found.Values) whole.Keep(report.Id, mask.Code, report);
        return (found.GetValueOrDefault(first), second is { } id ? found.GetValueOrDefault(id) : null);
    }
}

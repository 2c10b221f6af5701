using System.Collections.Concurrent;

namespace Samstyre.App.Portfolio;

/// <summary>The portfolios in memory. When a portfolio was last looked at longer ago than <paramref name="freshFor"/>, one request asks the store for its version, and loads it again when that has changed; the others are answered from memory meanwhile.</summary>
internal sealed partial class PortfolioCache(PortfolioSource source, TimeProvider time, TimeSpan freshFor, ILogger<PortfolioCache> log)
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Entry?>>> first = new(StringComparer.Ordinal);

    /// <summary>The portfolio with that code; null where there is none.</summary>
    public ValueTask<PortfolioIndex?> Get(string code, CancellationToken cancellation)
    {
        if (!entries.TryGetValue(code, out var entry)) return new(LoadFirst(code).WaitAsync(cancellation));
        if (time.GetElapsedTime(entry.CheckedAt) < freshFor || Interlocked.Exchange(ref entry.Checking, 1) == 1) return new(entry.Index);
        return new(Check(code, entry));
    }

    private async Task<PortfolioIndex?> LoadFirst(string code)
    {
        // Everybody who comes before the first load is done waits for the same one.
        var loading = first.GetOrAdd(code, key => new(() => Load(key)));
        try
        {
            return (await loading.Value)?.Index;
        }
        finally
        {
            first.TryRemove(KeyValuePair.Create(code, loading));
        }
    }

    private async Task<Entry?> Load(string code)
    {
        var checkedAt = time.GetTimestamp();
        if (await source.Load(code, null, CancellationToken.None) is not { } history) return null;
        var entry = new Entry(new(history), checkedAt);
        entries[code] = entry;
        return entry;
    }

    private async Task<PortfolioIndex?> Check(string code, Entry entry)
    {
        try
        {
            var checkedAt = time.GetTimestamp();
            var version = await source.Version(code, CancellationToken.None);
            if (version == entry.Index.History.Version)
            {
                entry.CheckedAt = checkedAt;
                return entry.Index;
            }

            if (await Load(code) is { } changed) return changed.Index;
            entries.TryRemove(code, out _);
            return null;
        }
        catch (Npgsql.NpgsqlException e)
        {
            // What was published stays readable while the database is away.
            entry.CheckedAt = time.GetTimestamp();
            DatabaseAway(e.Message, code);
            return entry.Index;
        }
        finally
        {
            Volatile.Write(ref entry.Checking, 0);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Reason}): the portfolio {Code} is shown as last read.")]
    private partial void DatabaseAway(string reason, string code);

    private sealed class Entry(PortfolioIndex index, long checkedAt)
    {
        public readonly PortfolioIndex Index = index;
        public long CheckedAt = checkedAt;
        public int Checking;
    }
}

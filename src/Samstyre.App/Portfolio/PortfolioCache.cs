using System.Collections.Concurrent;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>The portfolios in memory, each as its audiences see it. When a portfolio was last looked at longer ago than <paramref name="freshFor"/>, one request asks the store for its version, and loads it again when that has changed; the others are answered from memory meanwhile.</summary>
internal sealed partial class PortfolioCache(PortfolioSource source, AudienceView views, TimeProvider time, TimeSpan freshFor, ILogger<PortfolioCache> log)
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Entry?>>> first = new(StringComparer.Ordinal);

    /// <summary>The portfolio with that code as an audience sees it; null where there is none.</summary>
    public ValueTask<PortfolioIndex?> Get(string code, Audience audience, CancellationToken cancellation)
    {
        if (entries.TryGetValue(code, out var entry) && (time.GetElapsedTime(entry.CheckedAt) < freshFor || Interlocked.Exchange(ref entry.Checking, 1) == 1))
        {
            var view = entry.For(audience);
            return view.IsCompletedSuccessfully ? new(view.Result) : new(Awaited(view.WaitAsync(cancellation)));
        }

        return new(Checked());

        async Task<PortfolioIndex?> Checked()
        {
            var found = entry is null ? await LoadFirst(code).WaitAsync(cancellation) : await Check(code, entry);
            return found is null ? null : await found.For(audience).WaitAsync(cancellation);
        }

        static async Task<PortfolioIndex?> Awaited(Task<PortfolioIndex> view) => await view;
    }

    /// <summary>The identity of the portfolio with that code, from memory whatever has changed meanwhile; null where there is none.</summary>
    public async ValueTask<Guid?> Identify(string code, CancellationToken cancellation) =>
        (entries.TryGetValue(code, out var entry) ? entry : await LoadFirst(code).WaitAsync(cancellation))?.PortfolioId;

    private async Task<Entry?> LoadFirst(string code)
    {
        // Everybody who comes before the first load is done waits for the same one.
        var loading = first.GetOrAdd(code, key => new(() => Load(key)));
        try
        {
            return await loading.Value;
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
        var entry = new Entry(history, views, checkedAt);
        entries[code] = entry;
        return entry;
    }

    private async Task<Entry?> Check(string code, Entry entry)
    {
        try
        {
            var checkedAt = time.GetTimestamp();
            var version = await source.Version(code, CancellationToken.None);
            if (version == entry.Version)
            {
                entry.CheckedAt = checkedAt;
                return entry;
            }

            if (await Load(code) is { } changed) return changed;
            entries.TryRemove(code, out _);
            return null;
        }
        catch (Npgsql.NpgsqlException e)
        {
            // What was published stays readable while the database is away.
            entry.CheckedAt = time.GetTimestamp();
            DatabaseAway(e.Message, code);
            return entry;
        }
        finally
        {
            Volatile.Write(ref entry.Checking, 0);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Reason}): the portfolio {Code} is shown as last read.")]
    private partial void DatabaseAway(string reason, string code);

    private sealed class Entry(PortfolioHistory history, AudienceView views, long checkedAt)
    {
        private readonly Task<PortfolioIndex>?[] indexes = new Task<PortfolioIndex>?[Enum.GetValues<Audience>().Length];
        public long CheckedAt = checkedAt;
        public int Checking;

        public Guid PortfolioId => history.PortfolioId;

        public long Version => history.Version;

        /// <summary>Made at an audience's first request; a failed one is made again.</summary>
        public Task<PortfolioIndex> For(Audience audience)
        {
            ref var index = ref indexes[(int)audience];
            if (Volatile.Read(ref index) is { IsFaulted: false } made) return made;
            lock (indexes)
            {
                return index is { IsFaulted: false } already ? already : index = Make(audience);
            }
        }

        private async Task<PortfolioIndex> Make(Audience audience) => new(await views.Of(history, audience), audience);
    }
}

using System.CommandLine;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Cli;

/// <summary>The store as a verb uses it: the database running, its schema up to date. Disposing it lets the private database stop when nobody else uses it.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly StoreConnection connection;

    private OpenStore(StoreConnection connection, Db db) => (this.connection, Db) = (connection, db);

    public Db Db { get; }

    public string Description => connection.Description;

    /// <summary>Opens the store that the environment names, and brings its schema up to date.</summary>
    public static async Task<OpenStore> Open(CancellationToken cancellation)
    {
        var store = await OpenUnmigrated(cancellation);
        try
        {
            (await Migrator.Migrate(store.Db, cancellation)).OrRefuse();
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the store as it is.</summary>
    public static async Task<OpenStore> OpenUnmigrated(CancellationToken cancellation)
    {
        var connection = await StoreConnection.Open(StoreOptions.FromEnvironment(), cancellation);
        return new(connection, Db.Open(connection.ConnectionString));
    }

    /// <summary>The portfolio with that code; where none is named, the only one.</summary>
    public async Task<StoredPortfolio> Portfolio(string? code, CancellationToken cancellation)
    {
        var all = await PortfolioStore.List(Db, cancellation);
        if (code is null && all.Count == 0) throw new CliRefusal("The store has no portfolio yet: import forms into a round, or start with ./run, which loads the example.");
        if (code is null && all.Count > 1) throw new CliRefusal($"The store has several portfolios: name one with --portfolio ({string.Join(", ", all.Select(row => row.Code))}).");
        return await PortfolioStore.Find(Db, code ?? all[0].Code, cancellation)
            ?? throw new CliRefusal($"There is no portfolio {code}: the store has {string.Join(", ", all.Select(row => row.Code).DefaultIfEmpty("none"))}.");
    }

    /// <summary>A portfolio with all its rounds, as they are or as they stood at a moment.</summary>
    public async Task<PortfolioHistory> History(string? code, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var portfolio = await Portfolio(code, cancellation);
        return await SnapshotLoader.Load(Db, portfolio.Definition.Code, asOf, cancellation)
            ?? throw new CliRefusal($"The store had no portfolio {portfolio.Definition.Code} at that time: choose a later one with --as-of.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>Options that several verbs share.</summary>
internal static class SharedOptions
{
    public static Option<string?> Portfolio() => new("--portfolio") { Description = "Code of the portfolio; needed only where the store has several" };

    public static Option<DateTimeOffset?> AsOf() => new("--as-of") { Description = "As the store stood at a moment, such as 2020-11-01T12:00+01:00, before later corrections" };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON, for scripts" };

    /// <summary>The snapshot of the round that an option names, or of the latest.</summary>
    public static PortfolioSnapshot Snapshot(this PortfolioHistory history, string? round) =>
        (round is null ? history.Latest : history.At(round))
        ?? throw new CliRefusal(history.Latest is null ? "The portfolio has no round yet: import forms into one." : $"There is no round {round}: the portfolio has {string.Join(", ", history.Snapshots.Select(snapshot => snapshot.Round.Code))}.");

    /// <summary>What a command gave, or its refusal as the sentence on the terminal.</summary>
    public static T OrRefuse<T>(this Outcome<T> outcome) => outcome.Succeeded ? outcome.Value : throw new CliRefusal(outcome.Problems[0].Sentence);
}

using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Portfolio;

/// <summary>Where the pages' content comes from: the store, or what a test holds in memory.</summary>
/// <param name="Version">Version of a portfolio's content; null where there is no such portfolio.</param>
/// <param name="Load">All its rounds, as they are or as they stood at a moment.</param>
/// <param name="Reports">Reports by portfolio and report id, without what a mask hides: whole, or only some of their keys.</param>
/// <param name="File">An original by portfolio and file id.</param>
internal sealed record PortfolioSource(
    Func<string, CancellationToken, Task<long?>> Version,
    Func<string, DateTimeOffset?, CancellationToken, Task<PortfolioHistory?>> Load,
    Func<Guid, Guid[], ReportMask, IReadOnlyList<string>?, CancellationToken, Task<IReadOnlyDictionary<Guid, StoredContent>>> Reports,
    Func<Guid, Guid, CancellationToken, Task<StoredFile?>> File)
{
    /// <summary>What was explained in the last submission of each initiative, by portfolio and round, as it is or stood at a moment.</summary>
    public Func<Guid, Guid, DateTimeOffset?, CancellationToken, Task<IReadOnlyList<SubmittedExplanations>>> Explanations { get; init; } = (_, _, _, _) => Task.FromResult<IReadOnlyList<SubmittedExplanations>>([]);

    /// <summary>The edited words of a report by portfolio and round, as they are or stood at a moment.</summary>
    public Func<Guid, Guid, DateTimeOffset?, CancellationToken, Task<IReadOnlyList<ReportText>>> Words { get; init; } = (_, _, _, _) => Task.FromResult<IReadOnlyList<ReportText>>([]);

    /// <summary>The store.</summary>
    public static PortfolioSource Of(Db db) => new(
        (code, cancellation) => PortfolioVersion.Of(db, code, cancellation),
        (code, asOf, cancellation) => SnapshotLoader.Load(db, code, asOf, cancellation),
        (portfolio, reports, mask, only, cancellation) => ReportStore.ReadAll(db, portfolio, reports, mask, only, cancellation),
        (portfolio, file, cancellation) => SourceFileStore.Read(db, portfolio, file, cancellation))
    {
        Explanations = (portfolio, round, asOf, cancellation) => SubmissionStore.Explanations(db, portfolio, round, asOf, cancellation),
        Words = (portfolio, round, asOf, cancellation) => ReportTextStore.Latest(db, portfolio, round, asOf, cancellation),
    };
}

namespace Samstyre.Domain;

/// <summary>A round as it was published: from then on its report shows what was recorded up to that moment, whatever comes later.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Revision">From 1; the highest counts.</param>
/// <param name="PublishedAt">The moment.</param>
/// <param name="PortfolioVersion">Version of the portfolio's content at that moment.</param>
/// <param name="Reason">Why it was published again; null for the first.</param>
public sealed record Publication(Guid RoundId, int Revision, DateTimeOffset PublishedAt, long PortfolioVersion, string? Reason);

using System.Globalization;

namespace Samstyre.Reports;

/// <summary>Of which revision of its round a report is, and what it is compared with.</summary>
/// <param name="Revision">From 1; null for a round that is not published.</param>
/// <param name="PublishedAt">When that was; null for a round that is not published.</param>
/// <param name="ComparedWith">Code of the round compared with; null for none.</param>
public sealed record ReportEdition(int? Revision, DateTimeOffset? PublishedAt, string? ComparedWith)
{
    /// <summary>The moment as open data has it, UTC to the second: <c>2020-11-05T09:00:00Z</c>; null as <see cref="PublishedAt"/>.</summary>
    internal string? Published => PublishedAt?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

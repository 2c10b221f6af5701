using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>Reports as they were read, without what a reader may not see. A stored report never changes. What is confidential in it is compared all the same: nobody is to get what was read before it was hidden.</summary>
internal sealed class ReadReports
{
    private readonly Dictionary<Guid, (Report Report, IReadOnlyList<string> Confidential)> whole = [];
    private readonly Dictionary<Guid, (PastReport Report, bool IsAll, IReadOnlyList<string> Confidential)> past = [];

    /// <summary>The whole report of a standing; null where it must be read.</summary>
    public Report? Whole(Standing standing) =>
        whole.TryGetValue(standing.ReportId, out var known) && IsSame(known.Confidential, standing) ? known.Report : null;

    /// <summary>What is asked of a standing's report once a newer one stands; null where it must be read.</summary>
    /// <param name="standing">The standing.</param>
    /// <param name="isAll">Whether what it needed is asked too, beside what it planned.</param>
    public PastReport? Past(Standing standing, bool isAll)
    {
        if (past.TryGetValue(standing.ReportId, out var known)) return (known.IsAll || !isAll) && IsSame(known.Confidential, standing) ? known.Report : null;
        return Whole(standing) is { } report ? new() { Deliverables = report.Deliverables, Dependencies = report.Dependencies } : null;
    }

    /// <summary>Keeps a whole report.</summary>
    public void Keep(Standing standing, Report report) => whole[standing.ReportId] = (report, standing.Facts.Confidential);

    /// <summary>Keeps what is asked of a report once a newer one stands.</summary>
    public void Keep(Standing standing, PastReport report, bool isAll) => past[standing.ReportId] = (report, isAll, standing.Facts.Confidential);

    private static bool IsSame(IReadOnlyList<string> confidential, Standing standing) =>
        ReferenceEquals(confidential, standing.Facts.Confidential) || confidential.SequenceEqual(standing.Facts.Confidential, StringComparer.Ordinal);
}

namespace Samstyre.Domain;

/// <summary>What must hold for a change of segment.</summary>
public static class SegmentRules
{
    private const int LongestReason = 4_000;

    /// <summary>What is wrong with a change; null for one that may be made.</summary>
    public static Problem? ProblemOf(Initiative initiative, PortfolioDefinition portfolio, string segment, DateOnly on, string reason)
    {
        if (portfolio.Segments.All(known => known.Code != segment)) return new("SegmentUnknown", "segment", "The portfolio has no such segment.");
        if (initiative.Segment == segment) return new("SegmentSame", "segment", "The initiative is in that segment already.");
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason) return new("StepWithoutReason", "grunn", "Say why, in at most 4,000 characters.");
        return initiative.Segments.Count > 0 && on < initiative.Segments[^1].On
            ? new("SegmentBeforeLast", "dato", "The day lies before the last change of segment: choose that day or a later one.")
            : null;
    }
}

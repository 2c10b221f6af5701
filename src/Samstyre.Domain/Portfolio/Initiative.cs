namespace Samstyre.Domain;

/// <summary>Where an initiative is in its life with the portfolio.</summary>
public enum LifeStage
{
    /// <summary>Announced, not yet in.</summary>
    Candidate,

    /// <summary>In the portfolio.</summary>
    InPortfolio,

    /// <summary>Completed and handed to operations.</summary>
    Completed,

    /// <summary>Paused; it can come back.</summary>
    Paused,

    /// <summary>Stopped before it was done.</summary>
    Stopped,

    /// <summary>Merged into another.</summary>
    Merged,

    /// <summary>Split into others.</summary>
    Split,

    /// <summary>Withdrawn from the portfolio, though it may go on.</summary>
    Withdrawn,
}

/// <summary>A step in an initiative's life.</summary>
/// <param name="On">The day it takes effect.</param>
/// <param name="Stage">What it became.</param>
/// <param name="Reason">Why; null where nobody said.</param>
public sealed record LifeEvent(DateOnly On, LifeStage Stage, string? Reason)
{
    /// <summary>How long a paused one is meant to rest; null where nobody said.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who runs what a completed one made; null where nobody said.</summary>
    public string? HandedTo { get; init; }

    /// <summary>What a completed one delivered; null where nobody said.</summary>
    public string? Delivered { get; init; }

    /// <summary>What it taught; null where nobody said.</summary>
    public string? Learned { get; init; }

    /// <summary>The case in which it was decided; null where there was none.</summary>
    public string? Case { get; init; }
}

/// <summary>A change of segment.</summary>
/// <param name="On">The day it takes effect.</param>
/// <param name="Was">Code of the segment before; null where it had none.</param>
/// <param name="Became">Code of the segment from then on.</param>
/// <param name="Reason">Why.</param>
/// <param name="Case">The case in which it was decided; null where there was none.</param>
public sealed record SegmentChange(DateOnly On, string? Was, string Became, string Reason, string? Case);

/// <summary>A digital project or programme that is steered in the portfolio.</summary>
/// <param name="Id">Its identity in the store.</param>
/// <param name="NationalId">National id, such as 164; null before it got one.</param>
/// <param name="Name">Its name as first announced; what it was called in a round stands in that round's report.</param>
/// <param name="Segment">Code of its segment; null before it is classified.</param>
/// <param name="Life">Steps in order of their day.</param>
public sealed record Initiative(Guid Id, int? NationalId, string Name, string? Segment, IReadOnlyList<LifeEvent> Life)
{
    /// <summary>Those that go on with what it was, where it was merged or split; empty where it was not.</summary>
    public IReadOnlyList<Guid> Successors { get; init; } = [];

    /// <summary>Its changes of segment in order of their day; empty where none was recorded.</summary>
    public IReadOnlyList<SegmentChange> Segments { get; init; } = [];

    /// <summary>Other names that the register knows it by; empty where it knows none.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Its segment on a day; null where it had none.</summary>
    public string? SegmentOn(DateOnly day) =>
        Segments.Count == 0 ? Segment
        : Segments.LastOrDefault(change => change.On <= day) is { } last ? last.Became
        : Segments[0].Was;

    /// <summary>The step that it took before another; null where that is its first.</summary>
    public LifeEvent? StageBefore(LifeEvent step) => Life.TakeWhile(other => !ReferenceEquals(other, step)).LastOrDefault();

    /// <summary>The last step that had taken effect by a day; null before the first.</summary>
    public LifeEvent? StageOn(DateOnly day)
    {
        for (var at = Life.Count - 1; at >= 0; at--)
        {
            if (Life[at].On <= day) return Life[at];
        }

        return null;
    }
}

/// <summary>A dated collection of reports.</summary>
/// <param name="Id">Its identity in the store.</param>
/// <param name="Code">Short name in addresses: <c>2020-03</c>.</param>
/// <param name="CollectedOn">The day as of which the reports describe their initiatives; rounds are ordered by it.</param>
public sealed record Round(Guid Id, string Code, DateOnly CollectedOn)
{
    /// <summary>The budget year that the round's figures show: the year it was collected in.</summary>
    public int BudgetYear => CollectedOn.Year;

    /// <summary>The round as a month: <c>mars 2020</c>.</summary>
    public PartialDate Month => PartialDate.OfMonth(CollectedOn.Year, CollectedOn.Month);
}

namespace Samstyre.Domain;

/// <summary>Where a round is in its life.</summary>
public enum RoundState
{
    /// <summary>In the calendar; nobody can report yet.</summary>
    Planned,

    /// <summary>Open for reporting.</summary>
    Open,

    /// <summary>The office checks what came in; only returned forms can be changed.</summary>
    InReview,

    /// <summary>Frozen and public.</summary>
    Published,
}

/// <summary>Which steps a round's life may take.</summary>
public static class RoundLife
{
    private static readonly (RoundState From, RoundState To, bool NeedsReason)[] Steps =
    [
        (RoundState.Planned, RoundState.Open, false),
        (RoundState.Open, RoundState.InReview, false),
        (RoundState.InReview, RoundState.Open, true),
        (RoundState.Open, RoundState.Published, false),
        (RoundState.InReview, RoundState.Published, false),
        // Reopened: the publication that was made stays what the public sees until the next.
        (RoundState.Published, RoundState.InReview, true),
    ];

    /// <summary>Whether a round may go from one state to another, and whether that needs a reason; null where it may not.</summary>
    public static bool? NeedsReason(RoundState from, RoundState to)
    {
        foreach (var step in Steps)
        {
            if (step.From == from && step.To == to) return step.NeedsReason;
        }

        return null;
    }

    /// <summary>The states that a round may go to from another, in the order of its life.</summary>
    public static IEnumerable<RoundState> NextOf(RoundState from) => Steps.Where(step => step.From == from).Select(step => step.To);
}

/// <summary>Where an initiative's reporting in a round is.</summary>
public enum AssignmentState
{
    /// <summary>Nothing has been written yet.</summary>
    Missing,

    /// <summary>Somebody has begun.</summary>
    Drafting,

    /// <summary>Submitted; the office has not decided.</summary>
    Submitted,

    /// <summary>Sent back with a message.</summary>
    Returned,

    /// <summary>Approved by the office.</summary>
    Approved,

    /// <summary>Need not report in this round; the reason is kept.</summary>
    Excused,
}

/// <summary>That an initiative must report in a round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Initiative">The initiative.</param>
/// <param name="Organisation">Code of the organisation whose reporters fill in the form.</param>
/// <param name="Segment">Code of the initiative's segment when the round opened; null for none.</param>
/// <param name="Parts">The parts of the form that must be filled in.</param>
/// <param name="DueOn">Last day.</param>
/// <param name="State">Where it is.</param>
/// <param name="PriorReport">The effective report before the round, which the form starts from; null for the first.</param>
/// <param name="Reason">Why it is excused or has another deadline than the round; null for neither.</param>
/// <param name="DraftVersion">Grows with every saved field.</param>
public sealed record Assignment(
    Guid Round,
    Guid Initiative,
    string Organisation,
    string? Segment,
    IReadOnlyList<ReportPart> Parts,
    DateOnly DueOn,
    AssignmentState State,
    Guid? PriorReport,
    string? Reason,
    long DraftVersion)
{
    /// <summary>Whether the reporter can change the form: before it is submitted and after it was returned, while the round is not published.</summary>
    public bool IsWritable(RoundState round) => round switch
    {
        RoundState.Open => State is AssignmentState.Missing or AssignmentState.Drafting or AssignmentState.Returned,
        RoundState.InReview => State is AssignmentState.Drafting or AssignmentState.Missing or AssignmentState.Returned,
        _ => false,
    };
}

namespace Samstyre.Domain;

/// <summary>Who answers the checklist.</summary>
public enum AssessmentSide
{
    /// <summary>The organisation that announced the initiative.</summary>
    Submitter,

    /// <summary>The national office.</summary>
    Office,
}

/// <summary>What the office decides of a candidate.</summary>
public enum AdmissionOutcome
{
    /// <summary>It belongs in the portfolio, in a segment.</summary>
    In,

    /// <summary>It does not.</summary>
    Out,

    /// <summary>It is decided later, by a day that is named.</summary>
    Undecided,
}

/// <summary>What one side answered to a question.</summary>
/// <param name="Answer">The answer; null where it was taken back.</param>
/// <param name="Comment">Words to it; null for none.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
public sealed record AssessmentAnswer(ChecklistAnswer? Answer, string? Comment, DateTimeOffset At, string By);

/// <summary>Something that one side said to the other.</summary>
public sealed record AssessmentMessage(AssessmentSide Side, string Words, DateTimeOffset At, string By);

/// <summary>A decision on a candidate.</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="Segment">Code of the segment; null unless it is in.</param>
/// <param name="Until">By when it is decided; null unless it is undecided.</param>
/// <param name="On">The day it takes effect.</param>
/// <param name="Reason">Why.</param>
/// <param name="Case">The case in which it was decided; null for none.</param>
public sealed record AdmissionDecision(AdmissionOutcome Outcome, string? Segment, DateOnly? Until, DateOnly On, string Reason, string? Case);

/// <summary>An initiative that was announced, with how both sides assess it.</summary>
/// <param name="Id">Identity of the announcement.</param>
/// <param name="Initiative">The initiative.</param>
/// <param name="Name">Its name.</param>
/// <param name="Organisation">Code of the organisation that announced it.</param>
/// <param name="Purpose">What it is for, in the submitter's words.</param>
/// <param name="Checklist">The checklist it is assessed with, as it was when it was announced.</param>
/// <param name="At">When it was announced.</param>
/// <param name="By">Who announced it.</param>
public sealed record Assessment(Guid Id, Guid Initiative, string Name, string Organisation, string Purpose, Checklist Checklist, DateTimeOffset At, string By)
{
    /// <summary>The last answer of each side to each question.</summary>
    public IReadOnlyDictionary<(AssessmentSide Side, string Question), AssessmentAnswer> Answers { get; init; } = new Dictionary<(AssessmentSide, string), AssessmentAnswer>();

    /// <summary>What the sides said to each other, earliest first.</summary>
    public IReadOnlyList<AssessmentMessage> Messages { get; init; } = [];

    /// <summary>The decisions, earliest first; the last one counts.</summary>
    public IReadOnlyList<(AdmissionDecision Decision, DateTimeOffset At, string By)> Decisions { get; init; } = [];

    /// <summary>The decision that counts; null before the first.</summary>
    public AdmissionDecision? Decision => Decisions.Count > 0 ? Decisions[^1].Decision : null;

    /// <summary>Whether it can still be answered and decided: nothing has been, or only that it is undecided.</summary>
    public bool IsOpen => Decision is null or { Outcome: AdmissionOutcome.Undecided };

    /// <summary>The way of a side's answers through the checklist.</summary>
    public ChecklistPath PathOf(AssessmentSide side) => ChecklistPath.Of(
        Checklist, Answers.Where(answer => answer.Key.Side == side && answer.Value.Answer is not null).ToDictionary(answer => answer.Key.Question, answer => answer.Value.Answer!.Value, StringComparer.Ordinal));
}

/// <summary>What must hold for a decision on a candidate.</summary>
public static class AdmissionRules
{
    private const int LongestReason = 4_000;
    private const int LongestCase = 200;

    /// <summary>What is wrong with a decision; null for one that may be made.</summary>
    /// <param name="assessment">What it is about.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="portfolio">The portfolio, for its segments.</param>
    public static Problem? ProblemOf(Assessment assessment, AdmissionDecision decision, PortfolioDefinition portfolio) =>
        !assessment.IsOpen ? new("AdmissionDecided", "utfall", "It has been decided already: change its segment or its life instead.")
        : string.IsNullOrWhiteSpace(decision.Reason) || decision.Reason.Length > LongestReason ? new("StepWithoutReason", "grunn", "Say why, in at most 4,000 characters.")
        : decision.Outcome == AdmissionOutcome.In && portfolio.Segments.All(segment => segment.Code != decision.Segment) ? new("SegmentUnknown", "segment", "Choose the segment that it comes to.")
        : decision.Outcome == AdmissionOutcome.Undecided && (decision.Until is null || decision.Until <= decision.On) ? new("UndecidedWithoutDay", "til", "Say by which day it will be decided, later than today.")
        : decision.Case is { Length: > LongestCase } ? new("CaseTooLong", "sak", "Name the case in at most 200 characters.")
        : null;
}

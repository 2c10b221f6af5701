namespace Samstyre.Domain;

/// <summary>That an initiative must report in a round that is about to open: what its <see cref="Assignment"/> is made of.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Organisation">Code of the organisation whose reporters fill in the form; empty where the portfolio knows none, so that only the office can.</param>
/// <param name="Parts">The parts of the form that must be filled in.</param>
/// <param name="DueOn">Last day.</param>
/// <param name="PriorReport">The effective report before the round, which the form starts from; null for the first.</param>
/// <param name="Excused">Whether it need not report after all.</param>
/// <param name="Reason">Why it is excused, has another deadline, or reports out of turn; null for neither.</param>
public sealed record Duty(Initiative Initiative, string Organisation, IReadOnlyList<ReportPart> Parts, DateOnly DueOn, Guid? PriorReport, bool Excused, string? Reason)
{
    /// <summary>Code of the initiative's segment; null for none.</summary>
    public string? Segment => Initiative.Segment;

    /// <summary>Whether no reporter can fill in the form, because nobody knows the organisation.</summary>
    public bool LacksOrganisation => Organisation.Length == 0;

    /// <summary>The state that its assignment begins in.</summary>
    public AssignmentState Begins => Excused ? AssignmentState.Excused : AssignmentState.Missing;
}

/// <summary>What the office decided for one initiative in one round, against the segment's rhythm or the round's deadline.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Reason">Why.</param>
/// <param name="Excused">Whether it need not report. Otherwise it must, even where its segment does not report this time.</param>
/// <param name="DueOn">Its own last day; null for the round's.</param>
public sealed record DutyDecision(Guid Initiative, string Reason, bool Excused, DateOnly? DueOn = null);

/// <summary>An initiative with the organisation that it is registered with: of one that has not reported nothing else says who answers for it.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Organisation">Code of the organisation; null where unknown.</param>
public sealed record RegisteredInitiative(Initiative Initiative, string? Organisation);

/// <summary>A round that is about to open.</summary>
/// <param name="Round">The round.</param>
/// <param name="DueOn">Last day for reporting.</param>
/// <param name="Others">The portfolio's other rounds, planned ones included; those of other years make no difference.</param>
public sealed record OpeningRound(Round Round, DateOnly DueOn, IReadOnlyCollection<Round> Others);

namespace Samstyre.Domain;

/// <summary>Where a candidate stands.</summary>
public enum CandidateStanding
{
    /// <summary>The organisation that announced it has to answer: the checklist, or what the office asked.</summary>
    WaitsForSubmitter,

    /// <summary>The office has to assess and decide.</summary>
    WaitsForOffice,

    /// <summary>It is decided later, by a day that is named.</summary>
    Undecided,

    /// <summary>It came into the portfolio.</summary>
    In,

    /// <summary>It did not.</summary>
    Out,
}

/// <summary>Tells where a candidate stands.</summary>
public static class CandidateStandings
{
    /// <summary>A decision counts before all else; an open one waits for whoever has to answer.</summary>
    public static CandidateStanding Of(Assessment assessment) => assessment.Decision?.Outcome switch
    {
        AdmissionOutcome.In => CandidateStanding.In,
        AdmissionOutcome.Out => CandidateStanding.Out,
        AdmissionOutcome.Undecided => CandidateStanding.Undecided,
        _ => IsUnanswered(assessment) || IsAsked(assessment) ? CandidateStanding.WaitsForSubmitter : CandidateStanding.WaitsForOffice,
    };

    private static bool IsUnanswered(Assessment assessment) => assessment.Checklist.Questions.Count > 0 && assessment.PathOf(AssessmentSide.Submitter).End is null;

    // Whatever the submitter did after the office's last words answers them.
    private static bool IsAsked(Assessment assessment) =>
        assessment.Messages.LastOrDefault(message => message.Side == AssessmentSide.Office) is { } asked
        && assessment.Messages.All(message => message.Side != AssessmentSide.Submitter || message.At < asked.At)
        && assessment.Answers.All(answer => answer.Key.Side != AssessmentSide.Submitter || answer.Value.At < asked.At);
}

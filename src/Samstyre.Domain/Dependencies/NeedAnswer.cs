namespace Samstyre.Domain;

/// <summary>What the giver says to a dependency that others report on it.</summary>
public enum AnswerKind
{
    /// <summary>It will deliver what is asked for.</summary>
    Accepted,

    /// <summary>It will deliver something else, or at another time.</summary>
    Corrected,

    /// <summary>It will not deliver this.</summary>
    Rejected,
}

/// <summary>How sure the giver is of its date.</summary>
public enum Certainty
{
    /// <summary>Decided and funded.</summary>
    Sure,

    /// <summary>Planned.</summary>
    Likely,

    /// <summary>Hoped for.</summary>
    Unsure,
}

/// <summary>A giver's answer to a dependency on it. Answers are only added; the last of a dependency and giver counts.</summary>
/// <param name="Receiver">The initiative that needs it.</param>
/// <param name="Need">Which of its dependencies (<see cref="NeedKey"/>).</param>
/// <param name="Giver">The initiative that answers.</param>
/// <param name="Kind">The answer.</param>
/// <param name="DeliverBy">When it will deliver; null where it gives no date, always for a rejection.</param>
/// <param name="Certainty">How sure it is; null where it did not say.</param>
/// <param name="Words">What it says; empty only for an acceptance.</param>
/// <param name="AnsweredAt">When.</param>
/// <param name="AnsweredBy">Code of who answered.</param>
public sealed record NeedAnswer(
    Guid Receiver, string Need, Guid Giver, AnswerKind Kind, PartialDate? DeliverBy, Certainty? Certainty, string Words, DateTimeOffset AnsweredAt, string AnsweredBy);

/// <summary>What stands between the two sides of a dependency.</summary>
public enum BothSides
{
    /// <summary>The giver has not answered.</summary>
    Unanswered,

    /// <summary>The giver delivers what is asked, in time.</summary>
    Agreed,

    /// <summary>The two sides say different things: rejected, corrected, or delivered later than it is needed.</summary>
    Clash,
}

/// <summary>The rules of answers.</summary>
public static class NeedAnswers
{
    /// <summary>Longest words of an answer, a note or a question.</summary>
    public const int LongestWords = 4_000;

    /// <summary>What stands between the two sides.</summary>
    /// <param name="neededBy">The receiver's deadline; null where it gave none.</param>
    /// <param name="answer">The giver's last answer; null where it gave none.</param>
    public static BothSides StateOf(PartialDate? neededBy, NeedAnswer? answer) => answer switch
    {
        null => BothSides.Unanswered,
        // Who delivers what is needed accepts; who has corrected accepts when the receiver has followed.
        { Kind: AnswerKind.Rejected or AnswerKind.Corrected } => BothSides.Clash,
        { DeliverBy: { } by } when neededBy is { } needed && by.LastDay > needed.LastDay => BothSides.Clash,
        _ => BothSides.Agreed,
    };

    /// <summary>Why an answer can't be taken; null where it can.</summary>
    public static Problem? ProblemOf(NeedAnswer answer) =>
        answer.Receiver == answer.Giver ? new Problem("AnswerToItself", "svar", "An initiative does not answer its own dependency.")
        : answer.Words.Length > LongestWords ? new Problem("AnswerTooLong", "ord", "Use at most 4,000 characters.")
        : answer.Kind != AnswerKind.Accepted && string.IsNullOrWhiteSpace(answer.Words) ? new Problem("AnswerWithoutWords", "ord", "Say what is wrong, or what will be delivered instead.")
        : answer is { Kind: AnswerKind.Rejected, DeliverBy: not null } ? new Problem("RejectedWithDate", "dato", "What is rejected has no date.")
        : null;
}

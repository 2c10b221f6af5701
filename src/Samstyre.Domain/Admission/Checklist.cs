namespace Samstyre.Domain;

/// <summary>An answer to a question of the checklist.</summary>
public enum ChecklistAnswer
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}

/// <summary>Where an answer leads: to another question, into a segment, or out.</summary>
/// <param name="Question">Code of the next question; null where the path ends.</param>
/// <param name="Segment">Code of the segment that the path ends in; null where it goes on or leads out.</param>
public sealed record ChecklistTarget(string? Question, string? Segment)
{
    /// <summary>Not for the portfolio.</summary>
    public static readonly ChecklistTarget Out = new(null, null);

    /// <summary>Whether the path ends outside the portfolio.</summary>
    public bool IsOut => Question is null && Segment is null;
}

/// <summary>A question of the checklist.</summary>
/// <param name="Code">Short name.</param>
/// <param name="Text">The question, answered with yes or no.</param>
/// <param name="Help">What it asks for.</param>
/// <param name="Yes">Where yes leads.</param>
/// <param name="No">Where no leads.</param>
public sealed record ChecklistQuestion(string Code, LocalText Text, LocalText Help, ChecklistTarget Yes, ChecklistTarget No)
{
    /// <summary>Where an answer leads.</summary>
    public ChecklistTarget After(ChecklistAnswer answer) => answer == ChecklistAnswer.Yes ? Yes : No;
}

/// <summary>The questions that decide who belongs in the portfolio and how closely each is followed; data of the portfolio. An assessment keeps the version it was made with.</summary>
/// <param name="Version">From 1; grows when the office changes the questions.</param>
/// <param name="Questions">In order; the path begins with the first. Empty where the portfolio has no checklist.</param>
public sealed record Checklist(int Version, IReadOnlyList<ChecklistQuestion> Questions)
{
    /// <summary>No checklist.</summary>
    public static readonly Checklist None = new(1, []);

    /// <summary>The question with that code; null where there is none.</summary>
    public ChecklistQuestion? QuestionOf(string code) => Questions.FirstOrDefault(question => question.Code == code);
}

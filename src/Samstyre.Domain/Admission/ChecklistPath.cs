using System.Collections.Immutable;

namespace Samstyre.Domain;

/// <summary>A question that was come to, with what was answered.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer; null where it is still to be given.</param>
public sealed record ChecklistStep(ChecklistQuestion Question, ChecklistAnswer? Answer);

/// <summary>The way that answers take through the checklist. Answers to questions that the way does not come to count for nothing.</summary>
/// <param name="Steps">The questions in the order they were come to; the last one without an answer where the way is not at its end.</param>
/// <param name="End">Where it ends; null before it does.</param>
public sealed record ChecklistPath(ImmutableArray<ChecklistStep> Steps, ChecklistTarget? End)
{
    /// <summary>The way of the answers given.</summary>
    /// <param name="checklist">A checklist without circles, as <see cref="ChecklistRules"/> allows.</param>
    /// <param name="answers">By code of the question.</param>
    public static ChecklistPath Of(Checklist checklist, IReadOnlyDictionary<string, ChecklistAnswer> answers)
    {
        var steps = ImmutableArray.CreateBuilder<ChecklistStep>();
        var question = checklist.Questions.Count > 0 ? checklist.Questions[0] : null;
        while (question is not null)
        {
            if (!answers.TryGetValue(question.Code, out var answer))
            {
                steps.Add(new(question, null));
                return new(steps.ToImmutable(), null);
            }

            steps.Add(new(question, answer));
            var target = question.After(answer);
            if (target.Question is null) return new(steps.ToImmutable(), target);
            question = checklist.QuestionOf(target.Question);
        }

        return new(steps.ToImmutable(), null);
    }
}

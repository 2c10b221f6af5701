namespace Samstyre.Domain;

/// <summary>What is wrong with a question of a checklist.</summary>
/// <param name="Question">Place of the question, from 0.</param>
/// <param name="Field">Which part of it: <c>code</c>, <c>yes</c> or <c>no</c>.</param>
/// <param name="Code">Stable name of the mistake.</param>
/// <param name="Message">What is wrong, as the end of a sentence that begins with the field.</param>
public sealed record ChecklistMistake(int Question, string Field, string Code, string Message);

/// <summary>What a checklist must be for every way through it to end: answers that lead somewhere, no circle, no question that nobody comes to.</summary>
public static class ChecklistRules
{
    /// <summary>The mistakes in the order of the questions; empty for a checklist that can be used.</summary>
    /// <param name="checklist">The checklist.</param>
    /// <param name="segments">Codes of the portfolio's segments.</param>
    public static IReadOnlyList<ChecklistMistake> MistakesOf(Checklist checklist, IReadOnlySet<string> segments)
    {
        List<ChecklistMistake> mistakes = [];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < checklist.Questions.Count; place++)
        {
            if (!places.TryAdd(checklist.Questions[place].Code, place)) mistakes.Add(new(place, "code", "QuestionTwice", $"is used twice: '{checklist.Questions[place].Code}'."));
        }

        for (var place = 0; place < checklist.Questions.Count; place++)
        {
            Target(place, "yes", checklist.Questions[place].Yes);
            Target(place, "no", checklist.Questions[place].No);
        }

        if (mistakes.Count > 0) return mistakes;
        var reached = new bool[checklist.Questions.Count];
        foreach (var (place, field, to) in Circles(checklist, places, reached)) mistakes.Add(new(place, field, "ChecklistCircle", $"leads back to '{to}', so that the way never ends."));
        for (var place = 0; place < reached.Length; place++)
        {
            if (!reached[place]) mistakes.Add(new(place, "code", "QuestionUnreached", $"is a question that no answer leads to: '{checklist.Questions[place].Code}'."));
        }

        return mistakes;

        void Target(int place, string field, ChecklistTarget target)
        {
            if (target.Question is { } question && !places.ContainsKey(question)) mistakes.Add(new(place, field, "AnswerLeadsNowhere", $"leads to no question: '{question}'."));
            if (target.Segment is { } segment && !segments.Contains(segment)) mistakes.Add(new(place, field, "UnknownSegment", $"leads to no segment of the portfolio: '{segment}'."));
        }
    }

    /// <summary>Answers that lead back to a question on the way to them.</summary>
    private static List<(int Place, string Field, string To)> Circles(Checklist checklist, Dictionary<string, int> places, bool[] reached)
    {
        List<(int, string, string)> found = [];
        if (checklist.Questions.Count == 0) return found;
        // A way that was walked to its end need not be walked again; the stack of open answers replaces recursion, whatever the length.
        var (onWay, open) = (new bool[reached.Length], new Stack<(int Place, int Answer)>());
        open.Push((0, 0));
        (reached[0], onWay[0]) = (true, true);
        while (open.TryPop(out var at))
        {
            if (at.Answer == 2)
            {
                onWay[at.Place] = false;
                continue;
            }

            open.Push((at.Place, at.Answer + 1));
            var question = checklist.Questions[at.Place];
            var target = at.Answer == 0 ? question.Yes : question.No;
            if (target.Question is null) continue;
            var next = places[target.Question];
            if (onWay[next]) found.Add((at.Place, at.Answer == 0 ? "yes" : "no", target.Question));
            else if (!reached[next])
            {
                (reached[next], onWay[next]) = (true, true);
                open.Push((next, 0));
            }
        }

        return found;
    }
}

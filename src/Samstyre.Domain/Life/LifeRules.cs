namespace Samstyre.Domain;

/// <summary>Which steps an initiative may take, and what must hold for each. A step that breaks a rule is refused with one sentence, and nothing changes.</summary>
public static class LifeRules
{
    private const int LongestReason = 4_000;

    // From where one can go where; null stands for an initiative that nobody has placed.
    private static readonly (LifeStage? From, LifeStage[] To)[] Ways =
    [
        (null, [LifeStage.Candidate, LifeStage.InPortfolio]),
        (LifeStage.Candidate, [LifeStage.InPortfolio, LifeStage.Withdrawn]),
        (LifeStage.InPortfolio, [LifeStage.Completed, LifeStage.Paused, LifeStage.Stopped, LifeStage.Merged, LifeStage.Split, LifeStage.Withdrawn]),
        (LifeStage.Paused, [LifeStage.InPortfolio, LifeStage.Stopped, LifeStage.Merged, LifeStage.Split, LifeStage.Withdrawn]),
        (LifeStage.Completed, [LifeStage.InPortfolio]),
        (LifeStage.Stopped, [LifeStage.Candidate, LifeStage.InPortfolio]),
        (LifeStage.Withdrawn, [LifeStage.Candidate, LifeStage.InPortfolio]),
        (LifeStage.Merged, []),
        (LifeStage.Split, []),
    ];

    /// <summary>The steps that can be taken from a stage, in the order of <see cref="LifeStage"/>.</summary>
    /// <param name="stage">Where the initiative is; null where nobody has placed it.</param>
    public static IReadOnlyList<LifeStage> After(LifeStage? stage) => Ways.First(way => way.From == stage).To;

    /// <summary>What is wrong with a step; null for one that may be taken.</summary>
    /// <param name="initiative">Whose step it is.</param>
    /// <param name="step">The step.</param>
    /// <param name="all">Every initiative of the portfolio, that one included; for the successors.</param>
    public static Problem? ProblemOf(Initiative initiative, LifeStep step, IReadOnlyDictionary<Guid, Initiative> all)
    {
        var last = initiative.Life.Count > 0 ? initiative.Life[^1] : null;
        if (string.IsNullOrWhiteSpace(step.Reason) || step.Reason.Length > LongestReason) return new("StepWithoutReason", "grunn", "Say why, in at most 4,000 characters.");
        if (last is not null && step.On < last.On) return new("StepBeforeLast", "dato", "The day lies before the step that the initiative took last: choose that day or a later one.");
        if (!After(last?.Stage).Contains(step.Stage)) return new("StepNotPossible", "steg", "That step cannot follow upon where the initiative is now.");
        if (step.Until is { } until && until <= step.On) return new("PauseEndsBefore", "til", "The pause must end after the day it begins.");
        return step.Stage switch
        {
            LifeStage.Merged when step.Successors.Count != 1 => new("MergeIntoNothing", "inn", "Choose the one initiative that it is merged into."),
            LifeStage.Split when step.Successors.Distinct().Count() < 2 => new("SplitIntoNothing", "inn", "Name at least two initiatives that it is split into."),
            LifeStage.Merged or LifeStage.Split => SuccessorProblem(initiative, step, all),
            _ => null,
        };
    }

    private static Problem? SuccessorProblem(Initiative initiative, LifeStep step, IReadOnlyDictionary<Guid, Initiative> all)
    {
        foreach (var id in step.Successors)
        {
            if (id == initiative.Id) return new("SuccessorItself", "inn", "An initiative cannot become itself: choose another.");
            if (!all.TryGetValue(id, out var successor)) return new("SuccessorUnknown", "inn", "There is no such initiative in the portfolio.");
            if (Ancestry.LeadsTo(successor, initiative.Id, all)) return new("SuccessorCircle", "inn", "That initiative came from this one: it cannot become its origin.");
            if (successor.StageOn(step.On)?.Stage != LifeStage.InPortfolio) return new("SuccessorOutside", "inn", "An initiative can only go on in one that is in the portfolio on that day.");
        }

        return null;
    }
}

using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Nothing comes into a round that is not open yet or is published.</summary>
internal static class RoundFrozen
{
    /// <summary>Why nothing can be recorded in a round; null where it can.</summary>
    public static Problem? ProblemOf(RoundState state, string code) => state switch
    {
        RoundState.Planned => new("RoundNotOpen", "round", $"The round {code} is planned: open it first."),
        RoundState.Published => new("RoundPublished", "round", $"The round {code} is published and frozen: reopen it first, with a reason."),
        _ => null,
    };
}

using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The ways in which what two sides say can't both be true, or can't go on. Each is a rule; docs/contradictions.md tells them in words.</summary>
public enum ContradictionRule
{
    /// <summary>Needed before the other side plans to deliver.</summary>
    NeededBeforeDelivered,

    /// <summary>Reported green, though the giver is red.</summary>
    GreenGiverRed,

    /// <summary>Reported green, though the giver's delivery or end lies in the past and is not done.</summary>
    GreenGiverLate,

    /// <summary>The giver is paused, stopped or withdrawn.</summary>
    GiverLeft,

    /// <summary>Reported green and critical, though none of the giver's deliverables is like what is needed.</summary>
    GreenNoSuchDeliverable,

    /// <summary>The deadline has passed and it is not closed.</summary>
    DeadlinePassed,

    /// <summary>Critical, open and without a date.</summary>
    CriticalWithoutDeadline,

    /// <summary>Nothing in the giver's report tells of the receiver.</summary>
    UnknownToGiver,

    /// <summary>They wait for each other in a circle.</summary>
    Circle,

    /// <summary>An initiative that depends on itself.</summary>
    Itself,

    /// <summary>The receiver says red and the giver green, or the receiver yellow and the giver red.</summary>
    StatusDiffers,

    /// <summary>Reported open in the round before, and gone now.</summary>
    Vanished,

    /// <summary>A part of the common foundation that several need and nobody pays for.</summary>
    UnfundedPart,

    /// <summary>The giver has answered otherwise than the receiver needs.</summary>
    Clash,
}

/// <summary>A contradiction that was found in a round.</summary>
/// <param name="Rule">By which rule.</param>
/// <param name="Severity">How grave it is: of a critical dependency graver than of another.</param>
public sealed record Contradiction(ContradictionRule Rule, Level Severity)
{
    /// <summary>The dependency; null for circles and parts of the foundation.</summary>
    public RegisteredNeed? Need { get; init; }

    /// <summary>The giver as it stands, or stood last; null where the rule has none.</summary>
    public Standing? Giver { get; init; }

    /// <summary>The parts of the common foundation that the dependency names and the giver makes, in words; null where the giver itself is named.</summary>
    public LocalText? ByParts => Need is not null && Giver is not null ? Need.PartsMadeBy(Giver.Initiative.Id) : null;

    /// <summary>The giver's deliverable that is meant; null where none was found.</summary>
    public Deliverable? Deliverable { get; init; }

    /// <summary>When the giver plans to deliver; null where the rule does not ask.</summary>
    public PartialDate? Delivered { get; init; }

    /// <summary>Those of a circle, each waiting for the next and the last for the first; empty otherwise.</summary>
    public ImmutableArray<Standing> Around { get; init; } = [];

    /// <summary>The part of the foundation; null otherwise.</summary>
    public FoundationPart? Part { get; init; }

    /// <summary>How many initiatives need the part; 0 otherwise.</summary>
    public int Waiting { get; init; }

    /// <summary>The dependency that is gone, as it was reported; null otherwise.</summary>
    public Dependency? Gone { get; init; }

    /// <summary>Whose the gone dependency was; null otherwise.</summary>
    public Standing? Owner { get; init; }

    /// <summary>The giver's answer; null where it has not answered.</summary>
    public NeedAnswer? Answer { get; init; }

    /// <summary>The initiative that has it; null for a part of the foundation.</summary>
    public Standing? Receiver => Need?.Receiver ?? Owner ?? (Around.IsEmpty ? null : Around[0]);

    /// <summary>What it is, in one sentence with both sides' words, dates and statuses.</summary>
    public LocalText Sentence => ContradictionWords.Of(this);
}

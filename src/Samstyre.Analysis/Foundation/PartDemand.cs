using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A measure or building block of the common foundation with those who need it.</summary>
/// <param name="Target">Which.</param>
/// <param name="Part">As the portfolio's definition tells of it.</param>
/// <param name="Needs">What is reported on it, or on a building block that the measure makes better, in the register's order. What its author has closed is left out.</param>
public sealed record PartDemand(TargetRef Target, FoundationPart Part, ImmutableArray<RegisteredNeed> Needs)
{
    /// <summary>The initiatives that need it, each once, in the register's order.</summary>
    public ImmutableArray<Standing> Initiatives { get; } = [.. Needs.Select(need => need.Receiver).DistinctBy(receiver => receiver.Initiative.Id)];

    /// <summary>Those of them for whom much depends on it.</summary>
    public ImmutableArray<Standing> Critical { get; } = [.. Needs.Where(need => need.Criticality == Level.High).Select(need => need.Receiver).DistinctBy(receiver => receiver.Initiative.Id)];

    /// <summary>The earliest date by which somebody needs it; null where nobody gave one.</summary>
    public PartialDate? FirstNeeded => Needs.Min(need => need.NeededBy);

    /// <summary>What is needed before it is planned to be there; empty where there is no plan.</summary>
    public IEnumerable<RegisteredNeed> TooEarly => Part.Planned is { } planned ? Needs.Where(need => need.NeededBy < planned) : [];

    /// <summary>Whether somebody needs it and nobody has said when it is there.</summary>
    public bool LacksPlan => Needs.Length > 0 && Part.Planned is null;

    /// <summary>Whether somebody needs it, and nobody pays or nobody has said who does.</summary>
    public bool LacksFunding => Needs.Length > 0 && Part.Funding is not (FundingState.Funded or FundingState.Partly);
}

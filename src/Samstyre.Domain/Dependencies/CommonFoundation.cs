namespace Samstyre.Domain;

/// <summary>Whether a part of the common foundation is paid for.</summary>
public enum FundingState
{
    /// <summary>Paid for as planned.</summary>
    Funded,

    /// <summary>Paid for in part.</summary>
    Partly,

    /// <summary>Nobody pays.</summary>
    Unfunded,
}

/// <summary>The common foundation (felles grunnmur): the national components that initiatives stand on, and the plan that makes them.</summary>
/// <param name="Goals">Result goals in order.</param>
/// <param name="Measures">Measures (RM5-T3) in order.</param>
/// <param name="Blocks">Building blocks in order.</param>
public sealed record CommonFoundation(IReadOnlyList<ResultGoal> Goals, IReadOnlyList<FoundationPart> Measures, IReadOnlyList<FoundationPart> Blocks)
{
    /// <summary>Of a portfolio that has none.</summary>
    public static CommonFoundation None { get; } = new([], [], []);

    /// <summary>Measures and building blocks, with the kind that names them.</summary>
    public IEnumerable<(TargetRef Target, FoundationPart Part)> Parts() =>
        Measures.Select(measure => (new TargetRef(TargetKind.Measure, measure.Code), measure))
            .Concat(Blocks.Select(block => (new TargetRef(TargetKind.BuildingBlock, block.Code), block)));
}

/// <summary>A result goal (resultatmål) of the foundation's plan.</summary>
/// <param name="Code">Its number, <c>RM5</c>.</param>
/// <param name="Name">What is reached.</param>
public sealed record ResultGoal(string Code, LocalText Name);

/// <summary>A measure or a building block of the foundation.</summary>
/// <param name="Code">A measure's number, <c>RM5-T3</c>; a block's short name, <c>helseid</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other ways in which people write it.</param>
public sealed record FoundationPart(string Code, LocalText Name, IReadOnlyList<string> Aliases)
{
    /// <summary>Code of the result goal that a measure serves; null for a block, and where nobody said.</summary>
    public string? Goal { get; init; }

    /// <summary>Code of the organisation that answers for it; null where nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>National ids of the initiatives that make it; empty where none does.</summary>
    public IReadOnlyList<int> Initiatives { get; init; } = [];

    /// <summary>Codes of the building blocks that a measure makes better; empty for a block.</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    /// <summary>When work begins; null where it is not planned.</summary>
    public PartialDate? From { get; init; }

    /// <summary>When it is there; null where it is not planned.</summary>
    public PartialDate? Planned { get; init; }

    /// <summary>How it goes; null where nobody said.</summary>
    public TrafficLight? Status { get; init; }

    /// <summary>Whether it is paid for; null where nobody said.</summary>
    public FundingState? Funding { get; init; }
}

using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What of the map of dependencies is shown. What is said together must all hold.</summary>
public sealed record MapFilter
{
    /// <summary>The most steps away from the focus.</summary>
    public const int MostSteps = 5;

    /// <summary>Everything.</summary>
    public static MapFilter All { get; } = new();

    /// <summary>Code of a segment: dependencies with an initiative of it on one side at least; null for all.</summary>
    public string? Segment { get; init; }

    /// <summary>Code of a strategy area, in the same way; null for all.</summary>
    public string? Area { get; init; }

    /// <summary>Code of an organisation: dependencies with its work, or itself, on one side at least; null for all.</summary>
    public string? Organisation { get; init; }

    /// <summary>Only what much depends on.</summary>
    public bool OnlyCritical { get; init; }

    /// <summary>Kinds that are left out; initiatives never are.</summary>
    public IReadOnlyCollection<TargetKind> Hidden { get; init; } = [];

    /// <summary>What stands in the middle, with what it waits for and who waits for it; null for the whole map.</summary>
    public TargetRef? Focus { get; init; }

    /// <summary>How many steps away from the focus, each way; from 1 to <see cref="MostSteps"/>.</summary>
    public int Steps { get; init => field = Math.Clamp(value, 1, MostSteps); } = 1;

    /// <summary>Whether a node is what the filter asks for.</summary>
    internal bool Concerns(MapNode node) =>
        (Segment is null || node.Segment == Segment) && (Area is null || node.Area == Area) && (Organisation is null || node.Organisation == Organisation);

    /// <summary>Whether nodes of a kind are drawn.</summary>
    internal bool Shows(TargetKind kind) => kind == TargetKind.Initiative || !Hidden.Contains(kind);

    /// <summary>Whether a need is drawn.</summary>
    internal bool Shows(RegisteredNeed need) => !need.IsClosed && (!OnlyCritical || need.Criticality == Level.High);
}

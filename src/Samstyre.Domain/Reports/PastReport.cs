namespace Samstyre.Domain;

/// <summary>What is asked of a report once a newer one stands: what it planned, and what it needed.</summary>
public sealed record PastReport
{
    /// <summary>The keys of the interchange format that hold what it planned.</summary>
    public static IReadOnlyList<string> Plan { get; } = ["deliverables"];

    /// <summary>The keys of all of it.</summary>
    public static IReadOnlyList<string> All { get; } = ["deliverables", "dependencies"];

    /// <summary>Main deliverables, in the form's order; empty where none are reported or seen.</summary>
    public IReadOnlyList<Deliverable> Deliverables { get; init => field = value ?? []; } = [];

    /// <summary>Dependencies, in the form's order; empty where none are reported or seen, or were not asked for.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; init => field = value ?? []; } = [];
}

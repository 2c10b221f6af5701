namespace Samstyre.Domain;

/// <summary>A step that somebody wants an initiative to take.</summary>
/// <param name="On">The day it takes effect.</param>
/// <param name="Stage">What it becomes.</param>
/// <param name="Reason">Why, in a person's words.</param>
public sealed record LifeStep(DateOnly On, LifeStage Stage, string Reason)
{
    /// <summary>Those that go on with what it was: the one it is merged into, or those it is split into. Empty for every other step.</summary>
    public IReadOnlyList<Guid> Successors { get; init; } = [];

    /// <summary>How long a paused one is meant to rest; null where nobody knows.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who runs what a completed one made; null where nobody said.</summary>
    public string? HandedTo { get; init; }

    /// <summary>What it delivered; null where nobody said.</summary>
    public string? Delivered { get; init; }

    /// <summary>What it taught; null where nobody said.</summary>
    public string? Learned { get; init; }

    /// <summary>The case in which it was decided; null for none.</summary>
    public string? Case { get; init; }
}

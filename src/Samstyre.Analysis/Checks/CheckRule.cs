using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A value that a check is about.</summary>
/// <param name="Field">Its path, rows by place: <c>deliverables.2.planned</c>.</param>
/// <param name="Name">What it is; null where the field's own label says it.</param>
/// <param name="Value">As in <see cref="ConcernedValue"/>; null is not stated.</param>
public sealed record CheckedValue(string Field, LocalText? Name, object? Value);

/// <summary>A rule that a report is checked by before it is submitted.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Severity">How much it weighs: an error stops submission, what must be looked at asks for an explanation, the rest is only told.</param>
/// <param name="Sentence">What is wrong and what to do, in the three languages.</param>
public sealed record CheckRule(string Code, FindingSeverity Severity, LocalText Sentence)
{
    /// <summary>Whether it compares with the last report: the explanation of the changed field then explains it too.</summary>
    public bool AboutChange { get; init; }

    /// <summary>Where a report breaks it; nothing where it is kept or can't be judged.</summary>
    internal Func<CheckedReport, IEnumerable<Breach>> Test { get; init; } = _ => [];
}

/// <summary>A place where a report breaks a rule.</summary>
/// <param name="Field">Path of the field that is off.</param>
/// <param name="Values">The values concerned, its own first.</param>
internal sealed record Breach(string Field, ImmutableArray<CheckedValue> Values)
{
    /// <summary>Paths of changes that this says all about: no later rule about changes repeats them.</summary>
    public ImmutableArray<string> Covers { get; init; } = [];
}

/// <summary>What a check found.</summary>
/// <param name="Code">The rule's code.</param>
/// <param name="Severity">The rule's weight when the round opened.</param>
/// <param name="Field">Path of the field that is off, rows by their place in the report: <c>deliverables.2.planned</c>.</param>
/// <param name="Values">The values concerned, those of the field first.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="Explanation">What the reporter explained; null where nothing, and for what no words can mend.</param>
public sealed record CheckFinding(string Code, FindingSeverity Severity, string Field, ImmutableArray<CheckedValue> Values, LocalText Sentence, string? Explanation)
{
    /// <summary>What its explanation is kept under.</summary>
    public string Key => KeyOf(Code, Field);

    /// <summary>Whether it stands in the way of submission.</summary>
    public bool IsOpen => Severity == FindingSeverity.Error || (Severity == FindingSeverity.Review && Explanation is null);

    /// <summary>The key of a rule and a path.</summary>
    public static string KeyOf(string code, string path) => $"{code}@{path}";
}

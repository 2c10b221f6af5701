namespace Samstyre.Domain;

/// <summary>How reporting works in a portfolio, as data of it: which parts a segment must fill in, what counts as a significant change, and who sees what.</summary>
/// <param name="RequiredParts">Per segment code the parts of the form that must be filled in; a segment that is not named fills in all.</param>
/// <param name="Significant">What counts as a significant change.</param>
/// <param name="Masking">Who sees which part, before and after publication. What no line allows is hidden; the portfolio office sees everything.</param>
public sealed record ReportingRules(
    IReadOnlyDictionary<string, IReadOnlyList<ReportPart>> RequiredParts,
    SignificantChange Significant,
    IReadOnlyList<MaskLine> Masking)
{
    private static readonly ReportPart[] Everything = Enum.GetValues<ReportPart>();

    /// <summary>What a portfolio has that says nothing else: all parts required, and everything but persons' names public after publication.</summary>
    public static ReportingRules Default { get; } = new(
        new Dictionary<string, IReadOnlyList<ReportPart>>(StringComparer.Ordinal),
        new(MoneyShare: 0.10m, MoneyAtLeast: 1m, Days: 30),
        [.. from audience in (Audience[])[Audience.Public, Audience.Reporters, Audience.Committees, Audience.Architects]
            from part in Everything
            select new MaskLine(part, audience, Before: audience is Audience.Committees or Audience.Architects, After: true)]);

    /// <summary>The parts that a segment must fill in.</summary>
    public IReadOnlyList<ReportPart> PartsOf(string? segment) => segment is not null && RequiredParts.TryGetValue(segment, out var parts) ? parts : Everything;

    /// <summary>Whether an audience sees a part of the form.</summary>
    /// <param name="part">The part.</param>
    /// <param name="audience">Who.</param>
    /// <param name="published">Whether the round is published.</param>
    public bool Shows(ReportPart part, Audience audience, bool published) =>
        audience == Audience.Office || Masking.Any(line => line.Part == part && line.Audience == audience && (published ? line.After : line.Before));
}

/// <summary>What counts as a significant change since the last report: it asks for an explanation. A rating that gets worse always does.</summary>
/// <param name="MoneyShare">An amount that changes by more than this share (0-1) of what it was ...</param>
/// <param name="MoneyAtLeast">... and by at least this much, million NOK.</param>
/// <param name="Days">A date that moves by more than so many days, earlier or later.</param>
public sealed record SignificantChange(decimal MoneyShare, decimal MoneyAtLeast, int Days);

/// <summary>A line of the masking table.</summary>
/// <param name="Part">Part of the form.</param>
/// <param name="Audience">Who.</param>
/// <param name="Before">Whether they see it before the round is published.</param>
/// <param name="After">Whether they see it after that.</param>
public sealed record MaskLine(ReportPart Part, Audience Audience, bool Before, bool After);

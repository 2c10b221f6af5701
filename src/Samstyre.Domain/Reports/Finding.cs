using System.Text.Json.Serialization;

namespace Samstyre.Domain;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>The value can't be right or can't be read.</summary>
    Error,

    /// <summary>A person should look before the value is used.</summary>
    Review,

    /// <summary>Worth knowing; the value stands.</summary>
    Info,
}

/// <summary>Something that a reader or a rule noticed about a field.</summary>
/// <param name="Field">The key's path in the interchange format: <c>totalCostMnok</c>, <c>funding[1].y[2]</c>; empty for the whole form.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Message">What was noticed, one English sentence; screens show the sentence of <paramref name="Code"/>.</param>
/// <param name="Text">The words it comes from.</param>
/// <param name="Code">Stable name of the finding, key of its sentence in the text resources; null in reports from elsewhere.</param>
/// <param name="Line">Line in the source file, from 1.</param>
public sealed record Finding(string Field, FindingSeverity Severity, string Message, string? Text = null, string? Code = null, int? Line = null)
{
    /// <summary>Page of the source, from 1; null where it has no pages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    /// <summary>Slide of the source, from 1; null where it has no slides.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Slide { get; init; }

    /// <summary>Sheet of the source; null where it has no sheets.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sheet { get; init; }
}

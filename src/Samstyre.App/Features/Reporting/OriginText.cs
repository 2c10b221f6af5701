using System.Text.Json;

namespace Samstyre.App.Features.Reporting;

/// <summary>Why a person should look at a value that was read.</summary>
/// <param name="Code">Key of its sentence; null where it has none.</param>
/// <param name="Message">The English sentence.</param>
/// <param name="Text">The words it is about.</param>
internal sealed record OriginDoubt(string? Code, string Message, string? Text);

/// <summary>Where a value was read from, as words.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line in it; null where it has none.</param>
/// <param name="Text">The words it was read from.</param>
internal sealed record OriginText(string File, int? Line, string? Text)
{
    /// <summary>The stored file; null where it was not kept.</summary>
    public Guid? FileId { get; init; }

    /// <summary>Whether a person has looked at the value: it is theirs then, and no file takes its place.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Whether it waited because a person had written in the field.</summary>
    public bool IsBesidePerson { get; init; }

    /// <summary>Why a person should look.</summary>
    public IReadOnlyList<OriginDoubt> Doubts { get; init; } = [];

    public static OriginText? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<OriginText>(json);

    public static string Of(string json) => Read(json) is { } origin ? $"{origin.File}{(origin.Line is { } line ? $", {line}" : "")}{(origin.Text is { } text ? $": «{text}»" : "")}" : "";

    public string ToJson() => JsonSerializer.Serialize(this);
}

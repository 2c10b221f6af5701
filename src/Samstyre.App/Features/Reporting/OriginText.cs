using System.Text.Json;

namespace Samstyre.App.Features.Reporting;

/// <summary>Where a value was read from, as words.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line in it; null where it has none.</param>
/// <param name="Text">The words it was read from.</param>
internal sealed record OriginText(string File, int? Line, string? Text)
{
    public static string Of(string json) => JsonSerializer.Deserialize<OriginText>(json) is { } origin ? $"{origin.File}{(origin.Line is { } line ? $", {line}" : "")}{(origin.Text is { } text ? $": «{text}»" : "")}" : "";
}

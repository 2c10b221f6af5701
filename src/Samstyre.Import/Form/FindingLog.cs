using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Collects what the reader noticed and where each field stands, while one form is read.</summary>
internal sealed class FindingLog
{
    private readonly List<Finding> findings = [];
    private readonly SortedDictionary<string, int> provenance = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> Findings => findings;

    public IReadOnlyDictionary<string, int> Provenance => provenance;

    public void Found(string field, Place place)
    {
        if (place.Line is { } line) provenance.TryAdd(field, line);
    }

    public void Add(FindingSeverity severity, string code, string field, string? text, Place place, string message) =>
        findings.Add(new(field, severity, message, Shortened(text), code, place.Line) { Page = place.Page, Slide = place.Slide, Sheet = place.Sheet });

    public void Review(string code, string field, string? text, Place place, string message) => Add(FindingSeverity.Review, code, field, text, place, message);

    public void Info(string code, string field, string? text, Place place, string message) => Add(FindingSeverity.Info, code, field, text, place, message);

    private static string? Shortened(string? text) => text is { Length: > 300 } ? text[..299] + "…" : text;
}

/// <summary>A value read from words, and what to say when the reader was not sure. Doubt null: sure.</summary>
/// <param name="Value">What was read; default where the words give no such value.</param>
/// <param name="Doubt">Why a person should look.</param>
internal readonly record struct Read<T>(T Value, Doubt? Doubt = null);

/// <summary>Why the reader was not sure.</summary>
/// <param name="Code">Stable name of the finding.</param>
/// <param name="Message">The English sentence.</param>
/// <param name="Severity">Review unless the value can't be right.</param>
internal sealed record Doubt(string Code, string Message, FindingSeverity Severity = FindingSeverity.Review);

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>One report of a file, or why it could not be read. Exactly one of the two is there.</summary>
public sealed record ReportItem(Report? Report, FileProblem? Problem);

/// <summary>Reads reports in the interchange format: one JSON object, or an array of them.</summary>
public static class ReportFile
{
    private static readonly JsonTypeInfo<Report> Strict =
        ReportJson.TypeOf<Report>(new JsonSerializerOptions(ReportJson.Options) { RespectNullableAnnotations = true });

    /// <summary>Whether a file begins like JSON.</summary>
    public static bool Recognises(ReadOnlySpan<byte> start)
    {
        var text = start.StartsWith(Encoding.UTF8.Preamble) ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        return text.Length > 0 && text[0] is (byte)'{' or (byte)'[';
    }

    /// <summary>All reports of a file.</summary>
    public static FileReading Read(string fileName, byte[] bytes, PortfolioDefinition portfolio)
    {
        List<Report> reports = [];
        List<FileProblem> problems = [];
        foreach (var item in Stream(fileName, bytes, portfolio))
        {
            if (item.Report is { } report) reports.Add(report);
            if (item.Problem is { } problem) problems.Add(problem);
        }

        return new(reports, problems);
    }

    /// <summary>The reports one by one, so that only the file's bytes and the report in hand are in memory. A report with a mistake gives its problem and the next go on; broken JSON ends the file.</summary>
    public static IEnumerable<ReportItem> Stream(string fileName, ReadOnlyMemory<byte> bytes, PortfolioDefinition portfolio)
    {
        if (bytes.Length == 0)
        {
            yield return Failed(fileName, null, "FileEmpty", "The file is empty; ask the sender for a new copy.");
            yield break;
        }

        if (Utf8Of(bytes) is not { } utf8)
        {
            yield return Failed(fileName, null, "FileBinary", "The file is not text; reports are UTF-8 JSON.");
            yield break;
        }

        var elements = new JsonElements(utf8);
        while (elements.Next() is { } element) yield return One(fileName, element.Json, element.Line, portfolio);
        if (elements.Problem is { } broken) yield return Failed(fileName, broken.Line, "JsonInvalid", broken.Sentence);
    }

    private static ReportItem One(string fileName, ReadOnlyMemory<byte> json, int line, PortfolioDefinition portfolio)
    {
        Report report;
        try
        {
            report = JsonSerializer.Deserialize(json.Span, Strict) ?? throw new JsonException("A report must be a JSON object, not null.");
        }
        catch (JsonException wrong)
        {
            return Invalid(fileName, line + (int)(wrong.LineNumber ?? 0), wrong.Path is { Length: > 2 } path ? path[2..] : null, Own(wrong));
        }

        if (WholeReport.Missing(report) is { } missing) return Invalid(fileName, line, missing, null);
        List<Finding> findings = [.. report.Findings];
        if (report.Name is null) findings.Add(new("name", FindingSeverity.Error, "The report has no name of a project or programme.", null, "NameMissing", line));
        foreach (var key in ReportKeys.Unknown(json.Span))
            findings.Add(new(key, FindingSeverity.Info, $"The key {key} is not known in the interchange format and was left out.", null, "KeyUnknown", line));
        return new(report with
        {
            Source = report.Source ?? new(fileName, line),
            Organisation = Canonical(report, portfolio, findings, line),
            Findings = findings,
        }, null);
    }

    /// <summary>The canonical name: the given one where it is the portfolio's, else what its words or the author's name.</summary>
    private static string? Canonical(Report report, PortfolioDefinition portfolio, List<Finding> findings, int line)
    {
        var text = report.Organisation ?? report.OrganisationText;
        if (text is null) return null;
        var match = OrganisationNames.Find(portfolio, text);
        if (match is null) findings.Add(new("organisation", FindingSeverity.Review, "The organisation is none of the portfolio's.", text, "OrganisationUnknown", line));
        else if (!match.Exact) findings.Add(new("organisation", FindingSeverity.Info, "The organisation was recognised from a part of its name.", text, "OrganisationLikely", line));
        return match?.Organisation.Name;
    }

    private static ReadOnlyMemory<byte>? Utf8Of(ReadOnlyMemory<byte> bytes)
    {
        var start = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        if (Utf8.IsValid(start.Span) && !start.Span.Contains((byte)0)) return start;
        if (TextDecoding.Decode(bytes.Span).Text is not { } text) return null;
        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>The sentence of our own converters; null for what the serialiser says, which speaks of types to programmers. It always adds the path.</summary>
    private static string? Own(JsonException wrong) => wrong.Message.Contains(" Path: ", StringComparison.Ordinal) ? null : wrong.Message;

    private static ReportItem Invalid(string fileName, int line, string? field, string? why)
    {
        var sentence = (field, why) switch
        {
            (null, _) => "A report must be a JSON object, and this is none.",
            (_, null) => $"{field}: the value is missing or not of the kind that the field has. Correct it, or leave the key out, and import the file again.",
            _ => $"{field}: {why} Correct it, or leave the key out, and import the file again.",
        };
        return new(null, new(fileName, line, "ReportInvalid", sentence, field));
    }

    private static ReportItem Failed(string fileName, int? line, string code, string sentence) => new(null, new(fileName, line, code, sentence));
}

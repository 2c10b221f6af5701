using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Reads the forms of a file of any kind that people send: bytes to document to reports.</summary>
public static class FormReader
{
    /// <summary>The largest file that is read; a whole country's forms are a few megabytes.</summary>
    public const int MaxBytes = 50_000_000;

    /// <summary>All forms of a file, in document order, with findings; or what is wrong with the file.</summary>
    public static FileReading Read(string fileName, byte[] bytes, PortfolioDefinition definition)
    {
        if (bytes.Length == 0) return FileReading.Failed(new(fileName, null, "FileEmpty", "The file is empty; ask the sender for a new copy."));
        if (bytes.Length > MaxBytes) return FileReading.Failed(new(fileName, null, "FileTooLarge", $"The file is larger than {MaxBytes / 1_000_000} MB; forms are far smaller, so it is probably something else."));
        var reading = DocumentReader.Read(fileName, bytes);
        return reading.Document is { } document ? Forms(document, reading.GuessedEncoding, definition) : FileReading.Failed(reading.Problem!);
    }

    private static FileReading Forms(NeutralDocument document, string? fallback, PortfolioDefinition definition)
    {
        var forms = FormSplitter.Split(document);
        if (forms.Count == 0) return FileReading.Failed(new(document.FileName, null, "NoForm", "No form was found in the file: its label for the project's name and those that follow it are missing."));
        var reports = forms.Select(form => FormParser.WithDoubts(FormParser.Parse(document.FileName, form, definition), form)).Select(report => fallback is null ? report : Noted(report, fallback)).ToList();
        return new(reports, []) { Mark = reports.Count == 1 ? document.Mark : null };
    }

    private static Report Noted(Report report, string encoding) => report with
    {
        Findings = [.. report.Findings, new("", FindingSeverity.Info, $"The file was not UTF-8 and was read as {encoding}; check its letters.", encoding, "EncodingGuessed", 1)],
    };
}

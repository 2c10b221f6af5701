using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>A file as a document, or what is wrong with it.</summary>
/// <param name="Document">The document; null where the file could not be read.</param>
/// <param name="Problem">Why not; null where it could.</param>
internal readonly record struct DocumentReading(NeutralDocument? Document, FileProblem? Problem)
{
    /// <summary>The encoding that the text was taken for where it was not certain; otherwise null.</summary>
    public string? GuessedEncoding { get; init; }

    public static DocumentReading Failed(string file, string code, string message) => new(null, new(file, null, code, message));
}

/// <summary>Any file that people send to a neutral document. What a file is follows from its bytes; its name only decides between kinds of text.</summary>
internal static class DocumentReader
{
    private static ReadOnlySpan<byte> ZipStart => "PK"u8;

    private static ReadOnlySpan<byte> PdfStart => "%PDF"u8;

    public static DocumentReading Read(string fileName, byte[] bytes)
    {
        var start = bytes.AsSpan();
        if (start.StartsWith(ZipStart)) return OfficeReader.Read(fileName, bytes);
        if (OldOfficeFile.Recognises(start)) return OldOfficeFile.Refuse(fileName, bytes);
        if (start[..Math.Min(start.Length, 1024)].IndexOf(PdfStart) >= 0) return PdfReader.Read(fileName, bytes);
        if (start.StartsWith("{\\rtf"u8))
            return DocumentReading.Failed(fileName, "FormatRtf", "This is a rich text file (.rtf), which is not read: open it in Word or LibreOffice, save it as .docx, and read that.");
        if (HtmlReader.Recognises(fileName, bytes)) return Text(fileName, HtmlReader.Decode(bytes), HtmlReader.Read);
        // Letters that some systems write as a letter and an accent are one letter each.
        return Text(fileName, TextDecoding.Decode(bytes), (name, text) => MarkdownReader.Recognises(name) ? MarkdownReader.Read(name, ComposedText.Of(text)) : PlainTextReader.Read(name, ComposedText.Of(text)));
    }

    private static DocumentReading Text(string fileName, (string? Text, string? Fallback) decoded, Func<string, string, NeutralDocument> read) => decoded.Text is { } text
        ? new(read(fileName, text), null) { GuessedEncoding = decoded.Fallback }
        : DocumentReading.Failed(fileName, "FileBinary", "The file is none of the kinds that are read: Word (.docx), Excel (.xlsx), PowerPoint (.pptx), PDF, HTML, Markdown or text. Save the form as one of these.");
}

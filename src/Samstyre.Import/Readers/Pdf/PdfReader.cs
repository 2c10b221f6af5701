namespace Samstyre.Import;

/// <summary>A PDF to a neutral document, by pdftotext.</summary>
internal static class PdfReader
{
    public static DocumentReading Read(string fileName, byte[] bytes) => new(new(fileName, []), null);
}

using System.Xml;

namespace Samstyre.Import;

/// <summary>A PDF to a neutral document. Poppler's pdftotext says which words stand where, and its pdftocairo which lines are drawn; cells are what the lines enclose.</summary>
internal static class PdfReader
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static DocumentReading Read(string fileName, byte[] bytes) => Read(fileName, bytes, "pdftotext", Limit);

    /// <summary>As <see cref="Read(string, byte[])"/>, with the program and the time that it may take.</summary>
    internal static DocumentReading Read(string fileName, byte[] bytes, string program, TimeSpan limit)
    {
        var folder = Directory.CreateTempSubdirectory("samstyre-pdf-").FullName;
        try
        {
            var file = Path.Combine(folder, "form.pdf");
            File.WriteAllBytes(file, bytes);
            return Read(fileName, file, program, new PdfTool(folder, limit));
        }
        catch (XmlException)
        {
            return Damaged(fileName);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DocumentReading Read(string fileName, string file, string program, PdfTool tool)
    {
        var words = tool.Run(program, "-q", "-bbox", "-enc", "UTF-8", file, "-");
        // Only the quiet way leaves out the reason why a file can't be opened.
        if (words.Run == PdfRun.Failed) return tool.Run(program, file, "-").Errors.Contains("password", StringComparison.OrdinalIgnoreCase) ? Locked(fileName) : Damaged(fileName);
        if (Problem(fileName, words.Run) is { } problem) return problem;
        var pages = PdfWords.Read(words.Output);
        if (pages.Count == 0) return Damaged(fileName);
        var drawing = tool.Run("pdftocairo", "-q", "-svg", file, "-");
        if (drawing.Run is PdfRun.Missing or PdfRun.TooSlow) return Problem(fileName, drawing.Run)!.Value;
        // Without lines, which a file full of pictures may give none of, nothing is taken for a table.
        var rules = drawing.Run == PdfRun.Done ? PdfRules.Read(drawing.Output) : [];
        return new(new(fileName, PdfPages.Blocks(pages, rules)), null);
    }

    private static DocumentReading? Problem(string fileName, PdfRun run) => run switch
    {
        PdfRun.Missing => DocumentReading.Failed(fileName, "PdfToolMissing", "PDF files can't be read here, because the program pdftotext is missing: send the form as a Word file, or have poppler-utils installed."),
        PdfRun.TooSlow or PdfRun.TooLarge => DocumentReading.Failed(fileName, "PdfTooSlow", "Reading the PDF took too long: send the form as a Word file."),
        _ => null,
    };

    private static DocumentReading Locked(string fileName) => DocumentReading.Failed(fileName, "FileLocked", "The file is locked with a password: open it, take the password away, save it, and read it again.");

    private static DocumentReading Damaged(string fileName) => DocumentReading.Failed(fileName, "FileDamaged", "The file is damaged or incomplete: open it in the program it was made with and save it again, or ask the sender for a new copy.");
}

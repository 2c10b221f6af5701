using System.Globalization;
using System.Xml;

namespace Samstyre.Import;

/// <summary>A PDF to a neutral document. Poppler's pdftotext says which words stand where, and its pdftocairo which lines are drawn; cells are what the lines enclose.</summary>
internal static class PdfReader
{
    /// <summary>The largest page that the format knows.</summary>
    private const double MostPoints = 14_400;

    /// <summary>Drawings are large, so that of a whole compendium is taken in parts.</summary>
    private const int PagesAtOnce = 80;

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
        var rules = new List<List<PdfRule>>();
        string[] paper = Paper(pages);
        for (var first = 1; first <= pages.Count; first += PagesAtOnce)
        {
            var last = Math.Min(pages.Count, first + PagesAtOnce - 1);
            var drawing = tool.Run("pdftocairo", ["-q", "-svg", .. paper, "-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture), file, "-"]);
            if (drawing.Run is PdfRun.Missing or PdfRun.TooSlow) return Problem(fileName, drawing.Run)!.Value;
            // Without lines, which pages full of pictures may give none of, only space tells cells apart.
            if (drawing.Run == PdfRun.Done) rules.AddRange(PdfRules.Read(drawing.Output).Take(last - first + 1));
            while (rules.Count < last) rules.Add([]);
        }

        return new(new(fileName, PdfPages.Blocks(pages, rules)), null);
    }

    /// <summary>Paper that every page fits on unshrunk: otherwise all are drawn on paper of the first page's size, and wider ones are cut.</summary>
    private static string[] Paper(List<PdfPage> pages) => ["-nocenter", "-noshrink", "-paperw", Points(pages.Max(page => page.Width)), "-paperh", Points(pages.Max(page => page.Height))];

    private static string Points(double size) => Math.Ceiling(Math.Clamp(size, 1, MostPoints)).ToString(CultureInfo.InvariantCulture);

    private static DocumentReading? Problem(string fileName, PdfRun run) => run switch
    {
        PdfRun.Missing => DocumentReading.Failed(fileName, "PdfToolMissing", "PDF files can't be read here, because the program pdftotext is missing: send the form as a Word file, or have poppler-utils installed."),
        PdfRun.TooSlow or PdfRun.TooLarge => DocumentReading.Failed(fileName, "PdfTooSlow", "Reading the PDF took too long: send the form as a Word file."),
        _ => null,
    };

    private static DocumentReading Locked(string fileName) => DocumentReading.Failed(fileName, "FileLocked", "The file is locked with a password: open it, take the password away, save it, and read it again.");

    private static DocumentReading Damaged(string fileName) => DocumentReading.Failed(fileName, "FileDamaged", "The file is damaged or incomplete: open it in the program it was made with and save it again, or ask the sender for a new copy.");
}

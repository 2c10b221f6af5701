using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Any file to reports: the one door into this room. Which reader a file gets follows from its content, with its name's ending as the hint people gave.</summary>
public static class ReportReader
{
    /// <summary>The largest file that is read. Interchange files of a whole country's portfolio stay below.</summary>
    public const long MaxBytes = 150_000_000;

    /// <summary>The content of a file on disk, or why it can't be had.</summary>
    internal static (byte[] Bytes, FileProblem? Problem) BytesOf(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MaxBytes)
                return ([], new(name, null, "FileTooLarge", $"The file has {length / 1_000_000} MB, more than the {MaxBytes / 1_000_000} MB that are read; it is probably something else."));
            return (File.ReadAllBytes(path), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], new(name, null, "FileUnreadable", $"The file could not be opened: {e.Message.TrimEnd('.')}. Check that it exists and that you may read it."));
        }
    }

    /// <summary>The reports of a file's bytes.</summary>
    public static FileReading Read(string fileName, byte[] bytes, PortfolioDefinition definition)
    {
        if (ReportFile.Recognises(bytes) || HasEnding(fileName, ".json")) return ReportFile.Read(fileName, bytes, definition);
        if (PortfolioTable.Recognises(bytes) || HasEnding(fileName, ".tsv", ".csv")) return PortfolioTable.Read(fileName, bytes, definition);
        return FormReader.Read(fileName, bytes, definition);
    }

    private static bool HasEnding(string fileName, params string[] endings) => endings.Any(ending => fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}

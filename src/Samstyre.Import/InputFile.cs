using System.IO.Compression;

namespace Samstyre.Import;

/// <summary>A file that people sent, by itself or in a zip.</summary>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Bytes">Its content; empty where it could not be had.</param>
/// <param name="Problem">Why not; null where it could.</param>
public sealed record InputFile(string Name, byte[] Bytes, FileProblem? Problem = null)
{
    private const int MostFiles = 5_000;

    /// <summary>What the files of a zip may come to together: a small zip can hold very much.</summary>
    private const long MostBytes = 2_000_000_000;

    /// <summary>The reports in it, or what is wrong with it.</summary>
    public FileReading Read(Domain.PortfolioDefinition definition) => Problem is { } problem ? FileReading.Failed(problem) : ReportReader.Read(Name, Bytes, definition);

    /// <summary>The files that a file is: those in it where it is a zip, one after the other; else itself.</summary>
    public static IEnumerable<InputFile> Of(string name, byte[] bytes)
    {
        if (Archive(bytes) is not { } zip) return [new(name, bytes)];
        return InZip(name, zip);
    }

    /// <summary>The same for a file on disk.</summary>
    public static IEnumerable<InputFile> OfPath(string path)
    {
        var (bytes, problem) = ReportReader.BytesOf(path);
        var name = Path.GetFileName(path);
        return problem is null ? Of(name, bytes) : [new(name, [], problem)];
    }

    /// <summary>The zip that the bytes are, where they are one that is no document itself.</summary>
    private static ZipArchive? Archive(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8)) return null;
        try
        {
            using var package = OfficePackage.Open(bytes);
            if (package.Main() is not null || package.Has("mimetype")) return null;
            return new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException)
        {
            // Whoever reads it as a form says what is wrong.
            return null;
        }
    }

    private static IEnumerable<InputFile> InZip(string name, ZipArchive zip)
    {
        using var opened = zip;
        // What systems add for themselves is no form.
        var entries = zip.Entries.Where(entry => entry.Name.Length > 0 && entry.Name[0] != '.' && !entry.FullName.StartsWith("__MACOSX", StringComparison.OrdinalIgnoreCase)).ToList();
        if (entries.Count is 0 or > MostFiles)
        {
            yield return Failed(name, entries.Count == 0 ? "ZipEmpty" : "ZipTooMany", entries.Count == 0 ? "There are no files in the zip." : $"The zip holds more than {MostFiles} files: share them among several zips.");
            yield break;
        }

        var left = MostBytes;
        foreach (var entry in entries.OrderBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase))
        {
            // Only the last part of a name: a zip may not choose folders.
            var file = Unpacked(Path.GetFileName(entry.FullName.Replace('\\', '/')), entry, left);
            left -= file.Bytes.Length;
            yield return file;
        }
    }

    private static InputFile Unpacked(string name, ZipArchiveEntry entry, long left)
    {
        if (entry.IsEncrypted) return Failed(name, "FileLocked", "The file is locked with a password: take the password away, and read it again.");
        try
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            var buffer = new byte[81_920];
            for (var count = content.Read(buffer); count > 0; count = content.Read(buffer))
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > Math.Min(left, FormReader.MaxBytes)) return Failed(name, "FileTooLarge", $"The file is larger than {FormReader.MaxBytes / 1_000_000} MB; forms are far smaller, so it is probably something else.");
            }

            var all = bytes.ToArray();
            return Archive(all) is { } inner ? Nested(name, inner) : new(name, all);
        }
        catch (InvalidDataException)
        {
            return Failed(name, "FileDamaged", "The file is damaged or incomplete: ask the sender for a new copy.");
        }
    }

    private static InputFile Nested(string name, ZipArchive inner)
    {
        inner.Dispose();
        return Failed(name, "ZipInZip", "This is a zip within a zip: unpack it, and read what is in it.");
    }

    private static InputFile Failed(string name, string code, string message) => new(name, [], new(name, null, code, message));
}

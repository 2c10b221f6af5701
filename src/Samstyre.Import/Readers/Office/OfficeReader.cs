using System.Xml;

namespace Samstyre.Import;

/// <summary>Files that are zips: Word, PowerPoint and Excel by what is in them, whatever their name says; the rest is refused with what to do.</summary>
internal static class OfficeReader
{
    /// <summary>The reader of each kind, by the part that the file is about.</summary>
    private static readonly (string Folder, Func<string, OfficePackage, string, NeutralDocument> Read)[] Kinds =
    [
        ("word/", WordReader.Read), ("ppt/", SlideReader.Read), ("xl/", SheetReader.Read),
    ];

    public static DocumentReading Read(string fileName, byte[] bytes)
    {
        try
        {
            using var package = OfficePackage.Open(bytes);
            if (package.Main() is { } main)
            {
                foreach (var (folder, read) in Kinds)
                {
                    if (main.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && package.Has(main)) return new(read(fileName, package, main) with { Mark = OfficeMark.Of(package) }, null);
                }
            }

            return Refused(fileName, package);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            return DocumentReading.Failed(fileName, "FileDamaged", "The file is damaged or incomplete: open it in the program it was made with and save it again, or ask the sender for a new copy.");
        }
    }

    private static DocumentReading Refused(string fileName, OfficePackage package) =>
        package.Has("mimetype") && package.Has("content.xml")
            ? DocumentReading.Failed(fileName, "FormatOpenDocument", "This is an OpenDocument file (.odt, .ods, .odp), which is not read: open it, save it as .docx, .xlsx or .pptx, and read that.")
            : DocumentReading.Failed(fileName, "FormatZip", "This is a zip that is no Word, Excel or PowerPoint file. Several forms in a zip are read when it is uploaded or imported as a zip; a single file has to be a form.");
}

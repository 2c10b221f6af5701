using System.Text;

namespace Samstyre.Import;

/// <summary>Files in Microsoft's compound format: documents of before 2007, and newer ones that are locked with a password.</summary>
internal static class OldOfficeFile
{
    private static readonly byte[] Lock = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>Says which of the two it is and what to do.</summary>
    public static DocumentReading Refuse(string fileName, byte[] bytes) => bytes.AsSpan().IndexOf(Lock) >= 0
        ? DocumentReading.Failed(fileName, "FileLocked", "The file is locked with a password: open it, take the password away, save it, and read it again.")
        : DocumentReading.Failed(fileName, "FormatOld", "This is a Word, Excel or PowerPoint file of the kind used before 2007 (.doc, .xls, .ppt), which is not read: open it, save it as .docx, .xlsx or .pptx, and read that.");
}

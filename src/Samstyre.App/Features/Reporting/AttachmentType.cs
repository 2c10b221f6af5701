using System.Text;
using Samstyre.Domain;

namespace Samstyre.App.Features.Reporting;

/// <summary>What an attached file is: its name says what it should be, its content whether it is.</summary>
internal static class AttachmentType
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    private static readonly Dictionary<string, (string MediaType, Func<byte[], bool> Is)> Types = new(StringComparer.Ordinal)
    {
        [".pdf"] = ("application/pdf", bytes => Begins(bytes, "%PDF-"u8)),
        [".docx"] = (Office + "wordprocessingml.document", bytes => IsOffice(bytes, "word/document.xml"u8)),
        [".xlsx"] = (Office + "spreadsheetml.sheet", bytes => IsOffice(bytes, "xl/workbook.xml"u8)),
        [".pptx"] = (Office + "presentationml.presentation", bytes => IsOffice(bytes, "ppt/presentation.xml"u8)),
        [".png"] = ("image/png", bytes => Begins(bytes, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        [".jpg"] = ("image/jpeg", bytes => Begins(bytes, [0xFF, 0xD8, 0xFF])),
        [".jpeg"] = ("image/jpeg", bytes => Begins(bytes, [0xFF, 0xD8, 0xFF])),
        [".txt"] = ("text/plain", IsText),
        [".csv"] = ("text/csv", IsText),
    };

    /// <summary>The endings that are taken, for the file chooser.</summary>
    public static string Endings { get; } = string.Join(',', Types.Keys);

    /// <summary>The media type; null for a file that is not taken.</summary>
    public static string? Of(string name, byte[] bytes) => Types.TryGetValue(FileName.EndingOf(name), out var type) && type.Is(bytes) ? type.MediaType : null;

    private static bool Begins(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> start) => bytes.StartsWith(start);

    // Programs inside documents are not taken, whatever the file is called.
    private static bool IsOffice(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> part) =>
        bytes.StartsWith(Zip) && bytes.IndexOf("[Content_Types].xml"u8) >= 0 && bytes.IndexOf(part) >= 0 && bytes.IndexOf("vbaProject.bin"u8) < 0;

    private static bool IsText(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble) || bytes.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble)) return true;
        if (bytes.AsSpan().Contains((byte)0) || Types.Any(type => !type.Value.MediaType.StartsWith("text/", StringComparison.Ordinal) && type.Value.Is(bytes))) return false;
        return bytes.Count(one => one < 0x20 && one is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')) <= bytes.Length / 50;
    }
}

namespace Samstyre.App.Features.Reports;

/// <summary>When a PDF was printed is the only thing in it that differs from print to print.</summary>
internal static class PdfDates
{
    private const int LongestDate = 64;

    /// <summary>The file with blanks where the dates stood: its table of contents counts bytes, so none may move.</summary>
    public static byte[] Without(byte[] pdf)
    {
        Blank(pdf, "/CreationDate (D:"u8);
        Blank(pdf, "/ModDate (D:"u8);
        return pdf;
    }

    // Both stand in the file's one dictionary of properties, which Chromium writes first and uncompressed.
    private static void Blank(byte[] pdf, ReadOnlySpan<byte> entry)
    {
        var start = pdf.AsSpan().IndexOf(entry);
        if (start < 0) return;
        var rest = pdf.AsSpan(start);
        var end = rest[..Math.Min(rest.Length, LongestDate)].IndexOf((byte)')');
        if (end > 0) rest[..(end + 1)].Fill((byte)' ');
    }
}

using System.Text;

namespace Samstyre.Import;

/// <summary>Bytes to text: UTF-8 and UTF-16 by their marks, UTF-8 where it is valid, else Windows-1252, which Latin-1 is a part of.</summary>
internal static class TextDecoding
{
    /// <summary>What bytes are read as that are neither UTF-8 nor UTF-16.</summary>
    public const string LastResort = "Windows-1252";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, and the encoding's name where it was not UTF-8. Null text: the bytes are not text.</summary>
    public static (string? Text, string? Fallback) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF })) bytes = bytes[3..];
        else if (bytes.StartsWith(new byte[] { 0xFF, 0xFE })) return (Encoding.Unicode.GetString(bytes[2..]), "UTF-16");
        else if (bytes.StartsWith(new byte[] { 0xFE, 0xFF })) return (Encoding.BigEndianUnicode.GetString(bytes[2..]), "UTF-16");
        if (LooksLikeUtf16(bytes, lowByteFirst: true)) return (Encoding.Unicode.GetString(bytes), "UTF-16");
        if (LooksLikeUtf16(bytes, lowByteFirst: false)) return (Encoding.BigEndianUnicode.GetString(bytes), "UTF-16");
        if (LooksBinary(bytes)) return (null, null);
        try
        {
            return (StrictUtf8.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return (Encoding.GetEncoding(1252).GetString(bytes), LastResort);
        }
    }

    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes, bool lowByteFirst)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 512)];
        if (sample.Length < 8) return false;
        int zeros = 0, others = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[lowByteFirst ? i + 1 : i] == 0) zeros++;
            if (sample[lowByteFirst ? i : i + 1] == 0) others++;
        }

        return zeros > sample.Length / 2 * 0.8 && others == 0;
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        var sample = bytes[..Math.Min(bytes.Length, 8192)];
        foreach (var b in sample)
        {
            if (b == 0) return true;
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x0B)) controls++;
        }

        return controls > sample.Length / 50;
    }
}

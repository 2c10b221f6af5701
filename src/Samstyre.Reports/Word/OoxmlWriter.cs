using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Samstyre.Reports;

/// <summary>Writes a part of an Office file as a stream of UTF-8. In <c>Write($"…{value}…")</c> the literals are XML and every value is text: encoded, and rid of what XML or a line of text can't hold. All text of a file passes here.</summary>
internal sealed class OoxmlWriter(Stream output) : IDisposable
{
    private const int Full = 32 * 1024;
    private const int TextAtOnce = 8 * 1024;
    private static readonly SearchValues<char> Special = SearchValues.Create(
    [
        '<', '>', '&', '"', '\'', '\u0085', '\u2028', '\u2029',
        // Bidirectional embeddings, overrides and isolates reach past the text they stand in; plain direction marks don't, and stay.
        '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069',
        '\ufffe', '\uffff', .. Enumerable.Range(0, 0x20).Select(code => (char)code),
    ]);

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(2 * Full);
    private int length;

    /// <summary>Appends XML with values as text.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref OoxmlText xml)
    {
        _ = xml;
        if (length > Full) Flush();
    }

    /// <summary>Appends a constant piece of XML.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        if (length + utf8.Length > buffer.Length) Flush();
        if (utf8.Length > buffer.Length)
        {
            output.Write(utf8);
            return;
        }

        utf8.CopyTo(buffer.AsSpan(length));
        length += utf8.Length;
    }

    /// <summary>Appends a text. Its line breaks become spaces; <see cref="WordRuns"/> keeps those of paragraphs.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            Transcode(text[..at]);
            Write(text[at] switch
            {
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '&' => "&amp;"u8,
                '"' => "&quot;"u8,
                '\'' => "&#39;"u8,
                '\t' or '\n' or '\v' or '\r' or '\u0085' or '\u2028' or '\u2029' => " "u8,
                _ => default,
            });
            text = text[(at + 1)..];
        }

        Transcode(text);
    }

    public void Dispose()
    {
        if (buffer.Length == 0) return;
        Flush();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void Transcode(ReadOnlySpan<char> text)
    {
        while (text.Length > TextAtOnce)
        {
            var cut = char.IsHighSurrogate(text[TextAtOnce - 1]) ? TextAtOnce - 1 : TextAtOnce;
            Transcode(text[..cut]);
            text = text[cut..];
        }

        if (length + (text.Length * 3) > buffer.Length) Flush();
        length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
    }

    private void Flush()
    {
        output.Write(buffer, 0, length);
        length = 0;
    }

    /// <summary>The compiler's way of handing over an interpolated string piece by piece.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct OoxmlText
    {
        private readonly OoxmlWriter writer;

        public OoxmlText(int literalLength, int formattedCount, OoxmlWriter writer)
        {
            _ = (literalLength, formattedCount);
            this.writer = writer;
        }

        public void AppendLiteral(string xml) => writer.Transcode(xml);

        public void AppendFormatted(string? text) => writer.Text(text);

        public void AppendFormatted(int number)
        {
            if (writer.length + 11 > writer.buffer.Length) writer.Flush();
            Utf8Formatter.TryFormat(number, writer.buffer.AsSpan(writer.length), out var written);
            writer.length += written;
        }

        public void AppendFormatted(decimal number) => writer.Transcode(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup markup) => writer.Write(markup.Utf8.Span);
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;

namespace Samstyre.Reports;

/// <summary>HTML that is already encoded.</summary>
/// <param name="Utf8">The bytes to write as they are.</param>
public readonly record struct Markup(ReadOnlyMemory<byte> Utf8)
{
    /// <summary>Renders a piece once, to be written often.</summary>
    public static Markup Of(Action<HtmlWriter> render)
    {
        using var html = new HtmlWriter();
        render(html);
        return new(html.Written.ToArray());
    }
}

/// <summary>Renders a page into one pooled buffer of UTF-8, or piece by piece into a stream. In <c>Write($"…{value}…")</c> the literals are HTML and every value is encoded; only <see cref="Markup"/> passes as it is. Attributes must stand in double quotes.</summary>
/// <param name="output">Where what is written goes whenever the buffer is full, and at <see cref="Flush"/>; null keeps all of it.</param>
public sealed class HtmlWriter(Stream? output = null) : IDisposable
{
    // What has a meaning in HTML, and control characters, which may not stand in it. All are ASCII, so that looking for them is quick.
    private static readonly SearchValues<char> Encoded = SearchValues.Create([
        .. "<>&\"'", .. Enumerable.Range(0, 32).Select(code => (char)code).Where(code => code is not ('\t' or '\n' or '\f' or '\r')), '\u007f']);

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int length;

    /// <summary>What has been written, apart from what is in the stream already.</summary>
    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, length);

    /// <summary>Appends HTML with encoded values.</summary>
    public HtmlWriter Write([InterpolatedStringHandlerArgument("")] ref HtmlText html)
    {
        _ = html;
        return this;
    }

    /// <summary>Appends a constant piece of HTML.</summary>
    public HtmlWriter Write(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(buffer.AsSpan(length));
        length += utf8.Length;
        return this;
    }

    /// <summary>Appends a text, encoded.</summary>
    public HtmlWriter Text(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Encoded) is >= 0 and var at)
        {
            Transcode(text[..at]);
            Write(text[at] switch
            {
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '&' => "&amp;"u8,
                '"' => "&quot;"u8,
                '\'' => "&#39;"u8,
                _ => "\uFFFD"u8,
            });
            text = text[(at + 1)..];
        }

        Transcode(text);
        return this;
    }

    /// <summary>Writes what is left to the stream, where there is one.</summary>
    public void Flush()
    {
        if (output is null) return;
        output.Write(buffer, 0, length);
        length = 0;
    }

    public void Dispose()
    {
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        length = 0;
    }

    internal void Transcode(ReadOnlySpan<char> text)
    {
        Reserve(text.Length * 3);
        length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
    }

    private void Number(int number)
    {
        Reserve(11);
        Utf8Formatter.TryFormat(number, buffer.AsSpan(length), out var written);
        length += written;
    }

    private void Reserve(int more)
    {
        if (buffer.Length - length >= more) return;
        Flush();
        if (buffer.Length - length >= more) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + more));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    /// <summary>The compiler's way of handing over an interpolated string piece by piece.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct HtmlText
    {
        private readonly HtmlWriter writer;

        public HtmlText(int literalLength, int formattedCount, HtmlWriter writer)
        {
            _ = formattedCount;
            this.writer = writer;
            writer.Reserve(literalLength);
        }

        public void AppendLiteral(string html) => writer.Transcode(html);

        public void AppendFormatted(string? text) => writer.Text(text);

        public void AppendFormatted(ReadOnlySpan<char> text) => writer.Text(text);

        public void AppendFormatted(int number) => writer.Number(number);

        public void AppendFormatted(Markup markup) => writer.Write(markup.Utf8.Span);
    }
}

using System.Text;

namespace Samstyre.App.Features.Reports;

/// <summary>A page as the printing browser gets it: with the rule that it may load nothing from outside itself.</summary>
internal static class PrintedPage
{
    private static readonly byte[] Rule = """<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:">"""u8.ToArray();

    /// <summary>Writes the page with the rule before its html tag, where the parser opens the head for it and takes the tag's attributes all the same.</summary>
    public static async Task Write(Stream output, ReadOnlyMemory<byte> html, CancellationToken cancellation)
    {
        var start = StartOf(html.Span);
        await output.WriteAsync(html[..start], cancellation);
        await output.WriteAsync(Rule, cancellation);
        await output.WriteAsync(html[start..], cancellation);
    }

    private static int StartOf(ReadOnlySpan<byte> html)
    {
        var start = html.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        while (start < html.Length && html[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') start++;
        var rest = html[start..];
        var isDoctype = rest.Length > 9 && Ascii.EqualsIgnoreCase(rest[..9], "<!doctype"u8);
        return isDoctype && rest.IndexOf((byte)'>') is >= 0 and var end ? start + end + 1 : start;
    }
}

using System.Buffers;

namespace Samstyre.Reports;

/// <summary>Texts as runs of a paragraph: their line breaks and tabs are kept.</summary>
internal static class WordRuns
{
    /// <summary>Look of a run: not stated, or of less weight.</summary>
    public static readonly Markup Quiet = new("""<w:rPr><w:color w:val="5A6772"/></w:rPr>"""u8.ToArray());

    /// <summary>Look of a run: sums.</summary>
    public static readonly Markup Bold = new("<w:rPr><w:b/></w:rPr>"u8.ToArray());

    private static readonly SearchValues<char> Breaks = SearchValues.Create("\t\n\v\r\u0085\u2028\u2029");

    public static void Write(OoxmlWriter xml, ReadOnlySpan<char> text, Markup look = default)
    {
        if (text.IsEmpty) return;
        xml.Write("<w:r>"u8);
        xml.Write(look.Utf8.Span);
        while (text.IndexOfAny(Breaks) is >= 0 and var at)
        {
            Words(xml, text[..at]);
            xml.Write(text[at] == '\t' ? "<w:tab/>"u8 : "<w:br/>"u8);
            var length = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            text = text[(at + length)..];
        }

        Words(xml, text);
        xml.Write("</w:r>"u8);
    }

    /// <summary>A text that stays on one line: its breaks become spaces.</summary>
    public static void Line(OoxmlWriter xml, string text, Markup look = default)
    {
        xml.Write("<w:r>"u8);
        xml.Write(look.Utf8.Span);
        Words(xml, text);
        xml.Write("</w:r>"u8);
    }

    /// <summary>A field with what it shows until it is computed again.</summary>
    public static void Field(OoxmlWriter xml, string instruction, int shown, Markup look = default) =>
        xml.Write($"<w:fldSimple w:instr=\" {instruction} \"><w:r>{look}<w:t>{shown}</w:t></w:r></w:fldSimple>");

    /// <summary>A text for an attribute that readers speak aloud, cut where nobody would listen on.</summary>
    public static string Spoken(string text) => text.Length <= 1000 ? text : string.Concat(text.AsSpan(0, 999), "…");

    private static void Words(OoxmlWriter xml, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        xml.Write("""<w:t xml:space="preserve">"""u8);
        xml.Text(text);
        xml.Write("</w:t>"u8);
    }
}

using System.Globalization;
using System.Xml;

namespace Samstyre.Import;

/// <summary>A rectangle on a page, measured in points from its upper left corner.</summary>
internal readonly record struct PdfBox(double Left, double Top, double Right, double Bottom)
{
    public double Height => Bottom - Top;

    public double Width => Right - Left;

    public double MiddleX => (Left + Right) / 2;

    public double MiddleY => (Top + Bottom) / 2;

    public bool Holds(PdfBox other) => other.MiddleX >= Left && other.MiddleX <= Right && other.MiddleY >= Top && other.MiddleY <= Bottom;

    public PdfBox With(PdfBox other) => new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>A word and where it stands.</summary>
internal readonly record struct PdfWord(string Text, PdfBox Box);

/// <summary>A page's size and words.</summary>
internal sealed record PdfPage(double Width, double Height, List<PdfWord> Words);

/// <summary>Reads what pdftotext says of a file's words.</summary>
internal static class PdfWords
{
    /// <summary>The program names its page's document type, which is not looked at.</summary>
    public static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, CheckCharacters = false };

    public static List<PdfPage> Read(byte[] output)
    {
        var pages = new List<PdfPage>();
        using var xml = XmlReader.Create(new MemoryStream(output, writable: false), Settings);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "page") pages.Add(new(Measure(xml, "width"), Measure(xml, "height"), []));
            else if (xml.LocalName == "word" && pages.Count > 0) Add(xml, pages[^1]);
        }

        return pages;
    }

    private static void Add(XmlReader xml, PdfPage page)
    {
        var box = new PdfBox(Measure(xml, "xMin"), Measure(xml, "yMin"), Measure(xml, "xMax"), Measure(xml, "yMax"));
        var text = xml.IsEmptyElement || !xml.Read() || xml.NodeType != XmlNodeType.Text ? "" : xml.Value.Trim();
        if (text.Length > 0) page.Words.Add(new(text, box));
    }

    private static double Measure(XmlReader xml, string attribute) => double.TryParse(xml.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var measure) && double.IsFinite(measure) ? measure : 0;
}

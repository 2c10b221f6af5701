using System.Text.RegularExpressions;

namespace Samstyre.Import;

/// <summary>What a program prints in the margins of every page: numbers, dates, the file's name. It is nobody's answer.</summary>
internal sealed partial class PdfMargins
{
    /// <summary>How much of a page's height its upper and lower margin take, each.</summary>
    private const double Share = 0.08;

    private readonly Dictionary<(string, double), int> pagesWith = [];

    public PdfMargins(List<PdfPage> pages)
    {
        foreach (var page in pages)
        {
            foreach (var key in PdfText.Lines(page.Words.Where(word => Holds(page, word.Box))).Select(line => Key(page, line))) pagesWith[key] = pagesWith.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Whether a line stands in a margin of several pages alike but for its numbers.</summary>
    public bool Repeat(PdfPage page, PdfLine line) => Holds(page, line.Box) && pagesWith.GetValueOrDefault(Key(page, line)) > 1;

    private static bool Holds(PdfPage page, PdfBox box) => box.Bottom < page.Height * Share || box.Top > page.Height * (1 - Share);

    /// <summary>Its words and how far it stands from the page's upper or lower edge, which is alike on upright and lying pages.</summary>
    private static (string, double) Key(PdfPage page, PdfLine line) =>
        (Number().Replace(string.Join(' ', line.Words.Select(word => word.Text)), "0"), Math.Round((line.Box.MiddleY < page.Height / 2 ? line.Box.MiddleY : line.Box.MiddleY - page.Height) / 4));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}

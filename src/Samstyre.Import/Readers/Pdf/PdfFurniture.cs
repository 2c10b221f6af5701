using System.Text.RegularExpressions;

namespace Samstyre.Import;

/// <summary>What a program prints in the margins of every page: numbers, dates, the file's name. It is nobody's answer.</summary>
internal static partial class PdfFurniture
{
    /// <summary>How much of a page's height its upper and lower margin take, each.</summary>
    private const double Margin = 0.08;

    private const int FewestPages = 2;

    /// <summary>The words of lines in the margins that stand on several pages alike but for their numbers.</summary>
    public static HashSet<PdfWord> Of(List<PdfPage> pages)
    {
        var lines = pages.SelectMany(page => PdfText.Lines(page.Words.Where(word => word.Box.Bottom < page.Height * Margin || word.Box.Top > page.Height * (1 - Margin)))).ToList();
        return [.. lines.GroupBy(line => (Key(line), Math.Round(line.Box.MiddleY / 4))).Where(group => group.Count() >= FewestPages).SelectMany(group => group).SelectMany(line => line.Words)];
    }

    private static string Key(PdfLine line) => Number().Replace(string.Join(' ', line.Words.Select(word => word.Text)), "0");

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}

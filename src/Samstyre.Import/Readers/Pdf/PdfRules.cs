using System.Globalization;
using System.Xml;

namespace Samstyre.Import;

/// <summary>A straight line on a page, level or upright: of a table, a frame or a filled field.</summary>
/// <param name="IsLevel">Whether it goes from left to right; otherwise from top to bottom.</param>
/// <param name="At">Its height on the page, or its distance from the left edge.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct PdfRule(bool IsLevel, double At, double From, double To);

/// <summary>Reads the straight lines that a file draws out of pdftocairo's drawing of it.</summary>
internal static class PdfRules
{
    /// <summary>Shorter ones belong to letters and symbols.</summary>
    private const double Shortest = 5;

    private const double Slant = 0.6;

    /// <summary>The lines of each page.</summary>
    public static List<List<PdfRule>> Read(byte[] drawing)
    {
        var pages = new List<HashSet<PdfRule>>();
        using var xml = XmlReader.Create(new MemoryStream(drawing, writable: false), PdfWords.Settings);
        int? defined = null;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == defined) defined = null;
            if (xml.NodeType != XmlNodeType.Element || defined is not null) continue;
            switch (xml.LocalName)
            {
                // Letters and other forms that the drawing uses again and again.
                case "defs" when !xml.IsEmptyElement:
                    defined = xml.Depth;
                    break;
                case "page":
                    pages.Add([]);
                    break;
                case "path" when xml.GetAttribute("d") is { } path:
                    if (pages.Count == 0) pages.Add([]);
                    var lines = new HashSet<PdfRule>();
                    Add(lines, path, Matrix(xml.GetAttribute("transform")));
                    // White paper that is laid under a text has no edges to be seen; a thin white bar parts coloured cells.
                    if (!IsWhite(xml.GetAttribute("style")) || !lines.Any(line => line.IsLevel) || lines.All(line => line.IsLevel)) pages[^1].UnionWith(lines);
                    break;
            }
        }

        return pages.ConvertAll(page => page.ToList());
    }

    private static bool IsWhite(string? style) => style is not null && style.Contains("stroke:none", StringComparison.Ordinal) && style.Contains("fill:rgb(100%,100%,100%)", StringComparison.Ordinal);

    private static void Add(HashSet<PdfRule> rules, ReadOnlySpan<char> path, double[] matrix)
    {
        (double X, double Y) at = default, start = default;
        Span<double> numbers = stackalloc double[6];
        var command = 'M';
        var count = 0;
        foreach (var range in path.Split(' '))
        {
            var token = path[range];
            if (token.Length == 0) continue;
            if (char.IsAsciiLetter(token[0]))
            {
                (command, count) = (token[0], 0);
                if (command is 'Z' or 'z')
                {
                    Add(rules, at, start);
                    at = start;
                }

                continue;
            }

            if (!double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[count])) return;
            if (++count < (command == 'C' ? 6 : 2)) continue;
            var next = Moved(numbers[count - 2], numbers[count - 1], matrix);
            if (command == 'M') start = next;
            else if (command == 'L') Add(rules, at, next);
            (at, count) = (next, 0);
        }
    }

    private static void Add(HashSet<PdfRule> rules, (double X, double Y) a, (double X, double Y) b)
    {
        var (across, down) = (Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
        if (down <= Slant && across >= Shortest) rules.Add(new(true, Round((a.Y + b.Y) / 2), Round(Math.Min(a.X, b.X)), Round(Math.Max(a.X, b.X))));
        else if (across <= Slant && down >= Shortest) rules.Add(new(false, Round((a.X + b.X) / 2), Round(Math.Min(a.Y, b.Y)), Round(Math.Max(a.Y, b.Y))));
    }

    // Lines that are drawn twice count once.
    private static double Round(double measure) => Math.Round(measure, 1);

    private static (double X, double Y) Moved(double x, double y, double[] matrix) => ((matrix[0] * x) + (matrix[2] * y) + matrix[4], (matrix[1] * x) + (matrix[3] * y) + matrix[5]);

    private static double[] Matrix(string? transform)
    {
        double[] none = [1, 0, 0, 1, 0, 0];
        if (transform is null || !transform.StartsWith("matrix(", StringComparison.Ordinal) || !transform.EndsWith(')')) return none;
        var parts = transform[7..^1].Split(',');
        var matrix = new double[6];
        for (var i = 0; i < 6; i++)
        {
            if (parts.Length != 6 || !double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out matrix[i])) return none;
        }

        return matrix;
    }
}

using System.Globalization;
using System.Text;

namespace Samstyre.Tests.Import;

/// <summary>A PDF made for a test: words and lines on pages, A4 unless told, measured in points from the upper left corner.</summary>
internal sealed class PdfFile
{
    private readonly List<(StringBuilder Ink, int Width, int Height)> pages = [];

    /// <summary>What stands in the trailer besides the root.</summary>
    public string Trailer { get; init; } = "";

    private int Height => pages[^1].Height;

    public PdfFile Page(int width = 595, int height = 842)
    {
        pages.Add((new(), width, height));
        return this;
    }

    /// <summary>What the format's own commands draw, measured from the lower left corner.</summary>
    public PdfFile Draw(string commands)
    {
        pages[^1].Ink.Append(commands).Append('\n');
        return this;
    }

    public PdfFile Text(double x, double y, string text)
    {
        pages[^1].Ink.Append(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {x} {Height - y} Td ({text.Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal)}) Tj ET\n");
        return this;
    }

    public PdfFile Line(double x, double y, double toX, double toY)
    {
        pages[^1].Ink.Append(CultureInfo.InvariantCulture, $"{x} {Height - y} m {toX} {Height - toY} l S\n");
        return this;
    }

    /// <summary>A table with a line round each cell; lines of a cell are parted by a stroke.</summary>
    /// <param name="y">Where it begins.</param>
    /// <param name="columns">Where its columns begin, and where the last one ends.</param>
    /// <param name="rows">Its rows; a missing cell joins the one before it.</param>
    public PdfFile Table(double y, double[] columns, params string?[][] rows)
    {
        foreach (var row in rows)
        {
            var height = 6 + (12 * row.Max(cell => cell?.Split('|').Length ?? 1));
            for (var i = 0; i < row.Length; i++)
            {
                Line(columns[i], y, columns[i + 1], y).Line(columns[i], y + height, columns[i + 1], y + height);
                if (row[i] is not { } cell) continue;
                Line(columns[i], y, columns[i], y + height);
                foreach (var (line, number) in cell.Split('|').Select((line, number) => (line, number))) Text(columns[i] + 3, y + 12 + (12 * number), line);
            }

            Line(columns[^1], y, columns[^1], y + height);
            y += height;
        }

        return this;
    }

    public byte[] Bytes()
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        void Add(string content)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{content}\nendobj\n");
        }

        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        foreach (var page in pages)
        {
            Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.Width} {page.Height}] /Contents {places.Count + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            Add($"<< /Length {page.Ink.Length} >>\nstream\n{page.Ink}endstream");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Samstyre.App.Features.Reports;
using Samstyre.App.Web;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reports;

/// <summary>Charts in the PDF, as a reader of PDF draws them.</summary>
public sealed partial class PrintedChartsTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Print_ChartsOfEveryKindTwice_GivesTheSameBytes()
    {
        var page = PageOf(ChartSamples.Document());
        var first = await Printed(page);
        (await Printed(page)).ShouldBe(first);
    }

    [Fact]
    public async Task Print_BarsOfASeries_AllHaveItsPattern()
    {
        var all = ChartSamples.Document();
        var picture = await PictureOf(await Printed(PageOf(all with { Contents = false, Chapters = [.. all.Chapters.Where(chapter => chapter.Blocks.Any(block => block is FigureBlock { Figure.Id: "stacked-lights" }))] })));
        var bars = picture.BarsOf(IsYellow);
        bars.Count.ShouldBe(4);
        bars.ShouldAllBe(bar => picture.ShareWithin(bar, IsYellow, IsPlainYellow) < 0.9);
    }

    private static bool IsYellow(byte red, byte green, byte blue) => red > green && green > blue + 60;

    private static bool IsPlainYellow(byte red, byte green, byte blue) => Math.Abs(red - 0xf0) < 8 && Math.Abs(green - 0xb8) < 8;

    private static byte[] PageOf(ReportDocument document)
    {
        using var page = new MemoryStream();
        HtmlReport.Write(page, document, Assets.ForFiles);
        return page.ToArray();
    }

    private static async Task<byte[]> Printed(byte[] page) => (await PdfPrinter.Print(page, Enough, TestContext.Current.CancellationToken)).Value;

    private static async Task<Picture> PictureOf(byte[] pdf)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftoppm", ["-r", "100", "-singlefile", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using var picture = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(picture, TestContext.Current.CancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(pdf, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var bytes = picture.ToArray();
        var head = Head().Match(Encoding.Latin1.GetString(bytes.AsSpan(0, 40)));
        return new(int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture), bytes[head.Length..]);
    }

    private delegate bool Colour(byte red, byte green, byte blue);

    /// <param name="Width">Pixels of a row.</param>
    /// <param name="Bytes">Red, green and blue of each pixel.</param>
    private sealed record Picture(int Width, byte[] Bytes)
    {
        private const int LeastWidth = 100;

        /// <summary>The rows of pixels of each wide thing of a colour, from the top down, without its edges.</summary>
        public List<Range> BarsOf(Colour colour)
        {
            List<Range> bars = [];
            var (rows, start) = (Bytes.Length / (3 * Width), -1);
            for (var row = 0; row < rows; row++)
            {
                var isBar = Many(row, colour) > LeastWidth;
                if (isBar && start < 0) start = row;
                if (isBar || start < 0) continue;
                bars.Add((start + 3)..(row - 3));
                start = -1;
            }

            return bars;
        }

        /// <summary>How much of a colour within these rows is of the other one.</summary>
        public double ShareWithin(Range rows, Colour whole, Colour part)
        {
            var all = Enumerable.Range(rows.Start.Value, rows.End.Value - rows.Start.Value).ToList();
            return all.Sum(row => Many(row, part)) / (double)all.Sum(row => Many(row, whole));
        }

        private int Many(int row, Colour colour) => Enumerable.Range(row * Width, Width).Count(pixel => colour(Bytes[3 * pixel], Bytes[(3 * pixel) + 1], Bytes[(3 * pixel) + 2]));
    }

    [GeneratedRegex(@"^P6\s+(\d+)\s+\d+\s+255\s", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}

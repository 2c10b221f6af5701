using System.Diagnostics;
using System.IO.Compression;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Testing;
using Samstyre.Tests.Reports;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>Real files that something has gone wrong with: each is read or refused, and none breaks, hangs or swells.</summary>
public class OfficeMutationTests
{
    private const int Rounds = 400;
    private const int PdfRounds = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Lazy<byte[]> Word = new(() => Written(output => WordReport.Write(output, Forms)));
    private static readonly Lazy<byte[]> Excel = new(() => Written(output => ExcelReport.Write(output, Forms)));

    private static readonly Lazy<byte[]> Slides = new(() => TemplateSample.Slides(TemplateSample.Filled));

    private static ReportDocument Forms
    {
        get
        {
            var round = MemoryPortfolio.Example.Content("2020-10");
            return Compendium.Of(round with { Snapshot = round.Snapshot with { Standings = [.. round.Snapshot.Standings.Take(3)] } }, [], Language.Bokmal);
        }
    }

    [Theory]
    [InlineData("docx", 1u)]
    [InlineData("xlsx", 2u)]
    [InlineData("pptx", 5u)]
    public void File_WithBytesChanged_IsReadOrRefused(string kind, uint seed)
    {
        var (whole, chance) = (Of(kind), new Chance(seed));
        for (var round = 0; round < Rounds; round++) ShouldEnd(kind, WithBytesChanged(whole, chance), round);
    }

    [Theory]
    [InlineData("docx", 3u)]
    [InlineData("xlsx", 4u)]
    [InlineData("pptx", 6u)]
    public void File_WithItsPartsChanged_IsReadOrRefused(string kind, uint seed)
    {
        var (whole, chance) = (Of(kind), new Chance(seed));
        for (var round = 0; round < Rounds; round++) ShouldEnd(kind, WithPartsChanged(whole, chance), round);
    }

    /// <summary>Each costs two processes, so they are few.</summary>
    [Theory]
    [InlineData(7u)]
    [InlineData(8u)]
    public void Pdf_WithBytesChanged_IsReadOrRefused(uint seed)
    {
        Poppler.Needed();
        double[] columns = [50, 200, 350, 500];
        var whole = new PdfFile().Page().Table(50, columns, ["Prosjekt-/programnavn:", "Prøve", ""], ["ID Nasjonal e-helseportefølje:", "77", ""], ["Prosjekteier:", null, "Kari"])
            .Page(842, 595).Text(50, 50, "Source").Text(200, 50, "2019").Text(260, 50, "2020").Text(50, 70, "Helse").Text(200, 70, "7").Table(200, columns, ["a", "b", "c"]).Bytes();
        var chance = new Chance(seed);
        for (var round = 0; round < PdfRounds; round++) ShouldEnd("pdf", seed == 7 ? WithBytesChanged(whole, chance) : Changed(whole, chance), round);
    }

    private static byte[] Of(string kind) => kind switch { "docx" => Word.Value, "xlsx" => Excel.Value, _ => Slides.Value };

    private static void ShouldEnd(string kind, byte[] bytes, int round)
    {
        var from = Stopwatch.GetTimestamp();
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var file in InputFile.Of("skjema." + kind, bytes))
        {
            var reading = file.Read(ExamplePortfolio.Definition);
            (reading.Reports.Count + reading.Problems.Count).ShouldBeGreaterThan(0, $"round {round}");
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(500_000_000, $"round {round}");
        Stopwatch.GetElapsedTime(from).ShouldBeLessThan(Patience, $"round {round}");
    }

    private static byte[] WithBytesChanged(byte[] whole, Chance chance)
    {
        var bytes = whole.ToArray();
        for (var change = chance.Below(12); change >= 0; change--) bytes[chance.Below(bytes.Length)] = (byte)chance.Below(256);
        return chance.Below(4) == 0 ? bytes[..chance.Below(bytes.Length)] : bytes;
    }

    /// <summary>The parts' text with pieces left out, doubled, moved or overwritten, zipped again.</summary>
    private static byte[] WithPartsChanged(byte[] whole, Chance chance)
    {
        using var bytes = new MemoryStream();
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var from = new ZipArchive(new MemoryStream(whole), ZipArchiveMode.Read);
            foreach (var entry in from.Entries)
            {
                using var content = new MemoryStream();
                using (var part = entry.Open()) part.CopyTo(content);
                var changed = chance.Below(3) == 0 ? Changed(content.ToArray(), chance) : content.ToArray();
                if (chance.Below(60) == 0) continue;
                using var written = to.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                written.Write(changed);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Changed(byte[] part, Chance chance)
    {
        if (part.Length < 10) return part;
        var (at, length) = (chance.Below(part.Length - 1), 1 + chance.Below(Math.Min(part.Length / 2, 400)));
        var end = Math.Min(part.Length, at + length);
        return chance.Below(4) switch
        {
            0 => [.. part[..at], .. part[end..]],
            1 => [.. part[..end], .. part[at..end], .. part[end..]],
            2 => [.. part[end..], .. part[..end]],
            _ => [.. part[..at], .. part[at..end].Select(one => (byte)(one ^ (1 << chance.Below(7)))), .. part[end..]],
        };
    }

    private static byte[] Written(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return output.ToArray();
    }
}

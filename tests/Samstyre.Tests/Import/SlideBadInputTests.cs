using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Samstyre.Import;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Import.SlideFile;

namespace Samstyre.Tests.Import;

/// <summary>PowerPoint files that are spoilt, or made to hurt: one problem, never an exception, in bounded time.</summary>
public sealed class SlideBadInputTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Fact]
    public void Read_FileCutShort_IsDamaged()
    {
        var whole = new SlideFile().Slide(Table(0, 0, 9, 9, Row("a", "b"))).Bytes();
        for (var length = 4; length < whole.Length; length += 7) DocumentReader.Read("skjema.pptx", whole[..length]).Problem.ShouldNotBeNull().Code.ShouldBe("FileDamaged");
    }

    [Fact]
    public void Read_AnyByteSpoilt_GivesADocumentOrOneProblem()
    {
        var whole = new SlideFile().Slide(Table(0, 0, 9, 9, Row("a", "b")), Box(0, 0, 9, 9, Paragraphs("text"))).Bytes();
        for (var at = 4; at < whole.Length; at++)
        {
            var spoilt = whole.ToArray();
            spoilt[at] ^= 0x5A;
            var reading = DocumentReader.Read("skjema.pptx", spoilt);
            (reading.Document is null).ShouldBe(reading.Problem is not null);
        }
    }

    [Fact]
    public void Read_SlideThatIsMissing_IsDamaged() => ProblemOf(new SlideFile { Order = [1, 2] }.Slide(Box(0, 0, 9, 9, Paragraphs("one")))).ShouldBe("FileDamaged");

    [Fact]
    public void Read_SlideThatIsNotXml_IsDamaged() => ProblemOf(new SlideFile().Slide("<p:sp>")).ShouldBe("FileDamaged");

    [Fact]
    public void Read_DocumentTypeDefinition_IsRefused() =>
        ProblemOf(new SlideFile { Order = [9] }.Part("ppt/slides/slide9.xml", "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]><x>&a;&b;</x>")).ShouldBe("FileDamaged");

    [Fact]
    public void Read_LockedFile_SaysSo()
    {
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]];
        DocumentReader.Read("skjema.pptx", locked).Problem.ShouldNotBeNull().Code.ShouldBe("FileLocked");
    }

    [Fact]
    public void Read_ZipBomb_IsDamaged()
    {
        var file = new SlideFile { Order = [9] };
        var memory = new MemoryStream();
        memory.Write(file.Bytes());
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var slide = zip.CreateEntry("ppt/slides/slide9.xml", CompressionLevel.Fastest).Open();
            slide.Write("<x><!--"u8);
            var much = new byte[1_000_000];
            Array.Fill(much, (byte)' ');
            for (var i = 0; i < 300; i++) slide.Write(much);
        }

        Timed(memory.ToArray()).Problem.ShouldNotBeNull().Code.ShouldBe("FileDamaged");
    }

    public static TheoryData<string, string> Hostile() => new()
    {
        { "groups in each other", Many("<p:grpSp>", 100_000) + Many("</p:grpSp>", 100_000) },
        { "groups that shrink to nothing", Many("<p:grpSp><p:grpSpPr><a:xfrm><a:off x='1' y='1'/><a:ext cx='1' cy='1'/><a:chOff x='9' y='9'/><a:chExt cx='9223372036854775807' cy='9223372036854775807'/></a:xfrm></p:grpSpPr>", 500) + Box(0, 0, 9, 9, Paragraphs("x")) + Many("</p:grpSp>", 500) },
        { "shapes side by side", string.Concat(Enumerable.Range(0, 50_000).Select(i => Box(i, i, 1, 1, Paragraphs("x")))) },
        { "shapes like stairs", string.Concat(Enumerable.Range(0, 300).Select(i => Box(i * 20, i * 20, 9, 9, Paragraphs("x")))) },
        { "one paragraph", Box(0, 0, 9, 9, "<a:p>" + Many("<a:r><a:t>x </a:t></a:r>", 300_000) + "</a:p>") },
        { "tabs", Box(0, 0, 9, 9, "<a:p><a:r><a:t>" + Many("x\t", 500_000) + "</a:t></a:r></a:p>") },
        { "merged cells", Table(0, 0, 9, 9, Row([.. Enumerable.Repeat(Cell("", "gridSpan='10000' rowSpan='10000'"), 50)])) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Read_SlideMadeToHurt_TakesBoundedTime(string what, string shapes) => Timed(new SlideFile().Slide(shapes).Bytes()).Document.ShouldNotBeNull(what);

    [Fact]
    public void Read_CellsThatMergeWithoutEnd_AreRefused() =>
        ProblemOf(new SlideFile().Slide(Table(0, 0, 9, 9, Row([.. Enumerable.Repeat(Cell("x", "gridSpan='2000000000'"), 50)])))).ShouldBe("FileDamaged");

    [Fact]
    public void Read_TenThousandEmptySlides_HoldNoForm()
    {
        var file = new SlideFile();
        for (var i = 0; i < 10_000; i++) file.Slide();
        Timed(file.Bytes()).Document.ShouldNotBeNull().Blocks.ShouldBeEmpty();
    }

    private static string ProblemOf(SlideFile file) => DocumentReader.Read("skjema.pptx", file.Bytes()).Problem.ShouldNotBeNull().Code;

    private static DocumentReading Timed(byte[] bytes)
    {
        var time = Stopwatch.StartNew();
        var reading = DocumentReader.Read("skjema.pptx", bytes);
        time.Elapsed.ShouldBeLessThan(Bound);
        return reading;
    }

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}

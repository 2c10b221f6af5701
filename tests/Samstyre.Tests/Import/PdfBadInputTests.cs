using System.Diagnostics;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>PDFs that are spoilt, locked or made to hurt, and programs that are missing or hang: one problem, nothing left behind.</summary>
public sealed class PdfBadInputTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    [Fact]
    public void Read_LockedFile_SaysSo()
    {
        Poppler.Needed();
        var locked = new PdfFile { Trailer = $"/ID [<{new string('0', 32)}> <{new string('0', 32)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >>" }.Page().Text(50, 50, "secret").Bytes();
        ProblemOf(locked).ShouldBe("FileLocked");
    }

    [Fact]
    public void Read_FileThatIsNoPdfBehindItsFirstWord_IsDamaged()
    {
        Poppler.Needed();
        ProblemOf("%PDF-1.7 and nothing more"u8.ToArray()).ShouldBe("FileDamaged");
    }

    [Fact]
    public void Read_FileCutShort_GivesADocumentOrOneProblem()
    {
        Poppler.Needed();
        var whole = new PdfFile().Page().Table(50, [50, 300, 500], ["a", "b"], ["c", "d"]).Bytes();
        for (var length = 20; length < whole.Length; length += 150)
        {
            var reading = DocumentReader.Read("skjema.pdf", whole[..length]);
            (reading.Document is null).ShouldBe(reading.Problem is { Code: "FileDamaged" });
        }
    }

    [Fact]
    public void Read_MissingProgram_SaysSo() =>
        PdfReader.Read("skjema.pdf", new PdfFile().Page().Bytes(), "/nowhere/pdftotext", Bound).Problem.ShouldNotBeNull().Code.ShouldBe("PdfToolMissing");

    [Fact]
    public void Read_ProgramThatHangs_IsEndedWithItsChildrenAndLeavesNoFile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The program is a script.");
        if (!OperatingSystem.IsLinux()) return;
        var folder = Directory.CreateTempSubdirectory("samstyre-test-");
        try
        {
            var script = Path.Combine(folder.FullName, "hangs");
            File.WriteAllText(script, "#!/bin/sh\nsleep 600 &\necho $! > \"$0.child\"\npwd > \"$0.folder\"\nwait\n");
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            PdfReader.Read("skjema.pdf", new PdfFile().Page().Bytes(), script, TimeSpan.FromSeconds(3)).Problem.ShouldNotBeNull().Code.ShouldBe("PdfTooSlow");
            Directory.Exists(File.ReadAllText(script + ".folder").Trim()).ShouldBeFalse();
            var child = int.Parse(File.ReadAllText(script + ".child").Trim(), System.Globalization.CultureInfo.InvariantCulture);
            SpinWait.SpinUntil(() => !IsRunning(child), Bound).ShouldBeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Read_PageFullOfLines_TakesBoundedTime()
    {
        var file = new PdfFile().Page().Text(50, 50, "text");
        for (var i = 0; i < 20_000; i++) file.Line(i % 500, i % 800, (i % 500) + 60, i % 800).Line(i % 500, i % 700, i % 500, (i % 700) + 60);
        Timed(file).Document.ShouldNotBeNull();
    }

    [Fact]
    public void Read_TableOfThousandsOfCells_TakesBoundedTime()
    {
        var file = new PdfFile().Page().Text(50, 50, "text");
        for (var i = 0; i < 90; i++) file.Line(10, 10 + (i * 9), 560, 10 + (i * 9)).Line(10 + (i * 6), 10, 10 + (i * 6), 810);
        Timed(file).Document.ShouldNotBeNull();
    }

    [Fact]
    public void Read_TenThousandEmptyPages_HoldNoForm()
    {
        var file = new PdfFile();
        for (var i = 0; i < 10_000; i++) file.Page();
        var reading = Timed(file);
        (reading.Document?.Blocks.Count ?? 0).ShouldBe(0);
    }

    private static bool IsRunning(int process)
    {
        var stat = $"/proc/{process}/stat";
        // One that has ended can wait for its parent to notice.
        return File.Exists(stat) && !File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal);
    }

    private static string ProblemOf(byte[] bytes) => DocumentReader.Read("skjema.pdf", bytes).Problem.ShouldNotBeNull().Code;

    private static DocumentReading Timed(PdfFile file)
    {
        Poppler.Needed();
        var time = Stopwatch.StartNew();
        var reading = DocumentReader.Read("skjema.pdf", file.Bytes());
        time.Elapsed.ShouldBeLessThan(Bound);
        return reading;
    }
}

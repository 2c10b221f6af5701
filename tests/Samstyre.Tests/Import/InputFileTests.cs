using System.IO.Compression;
using System.Text;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>Files that people send, by themselves or many in a zip.</summary>
public class InputFileTests
{
    [Fact]
    public void Zip_GivesItsFilesByName_WithoutFolders() =>
        InputFile.Of("alle.zip", OfficeFile.Zip(("b/02.txt", "to"), ("../../a/01.txt", "en"), ("C:\\x\\03.txt", "tre"))).Select(file => $"{file.Name}={Encoding.UTF8.GetString(file.Bytes)}").Order()
            .ShouldBe(["01.txt=en", "02.txt=to", "03.txt=tre"]);

    [Fact]
    public void Zip_LeavesOutWhatSystemsAdd() =>
        InputFile.Of("alle.zip", OfficeFile.Zip(("__MACOSX/._01.txt", "x"), (".DS_Store", "x"), ("mappe/", ""), ("01.txt", "en"))).Select(file => file.Name).ShouldBe(["01.txt"]);

    [Fact]
    public void WordFile_IsOneFile_ThoughItIsAZip() => InputFile.Of("a.docx", OfficeFile.Word("<w:p/>")).Single().Name.ShouldBe("a.docx");

    [Theory]
    [InlineData("ZipEmpty", "", "")]
    [InlineData("ZipInZip", "indre.zip", "zip")]
    public void Zip_ThatHoldsNoForms_SaysWhatIsWrong(string code, string name, string content)
    {
        var bytes = name.Length == 0 ? OfficeFile.Zip(("__MACOSX/x", "x")) : Nested(name, content);
        var file = InputFile.Of("alle.zip", bytes).Single();
        file.Problem!.Code.ShouldBe(code);
        file.Read(ExamplePortfolio.Definition).Problems.Single().Code.ShouldBe(code);
    }

    [Fact]
    public void File_ThatUnpacksToVeryMuch_IsRefusedAndTheOthersGoOn()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var bomb = zip.CreateEntry("bombe.txt", CompressionLevel.Fastest).Open())
            {
                var zeros = new byte[1_000_000];
                for (var megabyte = 0; megabyte < 60; megabyte++) bomb.Write(zeros);
            }

            using var form = zip.CreateEntry("skjema.txt").Open();
            form.Write("hei"u8);
        }

        InputFile.Of("alle.zip", bytes.ToArray()).Select(file => file.Problem?.Code).ShouldBe(["FileTooLarge", null]);
    }

    [Fact]
    public void Zip_CutOff_IsADamagedFile()
    {
        var whole = OfficeFile.Zip(("01.txt", string.Concat(Enumerable.Range(0, 5_000))));
        InputFile.Of("alle.zip", whole[..(whole.Length / 2)]).Single().Read(ExamplePortfolio.Definition).Problems.Single().Code.ShouldBe("FileDamaged");
    }

    [Fact]
    public void Path_WithNothingThere_SaysSo() => InputFile.OfPath("/finnes/ikke.docx").Single().Problem!.Code.ShouldBe("FileUnreadable");

    private static byte[] Nested(string name, string content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var inner = zip.CreateEntry(name).Open();
            inner.Write(OfficeFile.Zip(("01.txt", content)));
        }

        return bytes.ToArray();
    }
}

using System.Diagnostics;
using System.Text;
using Samstyre.Import;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Import.SheetFile;

namespace Samstyre.Tests.Import;

public sealed class SheetBadInputTests
{
    private const long Modest = 400_000_000;

    [Fact]
    public void Read_TheLastCellOfASheet_CostsNothing()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var document = DocumentReader.Read("a.xlsx", Of($"<row r=\"1\">{Cell("A1", "a")}</row><row r=\"1048576\">{Cell("XFD1048576", "b")}</row>")).Document.ShouldNotBeNull();

        document.Blocks.Select(block => (block.Place.Line, block.Cells.Count)).ShouldBe([(1, 1), (1_048_576, 2)]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2_000_000);
    }

    [Fact]
    public void Read_AMillionMergedRanges_EndsSoon()
    {
        var merged = new StringBuilder("<mergeCells>");
        for (var n = 1; n <= 1_000_000; n++) merged.Append("<mergeCell ref=\"A1:XFD1048576\"/>");
        var watch = Stopwatch.StartNew();

        var reading = DocumentReader.Read("a.xlsx", Of($"<row r=\"1\">{Cell("A1", "a")}{Cell("B1", "b")}</row>", behind: merged.Append("</mergeCells>").ToString()));

        reading.Document.ShouldNotBeNull().Blocks.ShouldHaveSingleItem().Cells.ShouldBe(["a"]);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Read_ManyCellsMergedManyTimes_IsRefused() => Refused(Of(
        string.Concat(Enumerable.Range(1, 20_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>")),
        behind: $"<mergeCells>{string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:B1048576\"/>", 5_000))}</mergeCells>"));

    [Fact]
    public void Read_VeryWideRows_IsRefused()
    {
        var letters = Enumerable.Range('A', 26).Select(letter => (char)letter).ToList();
        var wide = string.Concat(letters.SelectMany(first => letters.Select(second => $"{first}{second}")).Select(column => $"<c r=\"{column}1\"><v>1</v></c>"));
        var tall = string.Concat(Enumerable.Range(2, 20_000).Select(row => $"<row r=\"{row}\"><c r=\"ZZ{row}\"><v>1</v></c></row>"));

        Refused(Of($"<row r=\"1\">{wide}</row>{tall}"));
    }

    [Fact]
    public void Read_ABomb_IsRefusedWithModestMemory()
    {
        var bomb = Of($"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{new string(' ', 210_000_000)}</v></c></row>");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Refused(bomb);

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(Modest);
    }

    [Fact]
    public void Read_ATextThatTheFileLacks_IsRefused() => Refused(Of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", "<si><t>bare denne</t></si>"));

    [Fact]
    public void Read_ADocumentType_IsRefused() => Refused(Of("", prologue: "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\">]>"));

    [Fact]
    public void Read_AnEntityOfItsOwn_IsRefused() => Refused(Of("&lol;"));

    [Fact]
    public void Read_BrokenXml_IsRefused() => Refused(Of("<row r=\"1\"><c>"));

    [Theory]
    [InlineData("ZZZZZZZZZZZZ1")]
    [InlineData("A99999999999999999999")]
    [InlineData("1A")]
    [InlineData("")]
    [InlineData("$B$1")]
    public void Read_OddReferences_KeepTheText(string reference) =>
        DocumentReader.Read("a.xlsx", Of($"<row r=\"99999999999\">{Cell(reference, "tekst")}</row>")).Document.ShouldNotBeNull().Blocks.ShouldHaveSingleItem().Cells.ShouldBe(["tekst"]);

    [Theory]
    [InlineData("99999999999")]
    [InlineData("-1")]
    [InlineData("x")]
    public void Read_OddNumbersOfStylesAndColumns_AreNothing(string number) =>
        DocumentReader.Read("a.xlsx", Of($"<row r=\"1\"><c r=\"A1\" s=\"{number}\"><v>1</v></c></row>", styles: $"<cellXfs><xf numFmtId=\"{number}\"/></cellXfs>", before: $"<cols><col min=\"{number}\" max=\"{number}\" hidden=\"1\"/></cols>", behind: $"<mergeCells><mergeCell ref=\"A1:B{number}\"/></mergeCells>"))
            .Document.ShouldNotBeNull().Blocks.ShouldHaveSingleItem().Cells.ShouldBe(["1"]);

    [Fact]
    public void Read_AFileCutAnywhere_GivesOneProblemOrADocument()
    {
        var whole = Of(string.Concat(Enumerable.Range(1, 50).Select(row => $"<row r=\"{row}\">{Cell($"A{row}", $"rad {row}")}</row>")));
        for (var length = 4; length < whole.Length; length += 7)
        {
            var reading = DocumentReader.Read("a.xlsx", whole[..length]);
            (reading.Document is null).ShouldBe(reading.Problem is not null);
        }
    }

    [Fact]
    public void Read_AFileWithAnyByteChanged_GivesOneProblemOrADocument()
    {
        var whole = Of($"<row r=\"1\">{Cell("A1", "tekst")}<c r=\"B1\" s=\"0\"><v>44166</v></c></row>", styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>");
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x55;
            var reading = DocumentReader.Read("a.xlsx", changed);
            (reading.Document is null).ShouldBe(reading.Problem is not null);
        }
    }

    private static void Refused(byte[] file)
    {
        var reading = DocumentReader.Read("a.xlsx", file);
        reading.Document.ShouldBeNull();
        reading.Problem.ShouldNotBeNull().Code.ShouldBe("FileDamaged");
    }
}

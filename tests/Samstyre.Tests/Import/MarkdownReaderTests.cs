using System.Diagnostics;
using System.Text;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Read_PipeTable_GivesRowsWithLines()
    {
        var blocks = Blocks("# Skjema\n\n| Prosjekteier | **Kari** |\n|---|---|\n| Leder | Ola \\| Per<br>Nils |\n");

        Lines(blocks).ShouldBe(["Skjema", "Prosjekteier|Kari", "Leder|Ola | Per\nNils"]);
        blocks.Select(block => block.Place.Line).ShouldBe([1, 3, 5]);
    }

    [Fact]
    public void Read_GridTableWithMergedCells_GivesBlanks() =>
        Lines(Blocks("+---+---+---+\n| a | b | c |\n+---+---+---+\n| d     | e |\n+---+---+---+\n")).ShouldBe(["a|b|c", "d||e"]);

    [Fact]
    public void Read_DashTables_GivesRows()
    {
        Lines(Blocks("Navn      År\n--------- ------\nNHN       2020\nFHI       \n\nEtter")).ShouldBe(["Navn|År", "NHN|2020", "FHI|", "Etter"]);
        Lines(Blocks("  ---- ------\n  a    b\n       d\n  ---- ------\n")).ShouldBe(["a|b", "|d"]);
        Lines(Blocks("-------------\nHvem    Hva\nda      \n------- -----\nNHN     en\n        to\n\nFHI     tre\n-------------\n")).ShouldBe(["Hvem da|Hva", "NHN|en to", "FHI|tre"]);
    }

    [Fact]
    public void Read_DashesThatAreNoTable_GiveParagraphs() =>
        Lines(Blocks("Tittel\n------\n\ntekst\n\n---- ----\n\nslutt\n\n- - -\n\nmer")).ShouldBe(["Tittel", "tekst", "slutt", "mer"]);

    [Fact]
    public void Read_HtmlTable_GivesRowsWithLines()
    {
        var blocks = Blocks("tekst\n\n<table>\n<tr><td>a</td><td>\n\nb</td></tr>\n</table>\n\nslutt <id> her");

        Lines(blocks).ShouldBe(["tekst", "a|b", "slutt <id> her"]);
        blocks.Select(block => block.Place.Line).ShouldBe([1, 4, 9]);
    }

    [Fact]
    public void Read_ListsAndNumbers_KeepTheNumbers() =>
        Lines(Blocks("- ett\n- to\n\n24. desember 2020\n\n> sitat\n")).ShouldBe(["ett", "to", "24. desember 2020", "sitat"]);

    [Fact]
    public void Read_ShortLines_AreParagraphsAndWrappedOnesAreNot() => Lines(Blocks(
        "Prosjekteier: Kari\nProsjektleder: Ola\n\nEn lang setning som et program har brutt der linjen ble full og så\ngår den videre til slutten.")).ShouldBe(
        ["Prosjekteier: Kari", "Prosjektleder: Ola", "En lang setning som et program har brutt der linjen ble full og så går den videre til slutten."]);

    [Fact]
    public void Read_TextWithTabs_IsReadAsText() =>
        Lines(Blocks("Prosjekteier:\tKari\nProsjektleder:\tOla\n1. Strategi:\tH\n")).ShouldBe(["Prosjekteier:|Kari", "Prosjektleder:|Ola", "1. Strategi:|H"]);

    [Fact]
    public void Read_TwoHyphens_AreADash() => Lines(Blocks("10 -- 100 mill. og &amp; *det* var [lenken](http://x.no)")).ShouldBe(["10 – 100 mill. og & det var lenken"]);

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("![", 50_000)]
    [InlineData("*a", 50_000)]
    [InlineData("**_", 50_000)]
    [InlineData(">", 100_000)]
    [InlineData("- ", 50_000)]
    [InlineData("<", 100_000)]
    [InlineData("`", 100_000)]
    [InlineData("|", 100_000)]
    [InlineData("|a|\n", 50_000)]
    [InlineData("|a|b\n-|-\n", 20_000)]
    [InlineData("+-+\n", 20_000)]
    [InlineData("+---+---+\n| a | b |\n", 10_000)]
    [InlineData("---- ----\n\n", 30_000)]
    [InlineData("--------\n\n---- ---\n\n", 20_000)]
    [InlineData("<table\n", 50_000)]
    [InlineData("<table><td>", 20_000)]
    [InlineData("a\n", 100_000)]
    [InlineData("&#", 50_000)]
    [InlineData("[a]: <", 20_000)]
    [InlineData("[a](", 50_000)]
    [InlineData("[a](<b", 50_000)]
    [InlineData("a<!--", 50_000)]
    [InlineData("a<?", 50_000)]
    [InlineData("a<!A ", 50_000)]
    [InlineData("a<![CDATA[", 30_000)]
    [InlineData("a<b c='", 30_000)]
    [InlineData("[a][", 50_000)]
    [InlineData("a``b`", 30_000)]
    public void Read_HostileText_EndsSoon(string piece, int times)
    {
        var text = new StringBuilder().Insert(0, piece, times).ToString();
        var watch = Stopwatch.StartNew();

        Blocks(text);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static IReadOnlyList<Samstyre.Import.Block> Blocks(string text) => DocumentReader.Read("skjema.md", Encoding.UTF8.GetBytes(text)).Document.ShouldNotBeNull().Blocks;

    private static IEnumerable<string> Lines(IReadOnlyList<Samstyre.Import.Block> blocks) => blocks.Select(block => string.Join('|', block.Cells));
}

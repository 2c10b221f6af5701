using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Import.SlideFile;

namespace Samstyre.Tests.Import;

/// <summary>What of a PowerPoint file becomes the document, and in which order.</summary>
public sealed class SlideReaderTests
{
    [Fact]
    public void Read_Slides_FollowTheShowAndEachBeginsAPage()
    {
        var blocks = Blocks(new SlideFile { Order = [2, 1] }.Slide(Box(0, 0, 9, 9, Paragraphs("first made", "more"))).Slide(Box(0, 0, 9, 9, Paragraphs("first shown"))));
        blocks.Select(block => block.Cells[0]).ShouldBe(["first shown", "first made", "more"]);
        blocks.Select(block => block.StartsPage).ShouldBe([true, true, false]);
        blocks.Select(block => (block.Place.Slide, block.Place.Line)).ShouldBe([(1, 1), (2, 2), (2, 3)]);
    }

    [Fact]
    public void Read_HiddenSlidesAndShapes_AreLeftOut()
    {
        var hidden = Box(0, 20, 9, 9, Paragraphs("hidden shape")).Replace("name=''", "name='' hidden='1'", StringComparison.Ordinal);
        Texts(new SlideFile().SlideWith("show='0'", Box(0, 0, 9, 9, Paragraphs("hidden slide"))).Slide(hidden, Box(0, 0, 9, 9, Paragraphs("shown")))).ShouldBe(["shown"]);
    }

    [Fact]
    public void Read_PageNumbersAndFooters_AreNobodysAnswer() =>
        Texts(new SlideFile().Slide(
            Box(0, 0, 9, 9, "<a:p><a:r><a:t>Slide </a:t></a:r><a:fld type='slidenum'><a:t>7</a:t></a:fld><a:fld type='datetime1'><a:t>1.10.</a:t></a:fld></a:p>"),
            Box(0, 90, 9, 9, Paragraphs("7"), "<p:ph type='sldNum'/>"),
            Box(0, 90, 9, 9, Paragraphs("A footer"), "<p:ph type='ftr'/>"))).ShouldBe(["Slide 1.10."]);

    [Fact]
    public void Read_Shapes_AreReadFromTopToBottomWithTheTitleFirst() =>
        Texts(new SlideFile().Slide(Box(0, 50, 90, 9, Paragraphs("below")), Box(0, 10, 90, 9, Paragraphs("above")), Box(0, 80, 90, 9, Paragraphs("title"), "<p:ph type='title'/>"))).ShouldBe(["title", "above", "below"]);

    [Fact]
    public void Read_TwoColumns_ReadsTheLeftOneFirst() =>
        Texts(new SlideFile().Slide(
            Table(500, 90, 400, 400, Row("right")),
            Box(0, 0, 900, 50, Paragraphs("heading")),
            Box(0, 300, 400, 100, Paragraphs("left, below")),
            Table(0, 100, 400, 150, Row("left")))).ShouldBe(["heading", "left", "left, below", "right"]);

    [Fact]
    public void Read_ShapesOfAGroup_StandWhereTheGroupPutsThem()
    {
        var group = "<p:grpSp><p:grpSpPr><a:xfrm><a:off x='0' y='5000000'/><a:ext cx='1000000' cy='1000000'/><a:chOff x='0' y='0'/><a:chExt cx='10000000' cy='10000000'/></a:xfrm></p:grpSpPr>"
            + Box(0, 900, 100, 90, Paragraphs("grouped, below")) + Box(0, 0, 100, 90, Paragraphs("grouped")) + "</p:grpSp>";
        Texts(new SlideFile().Slide(Box(0, 650, 90, 90, Paragraphs("below the group")), group, Box(0, 400, 90, 90, Paragraphs("above the group"))))
            .ShouldBe(["above the group", "grouped", "grouped, below", "below the group"]);
    }

    [Fact]
    public void Read_PlaceholderWithoutAPlace_StandsWhereItsLayoutSays() =>
        Texts(new SlideFile().Slide(Placeholder("idx='4'", Paragraphs("low")), Placeholder("idx='3'", Paragraphs("high")), Box(0, 300, 90, 90, Paragraphs("middle")))
            .Part("ppt/slides/_rels/slide1.xml.rels", Relations(("l", "slideLayout", "../slideLayouts/slideLayout1.xml")))
            .Part("ppt/slideLayouts/slideLayout1.xml", $"<p:sldLayout $names>{Box(0, 600, 90, 90, "", "<p:ph idx='4'/>")}{Placeholder("type='body' idx='3'", "")}</p:sldLayout>")
            .Part("ppt/slideLayouts/_rels/slideLayout1.xml.rels", Relations(("m", "slideMaster", "../slideMasters/slideMaster1.xml")))
            .Part("ppt/slideMasters/slideMaster1.xml", $"<p:sldMaster $names>{Box(0, 100, 90, 90, "", "<p:ph type='body'/>")}</p:sldMaster>")).ShouldBe(["high", "middle", "low"]);

    [Fact]
    public void Read_MergedCells_BecomeBlanks()
    {
        var blocks = Blocks(new SlideFile().Slide(Table(0, 0, 9, 9,
            Row(Cell("wide", "gridSpan='2'"), Cell("stale", "hMerge='1'"), Cell("high", "rowSpan='2'")),
            Row("a", "b", Cell("", "vMerge='1'")),
            Row(Cell("wide without its cells", "gridSpan='2'"), "c"))));
        blocks.Select(block => string.Join('|', block.Cells)).ShouldBe(["wide||high", "a|b|", "wide without its cells||c"]);
    }

    [Fact]
    public void Read_LinesOfACell_StayOneCell() =>
        Texts(new SlideFile().Slide(Table(0, 0, 9, 9, Row(CellOf(Paragraphs("one", "", "two\tthree") + "<a:p><a:r><a:t>four</a:t></a:r><a:br/><a:r><a:t>five</a:t></a:r></a:p>"), "x")))).ShouldBe(["one\ntwo three\nfour\nfive|x"]);

    [Fact]
    public void Read_TabsOfATextBox_PartCells() =>
        Texts(new SlideFile().Slide(Box(0, 0, 9, 9, Paragraphs("label:\tvalue") + "<a:p><a:r><a:t>one</a:t></a:r><a:br/><a:r><a:t>two</a:t></a:r></a:p>"))).ShouldBe(["label:|value", "one", "two"]);

    [Fact]
    public void Read_StrictFiles_AreReadAlike() =>
        Texts(new SlideFile { Names = "http://purl.oclc.org/ooxml/" }.Slide(Table(0, 0, 9, 9, Row("a", "b")))).ShouldBe(["a|b"]);

    [Fact]
    public void Read_WhatOlderProgramsShowInAShapesPlace_IsNotReadTwice() =>
        Texts(new SlideFile().Slide($"<mc:AlternateContent><mc:Choice>{Box(0, 0, 9, 9, Paragraphs("new"))}</mc:Choice><mc:Fallback>{Box(0, 0, 9, 9, Paragraphs("old"))}</mc:Fallback></mc:AlternateContent>")).ShouldBe(["new"]);

    [Fact]
    public void Read_FormWhoseTableGoesOnOverSlides_GivesItsReportWithTheSlide()
    {
        var file = new SlideFile()
            .Slide(Box(0, 0, 9, 9, Paragraphs("Forside")))
            .Slide(Table(0, 0, 9, 9, Row("Prosjekt-/programnavn:", "Prøve"), Row("ID Nasjonal e-helseportefølje:", "77"), Row("Ansvarlig virksomhet:", "FHI"), Row("Prosjekteier:", "Kari"), Row("Formål/overordnet mål for prosjektet/programmet:", "Et formål"), Row("Viktigste resultater/leveranser i hele prosjektperioden:", "Planlagt levert"), Row("Første", "12.20")))
            .Slide(Table(0, 0, 9, 9, Row("Andre", "01.21"), Row(Cell("Finansieringskilder (alle tall i mill kr)"), "2019", "2020"), Row("FHI", "", "2,5"), Row("Sum finansiering:", "", "2,5")));
        var report = FormReader.Read("skjema.pptx", file.Bytes(), ExamplePortfolio.Definition).Reports.ShouldHaveSingleItem();
        report.Source.ShouldNotBeNull();
        (report.Name, report.NationalId, report.Source.Slide).ShouldBe(("Prøve", 77, 2));
        report.Deliverables.Select(item => item.Text).ShouldBe(["Første", "Andre"]);
        report.Funding.ShouldHaveSingleItem().Y.ShouldBe([null, new Money(2.5m)]);
    }

    private static IReadOnlyList<Samstyre.Import.Block> Blocks(SlideFile file)
    {
        var reading = DocumentReader.Read("skjema.pptx", file.Bytes());
        reading.Problem.ShouldBeNull();
        return reading.Document!.Blocks;
    }

    private static IEnumerable<string> Texts(SlideFile file) => Blocks(file).Select(block => string.Join('|', block.Cells));
}

using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>What of a PDF becomes the document: cells by the lines that are drawn, and never a guess in silence.</summary>
public sealed class PdfReaderTests
{
    private static readonly double[] Two = [50, 300, 500];
    private static readonly double[] Four = [50, 300, 360, 420, 480];

    [Fact]
    public void Read_TableWithLines_KeepsBlankCells() =>
        Texts(new PdfFile().Page().Table(50, Four, ["Source", "2019", "2020", "2021"], ["Ours", "", "7", ""], ["Sum", "", "", "23"])).ShouldBe(["Source/2019/2020/2021", "Ours//7/", "Sum///23"]);

    [Fact]
    public void Read_MergedCells_BecomeBlanks() =>
        Texts(new PdfFile().Page().Table(50, Four, ["a", "b", "c", "d"], ["wide", null, null, "x"], ["e", "f", "g", "h"])).ShouldBe(["a/b/c/d", "wide///x", "e/f/g/h"]);

    [Fact]
    public void Read_LinesOfACell_AreOneText() =>
        Texts(new PdfFile().Page().Table(50, [50, 150, 300], ["A long label that goes|on below", "IKT-|prosjekt"], ["next", "1"])).ShouldBe(["A long label that goes on below/IKT-\nprosjekt", "next/1"]);

    [Fact]
    public void Read_TablesThatStandOnEachOther_HaveColumnsOfTheirOwn() =>
        Texts(new PdfFile().Page().Table(50, [50, 200, 350, 500], ["a", "b", "c"]).Table(68, [50, 400, 500], ["d", "e"])).ShouldBe(["a/b/c", "d/e"]);

    [Fact]
    public void Read_TwoTablesBesideEachOther_ReadsTheLeftOneFirst() =>
        Texts(new PdfFile().Page().Table(60, [320, 420, 520], ["c", "d"], ["g", "h"]).Table(50, [50, 150, 250], ["a", "b"], ["e", "f"])).ShouldBe(["a/b", "e/f", "c/d", "g/h"]);

    [Fact]
    public void Read_RowThatGoesOnOverThePagesEnd_IsOneRow()
    {
        var file = new PdfFile().Page().Table(760, Two, ["Helsedirektoratet (det nasjonale", "Bistand for"]).Page().Table(50, Two, ["kvalitetssystemet) og FHI", "nye indikatorer"], ["Neste", "2"]);
        Texts(file).ShouldBe(["Helsedirektoratet (det nasjonale kvalitetssystemet) og FHI/Bistand for nye indikatorer", "Neste/2"]);
    }

    [Fact]
    public void Read_RowsOnTwoPages_StayTwo() =>
        Texts(new PdfFile().Page().Table(760, Two, ["Testing", "11.20"]).Page().Table(50, Two, ["Oppstart", "kontinuerlig"])).ShouldBe(["Testing/11.20", "Oppstart/kontinuerlig"]);

    [Fact]
    public void Read_PageNumbersInTheMargin_AreNobodysAnswer() =>
        Texts(new PdfFile().Page().Text(50, 400, "one").Text(280, 825, "Side 1 av 2").Page().Text(50, 300, "two").Text(280, 825, "Side 2 av 2")).ShouldBe(["one", "two"]);

    [Fact]
    public void Read_PageBehindAFullOne_GoesOnWithIt()
    {
        var blocks = Blocks(new PdfFile().Page().Text(50, 100, "short").Page().Text(50, 780, "full").Page().Text(50, 100, "goes on"));
        blocks.Select(block => block.StartsPage).ShouldBe([true, true, false]);
        blocks.Select(block => (block.Place.Page, block.Place.Line)).ShouldBe([(1, 1), (2, 2), (3, 3)]);
    }

    [Fact]
    public void Read_FormWithLines_GivesItsReport()
    {
        var report = Report(Form(new PdfFile().Page().Table(50, Two, ["Prosjekt-/programnavn:", "Prøve"], ["ID Nasjonal e-helseportefølje:", "77"], ["Ansvarlig virksomhet:", "FHI"], ["Prosjekteier:", "Kari Nordmann"], ["Antatt totalkostnad for|prosjektet/programmet:", "18,7 mill"])));
        (report.Name, report.NationalId, report.TotalCostMnok, report.Source?.Page).ShouldBe(("Prøve", 77, new Money(18.7m), 1));
        report.Funding.ShouldHaveSingleItem().Y.ShouldBe([null, new Money(2.5m), null]);
    }

    [Fact]
    public void Read_TableThatThePagesEdgeCuts_IsDoubtfulAndItsWholeWordsAreRead()
    {
        var blocks = Blocks(new PdfFile().Page().Table(50, Two, ["Prosjekteier:", "Kari Nordmann"], ["Prosjektleder:", "Siv"]).Table(200, [50, 300, 640], ["a", "b"], ["c", "d"]));
        blocks.Select(block => (string.Join('/', block.Cells), block.IsDoubtful)).ShouldBe([("Prosjekteier:/Kari Nordmann", false), ("Prosjektleder:/Siv", false), ("a/b", true), ("c/d", true)]);
    }

    [Fact]
    public void Read_LyingPageBehindUprightOnes_KeepsTheLinesOfItsWholeWidth() =>
        Texts(new PdfFile().Page().Text(50, 100, "one").Page(842, 595).Table(50, [50, 300, 600, 700, 800], ["a", "b", "c", "d"], ["e", "", "", "h"])).ShouldBe(["one", "a/b/c/d", "e///h"]);

    [Fact]
    public void Read_TableWithoutLines_HasTheColumnsThatGapsPart()
    {
        var file = new PdfFile().Page().Text(50, 50, "Source").Text(200, 50, "2019").Text(260, 50, "2020").Text(50, 70, "Helse").Text(200, 70, "7").Text(50, 81, "Vest").Text(50, 101, "FHI").Text(260, 101, "2,5")
            .Text(50, 121, "A sentence that goes over all columns, as comments do").Text(50, 141, "Sum").Text(200, 141, "7").Text(260, 141, "2,5").Text(50, 161, "Rest").Text(200, 161, "0").Text(50, 181, "Alt").Text(200, 181, "1");
        Texts(file).ShouldBe(["Source/2019/2020", "Helse\nVest/7/", "FHI//2,5", "A sentence that goes over all columns, as comments do", "Sum/7/2,5", "Rest/0/", "Alt/1/"]);
        Blocks(file).ShouldAllBe(block => !block.IsDoubtful);
    }

    [Fact]
    public void Read_TableWithoutLinesOnTwoPages_KeepsItsColumns() =>
        Texts(new PdfFile().Page().Text(50, 700, "Source").Text(200, 700, "2019").Text(260, 700, "2020").Text(50, 720, "HSØ").Text(200, 720, "1").Text(50, 740, "HMN").Text(200, 740, "1").Text(50, 760, "HV").Text(260, 760, "2").Page().Text(50, 50, "FHI").Text(260, 50, "2,5"))
            .ShouldBe(["Source/2019/2020", "HSØ/1/", "HMN/1/", "HV//2", "FHI//2,5"]);

    [Fact]
    public void Read_SlideOfTwoTexts_ReadsTheLeftOneFirst()
    {
        var file = new PdfFile().Page(842, 595).Text(50, 40, "Title");
        for (var line = 0; line < 5; line++) file.Text(50, 80 + (line * 24), $"left {line}").Text(450, 80 + (line * 29), $"right {line}");
        Texts(file).ShouldBe(["Title", .. Enumerable.Range(0, 5).Select(line => $"left {line}"), .. Enumerable.Range(0, 5).Select(line => $"right {line}")]);
    }

    [Fact]
    public void Read_RowsThatOnlyLevelLinesPart_AreWhole()
    {
        var file = new PdfFile().Page();
        for (var row = 0; row < 5; row++) file.Text(50, 60 + (row * 24), "label").Text(50, 71 + (row * 24), "goes on").Text(300, 60 + (row * 24), "answer").Line(50, 75 + (row * 24), 500, 75 + (row * 24));
        Texts(file).ShouldBe(Enumerable.Repeat("label goes on/answer", 5));
    }

    [Fact]
    public void Read_RowsAsTightAsLines_AreDoubtful()
    {
        var file = new PdfFile().Page();
        for (var row = 0; row < 6; row++) file.Text(50, 50 + (row * 11), "Label").Text(300, 50 + (row * 11), "Answer");
        Blocks(file).ShouldAllBe(block => block.IsDoubtful);
    }

    [Fact]
    public void Read_WhitePaperUnderTables_IsNoFrameOfThem() =>
        Texts(new PdfFile().Page().Draw("1 1 1 rg 20 20 555 800 re f 0 0 0 rg").Text(50, 40, "Title").Table(60, Two, ["a", "b"])).ShouldBe(["Title", "a/b"]);

    [Fact]
    public void Read_FormWithTightRows_SendsWhatItIsUnsureOfToReview()
    {
        string[] labels = ["Prosjekt-/programnavn:", "ID Nasjonal e-helseportefølje:", "Ansvarlig virksomhet:", "Prosjekteier:"];
        string[] answers = ["Prøve", "77", "FHI", "Kari"];
        var file = new PdfFile().Page();
        for (var row = 0; row < 4; row++) file.Text(50, 50 + (row * 11), labels[row]).Text(300, 50 + (row * 11), answers[row]);
        var report = Report(Form(file));
        (report.Name, report.NationalId, report.OwnerText).ShouldBe(("Prøve", 77, "Kari"));
        foreach (var field in (string[])["name", "nationalId", "ownerText"]) report.Findings.ShouldContain(finding => finding.Field == field && finding.Code == "CellsUnsure" && finding.Severity == FindingSeverity.Review);
        report.Findings.ShouldNotContain(finding => finding.Field == "funding" && finding.Code == "CellsUnsure");
    }

    private static PdfFile Form(PdfFile file) => file.Table(250, Four, ["Finansieringskilder (alle tall i mill kr)", "2019", "2020", "2021"], ["FHI", "", "2,5", ""], ["Sum finansiering:", "", "2,5", ""]);

    private static Report Report(PdfFile file)
    {
        Poppler.Needed();
        return FormReader.Read("skjema.pdf", file.Bytes(), ExamplePortfolio.Definition).Reports.ShouldHaveSingleItem().ShouldNotBeNull();
    }

    private static IReadOnlyList<Samstyre.Import.Block> Blocks(PdfFile file)
    {
        Poppler.Needed();
        var reading = DocumentReader.Read("skjema.pdf", file.Bytes());
        reading.Problem.ShouldBeNull();
        return reading.Document!.Blocks;
    }

    private static IEnumerable<string> Texts(PdfFile file) => Blocks(file).Select(block => string.Join('/', block.Cells));
}

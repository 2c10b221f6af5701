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
    public void Read_WordsThatThePagesEdgeCuts_GiveNoColumns() =>
        Texts(new PdfFile().Page().Table(50, Two, ["Prosjekteier:", "Kari Nordmann"], ["Prosjektleder:", "Siv"]).Text(583, 300, "Herberg")).ShouldBe(["Prosjekteier: Kari Nordmann", "Prosjektleder: Siv", "He"]);

    [Fact]
    public void Read_FormWithoutLines_SendsEveryFieldToReview()
    {
        var report = Report(new PdfFile().Page().Text(50, 50, "Prosjekt-/programnavn:").Text(300, 50, "Prøve").Text(300, 62, "i to linjer").Text(50, 80, "ID Nasjonal e-helseportefølje:").Text(300, 80, "77").Text(50, 100, "Ansvarlig virksomhet:").Text(300, 100, "FHI")
            .Text(50, 120, "Prosjekteier:").Text(300, 120, "Kari").Text(50, 140, "Finansieringskilder (alle tall i mill kr)").Text(300, 140, "2019").Text(360, 140, "2020").Text(50, 160, "FHI").Text(360, 160, "2,5"));
        (report.Name, report.NationalId).ShouldBe(("Prøve i to linjer", 77));
        foreach (var field in (string[])["nationalId", "funding", "totalCostMnok"]) report.Findings.ShouldContain(finding => finding.Field == field && finding.Severity == FindingSeverity.Review);
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

using Samstyre.Import;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Import.SheetFile;

namespace Samstyre.Tests.Import;

public sealed class SheetReaderTests
{
    [Fact]
    public void Read_RowsOfTwoSheets_GivesBlocksWithSheetAndRow()
    {
        var blocks = Blocks(WithSheets(("Én", "", $"<row r=\"3\">{Cell("B3", "Navn")}{Cell("C3", "Kjernejournal")}</row><row r=\"4\">{Cell("B4", "Leder")}{Cell("C4", "Kari")}</row>"), ("To", "", $"<row>{"<c t=\"str\"><v>uten referanse</v></c>"}</row>")));

        Lines(blocks).ShouldBe(["Navn|Kjernejournal", "Leder|Kari", "uten referanse"]);
        blocks.Select(block => (block.Place.Sheet, block.Place.Line, block.StartsPage)).ShouldBe([("Én", 3, true), ("Én", 4, false), ("To", 1, true)]);
    }

    [Fact]
    public void Read_TextBoxes_AreReadWhereTheyBegin()
    {
        var rows = $"<row r=\"1\">{Cell("A1", "Navn")}{Cell("B1", "Kjernejournal")}</row><row r=\"5\">{Cell("A5", "Leder")}</row>";

        Lines(Blocks(WithDrawing(rows, Box(6, 0, "Sist") + Box(2, 3, "Til høyre") + Box(2, 0, "Formål: dele", "data", " ")))).ShouldBe(["Navn|Kjernejournal", "Formål: dele", "data", "Til høyre", "Leder", "Sist"]);
    }

    [Fact]
    public void Read_GroupedShapesAndRuns_AreReadInTheirOrder()
    {
        var group = $"<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>0</xdr:row></xdr:from><xdr:grpSp>{Shape("Først")}<xdr:grpSp>{Shape("Så", "dette")}</xdr:grpSp></xdr:grpSp></xdr:oneCellAnchor><xdr:absoluteAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>To</a:t></a:r><a:br/><a:r><a:t>linjer</a:t></a:r></a:p><a:p/></xdr:txBody></xdr:sp></xdr:absoluteAnchor>";

        var blocks = Blocks(WithDrawing("", group));

        Lines(blocks).ShouldBe(["Først", "Så", "dette", "To\nlinjer"]);
        blocks.Select(block => (block.Place.Line, block.StartsPage)).ShouldBe([(1, true), (1, false), (1, false), (1, false)]);
    }

    [Fact]
    public void Read_HiddenSheetsRowsAndColumns_LeavesThemOut()
    {
        var row = $"<row r=\"1\">{Cell("A1", "a")}{Cell("B1", "b")}{Cell("C1", "c")}</row><row r=\"2\" hidden=\"1\">{Cell("A2", "skjult")}</row>";

        Lines(Blocks(Of(row, before: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"))).ShouldBe(["a|c"]);
        Lines(Blocks(WithSheets(("Valg", "state=\"veryHidden\"", row), ("Liste", "state=\"hidden\"", row), ("Vist", "", $"<row r=\"1\">{Cell("A1", "vist")}</row>")))).ShouldBe(["vist"]);
    }

    [Fact]
    public void Read_SharedStrings_JoinsFormattedPiecesAndLeavesPronunciationOut()
    {
        var rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>";

        Lines(Blocks(Of(rows, "<si><t>to_x000D_\nlinjer</t></si><si><r><t>Prosjekt</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> eier</t></r><rPh sb=\"0\" eb=\"1\"><t>uttale</t></rPh></si>"))).ShouldBe(["Prosjekt eier|to\r\nlinjer"]);
    }

    [Theory]
    [InlineData("t=\"b\"", "1", "Ja")]
    [InlineData("t=\"b\"", "0", "Nei")]
    [InlineData("t=\"str\"", "svar", "svar")]
    [InlineData("t=\"d\"", "2020-12-24T00:00:00", "24.12.2020")]
    [InlineData("", "0.30000000000000004", "0,3")]
    [InlineData("", "660733000", "660733000")]
    [InlineData("", "1.5E-2", "0,015")]
    [InlineData("", "-3.5", "-3,5")]
    [InlineData("", "123456789012345678", "1,23456789012346E+17")]
    public void Read_Values_GivesThemAsShown(string attributes, string value, string shown) =>
        Lines(Blocks(Of($"<row r=\"1\"><c r=\"A1\" {attributes}><f>1+1</f><v>{value}</v></c></row>"))).ShouldBe([shown]);

    [Theory]
    [InlineData(14, "", "44166", "01.12.2020")]
    [InlineData(17, "", "44166", "12.2020")]
    [InlineData(9, "", "0.12", "12 %")]
    [InlineData(10, "", "0.125", "12,5 %")]
    [InlineData(164, "dd\\.mm\\.yyyy;@", "44166.5", "01.12.2020")]
    [InlineData(164, "[$-414]mmmm\\ yyyy", "44166", "12.2020")]
    [InlineData(164, "yyyy", "44166", "2020")]
    [InlineData(164, "hh:mm", "0.5", "12:00")]
    [InlineData(164, "dd.mm.yyyy", "59", "28.02.1900")]
    [InlineData(164, "dd.mm.yyyy", "-5", "-5")]
    [InlineData(164, "dd.mm.yyyy", "99999999", "99999999")]
    [InlineData(164, "#,##0.0\" mill. dyrt\"", "18.7", "18,7 mill. dyrt")]
    [InlineData(164, "[$kr-414] #,##0", "30", "kr 30")]
    [InlineData(164, "[Red]0.0;-0.0", "-2.5", "-2,5")]
    [InlineData(164, "#,##0.0,,", "18700000", "18,7")]
    [InlineData(164, "0;-0;;@", "0", "")]
    [InlineData(164, "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-", "0", "0")]
    [InlineData(164, "[>=1000]0.0,\"k\";0", "2500", "2500")]
    [InlineData(164, "General", "7", "7")]
    [InlineData(164, "\"uten slutt", "7", "uten slutt 7")]
    public void Read_NumberFormats_GivesTheNumberAsShown(int id, string code, string value, string shown)
    {
        var styles = $"<numFmts><numFmt numFmtId=\"164\" formatCode=\"{code.Replace("\"", "&quot;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}\"/></numFmts><cellStyleXfs><xf numFmtId=\"1\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{id}\"/></cellXfs>";

        Lines(Blocks(Of($"<row r=\"1\"><c r=\"A1\" s=\"1\"><v>{value}</v></c>{Cell("B1", ".")}</row>", styles: styles))).ShouldBe([shown.Length == 0 ? "." : shown + "|."]);
    }

    [Fact]
    public void Read_DaysSince1904_GivesTheRightDay() =>
        Lines(Blocks(Of("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>42704</v></c></row>", styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", properties: "date1904=\"1\""))).ShouldBe(["01.12.2020"]);

    [Fact]
    public void Read_MergedCells_ShowsTheFirstOnly()
    {
        var rows = $"<row r=\"1\">{Cell("A1", "etikett")}{Cell("B1", "under")}{Cell("C1", "verdi")}</row><row r=\"2\">{Cell("A2", "under")}{Cell("B2", "b")}{Cell("C2", "c")}</row>";

        Lines(Blocks(Of(rows, behind: "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A1:A2\"/></mergeCells>"))).ShouldBe(["etikett||verdi", "|b|c"]);
    }

    [Fact]
    public void Read_TablesOfDifferentWidthsInOneGrid_HaveTheirOwnColumns()
    {
        var rows = Row(1, ("A", "Hvem"), ("B", "Hva"), ("D", "Frist")) + Row(2, ("A", "DIPS"), ("B", "Leveranse"), ("D", "12.20")) + Row(3, ("A", "Navn"), ("C", "Arena")) + Row(4, ("A", "x"), ("B", "y"), ("C", "z"), ("D", "w"));

        Lines(Blocks(Of(rows, behind: Merged("B1:C1", "D1:E1", "B2:C2", "D2:E2", "A3:B3", "C3:E3")))).ShouldBe(["Hvem|Hva|Frist", "DIPS|Leveranse|12.20", "Navn||Arena", "x|y|z|w"]);
    }

    [Fact]
    public void Read_HeadingMergedOverTwoColumns_KeepsThemApartBelow()
    {
        var rows = Row(1, ("A", "Kilde"), ("B", "Beløp")) + Row(2, ("A", "Helse Vest"), ("B", "1"), ("C", "2"));

        Lines(Blocks(Of(Row(1, ("A", "Kilde"), ("B", "Beløp"), ("D", "Sum")) + Row(2, ("A", "Helse Vest"), ("B", "1"), ("C", "2"), ("D", "3")), behind: Merged("B1:C1")))).ShouldBe(["Kilde|Beløp||Sum", "Helse Vest|1|2|3"]);
        Lines(Blocks(Of(rows, behind: Merged("B1:C1")))).ShouldBe(["Kilde|Beløp", "Helse Vest|1|2"]);
    }

    private static string Row(int number, params (string Column, string Text)[] cells) => $"<row r=\"{number}\">{string.Concat(cells.Select(cell => Cell(cell.Column + number, cell.Text)))}</row>";

    private static string Merged(params string[] ranges) => $"<mergeCells>{string.Concat(ranges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";

    [Fact]
    public void Read_MergedCellsWithAHiddenFirstColumn_ShowsTheirTextInTheNext() =>
        Lines(Blocks(Of($"<row r=\"1\">{Cell("A1", "overskrift")}</row>", before: "<cols><col min=\"1\" max=\"1\" hidden=\"true\"/></cols>", behind: "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"))).ShouldBe(["overskrift"]);

    [Fact]
    public void Read_RowWithOneValueUnderATable_IsARowOfIt()
    {
        var rows = $"<row r=\"1\">{Cell("A1", "hvem")}{Cell("B1", "hva")}</row><row r=\"2\">{Cell("A2", "NHN")}</row><row r=\"4\">{Cell("A4", "avsnitt")}</row>";

        Lines(Blocks(Of(rows))).ShouldBe(["hvem|hva", "NHN|", "avsnitt"]);
    }

    [Fact]
    public void Read_MistakesOfFormulas_AreBlank() =>
        Lines(Blocks(Of($"<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#REF!</v></c>{Cell("B1", "b")}</row>"))).ShouldBe(["b"]);

    [Fact]
    public void Read_CellsOutOfOrder_GivesThemInOrder() =>
        Lines(Blocks(Of($"<row r=\"2\">{Cell("B2", "d")}{Cell("A2", "c")}</row><row r=\"1\">{Cell("A1", "a")}{Cell("B1", "b")}</row>"))).ShouldBe(["a|b", "c|d"]);

    [Fact]
    public void Read_AForm_GivesItsReport()
    {
        string Row(int at, string label, string value) => $"<row r=\"{at}\">{Cell($"B{at}", label)}{value}</row>";
        var rows = Row(2, "Prosjekt-/programnavn:", Cell("E2", "Kjernejournal")) + Row(3, "ID Nasjonal e-helseportefølje:", "<c r=\"E3\"><v>181</v></c>") + Row(4, "Ansvarlig virksomhet:", Cell("E4", "Helse Sør-Øst"))
            + Row(5, "Prosjekteier:", Cell("E5", "Ola")) + Row(6, "Antatt totalkostnad for prosjektet/programmet:", "<c r=\"E6\" s=\"0\"><v>30.5</v></c>");

        var report = FormReader.Read("skjema.xlsx", Of(rows, styles: "<cellXfs><xf numFmtId=\"164\"/></cellXfs><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0&quot; mill&quot;\"/></numFmts>"), ExamplePortfolio.Definition).Reports.ShouldHaveSingleItem();

        (report.Name, report.NationalId, report.Organisation, report.TotalCostMnok?.Mnok, report.Source!.Sheet, report.Source.Line).ShouldBe(("Kjernejournal", 181, "Helse Sør-Øst RHF", 30.5m, "Skjema", 2));
    }

    private static IReadOnlyList<Samstyre.Import.Block> Blocks(byte[] file) => DocumentReader.Read("skjema.xlsx", file).Document.ShouldNotBeNull().Blocks;

    private static IEnumerable<string> Lines(IReadOnlyList<Samstyre.Import.Block> blocks) => blocks.Select(block => string.Join('|', block.Cells));
}

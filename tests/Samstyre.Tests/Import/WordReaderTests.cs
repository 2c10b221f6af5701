using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>What a Word file shows, as paragraphs and rows.</summary>
public class WordReaderTests
{
    [Fact]
    public void Paragraphs_FollowEachOther_RunsJoined() => Of("<w:p><w:r><w:t>For</w:t></w:r><w:r><w:t xml:space=\"preserve\">mål </w:t></w:r></w:p><w:p/><w:p><w:hyperlink><w:r><w:t>lenke</w:t></w:r></w:hyperlink></w:p>").ShouldBe(["Formål", "lenke"]);

    [Fact]
    public void Table_GivesARowPerRow_CellsWithSeveralParagraphsAsLines() =>
        Of(Table(Row(Cell("Formål"), "<w:tc><w:p><w:r><w:t>En</w:t></w:r></w:p><w:p><w:r><w:t>To</w:t><w:br/><w:t>Tre</w:t></w:r></w:p></w:tc>"))).ShouldBe(["Formål|En\nTo\nTre"]);

    [Fact]
    public void MergedCells_LeaveBlanksBesideAndBelow() =>
        Of(Table(
            Row(Cell("A", "<w:gridSpan w:val=\"2\"/>"), Cell("B", "<w:vMerge w:val=\"restart\"/>")),
            Row(Cell("C"), Cell("D"), Cell("rester", "<w:vMerge/>")),
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Cell("E") + Cell("F") + "</w:tr>")).ShouldBe(["A||B", "C|D|", "|E|F"]);

    [Fact]
    public void TableWithinATable_MakesTheOuterRowLayout() =>
        Of(Table(Row(Cell("utenfor"), "<w:tc>" + Table(Row(Cell("Status"), Cell("Gul"))) + "<w:p/></w:tc>"))).ShouldBe(["utenfor", "Status|Gul"]);

    [Fact]
    public void Tabs_OutsideTables_PartCells() => Of("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Prosjekteier:</w:t><w:tab/><w:t>Kari</w:t></w:r></w:p>").ShouldBe(["Prosjekteier:|Kari"]);

    [Fact]
    public void TrackedChanges_AreAccepted() =>
        Of("<w:p><w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins><w:r><w:t>15</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>bort</w:t></w:r></w:moveFrom><w:r><w:t> mill</w:t></w:r></w:p>").ShouldBe(["15 mill"]);

    [Fact]
    public void ContentControl_GivesItsContent_ButNotItsPlaceholder() =>
        Of(Table(Row(
            Cell("Eier"),
            "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:tc><w:p><w:r><w:t>Kari</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt>",
            "<w:tc><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Klikk her</w:t></w:r></w:p></w:sdtContent></w:sdt></w:tc>",
            Cell("etter")))).ShouldBe(["Eier|Kari||etter"]);

    [Fact]
    public void CheckBoxes_GiveWhatIsTicked() =>
        Of(Table(Row(Cell("Årlig?"), "<w:tc><w:p><w:r><w:t>☐ Ja </w:t></w:r><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> Nei</w:t></w:r></w:p></w:tc>"))).ShouldBe(["Årlig?|Nei"]);

    [Fact]
    public void OldFormFields_GiveWhatIsTickedAndChosen() =>
        Of("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:t> Ja </w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:t> Nei</w:t></w:r></w:p>"
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Grønn\"/><w:listEntry w:val=\"Gul\"/></w:ddList></w:ffData></w:fldChar></w:r></w:p>").ShouldBe(["Ja", "Gul"]);

    [Fact]
    public void TextBox_IsReadOnce_AfterItsAnchor() =>
        Of("<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>i boksen</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>i boksen</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>anker</w:t></w:r></w:p><w:p><w:r><w:t>etter</w:t></w:r></w:p>")
            .ShouldBe(["anker", "i boksen", "etter"]);

    [Fact]
    public void Footnote_StandsInBracketsWhereItIsReferredTo() =>
        Blocks(OfficeFile.Word(
            "<w:p><w:r><w:t>Total</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
            OfficeFile.RelationsOf("word/document.xml", ("rId5", "footnotes", "footnotes.xml")),
            ("word/footnotes.xml", "<w:footnotes xmlns:w=\"x\"><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>strek</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>uten mva</w:t></w:r></w:p></w:footnote></w:footnotes>")))
            .ShouldBe(["Total (uten mva)"]);

    [Fact]
    public void HiddenText_IsLeftOut() => Of("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r><w:r><w:t>synlig</w:t></w:r></w:p>").ShouldBe(["synlig"]);

    [Fact]
    public void PageBreaks_BeginPages()
    {
        var document = DocumentReader.Read("a.docx", OfficeFile.Word("<w:p><w:r><w:t>en</w:t><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r><w:t>to</w:t></w:r></w:p><w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>tre</w:t></w:r></w:p><w:p><w:r><w:t>fire</w:t></w:r></w:p>")).Document!;
        document.Blocks.Select(block => block.StartsPage).ShouldBe([true, true, false, true]);
    }

    [Fact]
    public void ManyTextBoxesWithinEachOther_AreReadToSomeDepth()
    {
        var open = string.Concat(Enumerable.Repeat("<w:p><w:r><w:txbxContent>", 2_000));
        var close = string.Concat(Enumerable.Repeat("</w:txbxContent></w:r></w:p>", 2_000));
        Of(open + "<w:p><w:r><w:t>innerst</w:t></w:r></w:p>" + close + "<w:p><w:r><w:t>etter</w:t></w:r></w:p>").ShouldBe(["etter"]);
    }

    private static string Table(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{string.Concat(rows)}</w:tbl>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

    private static IEnumerable<string> Of(string body) => Blocks(OfficeFile.Word(body));

    private static IEnumerable<string> Blocks(byte[] file) => DocumentReader.Read("a.docx", file).Document!.Blocks.Select(block => string.Join('|', block.Cells));
}

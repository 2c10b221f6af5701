using System.Text;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>Table files of any kind to rows under headings, and bad ones to one sentence.</summary>
public sealed class TableFileTests
{
    private const string Rows = "Tiltak;Virksomhet;Budsjett 2017\nEPJ-løftet;\"Direktoratet; for \"\"e-helse\"\"\";1,5\nAkson;KS;2\n";

    [Theory]
    [InlineData(";", false)]
    [InlineData("\t", true)]
    [InlineData(",", true)]
    public void Read_AnySeparator_GivesTheSameCells(string separator, bool mark)
    {
        string[][] cells = [["Tiltak", "Virksomhet", "Budsjett 2017"], ["EPJ, løftet", "E-helse; nå", "1,5"], ["Akson", "KS\nog andre", ""]];
        var text = string.Join('\n', cells.Select(row => string.Join(separator, row.Select(cell => $"\"{cell}\""))));
        var sheet = Sheet("a.csv", mark ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)] : Encoding.UTF8.GetBytes(text));
        sheet.Columns.Select(column => column.Heading).ShouldBe(["Tiltak", "Virksomhet", "Budsjett 2017"]);
        sheet.Rows.Select(row => row.Number).ShouldBe([2, 3]);
        sheet.Rows[0].Cells.ShouldBe(["EPJ, løftet", "E-helse; nå", "1,5"]);
        sheet.Rows[1].Cells.ShouldBe(["Akson", "KS\nog andre", ""]);
    }

    [Fact]
    public void Read_DecimalCommas_DoNotPartTheCells() =>
        Sheet("a.csv", "Navn;A 2017;B\nx;1,5;2,5\ny;3,5;4,5\n"u8.ToArray()).Rows[0].Cells.ShouldBe(["x", "1,5", "2,5"]);

    [Fact]
    public void Read_ExcelsOwnSeparatorLine_IsNoRow()
    {
        var sheet = Sheet("a.csv", "sep=,\r\nNavn,Virksomhet\r\nx,KS\r\n"u8.ToArray());
        sheet.Rows.ShouldHaveSingleItem().Number.ShouldBe(3);
        sheet.Columns.Count.ShouldBe(2);
    }

    [Fact]
    public void Read_Windows1252_IsDecodedAndSaid()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sheet = Sheet("a.csv", Encoding.GetEncoding(1252).GetBytes(Rows));
        sheet.Rows[0].Cells[0].ShouldBe("EPJ-løftet");
        sheet.GuessedEncoding.ShouldBe("Windows-1252");
        Sheet("a.csv", Encoding.UTF8.GetBytes(Rows)).GuessedEncoding.ShouldBeNull();
        Sheet("a.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Rows)]).Rows[0].Cells[1].ShouldBe("Direktoratet; for \"e-helse\"");
    }

    [Fact]
    public void Read_TitleAndBlankRowsAbove_FindsTheHeadings()
    {
        var sheet = Sheet("a.csv", Encoding.UTF8.GetBytes("Porteføljen per mars 2017;;\nStatus fra alle;;\n;;\n" + Rows));
        sheet.Columns.Select(column => column.Heading).ShouldBe(["Tiltak", "Virksomhet", "Budsjett 2017"]);
        sheet.Rows.Select(row => row.Number).ShouldBe([5, 6]);
    }

    [Fact]
    public void Read_HeadingsNobodyKnows_AreTheFirstRowOfDifferentWords() =>
        Sheet("a.csv", "Liste\nAlfa;Beta;2017\nx;y;3\n"u8.ToArray()).Columns.Select(column => column.Heading).ShouldBe(["Alfa", "Beta", "2017"]);

    [Fact]
    public void Read_Workbook_TakesTheFirstSheetThatIsShownOrTheNamedOne()
    {
        string Row(int row, params string[] cells) => $"<row r=\"{row}\">{string.Concat(cells.Select((cell, n) => SheetFile.Cell($"{(char)('A' + n)}{row}", cell)))}</row>";
        var file = SheetFile.WithSheets(
            ("Lister", "state=\"hidden\"", Row(1, "Navn", "Id") + Row(2, "skjult", "1")),
            ("Tiltak", "", Row(3, "Navn", "Id") + Row(4, "Akson", "81") + "<row r=\"5\" hidden=\"1\">" + SheetFile.Cell("A5", "Filtrert bort") + "</row>"),
            ("Gamle", "", Row(1, "Navn", "Id") + Row(2, "Noe", "2")));
        var sheet = Sheet("a.xlsx", file);
        (sheet.Sheet, sheet.Rows.Single().Number, sheet.Rows[0].Cells[0]).ShouldBe(("Tiltak", 4, "Akson"));
        sheet.Sheets.ShouldBe(["Tiltak", "Gamle"]);
        sheet.Notes.Select(note => note.Code).ShouldBe(["RowsHidden", "SheetsOther"]);
        TableFile.Read("a.xlsx", file, "gamle").Sheet!.Rows[0].Cells[0].ShouldBe("Noe");
        var refused = TableFile.Read("a.xlsx", file, "Lister").Problem!;
        refused.Code.ShouldBe("SheetUnknown");
        refused.Message.ShouldContain("Tiltak, Gamle");
    }

    [Fact]
    public void Read_WorkbookWithTypedCells_ShowsThemAsPeopleDo()
    {
        const string Styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"17\"/></cellXfs>";
        var rows = $"<row r=\"1\">{SheetFile.Cell("A1", "Navn")}{SheetFile.Cell("C1", "Slutt")}{SheetFile.Cell("D1", "Faseslutt")}{SheetFile.Cell("E1", "Budsjett 2017")}</row>"
            + $"<row r=\"2\">{SheetFile.Cell("A2", "Akson")}<c r=\"C2\" s=\"1\"><v>43100</v></c><c r=\"D2\" s=\"2\"><v>43100</v></c><c r=\"E2\"><v>12.5</v></c><c r=\"F2\" t=\"e\"><v>#REF!</v></c></row>";
        var sheet = Sheet("a.xlsx", SheetFile.Of(rows, styles: Styles));
        sheet.Columns.Select(column => column.Heading).ShouldBe(["Navn", "Slutt", "Faseslutt", "Budsjett 2017", "F"]);
        sheet.Columns.Select(column => TableContent.Cell(sheet.Rows[0], column)).ShouldBe(["Akson", "31.12.2017", "12.2017", "12,5", "#REF!"]);
    }

    [Theory]
    [InlineData("", "FileEmpty")]
    [InlineData("\n\n;;\n", "FileEmpty")]
    [InlineData("1.1;11;EPJ-løftet;Gul\n1.1;12;Akson;Gul\n", "HeadingsMissing")]
    [InlineData("Bare en liste\nmed linjer\n", "HeadingsMissing")]
    [InlineData("Tiltak;Virksomhet\n", "RowsMissing")]
    [InlineData("Tiltak;Virksomhet\n\"Akson;KS\nEPJ;KS\n", "QuoteOpen")]
    [InlineData("%PDF-1.7 og mer", "FormatNotTable")]
    [InlineData("\u00d0\u00cf\u0011\u00e0", "FormatOld")]
    public void Read_BadFile_IsOneSentence(string text, string code)
    {
        var reading = TableFile.Read("a.csv", text.Length > 0 && text[0] == '\u00d0' ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text));
        reading.Sheet.ShouldBeNull();
        reading.Problem!.Code.ShouldBe(code);
        reading.Problem.Message.ShouldEndWith(".");
    }

    [Fact]
    public void Read_TooManyRowsOrColumns_IsRefusedQuickly()
    {
        var long200 = new StringBuilder("Tiltak;Virksomhet;Budsjett 2017\n");
        for (var row = 0; row < 200_000; row++) long200.Append("Tiltak ").Append(row).Append(";KS;1\n");
        TableFile.Read("a.csv", Encoding.UTF8.GetBytes(long200.ToString())).Problem!.Code.ShouldBe("TableTooLong");
        TableFile.Read("a.csv", Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 400).Select(n => "Kolonne " + n)) + "\n1\n")).Problem!.Code.ShouldBe("TableTooWide");
        TableFile.Read("a.xlsx", SheetFile.Of($"<row r=\"1\">{SheetFile.Cell("A1", "Navn")}{SheetFile.Cell("B1", "Id")}</row><row r=\"2\">{SheetFile.Cell("A2", "x")}{SheetFile.Cell("XFD2", "y")}</row>")).Problem!.Code.ShouldBe("TableTooWide");
    }

    [Fact]
    public void Read_AnyBytes_NeverThrows()
    {
        var chance = new Random(17);
        var sound = SheetFile.Of($"<row r=\"1\">{SheetFile.Cell("A1", "Navn")}{SheetFile.Cell("B1", "Id")}</row><row r=\"2\">{SheetFile.Cell("A2", "x")}</row>");
        for (var round = 0; round < 400; round++)
        {
            var bytes = round % 2 == 0 ? (byte[])sound.Clone() : Encoding.UTF8.GetBytes(Rows);
            for (var change = 0; change < 4; change++) bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            var reading = TableFile.Read("a", bytes);
            (reading.Sheet is null).ShouldBe(reading.Problem is not null);
        }
    }

    private static TableContent Sheet(string name, byte[] bytes)
    {
        var reading = TableFile.Read(name, bytes);
        reading.Problem.ShouldBeNull();
        return reading.Sheet!;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>The workbook of a report, read back with the Open XML library.</summary>
public sealed class ExcelReportTests
{
    private static readonly DocTable Small = new("small", "Budsjett per område", [new("Område"), new("Tiltak", FigureUnit.Initiatives), new("Budsjett (mill. kr)", FigureUnit.MillionNok), new("Andel", FigureUnit.Share), new("Slutt"), new("Id")],
    [
        new([new("Innbygger", "Innbygger"), new("15", 15m), new("576,3", 576.25m), new("60 %", 0.6m), new("31.10.2020", new DateOnly(2020, 10, 31)), new("164", 164m)]),
        new([new("Tom", "Tom"), new("0", 0m), new("ikke oppgitt"), new("ikke oppgitt"), new("ikke oppgitt"), new("ikke oppgitt")]),
        new([new("I alt", "I alt"), new("15", 15m), new("576,3", 576.25m), new("100 %", 1m), new(""), new("")], IsTotal: true),
    ]);

    [Theory]
    [InlineData("2020-03", Language.Bokmal, "Innhold")]
    [InlineData("2020-10", Language.Nynorsk, "Innhald")]
    [InlineData("2020-10", Language.English, "Contents")]
    public void Write_ExampleRound_IsAValidWorkbookOfContentsAndTables(string round, Language language, string contents)
    {
        var report = PortfolioReport.Of(ReportFigures.Of(MemoryPortfolio.Example.Content(round)), null, ["Innmelding " + round], language);
        using var book = Opened(report);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(book, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        Names(book)[0].ShouldBe(contents);
        Names(book).Count.ShouldBe(1 + report.Chapters.Sum(chapter => chapter.Blocks.Count(block => block is FigureBlock or TableBlock)));
        book.PackageProperties.Title.ShouldBe($"{report.Title} – {report.Subtitle}");
    }

    [Fact]
    public void Write_Table_HasTypedCellsWithTheFormatOfTheirUnit()
    {
        using var book = Opened(Report(Small));
        Look(book, 1, "B5").ShouldBe("15 #,##0");
        Look(book, 1, "C5").ShouldBe("576.25 #,##0.0");
        Look(book, 1, "D5").ShouldBe("0.6 0 %");
        Look(book, 1, "E5").ShouldBe("44135 dd\\.mm\\.yyyy");
        Look(book, 1, "F5").ShouldBe("164 ");
        Look(book, 1, "B6").ShouldBe("0 #,##0");
        foreach (var cell in (string[])["C6", "D6", "E6"]) Cell(book, 1, cell).ChildElements.ShouldBeEmpty();
    }

    [Fact]
    public void Write_Table_HasCaptionNoteFrozenHeadingsAndAFilterAboveTheSum()
    {
        using var book = Opened(Report(Small));
        Text(book, 1, "A1").ShouldBe("Budsjett per område");
        Text(book, 1, "A2").ShouldBe("En note");
        Text(book, 1, "C4").ShouldBe("Budsjett (mill. kr)");
        var sheet = Sheet(book, 1);
        var pane = sheet.Descendants<Pane>().Single();
        (pane.VerticalSplit!.Value, pane.TopLeftCell!.Value, pane.State!.Value).ShouldBe((4, "A5", PaneStateValues.Frozen));
        sheet.Elements<AutoFilter>().Single().Reference!.Value.ShouldBe("A4:F6");
        sheet.Descendants<Column>().Count().ShouldBe(6);
    }

    [Fact]
    public void Write_Contents_LinksToEverySheet()
    {
        using var book = Opened(Report(Small with { Caption = "Andres 'tall'" }, Small));
        var links = Sheet(book, 0).Descendants<Hyperlink>().Select(link => (link.Reference!.Value, link.Location!.Value)).ToList();
        links.ShouldBe([("A7", "'Andres ''tall'!A1"), ("A8", "'Budsjett per område'!A1")]);
        Text(book, 0, "A1").ShouldBe("Porteføljerapport");
        Text(book, 0, "A4").ShouldBe("Innmelding 2020-03");
        Text(book, 0, "B8").ShouldBe("Budsjett per område");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+47 22 33 44 55")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("  =cmd|' /C calc'!A0")]
    [InlineData("\u0000=1")]
    public void Write_TextThatLooksLikeAFormula_IsAStringThatStaysOne(string hostile)
    {
        using var book = Opened(Report(WithText(hostile)) with { Title = hostile });
        var cell = Cell(book, 1, "A5");
        cell.DataType!.Value.ShouldBe(CellValues.InlineString);
        Format(book, cell).QuotePrefix!.Value.ShouldBeTrue();
        Format(book, Cell(book, 0, "A1")).QuotePrefix!.Value.ShouldBeTrue();
        book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()).ShouldBeEmpty();
        Format(book, Cell(book, 1, "A1")).QuotePrefix.ShouldBeNull();
    }

    [Theory]
    [InlineData("a\u0001b\u000bc\uffff", "abc")]
    [InlineData("<b>&amp;</b>", "<b>&amp;</b>")]
    [InlineData("en\r\nto\rtre", "en\nto\ntre")]
    [InlineData("😀", "😀")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("\u202eabc", "\u202eabc")]
    public void Write_StrangeText_ComesOutAsText(string hostile, string expected)
    {
        using var book = Opened(Report(WithText(hostile)));
        Text(book, 1, "A5").ShouldBe(expected);
    }

    [Fact]
    public void Write_HalfACharacter_IsLeftOut()
    {
        using var book = Opened(Report(WithText("a\ud800b\udc00")));
        Text(book, 1, "A5").ShouldBe("ab");
    }

    [Fact]
    public void Write_AnyText_GivesAWorkbookThatReadsBack() => Prop.ForAll<string>(text =>
    {
        using var book = Opened(Report(WithText(text ?? "") with { Caption = text ?? "" }));
        return Text(book, 1, "A5") == SheetText.Clean(text ?? "") && Names(book).Count == 2;
    }).Check(Quietly.Try());

    [Fact]
    public void Write_TextTooLongForACell_IsCutWithAMark()
    {
        using var book = Opened(Report(WithText(new string('x', 100_000))));
        var text = Text(book, 1, "A5");
        text.Length.ShouldBe(32_767);
        text.ShouldStartWith(new string('x', 32_600));
        text.ShouldEndWith("x… [Kuttet her: en celle i Excel rommer 32 767 tegn. Hele teksten står i JSON-filen.]");
    }

    [Fact]
    public void SheetName_AnyCaptions_AreAllowedAndUnique() =>
        Prop.ForAll(Gen.Elements("[a]:*?/\\", "History", "'", "", "Innhold", "innhold", "Budsjett per strategisk område og år, alle", "😀x\u0001", "=1+1").ArrayOf().ToArbitrary(), captions =>
        {
            HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { "Innhold" };
            var names = captions.Select(caption => SheetText.SheetName(caption, taken)).ToList();
            return taken.Count == captions.Length + 1
                && names.All(name => name.Length is > 0 and <= 31 && !name.Any("[]:*?/\\".Contains) && name[0] != '\'' && name[^1] != '\'' && !name.Equals("History", StringComparison.OrdinalIgnoreCase));
        }).Check(Quietly.Try());

    [Fact]
    public void Write_FormTables_AreLeftOut()
    {
        using var book = Opened(Report(Small with { Kind = TableKind.Form }));
        Names(book).ShouldBe(["Innhold"]);
    }

    [Fact]
    public void Write_AbsurdNumbers_AreNumbers()
    {
        using var book = Opened(Report(Small with { Rows = [new([new("1", decimal.MaxValue), new("1", -1e15m), new("1", 1m / 3m), new("1", new DateOnly(1900, 1, 1)), new("?", 7)])] }));
        Text(book, 1, "A5").ShouldBe("7.922816251426434E+28");
        Text(book, 1, "B5").ShouldBe("-1000000000000000");
        Text(book, 1, "C5").ShouldBe("0.3333333333333333");
        Text(book, 1, "D5").ShouldBe("01.01.1900");
        Text(book, 1, "E5").ShouldBe("?");
    }

    [Fact]
    public void Write_SameDocument_GivesTheSameBytes() => Written(Report(Small)).ShouldBe(Written(Report(Small)));

    [Fact]
    public void Write_LargeAnnex_HasEveryRow()
    {
        var rows = Enumerable.Range(0, 10_000).Select(row => new DocRow([.. Enumerable.Range(0, 10).Select(column => new DocCell("x", column % 2 == 0 ? $"Tekst {row}" : (decimal)row))])).ToImmutableArray();
        var annex = new DocTable("annex", "Alle tiltak", [.. Enumerable.Range(0, 10).Select(column => new DocColumn($"K{column}"))], [.. rows], TableKind.Annex);
        using var book = Opened(Report(annex));
        Sheet(book, 1).Descendants<Row>().Count().ShouldBe(10_002 + 1);
    }

    private static DocTable WithText(string text) => Small with { Rows = [new([new(text, text), .. Small.Rows[0].Cells.Skip(1)])] };

    private static ReportDocument Report(params DocTable[] tables) => new(
        "Porteføljerapport", "mars 2020", Language.Bokmal, "E-helse", ["Innmelding 2020-03"], [new("one", "Ett", [new Paragraph([new("Ord")]), .. tables.Select(table => new TableBlock(table, "En note"))])]);

    private static byte[] Written(ReportDocument report)
    {
        using var output = new MemoryStream();
        ExcelReport.Write(output, report);
        return output.ToArray();
    }

    private static SpreadsheetDocument Opened(ReportDocument report) => SpreadsheetDocument.Open(new MemoryStream(Written(report)), false);

    private static List<string> Names(SpreadsheetDocument book) => [.. book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)];

    private static Worksheet Sheet(SpreadsheetDocument book, int place) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().ElementAt(place).Id!.Value!)).Worksheet;

    private static Cell Cell(SpreadsheetDocument book, int place, string reference) => Sheet(book, place).Descendants<Cell>().Single(cell => cell.CellReference == reference);

    private static string Text(SpreadsheetDocument book, int place, string reference) => Cell(book, place, reference).InnerText;

    private static CellFormat Format(SpreadsheetDocument book, Cell cell) => (CellFormat)book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);

    private static string Look(SpreadsheetDocument book, int place, string reference)
    {
        var cell = Cell(book, place, reference);
        var format = Format(book, cell).NumberFormatId!.Value;
        var code = format == 3 ? "#,##0" : book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>().FirstOrDefault(one => one.NumberFormatId! == format)?.FormatCode?.Value;
        return string.Create(CultureInfo.InvariantCulture, $"{cell.InnerText} {code}");
    }
}

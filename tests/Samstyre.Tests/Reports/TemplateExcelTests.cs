using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>The form to fill in as a workbook.</summary>
public sealed class TemplateExcelTests
{
    [Theory]
    [InlineData(Language.Bokmal)]
    [InlineData(Language.Nynorsk)]
    [InlineData(Language.English)]
    public void Excel_BlankAndFilled_IsValid(Language language)
    {
        foreach (var report in (Report[])[TemplateSample.Blank, TemplateSample.Filled, TemplateSample.Hostile])
        {
            using var book = SpreadsheetDocument.Open(new MemoryStream(TemplateSample.Excel(report, language)), false);
            new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book, TestContext.Current.CancellationToken).Take(20).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
            book.WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.Worksheet.Descendants<CellFormula>()).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Excel_Answers_AreUnlockedAndLabelsAreNot()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(TemplateSample.Excel(TemplateSample.Filled)), false);
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var sheets = book.WorkbookPart.WorksheetParts.Select(part => part.Worksheet).ToList();
        sheets.ShouldAllBe(sheet => sheet.GetFirstChild<SheetProtection>()!.Sheet!.Value && sheet.GetFirstChild<SheetProtection>()!.Password == null);
        var unlocked = sheets.SelectMany(sheet => sheet.Descendants<Cell>()).Where(cell => !formats[(int)cell.StyleIndex!.Value].Protection!.Locked!.Value).Select(cell => cell.InnerText).ToList();
        unlocked.ShouldContain("Felles prøvesvarhotell");
        unlocked.ShouldContain("18.7");
        unlocked.ShouldContain("Gul");
        unlocked.ShouldNotContain(text => text.EndsWith(':') || text.EndsWith('?') || text.StartsWith("Hvem er", StringComparison.Ordinal));
    }

    [Fact]
    public void Excel_Cells_HaveTheirChoicesAndHelp()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(TemplateSample.Excel(TemplateSample.Blank, Language.English)), false);
        var checks = book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DataValidation>()).ToList();
        checks.ShouldAllBe(check => check.Prompt!.Value!.Length > 0 && check.Prompt.Value.Length <= 255);
        checks.Count(check => check.Type?.Value == DataValidationValues.List).ShouldBeGreaterThan(8);
        checks.Count(check => check.Type?.Value == DataValidationValues.Decimal).ShouldBeGreaterThan(2);
        checks.Count(check => check.Type?.Value == DataValidationValues.Date).ShouldBe(2);
        book.WorkbookPart.Workbook.Descendants<Sheet>().Select(sheet => (sheet.Name!.Value, sheet.State?.Value)).ShouldBe([("Project", null), ("Benefits and risk", null), ("Dependencies", null), ("Lister", SheetStateValues.Hidden)]);
    }

    [Fact]
    public void Excel_Properties_TellWhereItBelongs()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(TemplateSample.Excel(TemplateSample.Filled)), false);
        TemplateSample.Properties(book.CustomFilePropertiesPart!).ShouldBe(["SamstyreTemplate=1", "SamstyreInitiative=417", "SamstyreRound=2020-12", "SamstyrePortfolio=e-health"]);
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>The form to fill in: valid files whose labels are locked and whose answers are not.</summary>
public sealed class TemplateTests
{
    public static TheoryData<Language> Languages => [Language.Bokmal, Language.Nynorsk, Language.English];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Word_BlankAndFilled_IsValid(Language language)
    {
        foreach (var report in (Report[])[TemplateSample.Blank, TemplateSample.Filled, TemplateSample.Hostile])
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(TemplateSample.Word(report, language)), false);
            Errors(word).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Word_Answers_AreUnlockedAndLabelsAreNot()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(TemplateSample.Word(TemplateSample.Filled)), false);
        var protection = word.MainDocumentPart!.DocumentSettingsPart!.Settings.GetFirstChild<DocumentProtection>()!;
        (protection.Edit!.Value, protection.Enforcement!.Value, protection.Hash).ShouldBe((DocumentProtectionValues.Forms, true, null));
        var controls = word.MainDocumentPart.Document.Descendants<SdtRun>().ToList();
        controls.ShouldAllBe(control => control.SdtProperties!.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.Lock>()!.Val!.Value == LockingValues.SdtLocked);
        Control(controls, "status").InnerText.ShouldBe("Gul");
        Control(controls, "status").Descendants<ListItem>().Select(item => item.Value!.Value).ShouldBe(["<velg>", "Grønn", "Gul", "Rød"]);
        Control(controls, "endDate").Descendants<SdtContentDate>().ShouldHaveSingleItem();
        controls.Where(control => TagOf(control) == "deliverables.text").Count(control => control.InnerText.Trim().Length == 0).ShouldBe(5);
    }

    [Fact]
    public void Word_Hints_AreNoAnswers()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(TemplateSample.Word(TemplateSample.Blank, language)), false);
            var shown = word.MainDocumentPart!.Document.Descendants<SdtRun>().Where(control => control.SdtProperties!.GetFirstChild<ShowingPlaceholder>() is not null).ToList();
            shown.Count.ShouldBeGreaterThan(100);
            foreach (var text in shown.Select(control => control.SdtContentRun!.InnerText))
                (string.IsNullOrWhiteSpace(text) || (CleanText.IsPlaceholder(text) && text.Length < 110 && char.IsLower(text[1]) && !text.Any(char.IsAsciiDigit) && !text.Contains('/', StringComparison.Ordinal))).ShouldBeTrue(text);
        }
    }

    [Fact]
    public void Word_Properties_TellWhereItBelongs()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(TemplateSample.Word(TemplateSample.Filled)), false);
        TemplateSample.Properties(word.CustomFilePropertiesPart!).ShouldBe(["SamstyreTemplate=1", "SamstyreInitiative=417", "SamstyreRound=2020-12", "SamstyrePortfolio=e-health"]);
    }

    private static SdtRun Control(IEnumerable<SdtRun> controls, string field) => controls.Single(control => TagOf(control) == field);

    private static string? TagOf(SdtRun control) => control.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value;

    private static IEnumerable<string> Errors(OpenXmlPackage file) =>
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Take(20).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Samstyre.Domain;
using Shouldly;
using Xunit;
using Table = DocumentFormat.OpenXml.Drawing.Table;

namespace Samstyre.Tests.Reports;

/// <summary>The filled form as slides.</summary>
public sealed class TemplateSlideTests
{
    [Fact]
    public void Slides_OfAnyReport_AreValid()
    {
        foreach (var report in (Report[])[TemplateSample.Blank, TemplateSample.Filled, TemplateSample.Hostile])
        {
            using var show = PresentationDocument.Open(new MemoryStream(TemplateSample.Slides(report)), false);
            new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(show, TestContext.Current.CancellationToken).Take(20).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Slides_OfAForm_AreAFew()
    {
        using var show = PresentationDocument.Open(new MemoryStream(TemplateSample.Slides(TemplateSample.Filled)), false);
        show.PresentationPart!.SlideParts.Count().ShouldBeInRange(3, 8);
        show.PresentationPart.SlideParts.ShouldAllBe(slide => slide.Slide.Descendants<Table>().Any());
        TemplateSample.Properties(show.CustomFilePropertiesPart!).ShouldContain("SamstyreInitiative=417");
    }

    [Fact]
    public void Slides_LongAnswer_StaysWithItsLabel()
    {
        using var show = PresentationDocument.Open(new MemoryStream(TemplateSample.Slides(TemplateSample.Filled with { Consequences = string.Concat(Enumerable.Repeat("Ingen får svar. ", 300)) })), false);
        show.PresentationPart!.SlideParts.Count(slide => slide.Slide.InnerText.Contains("Beskriv konsekvenser", StringComparison.Ordinal) && slide.Slide.InnerText.Contains("Ingen får svar", StringComparison.Ordinal)).ShouldBe(1);
    }
}

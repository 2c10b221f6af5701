using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Tests.Import;

namespace Samstyre.Tests.Reports;

/// <summary>Forms to fill in, as files.</summary>
internal static class TemplateSample
{
    /// <summary>A form of nothing known but the years of its funding.</summary>
    public static Report Blank { get; } = FormValues.Of(new(), 2020).Prior;

    /// <summary>A form with everything in it.</summary>
    public static Report Filled { get; } = new SampleForm().Read() with { Risks = [new("1", "Kodeverket", "Feil svar", "Prøve i liten skala", "12.2020")] };

    /// <summary>A form of texts that could break a file.</summary>
    public static Report Hostile { get; } = Filled with
    {
        Name = WordSample.Hostile, Purpose = WordSample.Hostile + new string('x', 40_000), StatusCause = "=HYPERLINK(\"http://example.org\")", CostComments = "+47", PhaseText = WordSample.Hostile,
        Deliverables = [new(WordSample.Hostile, "@SUM(A1)", null)], FundingCols = ["=1+1", "2020"],
    };

    public static FormTemplate Of(Report report, Language language = Language.Bokmal) =>
        new(report, ExamplePortfolio.Definition, language) { Initiative = "417", Round = "2020-12", Month = PartialDate.OfMonth(2020, 12) };

    public static byte[] Word(Report report, Language language = Language.Bokmal) => Bytes(WordTemplate.Write, report, language);

    public static byte[] Excel(Report report, Language language = Language.Bokmal) => Bytes(ExcelTemplate.Write, report, language);

    public static byte[] Slides(Report report, Language language = Language.Bokmal) => Bytes(SlideTemplate.Write, report, language);

    public static IEnumerable<string> Properties(CustomFilePropertiesPart part) => part.Properties.Elements<CustomDocumentProperty>().Select(property => $"{property.Name}={property.InnerText}");

    private static byte[] Bytes(Action<Stream, FormTemplate> write, Report report, Language language)
    {
        using var file = new MemoryStream();
        write(file, Of(report, language));
        return file.ToArray();
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Testing;
using Samstyre.Tests.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>A filled form read back is exactly the report that was written; hints and spare rows are nothing.</summary>
public sealed partial class TemplateReadBackTests
{
    // A cell of Excel holds no more.
    private const int LongestCell = 32_000;

    public static TheoryData<string> Formats => ["docx", "xlsx"];

    public static TheoryData<string> AllFormats => ["docx", "xlsx", "pptx"];

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void Read_OfTheExample_IsTheSameReports(string format)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var report in MemoryPortfolio.Example.Content("2020-10").Reports) ShouldBeReadBack(report, format, language);
        }
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void Read_OfGeneratedRounds_IsTheSameReports(string format)
    {
        var portfolio = MemoryPortfolio.Generated(7, 120, 2);
        foreach (var report in portfolio.History.Snapshots.SelectMany(snapshot => portfolio.Content(snapshot.Round.Code).Reports)) ShouldBeReadBack(report, format);
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void Read_OfAwkwardReports_IsTheSameReports(string format) => Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed =>
    {
        var made = new AwkwardReport(new Chance((uint)seed));
        for (var count = 0; count < 10; count++)
        {
            var report = made.Make();
            if (format != "xlsx" || Texts(report).All(text => text.Length <= LongestCell)) ShouldBeReadBack(report, format);
        }
    }).Check(Quietly.Try(60));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_OfABlankForm_IsNothingButItsYears(string format)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var read = Read(TemplateSample.Blank, format, language);
            var years = TemplateSample.Blank.FundingCols;
            Facts(read).ToJsonString().ShouldBe(Facts(new() { FundingCols = years, FundingTotal = [.. years.Select(_ => (Money?)null)] }).ToJsonString());
            read.Findings.Select(finding => $"{finding.Field}: {finding.Code}").ShouldBe(["name: NameMissing"]);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_OfAFilledForm_AsksNoMoreThanTheReportItself(string format) =>
        Read(TemplateSample.Filled, format, Language.Bokmal).Findings.Where(finding => finding.Severity != FindingSeverity.Info).ShouldBeEmpty();

    private static void ShouldBeReadBack(Report report, string format, Language language = Language.Bokmal)
    {
        var (expected, got) = (Facts(MadeCompendium.AsPrinted(report)), Facts(Read(report, format, language)));
        foreach (var (key, value) in expected) Plain(got[key]).ShouldBe(Plain(value), $"{key} of {report.Name}");
    }

    private static Report Read(Report report, string format, Language language)
    {
        var bytes = format switch { "docx" => TemplateSample.Word(report, language), "xlsx" => TemplateSample.Excel(report, language), _ => TemplateSample.Slides(report, language) };
        var reading = ReportReader.Read("form." + format, bytes, ExamplePortfolio.Definition);
        reading.Problems.ShouldBeEmpty();
        return reading.Reports.ShouldHaveSingleItem();
    }

    /// <summary>The writer of Office files leaves out the marks that turn the text around them.</summary>
    private static string? Plain(JsonNode? value) => value is null ? null : Turning().Replace(value.ToJsonString(), "");

    private static IEnumerable<string> Texts(Report report) => Leaves(Facts(report));

    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value)),
        JsonArray items => items.SelectMany(Leaves),
        { } value => [value.ToString()],
        _ => [],
    };

    /// <summary>The report without what is about it rather than in it.</summary>
    private static JsonObject Facts(Report report) => JsonNode.Parse(ReportJson.ToUtf8(report with { Source = null, Findings = [], Provenance = new Dictionary<string, int>() }))!.AsObject();

    [GeneratedRegex(@"\\u20(?:2[A-E]|6[6-9])")]
    private static partial Regex Turning();
}

using System.Text;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

public sealed class ReportFileTests
{
    [Theory]
    [InlineData("{\"name\":\"A\"}", 1)]
    [InlineData("  [ {\"name\":\"A\"} , {\"name\":\"B\"} ] \n", 2)]
    [InlineData("[]", 0)]
    public void Read_ObjectOrArray_GivesItsReports(string json, int count)
    {
        var reading = Read(json);
        reading.Problems.ShouldBeEmpty();
        reading.Reports.Count.ShouldBe(count);
    }

    [Fact]
    public void Read_Reports_KnowTheirLine() =>
        Read("[\n{\"name\":\"A\"},\n{\n\"name\":\"B\"}\n]").Reports.Select(report => report.Source!.Line).ShouldBe([2, 3]);

    [Fact]
    public void Read_Organisation_BecomesCanonical()
    {
        Read("{\"name\":\"A\",\"organisationText\":\"NHN\"}").Reports.Single().Organisation.ShouldBe("Norsk Helsenett");
        var loose = Read("{\"name\":\"A\",\"organisation\":\"Hdir og KS\"}").Reports.Single();
        loose.Organisation.ShouldBe("Helsedirektoratet");
        loose.Findings.ShouldHaveSingleItem().Code.ShouldBe("OrganisationLikely");
        Read("{\"name\":\"A\",\"organisationText\":\"Romfartsetaten\"}").Reports.Single().Findings.ShouldHaveSingleItem().Code.ShouldBe("OrganisationUnknown");
    }

    [Fact]
    public void Read_UnknownKeys_AreInfoFindingsWithTheirPath()
    {
        var report = Read("{\"name\":\"A\",\"statsu\":\"Red\",\"strategicFit\":{\"9.9\":\"H\"},\"dependencies\":[{\"on\":\"X\",\"wat\":{\"a\":1}},{\"on\":\"Y\"}]}").Reports.Single();
        report.Findings.Select(finding => (finding.Field, finding.Code, finding.Severity))
            .ShouldBe([("statsu", "KeyUnknown", FindingSeverity.Info), ("dependencies[].wat", "KeyUnknown", FindingSeverity.Info)]);
        report.Dependencies.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("{\"totalCostMnok\":\"many\"}", "totalCostMnok")]
    [InlineData("{\"status\":\"Blue\"}", "status")]
    [InlineData("{\"status\":7}", "status")]
    [InlineData("{\"endDate\":\"2020-02-31\"}", "endDate")]
    [InlineData("{\"deliverables\":null}", "deliverables")]
    [InlineData("{\"fundingTotal\":null}", "fundingTotal")]
    [InlineData("{\"deliverables\":[{}]}", "deliverables[0]")]
    [InlineData("{\"funding\":[null]}", "funding[0]")]
    [InlineData("{\"strategicFit\":{\"1.1\":\"X\"}}", "strategicFit")]
    [InlineData("[]", "")]
    [InlineData("12", "")]
    [InlineData("null", "")]
    public void Read_WrongReport_IsAProblemAndTheOthersGoOn(string wrong, string path)
    {
        var reading = Read($"[\n{{\"name\":\"A\"}},\n{wrong},\n{{\"name\":\"B\"}}]");
        reading.Reports.Select(report => report.Name).ShouldBe(["A", "B"]);
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Code).ShouldBe((3, "ReportInvalid"));
        problem.Message.ShouldStartWith(path);
        (problem.Field ?? "").ShouldStartWith(path);
        // What the serialiser says is for programmers.
        problem.Message.ShouldNotContain("Samstyre.");
        problem.Message.ShouldNotContain("constructor");
        problem.Message.ShouldEndWith(path.Length > 0 ? "and import the file again." : "and this is none.");
    }

    [Theory]
    [InlineData("[\n{\"name\":\"A\"},\n{\"name\":", 3)]
    [InlineData("[\n{\"name\":\"A\"}\n{\"name\":\"B\"}]", 3)]
    [InlineData("[\n{\"name\":\"A\"},\noops]", 3)]
    [InlineData("{\"name\":\"A\"}\n{\"name\":\"B\"}", 2)]
    public void Read_BrokenJson_KeepsWhatCameBefore(string json, int line)
    {
        var reading = Read(json);
        reading.Reports.ShouldHaveSingleItem().Name.ShouldBe("A");
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Code).ShouldBe((line, "JsonInvalid"));
    }

    [Fact]
    public void Read_NoName_IsAnErrorFinding() => Read("{}").Reports.Single().Findings.ShouldHaveSingleItem().Code.ShouldBe("NameMissing");

    [Fact]
    public void Read_Encodings_AllWork()
    {
        Encoding[] encodings = [new UTF8Encoding(false), Encoding.UTF8, Encoding.Unicode, Encoding.Latin1];
        foreach (var encoding in encodings)
            ReportFile.Read("r.json", [.. encoding.GetPreamble(), .. encoding.GetBytes("[{\"name\":\"Blåbær\"}]")], ExamplePortfolio.Definition).Reports.Single().Name.ShouldBe("Blåbær");
        ReportFile.Read("r.json", [], ExamplePortfolio.Definition).Problems.Single().Code.ShouldBe("FileEmpty");
        ReportFile.Read("r.json", [0, 1, 2, 3], ExamplePortfolio.Definition).Problems.Single().Code.ShouldBe("FileBinary");
    }

    [Fact]
    public void Stream_ManyReports_AreReadOneByOne()
    {
        var json = Encoding.UTF8.GetBytes("[" + string.Join(",\n", Enumerable.Range(1, 3000).Select(number => $"{{\"name\":\"N{number}\",\"nationalId\":{number}}}")) + "]");
        var first = ReportFile.Stream("r.json", json, ExamplePortfolio.Definition).Take(2).Select(item => item.Report!.NationalId);
        first.ShouldBe([1, 2]);
        var last = ReportFile.Stream("r.json", json, ExamplePortfolio.Definition).Last().Report!;
        (last.NationalId, last.Source!.Line).ShouldBe((3000, 3000));
    }

    private static FileReading Read(string json) => ReportFile.Read("r.json", Encoding.UTF8.GetBytes(json), ExamplePortfolio.Definition);
}

using System.Text;
using System.Text.Json;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

public sealed class ReportJsonTests
{
    [Fact]
    public void ToUtf8_ReportWithEveryKindOfValue_ReadsBackTheSame()
    {
        var report = new Report
        {
            Source = new("form.txt", 1),
            Name = "Blå journal",
            Status = TrafficLight.Yellow,
            Phase = Phase.Execution,
            TotalCostMnok = new(18.7m),
            EndDate = PartialDate.OfQuarter(2021, 1),
            StrategicFit = new SortedDictionary<string, Level> { ["1.1"] = Level.High, ["2.3"] = Level.Low },
            Prerequisites = new() { EhrGp = new(Level.Medium, "2021") },
            Dependencies = [new("NHN", "Tilgang", null, "3,4", Level.High, "12.20", PartialDate.OfMonth(2020, 12), TrafficLight.Red)],
            FundingCols = ["2020"],
            Funding = [new("HOD", [new Money(5m)])],
            FundingTotal = [null],
            Findings = [new("totalCostMnok", FindingSeverity.Review, "Odd.", "ca 18,7")],
            Provenance = new SortedDictionary<string, int> { ["name"] = 3, ["funding[0].y[0]"] = 41 },
        };
        var json = ReportJson.ToUtf8(report);
        var text = Encoding.UTF8.GetString(json);
        text.ShouldContain("\"status\":\"Yellow\"");
        text.ShouldContain("\"1.1\":\"H\"");
        text.ShouldContain("\"severity\":\"review\"");
        text.ShouldContain("\"endDate\":\"2021-Q1\"");
        text.ShouldContain("\"totalCostMnok\":18.7");
        text.ShouldContain("\"fundingTotal\":[null]");
        ReportJson.ToUtf8(ReportJson.FromUtf8(json)).ShouldBe(json);
    }

    [Fact]
    public void FromUtf8_KeysLeftOut_GiveEmptyPartsAndNotNull()
    {
        var report = ReportJson.FromUtf8("{}"u8);
        ReportJson.ToUtf8(report).ShouldBe(ReportJson.ToUtf8(new Report()));
        report.Prerequisites.Rows().Count().ShouldBe(7);
    }

    [Fact]
    public void FromUtf8_WordsThatComeBack_AreOneStringInMemory()
    {
        var (one, other) = (ReportJson.FromUtf8("""{"phaseText":"Gjennomføring","deliverables":[{"text":"Pilot"},{"text":"Pilot"}]}"""u8), ReportJson.FromUtf8("""{"phaseText":"Gjennomf\u00f8ring"}"""u8));
        other.PhaseText.ShouldBe("Gjennomføring");
        other.PhaseText.ShouldBeSameAs(one.PhaseText);
        one.Deliverables[1].Text.ShouldBeSameAs(one.Deliverables[0].Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(159)]
    [InlineData(160)]
    [InlineData(161)]
    [InlineData(100_000)]
    public void FromUtf8_TextOfAnyLength_ComesAsItIs(int length)
    {
        foreach (var text in (string[])[new('a', length), new('å', length), new('\t', length)])
            ReportJson.FromUtf8(ReportJson.ToUtf8(new() { Name = text })).Name.ShouldBe(text);
    }

    [Fact]
    public void FromUtf8_ManyDifferentTexts_NoneTakesAnothersPlace()
    {
        var texts = Enumerable.Range(0, 30_000).Select(number => $"Leveranse {number}").ToList();
        Parallel.ForEach(texts, text => ReportJson.FromUtf8(ReportJson.ToUtf8(new() { Name = text })).Name.ShouldBe(text));
    }

    [Fact]
    public void FromUtf8_HalfACharacter_IsRefusedAsNoReport()
    {
        Should.Throw<JsonException>(() => ReportJson.FromUtf8("""{"name":"\ud800"}"""u8));
        Should.Throw<JsonException>(() => ReportJson.FromUtf8([.. "{\"name\":\""u8, 0xff, .. "\"}"u8]));
    }
}

using System.Text.Json;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>Who reported, how old values are, how complete and consistent they are: against the files of October 2020 and small rounds.</summary>
public sealed class DataQualityTests
{
    private static readonly RoundContent October2020 = MemoryPortfolio.Example.Content("2020-10");

    // What the form asks of everyone, each as the keys of the files of which one must be given.
    private static readonly string[][] Asked =
    [
        ["name"], ["organisation"], ["ownerText"], ["managerText"], ["revised"], ["purpose"], ["totalCostMnok"], ["annualOperatingCostMnok"], ["deliverables"], ["primaryFocusArea"], ["strategicFit"],
        ["phase"], ["phaseEnd"], ["endDate"], ["followsProjectWizard"], ["multiPhase"], ["revisedAnnually"], ["benefitOwnersText"], ["benefitBand", "benefitAmountMnok", "benefitKinds", "benefitText", "unquantifiedBenefitsText"],
        ["lifetimeText"], ["status"], ["risk"], ["riskText", "risks"], ["affectedActorsText"],
    ];

    [Fact]
    public void Quality_October2020_IsTheFiles()
    {
        // Only organisations all of whose initiatives reported: the others stand with what the table of March holds.
        var silent = October2020.Snapshot.Standings.Where(standing => standing.CarriedOver).Select(standing => standing.Facts.Organisation).ToHashSet();
        var figure = DataQuality.Of(October2020);
        var compared = 0;
        foreach (var organisation in October2020.Snapshot.Definition.Organisations.Where(one => figure.RowOf(one.Code) >= 0 && !silent.Contains(one.Code)))
        {
            var files = October.Reports.Where(report => October.Text(report, "organisation") == organisation.Name).ToList();
            var given = files.Sum(Given);
            figure.Cell(organisation.Code, "initiatives")!.Value.ShouldBe(files.Count);
            figure.Cell(organisation.Code, "missing")!.Value.ShouldBe((files.Count * 29) - given, organisation.Code);
            figure.Cell(organisation.Code, "given")!.Value.ShouldBe((decimal)given / (files.Count * 29), organisation.Code);
            compared++;
        }

        compared.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Fields_EveryFieldOfTheForm_IsAskedOrNot()
    {
        var keys = AskedFields.All.SelectMany(field => field.Fields).Concat(AskedFields.NotAsked.Keys).ToList();
        keys.Order().ShouldBe(ReportFields.All.Select(field => field.Key).Order());
        AskedFields.All.Count.ShouldBe(29);
        AskedFields.GivenIn(new Report()).ShouldBe(0);
    }

    [Fact]
    public void NotReported_October2020_AreThoseWithoutAFile()
    {
        var reported = October.Reports.Select(report => October.Text(report, "nationalId")).ToHashSet();
        var rows = NotReported.Of(October2020).Rows;
        rows.Length.ShouldBe(October2020.Snapshot.Standings.Length - October.Reports.Count);
        rows.ShouldAllBe(row => row.Standing!.Initiative.NationalId == null || !reported.Contains($"{row.Standing.Initiative.NationalId}"));
        // All of these stand with March 2020.
        rows.Select(row => ((LocalText)row.Cells[3]!).English).Distinct().ShouldBe(["March 2020"]);
        rows.Select(row => row.Cells[5]).Distinct().ShouldBe([October.Day.DayNumber - MemoryPortfolio.Example.History.Snapshots[0].Round.CollectedOn.DayNumber]);
    }

    [Theory]
    [InlineData("2020-10-31", "own")]
    [InlineData("2020-04-30", "upTo6")]
    [InlineData("2020-04-29", "6to12")]
    [InlineData("2019-10-31", "6to12")]
    [InlineData("2019-10-30", "over12")]
    public void Age_Limits_AreIncluded(string reported, string key)
    {
        var rounds = OfOne([.. new[] { (reported, (Report?)new Report()), ("2020-10-31", null) }.DistinctBy(round => round.Item1)]);
        AgeOfValues.Of(rounds).Cell(key, "initiatives")!.Value.ShouldBe(1);
    }

    [Fact]
    public void Quality_OpenQuestionsAndBrokenRules_AreCounted()
    {
        var bad = new Report
        {
            Organisation = "Helsedirektoratet", Status = TrafficLight.Red, Risk = TrafficLight.Red,
            Findings = [new("a", FindingSeverity.Error, "x"), new("b", FindingSeverity.Review, "x"), new("c", FindingSeverity.Info, "x")],
        };
        var figure = DataQuality.Of(Of(("2020-10-31", [bad, bad, new Report { Organisation = "Helfo" }, new Report()])));
        // 29 values asked, three of them given: 26 missing from each of the two; each breaks two rules and has two open questions.
        Row("initiatives", "missing", "inconsistent", "questions").ShouldBe([2m, 52m, 4m, 4m]);
        figure.Categories.Select(category => category.Key).ShouldBe(["helsedirektoratet", "helfo", "NotStated"]);
        (figure.Population, figure.NotReported).ShouldBe((4, 1));

        decimal?[] Row(params string[] keys) => [.. keys.Select(key => figure.Cell("helsedirektoratet", key)!.Value)];
    }

    private static int Given(JsonElement report)
    {
        var plain = Asked.Count(keys => keys.Any(key => report.TryGetProperty(key, out var value) && value.ValueKind switch
        {
            JsonValueKind.Array => value.GetArrayLength() > 0,
            JsonValueKind.Object => value.EnumerateObject().Any(),
            JsonValueKind.Null => false,
            _ => !string.IsNullOrWhiteSpace(value.ToString()),
        }));
        var maturity = report.TryGetProperty("benefitMaturity", out var questions) ? questions.EnumerateObject().Count(question => question.Value.ValueKind != JsonValueKind.Null) : 0;
        var funding = October.Rows(report, "fundingTotal").Concat(October.Rows(report, "funding").SelectMany(source => October.Rows(source, "y"))).Any(cell => cell.ValueKind == JsonValueKind.Number);
        return plain + maturity + (funding ? 1 : 0);
    }
}

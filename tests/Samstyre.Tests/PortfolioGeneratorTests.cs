using Samstyre.App.Features.Demo;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Samstyre.Tests;

public sealed class PortfolioGeneratorTests
{
    private static readonly List<(string Code, List<Report> Reports)> Made = [.. Make(7, 400, 8)];

    [Fact]
    public void Rounds_SameSeed_SameBytesWhateverTheOrder()
    {
        var backwards = PortfolioGenerator.Rounds(7, 400, 8, ExamplePortfolio.Definition).Reverse().Select(round => round.Reports.ToList()).Reverse();
        HashOf(backwards).ShouldBe(HashOf(Made.Select(round => round.Reports)));
    }

    [Fact]
    public void Rounds_OtherSeed_Differs() => HashOf(Make(8, 50, 2).Select(round => round.Reports)).ShouldNotBe(HashOf(Make(7, 50, 2).Select(round => round.Reports)));

    [Fact]
    public void SplitMix64_KnownSeed_GivesThePublishedNumbers()
    {
        var dice = new SplitMix64(1234567);
        new[] { dice.Next(), dice.Next(), dice.Next() }.ShouldBe([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL]);
    }

    [Fact]
    public void Rounds_Codes_AreQuarters() =>
        Made.Select(round => round.Code).ShouldBe(["2019-03", "2019-06", "2019-09", "2019-12", "2020-03", "2020-06", "2020-09", "2020-12"]);

    [Fact]
    public void Reports_AsJson_HaveUsualSize()
    {
        var sizes = Made.SelectMany(round => round.Reports).Select(report => ReportJson.ToUtf8(report).Length).ToList();
        sizes.Average().ShouldBeInRange(3000, 6000);
        sizes.Max().ShouldBeLessThan(9000);
    }

    [Fact]
    public void Reports_ReadBack_WithoutFindings()
    {
        foreach (var report in Made[3].Reports)
        {
            var reading = ReportFile.Read("g.json", ReportJson.ToUtf8(report), ExamplePortfolio.Definition);
            reading.Problems.ShouldBeEmpty();
            reading.Reports.Single().Findings.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Reports_Names_AreOneForEachId()
    {
        var all = Made.SelectMany(round => round.Reports).ToList();
        all.GroupBy(report => report.NationalId).ShouldAllBe(one => one.Select(report => report.Name).Distinct().Count() == 1);
        Enumerable.Range(0, 45_000).Select(index => GeneratedCourse.NameOf(3, index)).ShouldBeUnique();
    }

    [Fact]
    public void Statistics_AreThoseOfAPortfolio()
    {
        var last = Made[^1].Reports;
        last.Count.ShouldBeInRange(290, 390);
        Share(last, report => report.Status == TrafficLight.Green).ShouldBeInRange(25, 65);
        Share(last, report => report.Status == TrafficLight.Red).ShouldBeInRange(2, 20);
        Share(last, report => report.Status is null).ShouldBeInRange(0, 6);
        Share(last, report => report.TotalCostMnok is null).ShouldBeInRange(10, 28);
        Share(last, report => report.AnnualOperatingCostMnok is null).ShouldBeInRange(40, 60);
        Share(last, report => Budget.In(report, 2020) is null).ShouldBeInRange(3, 25);
        last.Average(report => report.Dependencies.Count).ShouldBeInRange(1, 3);
        last.Select(report => report.Organisation).Distinct().Count().ShouldBeGreaterThan(15);
        Share(last, report => SumsUp(report)).ShouldBeInRange(85, 99);
    }

    [Fact]
    public void Statuses_PersistMoreThanTheyChange()
    {
        var before = Made[5].Reports.ToDictionary(report => report.NationalId!.Value);
        var both = Made[6].Reports.Where(report => before.ContainsKey(report.NationalId!.Value)).ToList();
        Share(both, report => before[report.NationalId!.Value].Status == report.Status).ShouldBeInRange(65, 95);
        Share(both, report => before[report.NationalId!.Value].EndDate < report.EndDate).ShouldBeInRange(3, 30);
        both.ShouldAllBe(report => !(before[report.NationalId!.Value].EndDate > report.EndDate));
    }

    [Fact]
    public void Register_TellsWhoEntersAndLeaves()
    {
        var register = PortfolioGenerator.Register(7, 400, 8, ExamplePortfolio.Definition).ToDictionary(one => one.NationalId!.Value);
        register.Count.ShouldBe(400);
        register.Values.Count(one => one.Life.Count == 2).ShouldBeInRange(10, 90);
        register.Values.Count(one => one.Life[0].On > new DateOnly(2019, 3, 20)).ShouldBeInRange(50, 110);
        foreach (var (code, reports) in Made)
        {
            var day = DateOnly.ParseExact(code + "-20", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            reports.ShouldAllBe(report => register[report.NationalId!.Value].Life.Last(step => step.On <= day).Stage == LifeStage.InPortfolio);
        }
    }

    private static IEnumerable<(string Code, List<Report> Reports)> Make(ulong seed, int initiatives, int rounds) =>
        PortfolioGenerator.Rounds(seed, initiatives, rounds, ExamplePortfolio.Definition).Select(round => (round.Code, round.Reports.ToList()));

    private static string HashOf(IEnumerable<IEnumerable<Report>> rounds) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rounds.SelectMany(round => round).Select(report => Encoding.UTF8.GetString(ReportJson.ToUtf8(report)))))));

    private static double Share(List<Report> reports, Func<Report, bool> which) => 100.0 * reports.Count(which) / reports.Count;

    private static bool SumsUp(Report report) => Enumerable.Range(0, report.FundingTotal.Count).All(column =>
        report.FundingTotal[column] is null || report.FundingTotal[column]!.Value.Mnok == report.Funding.Sum(source => source.Y[column]?.Mnok ?? 0m));
}

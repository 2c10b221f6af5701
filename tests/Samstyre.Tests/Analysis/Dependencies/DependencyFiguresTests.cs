using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>Dependencies and prerequisites, against the files of October 2020 and small ones.</summary>
public sealed class DependencyFiguresTests
{
    private static readonly RoundContent October2020 = MemoryPortfolio.Example.Content("2020-10");
    private static readonly (string Key, string? Level)[] Levels = [("High", "High"), ("Medium", "Medium"), ("Low", "Low"), ("NotStated", null)];

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("5")]
    [InlineData("Other")]
    [InlineData("NotStated")]
    public void ByCategory_October2020_IsTheFiles(string category)
    {
        var expected = October.Dependencies.Where(row => (October.Text(row, "category") ?? "NotStated").Split(',').Contains(category)).ToList();
        var figure = DependenciesByCategory.Of(October2020);
        figure.Cell(category, "dependencies")!.Value.ShouldBe(expected.Count);
        foreach (var (key, level) in Levels) figure.Cell(category, key)!.Value.ShouldBe(expected.Count(row => October.Text(row, "criticality") == level));
        (figure.Population, figure.NotReported).ShouldBe((October.Dependencies.Count, October.Dependencies.Count(row => October.Text(row, "category") is null)));
    }

    [Fact]
    public void Contradictions_October2020_AreByTheRulesThatHaveACase()
    {
        var found = Contradictions.Of(DependencyRegister.Of(October2020));
        var figure = ContradictionsByKind.Of(October2020);
        figure.Population.ShouldBe(found.Length);
        figure.Categories.Select(category => category.Key).ShouldBe(found.Select(one => one.Rule).Distinct().Order().Select(rule => rule.ToString()));
        foreach (var one in found.CountBy(one => (one.Rule, one.Severity))) figure.Cell(one.Key.Rule.ToString(), one.Key.Severity.ToString())!.Value.ShouldBe(one.Value);
    }

    [Fact]
    public void ByCriticality_October2020_IsTheFiles()
    {
        var figure = DependenciesByCriticality.Of(October2020);
        foreach (var (key, level) in Levels) figure.Cell(key, "dependencies")!.Value.ShouldBe(October.Dependencies.Count(row => October.Text(row, "criticality") == level));
    }

    [Fact]
    public void ByStatus_October2020_IsTheFiles()
    {
        var figure = DependenciesByStatus.Of(October2020);
        foreach (var (key, colour) in new[] { ("Green", "Green"), ("Yellow", "Yellow"), ("Red", "Red"), ("NotStated", null) })
            figure.Cell(key, "dependencies")!.Value.ShouldBe(October.Dependencies.Count(row => October.Text(row, "status") == colour));
    }

    [Fact]
    public void Critical_October2020_IsTheFiles()
    {
        var high = October.Dependencies.Where(row => October.Text(row, "criticality") == "High").ToList();
        var undated = high.Where(row => October.Text(row, "deadline") is null && October.Text(row, "deadlineText") != "Lukket");
        var passed = high.Where(row => October.Text(row, "deadline") is { } deadline && October.LastDay(deadline) < October.Day && October.Text(row, "status") != "Green");
        CriticalDependencies.Of(October2020).Rows.Select(row => (string?)row.Cells[4]).Order().ShouldBe(undated.Concat(passed).Select(row => October.Text(row, "what")).Order());
    }

    [Fact]
    public void Prerequisites_October2020_IsTheFiles()
    {
        var figure = PrerequisitesByKind.Of(October2020);
        var rows = October.Reports.Where(report => report.TryGetProperty("prerequisites", out _)).SelectMany(report => report.GetProperty("prerequisites").EnumerateObject())
            .Where(row => October.Text(row.Value, "criticality") is not null || October.Text(row.Value, "when") is not null).ToList();
        foreach (var category in figure.Categories)
        {
            foreach (var (key, level) in Levels)
                figure.Cell(category.Key, key)!.Value.ShouldBe(rows.Count(row => row.Name == category.Key && October.Text(row.Value, "criticality") == level), $"{category.Key} {key}");
        }

        (figure.Categories.Length, figure.Population).ShouldBe((7, rows.Count));
    }

    [Fact]
    public void ByCategory_Several_CountsInEachOnce()
    {
        var figure = DependenciesByCategory.Of(OfOne(("2020-10-31", new Report { Dependencies = [Need("1,4,4"), Need("9"), Need(" , "), new(null, " ", null, null, null, null, null, null)] })));
        figure.Categories.Select(category => figure.Cell(category.Key, "dependencies")!.Value).ShouldBe([1m, 0m, 0m, 1m, 0m, 1m, 1m]);
        (figure.Population, figure.NotReported).ShouldBe((3, 1));
        figure.Cell("1", "dependencies")!.Behind.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("2020-09", null, TrafficLight.Yellow, true)]
    [InlineData("2020-09", null, null, true)]
    [InlineData("2020-09", null, TrafficLight.Green, false)]
    [InlineData("2020-09", "Levert 09.20", TrafficLight.Yellow, false)]
    [InlineData("2020-10", null, TrafficLight.Red, false)]
    [InlineData("2020", null, TrafficLight.Red, false)]
    [InlineData(null, null, TrafficLight.Green, true)]
    [InlineData(null, "Løpende", TrafficLight.Yellow, true)]
    [InlineData(null, "Lukket", TrafficLight.Yellow, false)]
    public void Critical_DeadlineAndStatus_SayWhetherListed(string? deadline, string? words, TrafficLight? status, bool listed)
    {
        var dependency = new Dependency("A", "B", null, "1", Level.High, words, deadline is null ? null : PartialDate.Parse(deadline), status);
        CriticalDependencies.Of(OfOne(("2020-10-31", new Report { Dependencies = [dependency, dependency with { Criticality = Level.Medium }] }))).Rows.Length.ShouldBe(listed ? 1 : 0);
    }

    [Fact]
    public void Prerequisites_BlankRow_IsNotCounted()
    {
        var figure = PrerequisitesByKind.Of(OfOne(("2020-10-31", new Report { Prerequisites = new() { EhrGp = new(null, " "), OrgMunicipal = new(null, "2021") } })));
        (figure.Population, figure.NotReported, figure.Cell("orgMunicipal", "NotStated")!.Value).ShouldBe((1, 1, 1m));
    }

    private static Dependency Need(string category) => new("A", "B", null, category, null, null, null, null);
}

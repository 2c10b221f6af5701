using System.Text.Json;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Testing;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.Checking;

namespace Samstyre.Tests.Analysis;

public sealed class ChecksTests
{
    private static readonly Report Late = new() { Deliverables = [new("A", null, PartialDate.OfYear(2018)), new("B", null, PartialDate.OfYear(2019))] };

    [Fact]
    public void All_Rules_HaveTheirOwnCodeAndThreeLanguages()
    {
        CheckRules.All.Select(rule => rule.Code).ShouldBeUnique();
        CheckRules.All.ShouldAllBe(rule => rule.Sentence.Nynorsk != null && rule.Sentence.English != null && rule.Sentence.Bokmal.EndsWith('.'));
        ConsistencyRules.All.Select(rule => rule.Code).ShouldBeSubsetOf(CheckRules.All.Select(rule => rule.Code));
    }

    [Theory]
    [InlineData("deliverable-overdue@deliverables.0.planned", "Utsatt", 1)]
    [InlineData("deliverable-overdue", "Alle er utsatt", 2)]
    [InlineData("deliverables.0.planned", "Utsatt", 0)]
    [InlineData("deliverable-overdue", " ", 0)]
    [InlineData("deliverable-overdue", "TBD", 0)]
    [InlineData("deliverable-overdue", "xxx", 0)]
    public void Run_Explanations_AnswerOneOrAllOfARule(string key, string text, int answered)
    {
        var result = Run(Late, null, null, (key, text));
        result.Findings.Count(finding => finding.Explanation == text).ShouldBe(answered);
        result.MaySubmit.ShouldBe(answered == 2);
    }

    [Fact]
    public void Run_FrozenRules_AreTheOnlyOnesRunWithTheirWeight()
    {
        var context = new CheckContext(Late with { Status = TrafficLight.Red }, null, Today, [], new Dictionary<string, string>());
        var frozen = Rules with { Rules = [new("cause-missing", FindingSeverity.Review), new("rule-of-a-later-version", FindingSeverity.Error)] };
        var finding = Samstyre.Analysis.Checks.Run(context, frozen).Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Severity).ShouldBe(("cause-missing", FindingSeverity.Review));
        Samstyre.Analysis.Checks.Run(context, frozen with { Rules = [] }).MaySubmit.ShouldBeTrue();
    }

    [Fact]
    public void Run_FrozenLimits_AreThose()
    {
        var context = new CheckContext(new() { TotalCostMnok = new(39m) }, new() { TotalCostMnok = new(30m) }, Today, [], new Dictionary<string, string>());
        Samstyre.Analysis.Checks.Run(context, Rules with { JumpShare = 0.25m }).Findings.ShouldHaveSingleItem().Code.ShouldBe("value-jumped");
        Samstyre.Analysis.Checks.Run(context, Rules with { Significant = new(0.5m, 1m, 30) }).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void FrozenRules_AsJson_ComeBack()
    {
        var back = FrozenRules.FromJson(Rules.ToJson());
        back.Rules.ShouldBe(Rules.Rules);
        (back.JumpShare, back.JumpAtLeastMnok, back.Significant).ShouldBe((1m / 3m, 1m, ExamplePortfolio.Definition.Reporting.Significant));
        Rules.ToJson().ShouldContain("{\"code\":\"cause-missing\",\"severity\":\"Error\"}");
        Should.Throw<JsonException>(() => FrozenRules.FromJson("{}"));
        Should.Throw<JsonException>(() => FrozenRules.FromJson("null"));
    }

    [Fact]
    public void Run_FormsOfOctober2020_FindsWhatTheFiguresCount()
    {
        var round = MemoryPortfolio.Example.Content("2020-10");
        var entries = round.Entries.Where(entry => !entry.Standing.CarriedOver).ToList();
        foreach (var rule in ConsistencyRules.All)
        {
            entries.Count(entry => Fields(rule.Code, entry.Report).Length > 0).ShouldBe(entries.Count(entry => !rule.Test(entry.Report, Today).IsEmpty), rule.Code);
        }

        entries.SelectMany(entry => Fields("placeholder-left", entry.Report)).ShouldBeEmpty();
    }
}

using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Life;

public sealed class ChecklistTests
{
    private static readonly Checklist Own = ExamplePortfolio.Definition.Checklist;

    [Fact]
    public void Example_AnswersOfThePortfolioOf2020_GiveItsSegments()
    {
        var ends = ExamplePortfolio.Register.Where(entry => entry.Answers.Count > 0).Select(entry => ChecklistPath.Of(Own, entry.Answers).End!.Segment).ToList();
        ExamplePortfolio.Definition.Segments.Select(segment => ends.Count(end => end == segment.Code)).ShouldBe([30, 11, 6, 8]);
        ends.Count.ShouldBe(55);
    }

    [Theory]
    [InlineData("n", "out")]
    [InlineData("yn", "out")]
    [InlineData("yynn", "out")]
    [InlineData("yyyy", "co-govern")]
    [InlineData("yynyy", "co-govern")]
    [InlineData("yyyny", "coordinate")]
    [InlineData("yyynny", "inspire")]
    [InlineData("yyynnn", "observe")]
    [InlineData("yynynnn", "observe")]
    [InlineData("yyyn", null)]
    public void Path_FollowsTheAnswersInTurn(string answers, string? end)
    {
        var given = new Dictionary<string, ChecklistAnswer>();
        var path = ChecklistPath.Of(Own, given);
        foreach (var answer in answers)
        {
            given[path.Steps[^1].Question.Code] = answer == 'y' ? ChecklistAnswer.Yes : ChecklistAnswer.No;
            path = ChecklistPath.Of(Own, given);
        }

        (path.End switch { null => null, { IsOut: true } => "out", var target => target.Segment }).ShouldBe(end);
        path.Steps.Length.ShouldBe(answers.Length + (end is null ? 1 : 0));
    }

    [Fact]
    public void Path_AnswersBesideTheWay_CountForNothing() =>
        ChecklistPath.Of(Own, new Dictionary<string, ChecklistAnswer> { ["digital"] = ChecklistAnswer.No, ["broad-cooperation"] = ChecklistAnswer.Yes }).End!.IsOut.ShouldBeTrue();

    [Theory]
    [InlineData("yes: several-actors", "yes: nowhere", "AnswerLeadsNowhere")]
    [InlineData("no: strong-dependencies", "no: digital", "ChecklistCircle")]
    [InlineData("yes: segment:inspire", "yes: segment:finnes-ikke", "UnknownSegment")]
    [InlineData("no: exploring", "no: out", "QuestionUnreached")]
    [InlineData("- code: sharing", "- code: digital", "QuestionTwice")]
    public void Read_ChecklistThatCannotBeWalked_IsRefusedWithItsLine(string was, string becomes, string code)
    {
        var yaml = ExamplePortfolio.DefinitionYaml;
        yaml.ShouldContain(was);
        var at = yaml.IndexOf(was, StringComparison.Ordinal);
        var result = PortfolioYaml.Read(yaml[..at] + becomes + yaml[(at + was.Length)..]);
        result.Definition.ShouldBeNull();
        var finding = result.Findings.First(one => one.Code == code);
        finding.Line!.Value.ShouldBeInRange(120, yaml.Split('\n').Length);
    }

    [Fact]
    public void Rules_LongCircle_IsFoundWithoutRecursion()
    {
        var questions = Enumerable.Range(0, 50_000).Select(number => new ChecklistQuestion($"q{number}", new("?"), new("?"), new($"q{(number + 1) % 50_000}", null), ChecklistTarget.Out)).ToList();
        var mistake = ChecklistRules.MistakesOf(new(1, questions), new HashSet<string>()).ShouldHaveSingleItem();
        (mistake.Code, mistake.Question).ShouldBe(("ChecklistCircle", 49_999));
    }
}

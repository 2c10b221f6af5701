using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Texts;
using Samstyre.Domain;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Web;

/// <summary>What has moved, in the three languages: numbers, singular and plural, what is unchanged and what can't be said.</summary>
public sealed class SlippageTextTests
{
    [Fact]
    public void InAll_MovedThreeTimes_SaysHowOftenAndHowFar()
    {
        var milestone = Deliverable(("2019-10-31", "2020-06"), ("2020-01-31", "2020-09"), ("2020-03-31", "2020-12"), ("2020-06-30", "2021-03"));
        In("nb", milestone).ShouldBe("Flyttet 3 ganger, 9 måneder senere i alt.");
        In("nn", milestone).ShouldBe("Flytta 3 gonger, 9 månader seinare i alt.");
        In("en", milestone).ShouldBe("Moved 3 times, 9 months later in all.");
    }

    [Theory]
    [InlineData("2020-12", "2021-01", "Flyttet én gang, én måned senere i alt.")]
    [InlineData("2021-01", "2020-12", "Flyttet én gang, én måned tidligere i alt.")]
    [InlineData("2020-12-01", "2020-12-02", "Flyttet én gang, én dag senere i alt.")]
    [InlineData("2020-12-15", "2020-12-02", "Flyttet én gang, 13 dager tidligere i alt.")]
    [InlineData("2020-12", "2020-12", "")]
    [InlineData("2020-12", "levert", "Levert.")]
    [InlineData("2020-12", "løpende", "")]
    [InlineData("2020-04", "2020-05", "Datoen er passert. Flyttet én gang, 2 måneder senere i alt.")]
    public void InAll_FromOneReportToTheNext_SaysWhatIsKnown(string before, string now, string expected) =>
        In("nb", Deliverable(("2020-03-31", before), ("2020-06-30", now))).ShouldBe(expected);

    [Fact]
    public void InAll_MovedThereAndBack_SaysUnchangedInAll() =>
        In("nb", Deliverable(("2019-10-31", "2020-12"), ("2020-01-31", "2021-03"), ("2020-03-31", "2020-12"))).ShouldBe("Flyttet 2 ganger.");

    [Fact]
    public void Stood_DateThatStandsSeveralRounds_HasItsFirstAndItsLast() =>
        SlippageText.Stood(Deliverable(("2019-10-31", "2020-12"), ("2020-01-31", "2020-12"), ("2020-02-29", "uviss"), ("2020-03-31", "2020-12"), ("2020-06-30", "2021-03")))
            .Select(stood => $"{stood.Date} {stood.From.CollectedOn:yyyy-MM} {stood.To.CollectedOn:yyyy-MM}").ShouldBe(["2020-12 2019-10 2020-03", "2021-03 2020-06 2020-06"]);

    [Theory]
    [InlineData(100, 120, "+20\u00a0mill.\u00a0kr (+20\u00a0%)")]
    [InlineData(100, 75, "−25\u00a0mill.\u00a0kr (−25\u00a0%)")]
    [InlineData(100, 100, "uendret")]
    [InlineData(0, 5, "+5\u00a0mill.\u00a0kr")]
    public void Change_OfAnAmount_HasSignUnitAndShare(int was, int now, string expected)
    {
        var content = OfOne(("2020-01-31", new Report { TotalCostMnok = new(was) }), ("2020-03-31", new Report { TotalCostMnok = new(now) }));
        SlippageText.Change(Texts("nb"), CostVariance.Of(Initiative(0), content)!.TotalFirst!).ShouldBe(expected);
    }

    private static MilestoneHistory Deliverable(params (string Day, string Planned)[] rounds) =>
        MilestoneHistory.Of(Initiative(0), OfOne([.. rounds.Select(round => (round.Day, (Report?)Delivering(("Pilot", round.Planned))))])).Single();

    private static string In(string language, MilestoneHistory milestone) => SlippageText.InAll(Texts(language), milestone);

    private static TextSet Texts(string language) => ScreenTexts.Of(language)!;
}

using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Rounds;

/// <summary>What a meeting of the yearly wheel needs, and when its themes are suggested.</summary>
public sealed class WheelRulesTests
{
    private static readonly DateOnly Day = new(2020, 5, 12);

    [Fact]
    public void Read_AllFilledIn_IsAPlan()
    {
        var plan = WheelRules.Read("Balancing", Day, " Kari ", "Sak 1\r\n\r\n Sak 2 ").Plan!;
        (plan.Theme, plan.HeldOn, plan.Responsible).ShouldBe((WheelTheme.Balancing, Day, "Kari"));
        plan.Papers.ShouldBe(["Sak 1", "Sak 2"]);
    }

    [Fact]
    public void Read_NothingFilledIn_NamesEveryField()
    {
        var (plan, problems) = WheelRules.Read("1", null, " ", "");
        plan.ShouldBeNull();
        problems.Select(problem => problem.Code).ShouldBe(["WheelThemeUnknown", "WheelDayMissing", "WheelResponsibleMissing"]);
    }

    [Fact]
    public void Read_TooMuch_IsRefused()
    {
        WheelRules.Read("Strategy", Day, new string('x', 301), "").Problems.ShouldHaveSingleItem().Code.ShouldBe("WheelLineTooLong");
        WheelRules.Read("Strategy", Day, "Kari", new string('x', 301)).Problems.ShouldHaveSingleItem().Field.ShouldBe("saksunderlag");
        WheelRules.Read("Strategy", Day, "Kari", string.Join('\n', Enumerable.Range(0, 51))).Problems.ShouldHaveSingleItem().Code.ShouldBe("WheelPapersTooMany");
    }

    [Fact]
    public void Suggested_EmptyYear_IsEachThemeOnAWeekday()
    {
        var suggested = WheelRules.Suggested(2020, []);
        suggested.Select(one => one.Theme).ShouldBe(Enum.GetValues<WheelTheme>());
        suggested.ShouldAllBe(one => one.Day.DayOfWeek != DayOfWeek.Saturday && one.Day.DayOfWeek != DayOfWeek.Sunday);
        suggested[0].Day.ShouldBe(new DateOnly(2020, 2, 17));
    }

    [Fact]
    public void Suggested_ThemeThatIsPlanned_IsLeftOut_AndOneThatIsCancelledIsNot()
    {
        var plan = new WheelPlan(WheelTheme.Strategy, new(2020, 3, 1), "Kari", []);
        WheelRules.Suggested(2020, [new(Guid.NewGuid(), plan, null)]).Count.ShouldBe(3);
        WheelRules.Suggested(2020, [new(Guid.NewGuid(), plan, DateTimeOffset.UnixEpoch)]).Count.ShouldBe(4);
        WheelRules.Suggested(2021, [new(Guid.NewGuid(), plan, null)]).Count.ShouldBe(4);
    }
}

using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Life;

/// <summary>Money and counts of the report follow merges, splits and other steps without losing anything or counting it twice.</summary>
public sealed class AncestrySnapshotTests
{
    private static readonly PortfolioDefinition Definition = new("p", new("P"), [], [], [], [], []);
    private static readonly Round[] Rounds = [.. Enumerable.Range(1, 6).Select(number => new Round(Id(number), $"2020-0{number}", new(2020, number, 20)))];
    private static readonly LifeEvent Enters = On(1, LifeStage.InPortfolio);

    [Fact]
    public void Merge_IntoOneThatReports_LeavesWithItsReport_AndIsCountedOnce()
    {
        var history = Build([Initiative(1, Enters, On(3, LifeStage.Merged)) with { Successors = [Id(2)] }, Initiative(2, Enters)], Report(1, 1, 10), Report(2, 1, 20), Report(2, 3, 32));
        Money(history).ShouldBe([30, 30, 32, 32, 32, 32]);
        history.Snapshots[2].Left.ShouldHaveSingleItem().Step.Stage.ShouldBe(LifeStage.Merged);
    }

    [Fact]
    public void Merge_IntoOneThatHasNotReportedSince_KeepsItsMoneyUntilThen()
    {
        var history = Build([Initiative(1, Enters, On(2, LifeStage.Merged)) with { Successors = [Id(2)] }, Initiative(2, Enters)], Report(1, 1, 10), Report(2, 1, 20), Report(2, 4, 32));
        Money(history).ShouldBe([30, 30, 30, 32, 32, 32]);
        Counts(history).ShouldBe([2, 2, 2, 1, 1, 1]);
        history.Snapshots.Select(snapshot => snapshot.Left.Length).ShouldBe([0, 0, 0, 1, 0, 0]);
    }

    [Fact]
    public void Split_IntoNewOnes_KeepsItsMoneyUntilOneOfThemReports()
    {
        var history = Build(
            [Initiative(1, Enters, On(2, LifeStage.Split)) with { Successors = [Id(2), Id(3)] }, Initiative(2, On(2, LifeStage.InPortfolio)), Initiative(3, On(2, LifeStage.InPortfolio))],
            Report(1, 1, 10), Report(2, 3, 4), Report(3, 4, 6));
        Money(history).ShouldBe([10, 10, 4, 10, 10, 10]);
        Counts(history).ShouldBe([1, 1, 1, 2, 2, 2]);
    }

    [Fact]
    public void Merge_OfOneThatWasMergedInto_FollowsTheWholeLine()
    {
        var history = Build(
            [Initiative(1, Enters, On(2, LifeStage.Merged)) with { Successors = [Id(2)] }, Initiative(2, Enters, On(3, LifeStage.Merged)) with { Successors = [Id(3)] }, Initiative(3, Enters)],
            Report(1, 1, 10), Report(2, 1, 20), Report(3, 1, 30), Report(3, 5, 61));
        Money(history).ShouldBe([60, 60, 60, 60, 61, 61]);
    }

    [Theory]
    [InlineData(LifeStage.Completed)]
    [InlineData(LifeStage.Paused)]
    [InlineData(LifeStage.Stopped)]
    [InlineData(LifeStage.Withdrawn)]
    public void Step_ThatEndsIt_TakesItsMoneyOutAtOnce_AndComingBackBringsItBack(LifeStage stage)
    {
        var history = Build([Initiative(1, Enters, On(2, stage), On(5, LifeStage.InPortfolio))], Report(1, 1, 10));
        Money(history).ShouldBe([10, 0, 0, 0, 10, 10]);
        history.Snapshots[1].Left.ShouldHaveSingleItem().Last.Facts.Budget!.Value.Mnok.ShouldBe(10);
    }

    [Fact]
    public void Merge_OfOneThatWasPaused_DoesNotBringItBack() =>
        Money(Build([Initiative(1, Enters, On(2, LifeStage.Paused), On(3, LifeStage.Merged)) with { Successors = [Id(2)] }, Initiative(2, Enters)], Report(1, 1, 10), Report(2, 1, 20))).ShouldBe([30, 20, 20, 20, 20, 20]);

    [Fact]
    public void AnySequence_EveryInitiativeIsInOrLeftOnce_AndNoMoneyIsLostOrCountedTwice() => Prop.ForAll(
        Worlds.ToArbitrary(),
        world =>
        {
            var history = SnapshotBuilder.Build(Id(99), Definition, 1, Rounds, world.Initiatives, world.Reports);
            var all = world.Initiatives.ToDictionary(initiative => initiative.Id);
            for (var at = 0; at < Rounds.Length; at++)
            {
                var snapshot = history.Snapshots[at];
                snapshot.Standings.Select(standing => standing.Initiative.Id).ShouldBeUnique();
                snapshot.Standings.Select(standing => standing.ReportId).ShouldBeUnique();
                if (at == 0) continue;
                var before = history.Snapshots[at - 1].Standings.Select(standing => standing.Initiative.Id).ToHashSet();
                var here = snapshot.Standings.Select(standing => standing.Initiative.Id).ToHashSet();
                // What was there is there or has left, never both, never neither.
                foreach (var id in before) (here.Contains(id) ^ snapshot.Left.Any(left => left.Last.Initiative.Id == id)).ShouldBeTrue();
                foreach (var left in snapshot.Left)
                {
                    var initiative = all[left.Last.Initiative.Id];
                    if (left.Step.Stage is not (LifeStage.Merged or LifeStage.Split) || initiative.StageBefore(left.Step)?.Stage != LifeStage.InPortfolio) continue;
                    // Its money went over: somebody who goes on with it has reported since.
                    world.Reports.Any(report => Ancestry.DescendantsOf(initiative, all).Contains(report.Initiative) && Rounds.Any(round => round.Id == report.Round && round.CollectedOn >= left.Step.On && round.CollectedOn <= snapshot.Round.CollectedOn)).ShouldBeTrue();
                }

                // Nobody stands beside a report that was made after it became part of another's.
                foreach (var standing in snapshot.Standings.Where(standing => standing.Initiative.StageOn(snapshot.Round.CollectedOn)!.Stage is LifeStage.Merged or LifeStage.Split))
                {
                    var step = standing.Initiative.StageOn(snapshot.Round.CollectedOn)!;
                    snapshot.Standings.ShouldNotContain(other => Ancestry.DescendantsOf(standing.Initiative, all).Contains(other.Initiative.Id) && other.ReportedIn.CollectedOn >= step.On);
                }
            }
        }).Check(Quietly.Try());

    /// <summary>Six initiatives; whoever is merged or split goes on in one or two with higher numbers, so that no circle is possible, as the rules of steps see to.</summary>
    private static Gen<(Initiative[] Initiatives, StoredReport[] Reports)> Worlds =>
        from lives in Steps.ListOf(6)
        from reports in (from initiative in Gen.Choose(1, 6) from round in Gen.Choose(1, 6) from money in Gen.Choose(1, 50) select Report(initiative, round, money)).ListOf(18)
        select (
            lives.Select((life, index) => Made(index + 1, life)).ToArray(),
            reports.DistinctBy(report => (report.Initiative, report.Round)).ToArray());

    private static Gen<(int Month, LifeStage Stage, int Last)> Steps =>
        from month in Gen.Choose(2, 6)
        from stage in Gen.Elements(LifeStage.Merged, LifeStage.Split, LifeStage.Merged, LifeStage.Paused, LifeStage.Completed, LifeStage.Stopped, LifeStage.Withdrawn)
        from last in Gen.Choose(0, 6)
        select (month, stage, last);

    private static Initiative Made(int number, (int Month, LifeStage Stage, int Last) life)
    {
        var goesOn = life.Stage is LifeStage.Merged or LifeStage.Split;
        if (goesOn && number >= 5) return Initiative(number, Enters);
        var step = On(life.Month, life.Stage);
        // Some come back.
        var steps = !goesOn && life.Last > life.Month ? new[] { Enters, step, On(life.Last, LifeStage.InPortfolio) } : [Enters, step];
        return Initiative(number, steps) with { Successors = !goesOn ? [] : life.Stage == LifeStage.Merged ? [Id(number + 1)] : [Id(number + 1), Id(number + 2)] };
    }

    private static PortfolioHistory Build(Initiative[] initiatives, params StoredReport[] reports) => SnapshotBuilder.Build(Id(99), Definition, 1, Rounds, initiatives, reports);

    private static decimal[] Money(PortfolioHistory history) => [.. history.Snapshots.Select(snapshot => snapshot.Standings.Sum(standing => standing.Facts.Budget!.Value.Mnok))];

    private static int[] Counts(PortfolioHistory history) => [.. history.Snapshots.Select(snapshot => snapshot.Standings.Length)];

    private static LifeEvent On(int month, LifeStage stage) => new(new(2020, month, 10), stage, null);

    private static Initiative Initiative(int number, params LifeEvent[] life) => new(Id(number), number, $"Tiltak {number}", null, life);

    private static StoredReport Report(int initiative, int round, int money) =>
        new(Id(initiative), Rounds[round - 1].Id, Id(1000 + (initiative * 10) + round), 1, new($"Tiltak {initiative}", null, null, null, null, null, null, null, new Money(money), null, null, 0));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}

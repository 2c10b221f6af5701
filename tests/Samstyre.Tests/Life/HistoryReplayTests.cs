using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Life;

/// <summary>What two published reports told of who came and who left, replayed step by step.</summary>
public sealed class HistoryReplayTests
{
    private static readonly PortfolioDefinition Definition = new("p", new("P"), [], [], [], [], []);

    [Fact]
    public void March2020_OneNew_OneCompletedAndTwoPaused_FiftyTwoOfFiftyFour()
    {
        Round[] rounds = [new(Id(1), "2020-01", new(2020, 1, 17)), new(Id(2), "2020-03", new(2020, 3, 20))];
        var history = Replay(
            rounds,
            stay: 51,
            leave: [(143, LifeStage.Completed, []), (142, LifeStage.Paused, []), (183, LifeStage.Paused, [])],
            come: [131]);
        history.Snapshots.Select(snapshot => snapshot.Standings.Length).ShouldBe([54, 52]);
        Ways(history).ShouldBe([(LifeStage.Completed, 1), (LifeStage.Paused, 2)]);
        New(history).ShouldBe([131]);
    }

    [Fact]
    public void January2019_FiveNew_NineLeft_FiftyOfFiftyFour()
    {
        Round[] rounds = [new(Id(1), "2018-10", new(2018, 10, 31)), new(Id(2), "2019-01", new(2019, 1, 31))];
        var history = Replay(
            rounds,
            stay: 45,
            leave:
            [
                // Became ordinary tasks, were completed, merged into 102, dissolved into 169 and 170, stopped, postponed.
                (21, LifeStage.Withdrawn, []), (146, LifeStage.Withdrawn, []), (57, LifeStage.Completed, []), (58, LifeStage.Completed, []), (109, LifeStage.Merged, [102]), (129, LifeStage.Split, [169, 170]),
                (154, LifeStage.Stopped, []), (162, LifeStage.Paused, []), (166, LifeStage.Completed, []),
            ],
            come: [169, 170, 171, 172, 173]);
        history.Snapshots.Select(snapshot => snapshot.Standings.Length).ShouldBe([54, 50]);
        Ways(history).ShouldBe([(LifeStage.Completed, 3), (LifeStage.Paused, 1), (LifeStage.Stopped, 1), (LifeStage.Merged, 1), (LifeStage.Split, 1), (LifeStage.Withdrawn, 2)]);
        New(history).ShouldBe([169, 170, 171, 172, 173]);
    }

    /// <summary>Two rounds: those that stay (102 first) report in both, those that leave in the first, those that come in the second. Every step passes the rules.</summary>
    private static PortfolioHistory Replay(Round[] rounds, int stay, (int Number, LifeStage Stage, int[] Into)[] leave, int[] come)
    {
        var (first, between, second) = (rounds[0].CollectedOn, rounds[0].CollectedOn.AddDays(20), rounds[1].CollectedOn);
        var staying = Enumerable.Range(0, stay).Select(place => place == 0 ? 102 : 2000 + place).ToList();
        var all = staying.Concat(leave.Select(one => one.Number)).Select(number => Initiative(number, first.AddDays(-30)))
            .Concat(come.Select(number => Initiative(number, between))).ToDictionary(initiative => initiative.Id);
        foreach (var (number, stage, into) in leave)
        {
            var initiative = all[Id(number)];
            var step = new LifeStep(between, stage, "Som rapporten sier") { Successors = [.. into.Select(Id)] };
            LifeRules.ProblemOf(initiative, step, all).ShouldBeNull($"{number}");
            all[initiative.Id] = initiative with { Life = [.. initiative.Life, new(step.On, stage, step.Reason)], Successors = step.Successors };
        }

        var reports = staying.Concat(leave.Select(one => one.Number)).Select(number => Report(number, rounds[0])).Concat(staying.Concat(come).Select(number => Report(number, rounds[1])));
        second.ShouldBeGreaterThan(between);
        return SnapshotBuilder.Build(Id(1), Definition, 1, rounds, all.Values, reports);
    }

    private static (LifeStage, int)[] Ways(PortfolioHistory history) =>
        [.. history.Snapshots[1].Left.GroupBy(left => left.Step.Stage).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))];

    private static int?[] New(PortfolioHistory history) =>
        [.. history.Snapshots[1].Standings.Where(standing => history.Snapshots[0].Standings.All(before => before.Initiative.Id != standing.Initiative.Id)).Select(standing => standing.Initiative.NationalId)];

    private static Initiative Initiative(int number, DateOnly since) => new(Id(number), number, $"Tiltak {number}", null, [new(since, LifeStage.InPortfolio, null)]);

    private static StoredReport Report(int number, Round round) =>
        new(Id(number), round.Id, Id((number * 100) + round.CollectedOn.Month), 1, new($"Tiltak {number}", null, null, null, null, null, null, null, null, null, null, 0));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}

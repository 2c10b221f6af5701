using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

public sealed class SnapshotBuilderTests
{
    private static readonly PortfolioDefinition Definition = new("p", new("P"), [], [], [], [], []);
    private static readonly Round[] Rounds = [.. Enumerable.Range(1, 4).Select(number => new Round(Id(number), $"2020-0{number}", new(2020, number, 20)))];
    private static readonly LifeEvent Enters = new(new(2020, 1, 20), LifeStage.InPortfolio, null);

    [Fact]
    public void Build_InitiativeThatDoesNotReport_KeepsItsLastValuesAsCarriedOver()
    {
        var history = Build([Initiative(1, 60, Enters)], Report(1, 1, 1, "A"), Report(1, 3, 1, "B"));
        Seen(history).ShouldBe(["A 2020-01", "A 2020-01 carried", "B 2020-03", "B 2020-03 carried"]);
    }

    [Fact]
    public void Build_SeveralRevisions_ShowsTheHighest() =>
        Seen(Build([Initiative(1, 60, Enters)], Report(1, 1, 2, "B"), Report(1, 1, 3, "C"), Report(1, 1, 1, "A")))[0].ShouldBe("C 2020-01");

    [Fact]
    public void Build_InitiativeThatLeavesAndReturns_IsLeftOnceAndBackWithItsLastValues()
    {
        var history = Build([Initiative(1, 60, Enters, new(new(2020, 2, 1), LifeStage.Paused, "Penger"), new(new(2020, 4, 1), LifeStage.InPortfolio, null))], Report(1, 1, 1, "A"));
        Seen(history).ShouldBe(["A 2020-01", "", "", "A 2020-01 carried"]);
        history.Snapshots.Select(snapshot => snapshot.Left.Length).ShouldBe([0, 1, 0, 0]);
        var left = history.Snapshots[1].Left[0];
        (left.Step.Stage, left.Step.Reason, left.Last.Facts.Name).ShouldBe((LifeStage.Paused, "Penger", "A"));
    }

    [Fact]
    public void Build_InitiativeBeforeItsFirstReport_IsNotShown() =>
        Seen(Build([Initiative(1, 60, Enters)], Report(1, 3, 1, "A"))).ShouldBe(["", "", "A 2020-03", "A 2020-03 carried"]);

    [Fact]
    public void Build_CandidateThatReports_IsNotInThePortfolio() =>
        Seen(Build([Initiative(1, 60, new LifeEvent(new(2020, 1, 1), LifeStage.Candidate, null))], Report(1, 1, 1, "A"))).ShouldBe(["", "", "", ""]);

    [Fact]
    public void Build_Standings_AreOrderedByNationalIdAndThenById()
    {
        var history = Build([Initiative(3, null, Enters), Initiative(2, null, Enters), Initiative(1, 70, Enters), Initiative(4, 60, Enters)], [.. Enumerable.Range(1, 4).Select(number => Report(number, 1, 1, $"{number}"))]);
        history.Snapshots[0].Standings.Select(standing => standing.Facts.Name).ShouldBe(["4", "1", "2", "3"]);
    }

    [Fact]
    public void Build_ShuffledInput_GivesTheSame() => Prop.ForAll(
        Worlds.ToArbitrary(),
        world =>
        {
            var one = SnapshotBuilder.Build(Id(9), Definition, 1, Rounds, world.Initiatives, world.Reports);
            var other = SnapshotBuilder.Build(Id(9), Definition, 1, Rounds.Reverse(), world.Initiatives.Reverse(), world.Reports.Reverse());
            for (var round = 0; round < Rounds.Length; round++)
            {
                other.Snapshots[round].Round.ShouldBe(one.Snapshots[round].Round);
                other.Snapshots[round].Standings.ShouldBe(one.Snapshots[round].Standings);
                other.Snapshots[round].Left.ShouldBe(one.Snapshots[round].Left);
            }
        }).Check(Quietly.Try());

    [Fact]
    public void Build_AnyHistory_EveryStandingIsInAndEveryDepartureWasIn() => Prop.ForAll(
        Worlds.ToArbitrary(),
        world =>
        {
            var history = SnapshotBuilder.Build(Id(9), Definition, 1, Rounds, world.Initiatives, world.Reports);
            foreach (var snapshot in history.Snapshots)
            {
                foreach (var standing in snapshot.Standings)
                {
                    standing.Initiative.StageOn(snapshot.Round.CollectedOn)!.Stage.ShouldBe(LifeStage.InPortfolio);
                    standing.CarriedOver.ShouldBe(standing.ReportedIn != snapshot.Round);
                    standing.ReportedIn.CollectedOn.ShouldBeLessThanOrEqualTo(snapshot.Round.CollectedOn);
                }

                foreach (var departure in snapshot.Left)
                {
                    history.Before(snapshot)!.Standings.ShouldContain(departure.Last);
                    departure.Step.Stage.ShouldNotBe(LifeStage.InPortfolio);
                }
            }
        }).Check(Quietly.Try());

    private static Gen<(Initiative[] Initiatives, StoredReport[] Reports)> Worlds =>
        from lives in Life.ListOf(5)
        from reports in Reports.ListOf(12)
        select (
            lives.Select((life, index) => Initiative(index + 1, index % 2 == 0 ? null : 100 - index, [.. life])).ToArray(),
            reports.DistinctBy(report => (report.Initiative, report.Round, report.Revision)).ToArray());

    private static Gen<List<LifeEvent>> Life =>
        from steps in (from month in Gen.Choose(1, 4) from stage in Gen.Elements(LifeStage.Candidate, LifeStage.InPortfolio, LifeStage.InPortfolio, LifeStage.Paused) select new LifeEvent(new(2020, month, 20), stage, null)).ListOf(3)
        select steps.OrderBy(step => step.On).ToList();

    private static Gen<StoredReport> Reports =>
        from initiative in Gen.Choose(1, 5)
        from round in Gen.Choose(1, 4)
        from revision in Gen.Choose(1, 3)
        select Report(initiative, round, revision, $"{initiative} {round} {revision}");

    private static PortfolioHistory Build(Initiative[] initiatives, params StoredReport[] reports) => SnapshotBuilder.Build(Id(9), Definition, 1, Rounds, initiatives, reports);

    private static string[] Seen(PortfolioHistory history) =>
        [.. history.Snapshots.Select(snapshot => string.Join(", ", snapshot.Standings.Select(standing => $"{standing.Facts.Name} {standing.ReportedIn.Code}{(standing.CarriedOver ? " carried" : "")}")))];

    private static Initiative Initiative(int number, int? nationalId, params LifeEvent[] life) => new(Id(number), nationalId, $"Tiltak {number}", null, life);

    private static StoredReport Report(int initiative, int round, int revision, string name) =>
        new(Id(initiative), Rounds[round - 1].Id, Id((initiative * 100) + (round * 10) + revision), revision, new(name, null, null, null, null, null, null, null, null, null, null, 0));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}

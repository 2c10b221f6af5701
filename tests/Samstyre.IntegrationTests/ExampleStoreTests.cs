using Samstyre.App.Features.Demo;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

/// <summary>The built-in example through the store: what comes out is what the office published.</summary>
public sealed class ExampleStoreTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Load_Example_GivesTheNumbersOfMarch2020()
    {
        await using var database = await postgres.CreateDatabase();
        await using var db = Db.Open(database.ConnectionString);
        (await ExampleLoader.LoadWhatIsMissing(db, TimeProvider.System, TestStore.Cancellation)).ShouldBeTrue();
        (await ExampleLoader.LoadWhatIsMissing(db, TimeProvider.System, TestStore.Cancellation)).ShouldBeFalse();

        var history = (await SnapshotLoader.Load(db, "e-health", null, TestStore.Cancellation)).ShouldNotBeNull();
        var march = history.At("2020-03").ShouldNotBeNull();
        march.Standings.Length.ShouldBe(52);
        Lights(march, facts => facts.Status).ShouldBe((18, 31, 2, 1));
        Lights(march, facts => facts.Risk).ShouldBe((14, 34, 3, 1));
        march.Standings.Select(standing => standing.Facts.Organisation).Distinct().Count().ShouldBe(10);

        var rounds = await RoundStore.List(db, history.PortfolioId, TestStore.Cancellation);
        rounds.Select(round => (round.Code, round.Files, round.Initiatives, round.Revisions, round.Unmatched)).ShouldBe([("2020-03", 1, 52, 52, 0), ("2020-10", 40, 40, 40, 0)]);
        // Every form found its initiative in the register; none made one of its own.
        history.Snapshots.SelectMany(snapshot => snapshot.Standings).Select(standing => standing.Initiative.Name).ShouldBeSubsetOf(ExamplePortfolio.Register.Select(entry => entry.Name));
        (await PortfolioStore.List(db, TestStore.Cancellation)).ShouldHaveSingleItem().Initiatives.ShouldBe(ExamplePortfolio.Register.Count);
    }

    private static (int Green, int Yellow, int Red, int NotStated) Lights(PortfolioSnapshot snapshot, Func<ReportFacts, TrafficLight?> light)
    {
        var lights = snapshot.Standings.Select(standing => light(standing.Facts)).ToList();
        return (lights.Count(one => one == TrafficLight.Green), lights.Count(one => one == TrafficLight.Yellow), lights.Count(one => one == TrafficLight.Red), lights.Count(one => one is null));
    }
}

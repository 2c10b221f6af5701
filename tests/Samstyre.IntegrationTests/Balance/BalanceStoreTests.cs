using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Balance;

/// <summary>Pictures of the portfolio and the yearly wheel in the store, and the cross table against sums that the database makes.</summary>
public sealed class BalanceStoreTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Snapshot_Taken_ReadsThePortfolioAsItStoodThen()
    {
        await using var store = await TestStore.Create(postgres);
        var clock = new SteppedClock(store.Tick());
        await store.Import(await store.Round("2020-03"), "a", new Report { Name = "Kjernejournal", NationalId = 164, Organisation = "Norsk Helsenett" });
        clock.Now = store.Tick();
        var taken = (await DiscussionSnapshots.Take(store.Db, store.Portfolio, "Før", TestStore.Actor, clock, TestStore.Cancellation)).Value;
        await store.Import(await store.Round("2020-10"), "b", new Report { Name = "Grunndata", NationalId = 5, Organisation = "Norsk Helsenett" });
        (await store.History(taken.TakenAt)).Latest!.Round.Code.ShouldBe("2020-03");
        (await store.History()).Latest!.Round.Code.ShouldBe("2020-10");
        (await DiscussionSnapshots.List(store.Db, store.Portfolio, TestStore.Cancellation)).ShouldHaveSingleItem().ShouldBe(taken);
        (await store.Scalar<long>("select count(*) from audit_entry where action = 'SnapshotTaken'")).ShouldBe(1);
    }

    [Theory]
    [InlineData(" ", "SnapshotNameMissing")]
    [InlineData(null, "SnapshotNameTooLong")]
    public async Task Snapshot_WithoutAUsefulName_IsRefused(string? name, string code)
    {
        await using var store = await TestStore.Create(postgres);
        (await DiscussionSnapshots.Take(store.Db, store.Portfolio, name ?? new string('x', 201), TestStore.Actor, TimeProvider.System, TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe(code);
        (await store.Count("discussion_snapshot")).ShouldBe(0);
    }

    [Fact]
    public async Task Meeting_ChangedOrCancelledTwice_IsRefusedTheSecondTime()
    {
        await using var store = await TestStore.Create(postgres);
        var plan = new WheelPlan(WheelTheme.Strategy, new(2021, 2, 15), "Kari", ["Sak 1", "Sak 2"]);
        var meeting = await WheelStore.Plan(store.Db, store.Portfolio, plan, TestStore.Actor, store.Tick(), TestStore.Cancellation);
        var changed = (await WheelStore.Change(store.Db, store.Portfolio, meeting.Id, plan with { HeldOn = new(2021, 3, 1) }, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value;
        (await WheelStore.Change(store.Db, store.Portfolio, meeting.Id, plan, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("WheelMeetingGone");
        (await WheelStore.Cancel(store.Db, store.Portfolio, changed.Id, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        (await WheelStore.Cancel(store.Db, store.Portfolio, changed.Id, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("WheelMeetingGone");
        var all = await WheelStore.List(store.Db, store.Portfolio, TestStore.Cancellation);
        all.Count.ShouldBe(2);
        all.ShouldAllBe(one => one.CancelledAt != null);
        all[0].Plan.Papers.ShouldBe(["Sak 1", "Sak 2"]);
        (await store.Scalar<long>("select count(*) from audit_entry where subject = 'wheel_meeting'")).ShouldBe(4);
    }

    [Fact]
    public async Task Table_OfOctober2020_IsWhatTheDatabaseAddsUp()
    {
        await using var store = await TestStore.Create(postgres);
        await PortfolioStore.Save(store.Db, ExamplePortfolio.Definition, TestStore.Actor, store.Tick(), TestStore.Cancellation);
        await store.Register([.. ExamplePortfolio.Register]);
        foreach (var round in ExamplePortfolio.Rounds())
        {
            var into = await store.Round(round.Code, round.CollectedOn);
            foreach (var file in round.Files) await store.Import(into, file.Name, [.. ReportReader.Read(file.Name, file.Content, ExamplePortfolio.Definition).Reports]);
        }

        var october = (await store.History()).At("2020-10")!;
        var table = BalanceTable.Of(october, october.Round.CollectedOn, BalanceAxis.Segment, BalanceAxis.Risk);
        const string Effective =
            """
            with last as (
                select distinct on (r.initiative_id) r.* from report r join round o on o.portfolio_id = r.portfolio_id and o.id = r.round_id
                order by r.initiative_id, o.collected_on desc, r.revision desc
            ), stage as (
                select distinct on (initiative_id) initiative_id, stage from life_event where occurred_on <= '2020-10-31' order by initiative_id, step desc
            ), member as (
                select i.segment, l.risk, l.budget from last l join initiative i on i.portfolio_id = l.portfolio_id and i.id = l.initiative_id join stage s on s.initiative_id = i.id where s.stage = 'InPortfolio'
            )
            """;
        foreach (var row in table.Rows)
        {
            foreach (var column in table.Columns)
            {
                var where = $"from member where coalesce(segment, 'NotStated') = '{row.Value.Key}' and coalesce(risk, 'NotStated') = '{column.Value.Key}'";
                var cell = table.Cell(row.Value.Key, column.Value.Key);
                (await store.Scalar<long>($"{Effective} select count(*) {where}")).ShouldBe(cell.Initiatives);
                (await store.Scalar<decimal>($"{Effective} select coalesce(sum(budget), 0) {where}")).ShouldBe(cell.Budget.Sum?.Mnok ?? 0m);
                (await store.Scalar<long>($"{Effective} select count(*) filter (where budget is null) {where}")).ShouldBe(cell.Budget.NotReported);
            }
        }

        table.Total.Initiatives.ShouldBe(59);
    }
}

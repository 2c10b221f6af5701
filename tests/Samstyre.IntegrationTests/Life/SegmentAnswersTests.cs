using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Life;

/// <summary>Answers to proposed segments: a declined one stays declined for the same facts, an accepted one moves the initiative.</summary>
public sealed class SegmentAnswersTests(PostgresFixture postgres)
{
    private static readonly DateOnly March = new(2020, 3, 1);

    [Fact]
    public async Task Declined_NeedsAReason_IsAnsweredOnce_AndOtherFactsMakeItNew()
    {
        await using var store = await TestStore.Create(postgres);
        var one = await Member(store);
        (await Save(store, one, "a", accepted: false, null)).Problems.ShouldHaveSingleItem().Code.ShouldBe("DeclineWithoutReason");
        (await store.Count("segment_answer")).ShouldBe(0);
        (await Save(store, one, "a", accepted: false, "Vi venter")).Succeeded.ShouldBeTrue();
        (await Save(store, one, "a", accepted: true, null)).Problems.ShouldHaveSingleItem().Code.ShouldBe("ProposalAnswered");
        (await Save(store, one, "b", accepted: false, "Fortsatt nei")).Succeeded.ShouldBeTrue();
        (await SegmentAnswers.List(store.Db, store.Portfolio, TestStore.Cancellation)).Select(answer => (answer.Initiative, answer.Evidence, answer.Accepted, answer.Reason))
            .ShouldBe([(one, "b", false, "Fortsatt nei"), (one, "a", false, "Vi venter")]);
        (await SegmentOf(store, one)).ShouldBe("co-govern");
        (await store.Scalar<long>("select count(*) from audit_entry where action = 'SegmentProposalDeclined'")).ShouldBe(2);
    }

    [Fact]
    public async Task Accepted_MovesTheInitiative_AndWhereItCannotNothingIsKept()
    {
        await using var store = await TestStore.Create(postgres);
        var one = await Member(store);
        (await Save(store, one, "a", accepted: true, null, segment: "finnes-ikke")).Problems.ShouldHaveSingleItem().Code.ShouldBe("SegmentUnknown");
        (await store.Count("segment_answer")).ShouldBe(0);
        (await Save(store, one, "a", accepted: true, null)).Succeeded.ShouldBeTrue();
        (await SegmentOf(store, one)).ShouldBe("observe");
        (await store.Scalar<long>("select count(*) from audit_entry where action in ('SegmentProposalAccepted', 'SegmentChanged') and details->>'reason' is distinct from 'Ja'")).ShouldBe(2);
    }

    private static Task<Outcome<SegmentAnswer>> Save(TestStore store, Guid one, string evidence, bool accepted, string? reason, string segment = "observe") =>
        SegmentAnswers.Save(store.Db, "e-health", new(one, "CoGovernAlone", evidence, accepted, reason, store.Tick(), TestStore.Actor), new(March, null, segment, "Fordi", null), TestStore.Cancellation);

    private static async Task<string?> SegmentOf(TestStore store, Guid one) => (await LifeStore.Initiatives(store.Db, "e-health", TestStore.Cancellation)).Single(other => other.Id == one).Segment;

    private static async Task<Guid> Member(TestStore store)
    {
        var announced = (await AssessmentStore.Announce(store.Db, "e-health", "Kjernejournal", "nhn", "Formål", March.AddDays(-20), TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value;
        return (await AssessmentStore.Decide(store.Db, "e-health", announced, new(AdmissionOutcome.In, "co-govern", null, March.AddDays(-10), "Ja", null), TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value.Initiative;
    }
}

using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Life;

/// <summary>A candidate from its announcement to the decision, and the steps that follow, in the store.</summary>
public sealed class AdmissionTests(PostgresFixture postgres)
{
    private static readonly DateOnly March = new(2020, 3, 1);

    [Fact]
    public async Task Candidate_AnsweredByBothSidesAndDecided_IsInThePortfolioAndItsSegment()
    {
        await using var store = await TestStore.Create(postgres);
        await PortfolioStore.Save(store.Db, TestStore.Definition with { Checklist = ExamplePortfolio.Definition.Checklist }, TestStore.Actor, store.Tick(), TestStore.Cancellation);
        var announced = await Announce(store);
        var answered = (await AssessmentStore.Answer(store.Db, "e-health", announced, AssessmentSide.Submitter, Answers(("digital", ChecklistAnswer.Yes, "Alt er digitalt"), ("several-actors", ChecklistAnswer.No, null)), TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value;
        answered.PathOf(AssessmentSide.Submitter).End!.IsOut.ShouldBeTrue();
        await AssessmentStore.Say(store.Db, "e-health", announced, AssessmentSide.Office, "Hva med kommunene?", TestStore.Actor, store.Tick(), TestStore.Cancellation);
        var both = (await AssessmentStore.Answer(store.Db, "e-health", announced, AssessmentSide.Office, Answers(("digital", ChecklistAnswer.Yes, null), ("several-actors", ChecklistAnswer.Yes, null), ("reusable", ChecklistAnswer.Yes, null), ("broad-cooperation", ChecklistAnswer.Yes, null)), TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value;
        both.PathOf(AssessmentSide.Office).End!.Segment.ShouldBe("co-govern");
        both.Messages.ShouldHaveSingleItem().Words.ShouldBe("Hva med kommunene?");

        var undecided = (await AssessmentStore.Decide(store.Db, "e-health", announced, new(AdmissionOutcome.Undecided, null, March.AddMonths(2), March, "Venter på utvalget", null), TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value;
        undecided.IsOpen.ShouldBeTrue();
        var decided = (await AssessmentStore.Decide(store.Db, "e-health", announced, new(AdmissionOutcome.In, "co-govern", null, March, "Nasjonal løsning", "Sak 12/20"), TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value;
        decided.Decisions.Count.ShouldBe(2);
        var initiative = (await Initiatives(store)).Single(one => one.Id == decided.Initiative);
        initiative.Segment.ShouldBe("co-govern");
        initiative.Segments.ShouldHaveSingleItem().ShouldBe(new(March, null, "co-govern", "Nasjonal løsning", "Sak 12/20"));
        initiative.Life.Select(step => step.Stage).ShouldBe([LifeStage.Candidate, LifeStage.InPortfolio]);
        (await AssessmentStore.Decide(store.Db, "e-health", announced, new(AdmissionOutcome.Out, null, null, March, "Nei", null), TestStore.Actor, store.Tick(), TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("AdmissionDecided");
    }

    [Fact]
    public async Task Split_MakesTheNewOnes_AndTheirAncestryIsKnown()
    {
        await using var store = await TestStore.Create(postgres);
        var parent = await Member(store, "Journalprogrammet");
        var made = (await LifeStore.Take(store.Db, "e-health", parent, new(March, LifeStage.Split, "For stort"), [new("Journal øst", "fhi", "observe"), new("Journal vest", "nhn", null)], TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value;
        var all = await Initiatives(store);
        var split = all.Single(one => one.Id == parent);
        split.Successors.ShouldBe(made, ignoreOrder: true);
        split.StageOn(March)!.Stage.ShouldBe(LifeStage.Split);
        all.Single(one => one.Id == made[0]).StageOn(March)!.Stage.ShouldBe(LifeStage.InPortfolio);
        (await LifeStore.Take(store.Db, "e-health", made[0], new(March, LifeStage.Merged, "Tilbake") { Successors = [parent] }, [], TestStore.Actor, store.Tick(), TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("SuccessorCircle");
        (await LifeStore.Take(store.Db, "e-health", made[0], new(March, LifeStage.Merged, "Samlet") { Successors = [made[1]] }, [], TestStore.Actor, store.Tick(), TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        (await store.Scalar<long>("select count(*) from audit_entry where action = 'LifeStepTaken'")).ShouldBe(2);
    }

    [Theory]
    [InlineData("StepBeforeLast", "2019-01-01", LifeStage.Completed)]
    [InlineData("StepNotPossible", "2020-03-01", LifeStage.Candidate)]
    [InlineData("SplitIntoNothing", "2020-03-01", LifeStage.Split)]
    [InlineData("MergeIntoNothing", "2020-03-01", LifeStage.Merged)]
    public async Task StepThatCannotBe_IsRefused_AndNothingChanges(string code, string on, LifeStage stage)
    {
        await using var store = await TestStore.Create(postgres);
        var one = await Member(store, "Kjernejournal");
        var before = await store.Count("audit_entry");
        (await LifeStore.Take(store.Db, "e-health", one, new(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), stage, "Derfor"), [], TestStore.Actor, store.Tick(), TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe(code);
        (await store.Count("audit_entry")).ShouldBe(before);
        (await store.Count("life_event")).ShouldBe(2);
    }

    [Fact]
    public async Task Merge_IntoItself_IsRefused()
    {
        await using var store = await TestStore.Create(postgres);
        var one = await Member(store, "Kjernejournal");
        (await LifeStore.Take(store.Db, "e-health", one, new(March, LifeStage.Merged, "Derfor") { Successors = [one] }, [], TestStore.Actor, store.Tick(), TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("SuccessorItself");
    }

    [Fact]
    public async Task Segment_MovedTwice_KeepsItsHistory_AndUnknownOnesAreRefused()
    {
        await using var store = await TestStore.Create(postgres);
        var one = await Member(store, "Kjernejournal");
        await LifeStore.Move(store.Db, "e-health", one, "observe", March, "Lite å følge", null, TestStore.Actor, store.Tick(), TestStore.Cancellation);
        await LifeStore.Move(store.Db, "e-health", one, "co-govern", March.AddMonths(6), "Nye avhengigheter", "Sak 3", TestStore.Actor, store.Tick(), TestStore.Cancellation);
        (await LifeStore.Move(store.Db, "e-health", one, "finnes-ikke", March.AddMonths(7), "x", null, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("SegmentUnknown");
        (await LifeStore.Move(store.Db, "e-health", one, "observe", March, "x", null, TestStore.Actor, store.Tick(), TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code.ShouldBe("SegmentBeforeLast");
        var initiative = (await Initiatives(store)).Single(other => other.Id == one);
        (initiative.SegmentOn(March.AddDays(-1)), initiative.SegmentOn(March), initiative.SegmentOn(March.AddMonths(6)), initiative.Segment).ShouldBe(("co-govern", "observe", "co-govern", "co-govern"));
    }

    private static async Task<Guid> Announce(TestStore store) =>
        (await AssessmentStore.Announce(store.Db, "e-health", "Digital hjemmeoppfølging", "nhn", "Oppfølging hjemme", March.AddDays(-20), TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value;

    private static async Task<Guid> Member(TestStore store, string name)
    {
        var announced = (await AssessmentStore.Announce(store.Db, "e-health", name, "nhn", "Formål", March.AddDays(-20), TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value;
        return (await AssessmentStore.Decide(store.Db, "e-health", announced, new(AdmissionOutcome.In, "co-govern", null, March.AddDays(-10), "Ja", null), TestStore.Actor, store.Tick(), TestStore.Cancellation)).Value.Initiative;
    }

    private static async Task<IReadOnlyList<Initiative>> Initiatives(TestStore store) => await LifeStore.Initiatives(store.Db, "e-health", TestStore.Cancellation);

    private static Dictionary<string, (ChecklistAnswer? Answer, string? Comment)> Answers(params (string Question, ChecklistAnswer Answer, string? Comment)[] answers) =>
        answers.ToDictionary(answer => answer.Question, answer => ((ChecklistAnswer?)answer.Answer, answer.Comment));
}

using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Rounds;

public sealed class DutiesTests
{
    private static readonly DateOnly Due = new(2026, 10, 20);
    private static readonly Round Earlier = Made(1, new(2026, 3, 31));
    private static readonly Round Second = Made(2, new(2026, 6, 30));
    private static readonly Round Third = Made(3, new(2026, 10, 31));
    private static readonly Round Fourth = Made(4, new(2026, 12, 31));

    private static readonly Initiative CoGovern = Member(1, "co-govern");
    private static readonly Initiative Coordinate = Member(2, "coordinate");
    private static readonly Initiative Inspire = Member(3, "inspire");
    private static readonly Initiative Unclassified = Member(4, null);
    private static readonly Initiative OtherSegment = Member(5, "no such segment");
    private static readonly Initiative Completed = Member(6, "co-govern", (new(2026, 9, 1), LifeStage.Completed));
    private static readonly Initiative Returned = Member(7, "co-govern", (new(2026, 5, 1), LifeStage.Paused), (new(2026, 9, 1), LifeStage.InPortfolio));
    private static readonly Initiative Candidate = Member(8, "co-govern", (new(2026, 1, 2), LifeStage.Candidate));

    private static readonly Initiative[] All = [CoGovern, Coordinate, Inspire, Unclassified, OtherSegment, Completed, Returned, Candidate];

    private static Duties Of(Round round, params DutyDecision[] decisions) => With(round, [], decisions);

    private static Duties With(Round round, RegisteredInitiative[] registered, params DutyDecision[] decisions)
    {
        var reports = All.Select((initiative, place) => new StoredReport(initiative.Id, Earlier.Id, ReportOf(initiative), 1, ReportFacts.Of(
            new() { Organisation = place == 3 ? null : "Helse Vest RHF" }, Earlier, ExamplePortfolio.Definition, initiative.Name)));
        var history = SnapshotBuilder.Build(Guid.Empty, ExamplePortfolio.Definition, 1, [Earlier, Second, Third], All, reports);
        return Duties.Of(history, registered, new(round, Due, [Fourth, Second, Earlier, Third, Made(9, new(2027, 3, 31))]), decisions);
    }

    [Fact]
    public void Of_RoundThatSomeSegmentsReportIn_AsksThoseAndLetsTheRestRest()
    {
        var duties = Of(Third);
        duties.All.Select(duty => duty.Initiative).ShouldBe([CoGovern, Unclassified, OtherSegment, Returned]);
        duties.Resting.ShouldBe([Coordinate, Inspire]);
        Of(Fourth).All.Select(duty => duty.Initiative).ShouldBe([CoGovern, Coordinate, Inspire, Unclassified, OtherSegment, Returned]);
    }

    [Fact]
    public void Of_Duty_HasWhatItsAssignmentNeeds()
    {
        var duty = Of(Fourth).All.Single(one => one.Initiative == Inspire);
        (duty.Organisation, duty.Segment, duty.DueOn, duty.PriorReport, duty.Begins, duty.Reason).ShouldBe(("helse-vest", "inspire", Due, ReportOf(Inspire), AssignmentState.Missing, null));
        duty.Parts.ShouldBe(ExamplePortfolio.Definition.Reporting.PartsOf("inspire"));
        duty.Parts.ShouldNotContain(ReportPart.Benefits);
    }

    [Fact]
    public void Of_PausedForSomeRounds_StartsFromItsLastReport() =>
        Of(Third).All.Single(one => one.Initiative == Returned).PriorReport.ShouldBe(ReportOf(Returned));

    [Fact]
    public void Of_RoundThatIsFirst_HasNoPriorReports() => With(Earlier, [new(CoGovern, "ks")]).All.ShouldHaveSingleItem().PriorReport.ShouldBeNull();

    [Fact]
    public void Of_UnknownOrganisation_IsShownApart()
    {
        var duties = Of(Third);
        duties.WithoutOrganisation.Select(duty => duty.Initiative).ShouldBe([Unclassified]);
        duties.All.Single(duty => duty.LacksOrganisation).Organisation.ShouldBe("");
        With(Third, [new(Unclassified, "ks")]).WithoutOrganisation.ShouldBeEmpty();
        With(Third, [new(Unclassified, "gone")]).WithoutOrganisation.ShouldHaveSingleItem();
    }

    [Fact]
    public void Of_NewcomerWithoutReports_MustReport()
    {
        var newcomer = Member(20, "co-govern", (new(2026, 10, 1), LifeStage.InPortfolio));
        var announced = Member(21, "co-govern", (new(2026, 11, 1), LifeStage.InPortfolio)) with { Life = [new(new(2026, 11, 1), LifeStage.InPortfolio, null)] };
        var duties = With(Third, [new(newcomer, "nav"), new(announced, "nav")]);
        var duty = duties.All.Single(one => one.Initiative == newcomer);
        (duty.Organisation, duty.PriorReport).ShouldBe(("nav", null));
        duties.All.ShouldNotContain(one => one.Initiative == announced);
    }

    [Fact]
    public void Of_Decisions_ExcuseMoveAndAskOutOfTurn()
    {
        var duties = Of(
            Third, new DutyDecision(CoGovern.Id, "Ny leder", Excused: true), new(Unclassified.Id, "Ferie", Excused: false, new(2026, 11, 5)), new(Coordinate.Id, "Ble bedt om det", Excused: false),
            new(Inspire.Id, "Ikke nå", Excused: true), new(Completed.Id, "Ferdig", Excused: false));
        duties.All.Select(duty => (duty.Initiative, duty.Begins, duty.DueOn, duty.Reason)).ShouldBe(
        [
            (CoGovern, AssignmentState.Excused, Due, "Ny leder"), (Coordinate, AssignmentState.Missing, Due, "Ble bedt om det"), (Unclassified, AssignmentState.Missing, new(2026, 11, 5), "Ferie"),
            (OtherSegment, AssignmentState.Missing, Due, null), (Returned, AssignmentState.Missing, Due, null),
        ]);
        duties.Resting.ShouldBe([Inspire]);
    }

    [Fact]
    public void Of_RoundThatTheOthersLackOrHold_IsTheSame()
    {
        var history = new PortfolioHistory(Guid.Empty, ExamplePortfolio.Definition, 1, []);
        RegisteredInitiative[] registered = [new(Coordinate, "ks"), new(CoGovern, "ks")];
        var without = Duties.Of(history, registered, new(Second, Due, [Fourth, Earlier, Third]), []);
        var with = Duties.Of(history, registered.Reverse(), new(Second, Due, [Earlier, Second, Third, Fourth]), []);
        without.All.Select(duty => duty.Initiative.Id).ShouldBe([CoGovern.Id, Coordinate.Id]);
        with.All.Select(duty => duty.Initiative.Id).ShouldBe([CoGovern.Id, Coordinate.Id]);
    }

    private static Round Made(int number, DateOnly day) => new(new(number, 1, 0, new byte[8]), $"{day:yyyy-MM}", day);

    private static Guid ReportOf(Initiative initiative) => new(initiative.NationalId!.Value, 3, 0, new byte[8]);

    private static Initiative Member(int number, string? segment, params (DateOnly On, LifeStage Stage)[] steps) => new(
        new(number, 2, 0, new byte[8]), number, $"Tiltak {number}", segment, [new(new(2019, 1, 1), LifeStage.InPortfolio, null), .. steps.Select(step => new LifeEvent(step.On, step.Stage, null))]);
}

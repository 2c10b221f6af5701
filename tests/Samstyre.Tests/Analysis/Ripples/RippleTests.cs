using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Ripples;

/// <summary>What follows when a deliverable of a round comes later, or never. The round is of October 2020.</summary>
public sealed class RippleTests
{
    private static readonly Report Giver = Named("Alfaregisteret") with
    {
        Deliverables = [Item("Utrulling i regionene", "2021-06"), Item("Grensesnitt for oppslag", "2021-03"), Item("Forstudie", "2020-01"), Item("Opplæring", null), new("Kravspesifikasjon", "Levert", null)],
        EndDate = PartialDate.Parse("2021-12"),
        BenefitAmountMnok = new Money(10),
    };

    [Fact]
    public void Of_DeliverableThatSlips_MovesWhatFollowsInItsInitiative()
    {
        var ripple = Of(6, TargetRef.Of(Id(0), 0), Giver);
        ripple.Deliverables.Select(one => (one.Deliverable, one.Months, one.Moved)).ShouldBe([(3, 6, null)]);
        ripple.Ends.Select(one => one.Moved.ToString()).ShouldBe(["2022-06"]);
        Of(6, TargetRef.Of(Id(0), 1), Giver).Deliverables.Select(one => (one.Deliverable, one.Moved?.ToString())).ShouldBe([(0, "2021-12"), (3, null)]);
        (ripple.OtherDeliverables, ripple.OtherInitiatives).ShouldBe((0, 0));
        RippleMap.Of(DependencyRegister.Of(MadeRound.Of(Giver))).NodeOf(TargetRef.Of(Id(0), 4)).ShouldBeNull("it is delivered");
    }

    [Fact]
    public void Of_GiverNamedWithoutDeliverable_WaitsForItsEnd()
    {
        // The end is in December; what is needed by February has two months of slack.
        var receiver = Named("Betaportalen") with { Deliverables = [Item("Første del", "2022-01"), Item("Andre del", "2022-03")], Dependencies = [On("Alfaregisteret", "noe annet", "2022-02")] };
        var ripple = Of(5, TargetRef.Of(Id(0), 0), Giver, receiver);
        ripple.Deliverables.Where(one => one.Unit.Target == TargetRef.Of(Id(1))).Select(one => (one.Deliverable, one.Months, one.Moved.ToString())).ShouldBe([(1, 3, "2022-06")]);
        ripple.PathTo(ripple.Deliverables[^1].Node).Select(step => step.Need?.Dependency!.What).ShouldBe([null, null, null, "noe annet"]);
        Of(2, TargetRef.Of(Id(0), 0), Giver, receiver).OtherInitiatives.ShouldBe(0);
    }

    [Fact]
    public void Of_GiverNamedWithDeliverable_WaitsForThatAlone()
    {
        var receiver = Named("Betaportalen") with { Dependencies = [On("Alfaregisteret", "Grensesnitt for oppslag", "2021-03")] };
        Of(4, TargetRef.Of(Id(0), 1), Giver, receiver).Ends.Select(end => end.Months).ShouldBe([4, 4], ignoreOrder: true);
        Of(4, TargetRef.Of(Id(0), 0), Giver, receiver).OtherInitiatives.ShouldBe(0);
    }

    [Fact]
    public void Of_PlanThatConflictsAlready_IsNoDelayByItself()
    {
        var receiver = Named("Betaportalen") with { Deliverables = [Item("Første del", "2021-02")], Dependencies = [On("Alfaregisteret", "noe annet", "2021-01")] };
        Of(1, TargetRef.Of(Id(0)), Giver, receiver).Deliverables.Select(one => one.Months).ShouldBe([1]);
    }

    [Fact]
    public void Of_LowClosedOrUncritical_CarryNothing()
    {
        Reached(On("Alfaregisteret", "noe annet", null)).ShouldBe(1);
        Reached(On("Alfaregisteret", "noe annet", null) with { Criticality = Level.Low }).ShouldBe(0);
        Reached(On("Alfaregisteret", "noe annet", null) with { DeadlineText = "Lukket" }).ShouldBe(0);
        Reached(On("Alfaregisteret", "noe annet", null), criticalOnly: true).ShouldBe(0);
        Reached(On("Alfaregisteret", "noe annet", null) with { Criticality = Level.High }, criticalOnly: true).ShouldBe(1);
        Reached(On("Betaportalen", "noe annet", null)).ShouldBe(0, "it names itself");

        static int Reached(Dependency row, bool criticalOnly = false) =>
            Ripple.Of(Map(Giver, Named("Betaportalen") with { Dependencies = [row] }), TargetRef.Of(Id(0)), 1, criticalOnly)!.OtherInitiatives;
    }

    [Fact]
    public void Of_NeverComes_PassesEverySlack()
    {
        var receiver = Named("Betaportalen") with { Deliverables = [Item("Første del", "2099-01")], Dependencies = [On("Alfaregisteret", "noe annet", "2098")], BenefitAmountMnok = new Money(32.5m) };
        var ripple = Of(null, TargetRef.Of(Id(0)), Giver, receiver);
        ripple.Deliverables.ShouldHaveSingleItem().Months.ShouldBeNull();
        (ripple.Benefits.Mnok, ripple.WithBenefits, ripple.WithoutBenefits).ShouldBe((42.5m, 2, 0));
    }

    [Fact]
    public void Of_Prerequisite_IsReachedAndCarriesNoFurther()
    {
        var receiver = Named("Betaportalen") with
        {
            Deliverables = [Item("Første del", "2021-02")],
            Prerequisites = new() { OtherProjects = new(Level.High, null), EhrMunicipal = new(Level.High, null) },
            PrerequisiteComments = "Alfaregisteret må være på plass",
        };
        var third = Named("Gammatjenesten") with { Dependencies = [On("Betaportalen", "noe annet", null)] };
        var ripple = Of(3, TargetRef.Of(Id(0)), Giver, receiver, third);
        ripple.Prerequisites.ShouldHaveSingleItem().Months.ShouldBe(3);
        (ripple.OtherInitiatives, ripple.WithBenefits, ripple.WithoutBenefits).ShouldBe((0, 1, 1));
    }

    [Fact]
    public void Of_PartOfTheFoundation_ReachesThoseWhoNameIt()
    {
        var round = MadeRound.Of(Named("Betaportalen") with { Dependencies = [On("Helse-ID", "innlogging", "2021-06")] });
        var part = new FoundationPart("helseid", new LocalText("HelseID"), []) { Planned = PartialDate.Parse("2021-04") };
        var definition = round.Snapshot.Definition with { Foundation = new([], [], [part]) };
        var map = RippleMap.Of(DependencyRegister.Of(round with { Snapshot = round.Snapshot with { Definition = definition } }));
        Ripple.Of(map, new(TargetKind.BuildingBlock, "helseid"), 5, false)!.Ends.ShouldHaveSingleItem().Months.ShouldBe(3);
    }

    [Fact]
    public void Of_Shuffled_IsTheSame()
    {
        var starts = ShuffledRound.Last.Snapshot.Standings.Take(40).Select(standing => TargetRef.Of(standing.Initiative.Id)).ToArray();
        var expected = Text(ShuffledRound.Last, starts);
        expected.ShouldContain("(");
        Prop.ForAll(Gen.Shuffle(ShuffledRound.Last.Entries.ToArray()).ToArbitrary(), shuffled => Text(
            ShuffledRound.Last with
            {
                Snapshot = ShuffledRound.Last.Snapshot with { Standings = [.. shuffled.Select(entry => entry.Standing)] },
                Reports = [.. shuffled.Select(entry => entry.Report)],
            },
            starts) == expected).Check(Config.QuickThrowOnFailure.WithMaxTest(10));
    }

    [Fact]
    public void Of_NoDatesAnywhere_ReachesAllThatFollows()
    {
        var giver = Named("Alfaregisteret") with { Deliverables = [Item("Del en", null), Item("Del to", null)] };
        var receiver = Named("Betaportalen") with { Deliverables = [Item("Tredje", null)], Dependencies = [On("Alfaregisteret", null, null)] };
        var ripple = Of(2, TargetRef.Of(Id(0), 0), giver, receiver);
        ripple.Deliverables.Select(one => (one.Months, one.Moved)).ShouldBe([(2, null), (2, null)]);
        (ripple.OtherDeliverables, ripple.OtherInitiatives).ShouldBe((1, 1));
    }

    private static string Text(RoundContent round, TargetRef[] starts)
    {
        var map = RippleMap.Of(DependencyRegister.Of(round));
        return string.Join('\n', starts.Select(start => Ripple.Of(map, start, 12, false)!).Select(ripple =>
            string.Join(' ', ripple.Deliverables.Select(one => $"{one.Unit.Target}.{one.Deliverable}+{one.Months}({string.Join('>', ripple.PathTo(one.Node).Select(step => step.Node))})")) + ripple.Benefits.Mnok));
    }

    private static RippleMap Map(params Report[] reports) => RippleMap.Of(DependencyRegister.Of(MadeRound.Of(reports)));

    private static Ripple Of(int? months, TargetRef start, params Report[] reports) => Ripple.Of(Map(reports), start, months, false)!;

    private static Guid Id(int number) => MadeRound.Of(Enumerable.Repeat(new Report(), number + 1).ToArray()).Snapshot.Standings[number].Initiative.Id;

    private static Report Named(string name) => new() { Name = name };

    private static Deliverable Item(string text, string? planned) => new(text, planned, planned is null ? null : PartialDate.Parse(planned));

    private static Dependency On(string on, string? what, string? deadline) => new(on, what, null, null, Level.Medium, deadline, deadline is null ? null : PartialDate.Parse(deadline), null);
}

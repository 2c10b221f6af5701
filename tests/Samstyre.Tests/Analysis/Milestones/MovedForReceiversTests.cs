using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Milestones;

public sealed class MovedForReceiversTests
{
    private static readonly Deliverable Pilot = new("Pilot for legemiddelkort", "03.2021", PartialDate.OfMonth(2021, 3));
    private static readonly Deliverable Rollout = new("Innføring i kommunene", "12.2021", PartialDate.OfMonth(2021, 12));

    [Fact]
    public void Of_NamedDeliverableLater_TellsItsReceiverAlone()
    {
        var register = RegisterOf(Need("Felles prøvesvarhotell", "pilot for legemiddelkort", PartialDate.OfMonth(2021, 4)), Need("Felles prøvesvarhotell", null, null));
        var move = Moved(register, [Pilot with { Planned = PartialDate.OfMonth(2021, 6) }, Rollout]).ShouldHaveSingleItem();
        (move.Deliverable, move.Before, move.After, move.IsTooLate).ShouldBe((Pilot.Text, PartialDate.OfMonth(2021, 3), PartialDate.OfMonth(2021, 6), true));
        move.Need.Receiver.Facts.Name.ShouldBe("Mottaker 1");
    }

    [Fact]
    public void Of_DeliverableMovedInTheForm_IsFollowed()
    {
        var register = RegisterOf(Need("Felles prøvesvarhotell", "pilot for legemiddelkort", PartialDate.OfMonth(2021, 12)));
        var move = Moved(register, [new("Nytt", null, null), Rollout, Pilot with { Planned = PartialDate.OfMonth(2021, 5) }]).ShouldHaveSingleItem();
        (move.After, move.IsTooLate).ShouldBe((PartialDate.OfMonth(2021, 5), false));
    }

    [Fact]
    public void Of_InitiativeAlone_TellsOfItsEnd()
    {
        var register = RegisterOf(Need("Felles prøvesvarhotell", null, null));
        var move = Moved(register, [Pilot, Rollout], end: PartialDate.OfYear(2023)).ShouldHaveSingleItem();
        (move.Deliverable, move.Before, move.After, move.IsTooLate).ShouldBe((null, PartialDate.OfYear(2022), PartialDate.OfYear(2023), false));
    }

    [Fact]
    public void Of_EarlierSameOrNoDate_TellsNobody()
    {
        var register = RegisterOf(Need("Felles prøvesvarhotell", "pilot for legemiddelkort", null), Need("Felles prøvesvarhotell", null, null));
        Moved(register, [Pilot with { Planned = PartialDate.OfMonth(2021, 1) }, Rollout]).ShouldBeEmpty();
        // The same last day in other words is no move.
        Moved(register, [Pilot with { Planned = PartialDate.OfQuarter(2021, 1) }, Rollout]).ShouldBeEmpty();
        Moved(register, [Pilot with { Planned = null }, Rollout]).ShouldBeEmpty();
        Moved(register, [Rollout]).ShouldBeEmpty();
    }

    [Fact]
    public void On_ClosedNeedsPrerequisitesAndItself_AreLeftOut()
    {
        var round = Round(Need("Felles prøvesvarhotell", null, null) with { DeadlineText = "Levert" }, Need("Felles prøvesvarhotell", "tilgang til svar", null));
        var own = round.Reports[0] with { Dependencies = [Need("Felles prøvesvarhotell", null, null)] };
        var register = DependencyRegister.Of(round with { Reports = [own, .. round.Reports[1..]] });
        OthersNeeds.On(register, Giver(register)).ShouldHaveSingleItem().Receiver.Facts.Name.ShouldBe("Mottaker 2");
    }

    private static ImmutableArray<MovedForReceiver> Moved(DependencyRegister register, Deliverable[] after, PartialDate? end = null) =>
        MovedForReceivers.Of(register, Giver(register), new([Pilot, Rollout], PartialDate.OfYear(2022)), new(after, end ?? PartialDate.OfYear(2022)));

    private static Guid Giver(DependencyRegister register) => register.Entries[0].Standing.Initiative.Id;

    private static DependencyRegister RegisterOf(params Dependency[] needs) => DependencyRegister.Of(Round(needs));

    private static RoundContent Round(params Dependency[] needs) => MadeRound.Of(
        [new Report { Name = "Felles prøvesvarhotell", Deliverables = [Pilot, Rollout], EndDate = PartialDate.OfYear(2022) }, .. needs.Select((need, place) => new Report { Name = $"Mottaker {place + 1}", Dependencies = [need] })]);

    private static Dependency Need(string on, string? what, PartialDate? deadline) => new(on, what, null, null, Level.High, null, deadline, null);
}

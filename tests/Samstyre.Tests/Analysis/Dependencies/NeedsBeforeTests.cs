using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Dependencies;

public sealed class NeedsBeforeTests
{
    private const int Receiver = 51;
    private const int Giver = 161;

    private static readonly Dependency Twice = RegisterRound.Need("HELIKS", "Grensesnitt", Level.High, "2021");
    private static readonly Dependency Again = Twice with { Purpose = "Noe annet" };
    private static readonly Dependency Blank = RegisterRound.Need("", null);

    private static readonly DependencyRegister Register = RegisterRound.Of(
        new Dictionary<int, Report> { [Receiver] = new(), [Giver] = new() },
        content => content with { DependenciesBefore = new Dictionary<Guid, IReadOnlyList<Dependency>> { [RegisterRound.Id(Receiver)] = [Twice, Blank, Again] } });

    [Fact]
    public void Find_TheSameTwice_TellsThemApartAndNamesTheGiver()
    {
        var before = new NeedsBefore(Register, []);
        foreach (var gone in (Dependency[])[Twice, Again])
        {
            var key = NeedsBefore.KeyOf(Register, RegisterRound.Id(Receiver), gone);
            var found = before.Find(RegisterRound.Id(Receiver), key).ShouldNotBeNull();
            found.Dependency.ShouldBeSameAs(gone);
            found.Givers.ShouldBe([RegisterRound.Id(Giver)]);
            NeedsBefore.ReportedAs(Register, RegisterRound.Id(Receiver), key).ShouldBeSameAs(gone);
        }
    }

    [Fact]
    public void Find_WhatStoodNowhere_IsNull()
    {
        var before = new NeedsBefore(Register, []);
        before.Find(RegisterRound.Id(Receiver), "0000000000000000").ShouldBeNull();
        before.Find(RegisterRound.Id(Receiver), NeedsBefore.KeyOf(Register, RegisterRound.Id(Receiver), Blank)).ShouldBeNull();
        before.Find(RegisterRound.Id(Giver), NeedsBefore.KeyOf(Register, RegisterRound.Id(Receiver), Twice)).ShouldBeNull();
    }

    [Fact]
    public void Find_WordsThatSomebodyTaught_NameTheGiver()
    {
        var gone = RegisterRound.Need("Det store huset", "Pilot");
        var register = RegisterRound.Of(
            new Dictionary<int, Report> { [Receiver] = new(), [Giver] = new() },
            content => content with { DependenciesBefore = new Dictionary<Guid, IReadOnlyList<Dependency>> { [RegisterRound.Id(Receiver)] = [gone] } });
        var key = NeedsBefore.KeyOf(register, RegisterRound.Id(Receiver), gone);
        new NeedsBefore(register, []).Find(RegisterRound.Id(Receiver), key)!.Givers.ShouldBeEmpty();
        new NeedsBefore(register, [new("Det store huset", TargetRef.Of(RegisterRound.Id(Giver)))]).Find(RegisterRound.Id(Receiver), key)!.Givers.ShouldBe([RegisterRound.Id(Giver)]);
    }
}

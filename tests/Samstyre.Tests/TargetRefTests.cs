using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

/// <summary>What can be depended on, as text in addresses and in the store.</summary>
public sealed class TargetRefTests
{
    private static readonly Guid Id = new("0123456789abcdef0123456789abcdef");

    [Theory]
    [InlineData("Initiative:0123456789abcdef0123456789abcdef")]
    [InlineData("Deliverable:0123456789abcdef0123456789abcdef.0")]
    [InlineData("Deliverable:0123456789abcdef0123456789abcdef.12")]
    [InlineData("Organisation:helse-vest")]
    [InlineData("Party:kommunene")]
    [InlineData("BuildingBlock:helseid")]
    [InlineData("Measure:RM5-T3")]
    [InlineData("Clarification:0123456789abcdef0123456789abcdef")]
    public void TryParse_WhatToStringWrote_IsTheSame(string text)
    {
        TargetRef.TryParse(text, out var target).ShouldBeTrue();
        target.ToString().ShouldBe(text);
        target.ShouldBe(new TargetRef(target.Kind, target.Key));
    }

    [Fact]
    public void TryParse_CapitalsAndZeros_NameTheSame()
    {
        TargetRef.TryParse("Initiative:0123456789ABCDEF0123456789ABCDEF", out var initiative).ShouldBeTrue();
        initiative.ShouldBe(TargetRef.Of(Id));
        TargetRef.TryParse("Deliverable:0123456789abcdef0123456789abcdef.03", out var deliverable).ShouldBeTrue();
        deliverable.ShouldBe(TargetRef.Of(Id, 3));
    }

    [Fact]
    public void Of_AnInitiativeOrItsDeliverable_IsWhatItsKeySays()
    {
        new TargetRef(TargetKind.Initiative, Id.ToString("N")).ShouldBe(TargetRef.Of(Id));
        new TargetRef(TargetKind.Deliverable, $"{Id:N}.3").ShouldBe(TargetRef.Of(Id, 3));
        (TargetRef.Of(Id, 3).Initiative, TargetRef.Of(Id, 3).Number).ShouldBe((Id, 3));
        (TargetRef.Of(Id).Initiative, TargetRef.Of(Id).Number).ShouldBe((Id, null));
        TargetRef.Of(Id, 0).ShouldNotBe(TargetRef.Of(Id));
        TargetRef.Of(Id, 0).ShouldNotBe(TargetRef.Of(Id, 1));
    }

    [Theory]
    [InlineData(TargetKind.Initiative, "164")]
    [InlineData(TargetKind.Initiative, "")]
    [InlineData(TargetKind.Deliverable, "0123456789abcdef0123456789abcdef")]
    [InlineData(TargetKind.Deliverable, "0123456789abcdef0123456789abcdef.")]
    [InlineData(TargetKind.Deliverable, "0123456789abcdef0123456789abcdef.99999999999")]
    [InlineData(TargetKind.Party, "0123456789abcdef0123456789abcdef")]
    public void Key_ThatIsNoneOfItsKind_IsKeptAndNobodys(TargetKind kind, string key)
    {
        var target = new TargetRef(kind, key);
        (target.Key, target.Initiative, target.Number).ShouldBe((key, null, null));
    }
}

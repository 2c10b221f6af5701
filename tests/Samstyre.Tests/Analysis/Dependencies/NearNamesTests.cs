using Samstyre.Analysis;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Dependencies;

/// <summary>Names that are misspelt, wherever in the name that is.</summary>
public sealed class NearNamesTests
{
    [Theory]
    [InlineData("helsenett")]
    [InlineData("helseplattform")]
    [InlineData("legemiddelprogrammet")]
    public void OneSlip_AnywhereInAName_IsForgiven(string name)
    {
        var names = new NearNames([name, "noe helt annet"]);

        foreach (var slip in Slips(name)) names.Of(slip).ShouldNotBeNull(slip).Name.ShouldBe(name);
    }

    [Fact]
    public void TwoSlips_AreForgivenInLongNamesAlone()
    {
        var names = new NearNames(["legemiddelprogrammet"]);

        foreach (var slip in from first in Slips("legemi") from second in Slips("grammet") select $"{first}ddelpro{second}") names.Of(slip).ShouldNotBeNull(slip);
        new NearNames(["helseplattform"]).Of("helsplatform").ShouldBeNull();
    }

    [Theory]
    [InlineData("akson fase 0", "akson fase 1")]
    [InlineData("programfase 2019", "programfase 2020")]
    public void OtherDigits_AreNoSlip(string name, string written) => new NearNames([name]).Of(written).ShouldBeNull();

    private static IEnumerable<string> Slips(string name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            yield return name.Remove(at, 1);
            yield return name.Insert(at, "q");
            yield return name.Remove(at, 1).Insert(at, "q");
            if (at > 0 && name[at] != name[at - 1]) yield return name.Remove(at - 1, 2).Insert(at - 1, $"{name[at]}{name[at - 1]}");
        }
    }
}

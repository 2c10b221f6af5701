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
        var names = Names(name, "noe helt annet");

        foreach (var slip in Slips(name)) Of(names, slip).ShouldNotBeNull(slip).Name.ShouldBe(name);
    }

    [Fact]
    public void TwoSlips_AreForgivenInLongNamesAlone()
    {
        var names = Names("legemiddelprogrammet");

        foreach (var slip in from first in Slips("legemi") from second in Slips("grammet") select $"{first}ddelpro{second}") Of(names, slip).ShouldNotBeNull(slip);
        Of(Names("helseplattform"), "helsplatform").ShouldBeNull();
    }

    [Theory]
    [InlineData("akson fase 0", "akson fase 1")]
    [InlineData("programfase 2019", "programfase 2020")]
    public void OtherDigits_AreNoSlip(string name, string written) => Of(Names(name), written).ShouldBeNull();

    [Fact]
    public void Letters_NearANameOfMany_NameOneThatIsAsNear()
    {
        var random = new Random(11);
        string[] names = [.. Enumerable.Range(0, 400).Select(_ => Letters(random, random.Next(NearNames.Shortest, 60))).Distinct(StringComparer.Ordinal)];
        var near = Names(names);

        for (var trial = 0; trial < 4_000; trial++)
        {
            var name = names[random.Next(names.Length)];
            var slips = trial % 2 == 1 && name.Length >= 18 ? 2 : 1;
            var written = name;
            for (var slip = 0; slip < slips; slip++) written = Slipped(random, written);

            var found = Of(near, written).ShouldNotBeNull($"{name} as {written}");

            names.ShouldContain(found.Name);
            EditDistance.IsAtMost(found.Name, written, slips).ShouldBeTrue($"{found.Name} for {written}");
        }
    }

    [Fact]
    public void Letters_NearNoName_NameNone()
    {
        var random = new Random(12);
        var near = Names([.. Enumerable.Range(0, 400).Select(_ => Letters(random, random.Next(NearNames.Shortest, 60)))]);

        for (var trial = 0; trial < 2_000; trial++) Of(near, Letters(random, random.Next(1, NameIndex.LongestName))).ShouldBeNull();
    }

    // Few letters, so that names have pieces in common.
    private static string Letters(Random random, int count) => new([.. Enumerable.Range(0, count).Select(_ => "aeinrstlø"[random.Next(9)])]);

    private static string Slipped(Random random, string name)
    {
        var at = random.Next(name.Length);
        return random.Next(3) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, "q"),
            _ => name.Remove(at, 1).Insert(at, "æ"),
        };
    }

    private static NearNames Names(params ReadOnlySpan<string> names)
    {
        var near = new NearNames(names.Length);
        foreach (var name in names) near.Add(name);
        return near;
    }

    private static NearName? Of(NearNames names, string written)
    {
        var (beginnings, opens) = (new ulong[written.Length + 1], new byte[written.Length]);
        names.Read(written, beginnings, opens);
        return names.Of(written, beginnings, opens);
    }

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

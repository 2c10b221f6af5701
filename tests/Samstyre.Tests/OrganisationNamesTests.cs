using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

public sealed class OrganisationNamesTests
{
    private static readonly PortfolioDefinition Portfolio = new(
        "p", new("P"), [], [], [],
        [
            new("e-helse", "Direktoratet for e-helse", "g", ["E-helse", "Dir. for e-helse"]),
            new("hdir", "Helsedirektoratet", "g", ["Hdir"]),
            new("hso", "Helse Sør-Øst RHF", "g", ["Helse Sør-Øst", "HSØ"]),
            new("ks", "KS", "g", []),
        ],
        []);

    [Theory]
    [InlineData("Direktoratet for e-helse", "e-helse")]
    [InlineData("  direktoratet  for e- helse. ", "e-helse")]
    [InlineData("DIR FOR E–HELSE", "e-helse")]
    [InlineData("Helse Sør Øst", "hso")]
    [InlineData("Helse So\u0308r-Øst RHF", null)]
    [InlineData("hsø", "hso")]
    [InlineData("ks", "ks")]
    [InlineData("Oks", null)]
    [InlineData("Helse", null)]
    [InlineData("", null)]
    [InlineData("—", null)]
    [InlineData(null, null)]
    public void Find_WholeText_IsExactOrNothing(string? text, string? code)
    {
        var match = OrganisationNames.Find(Portfolio, text);
        (match is { Exact: true } ? match.Organisation.Code : null).ShouldBe(code);
    }

    [Theory]
    [InlineData("Helse Sør-Øst RHF – interregionalt samarbeid", "hso", OrganisationMatchKind.Contained)]
    [InlineData("Prosjekt i Hdir, avdeling helsedata", "hdir", OrganisationMatchKind.Contained)]
    [InlineData("Helsedirektoratet, sammen med E-helse og KS", "hdir", OrganisationMatchKind.Several)]
    [InlineData("E-helse (Direktoratet for e-helse)", "e-helse", OrganisationMatchKind.Contained)]
    [InlineData("Hesledirektoratet", "hdir", OrganisationMatchKind.Misspelt)]
    [InlineData("Direktoratet for ehelse", "e-helse", OrganisationMatchKind.Misspelt)]
    public void Find_OtherWords_SaysThatItIsNotExact(string text, string code, OrganisationMatchKind kind) =>
        OrganisationNames.Find(Portfolio, text).ShouldBe(new(Portfolio.OrganisationByCode(code)!, kind));

    [Fact]
    public void Find_DecomposedLetters_AreTheSame()
    {
        var portfolio = Portfolio with { Organisations = [new("b", "Båtsfjord kommune", "g", [])] };
        OrganisationNames.Find(portfolio, "Ba\u030Atsfjord kommune")!.Exact.ShouldBeTrue();
    }
}

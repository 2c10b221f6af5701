using System.Text;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Web;

public sealed class RoundCsvTests
{
    private static readonly PortfolioSnapshot March = MemoryPortfolio.Example.History.At("2020-03")!;

    [Fact]
    public async Task Write_March2020_HasALinePerInitiativeForNorwegianExcel()
    {
        var lines = await Written(March.Standings, Language.Bokmal);
        lines[0].ShouldStartWith("\uFEFFInnmelding;Nasjonal id;Navn;Virksomhet;");
        lines.Length.ShouldBe(54);
        lines[^1].ShouldBe("");
        lines.ShouldContain(line => line.StartsWith("2020-03;81;Akson;Direktoratet for e-helse;Samstyre;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_AmountsAndWords_AreSafeForSpreadsheets()
    {
        var standing = March.Standings[0];
        var bad = standing with { Facts = standing.Facts with { Name = "=1+1;\"x\"", Budget = new(-2.5m), TotalCost = null } };
        (await Written([bad], Language.Bokmal))[1].ShouldContain(";\"'=1+1;\"\"x\"\"\";");
        (await Written([bad], Language.Bokmal))[1].ShouldContain(";-2,5;;");
        (await Written([bad], Language.English))[1].ShouldContain(";-2.5;;");
    }

    [Fact]
    public async Task WriteJson_NoReports_IsAnEmptyArray()
    {
        using var output = new MemoryStream();
        await RoundJson.Write(output, AsyncEnumerable.Empty<ReadOnlyMemory<byte>>(), TestContext.Current.CancellationToken);
        Encoding.UTF8.GetString(output.ToArray()).ShouldBe("[]\n");
    }

    private static async Task<string[]> Written(IEnumerable<Standing> standings, Language language)
    {
        using var output = new MemoryStream();
        await RoundCsv.Write(output, March, standings, language, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray()).Split("\r\n");
    }
}

using System.Text;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>The figures as one long CSV table.</summary>
public sealed class FigureCsvTests
{
    private static readonly ReportEdition Second = new(2, new(2020, 11, 5, 9, 0, 0, TimeSpan.FromHours(1)), "2019-06");
    private static readonly ReportFigures March = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-03"));

    [Fact]
    public async Task Write_March2020_HasALinePerCell()
    {
        var lines = await Written(March, Language.Bokmal);
        lines[0].ShouldBe("round,figure,figure_title,category,category_name,series,series_name,unit,value,initiatives,revision,published_at,compared_with,population,not_reported");
        lines.Length.ShouldBe(1 + March.Figures.Sum(figure => figure.Cells.Length) + 1);
        lines[^1].ShouldBe("");
        lines.ShouldContain("2020-03,status,Status over tid,2020-03,mars 2020,Yellow,Gul,initiatives,31,31,2,2020-11-05T08:00:00Z,2019-06,52,1");
    }

    [Fact]
    public async Task Write_Nynorsk_HasItsNames() => (await Written(March, Language.Nynorsk)).ShouldContain("2020-03,status,Status over tid,2020-03,mars 2020,Red,Raud,initiatives,2,2,2,2020-11-05T08:00:00Z,2019-06,52,1");

    [Fact]
    public async Task Write_StrangeValuesAndWords_AreSafe()
    {
        var figure = new Figure(
            "odd", new("To, tre og \"fire\"\r\nfem"), new("Rad"), FigureChart.None,
            [new("=x", new("=HYPERLINK(\"x\")")), new("b", new("-"))],
            [new("budget", new("@Budsjett"), FigureUnit.MillionNok)],
            [new(null, []), new(-2.50m, [March.Round.Standings[0]])], 2, 1);
        (await Text(new(March.Round, [figure], []), Language.Bokmal)).ShouldEndWith(
            "2020-03,odd,\"To, tre og \"\"fire\"\"\r\nfem\",'=x,\"'=HYPERLINK(\"\"x\"\")\",budget,'@Budsjett,millionNok,,0,2,2020-11-05T08:00:00Z,2019-06,2,1\r\n"
            + "2020-03,odd,\"To, tre og \"\"fire\"\"\r\nfem\",b,'-,budget,'@Budsjett,millionNok,-2.5,1,2,2020-11-05T08:00:00Z,2019-06,2,1\r\n");
    }

    [Fact]
    public async Task Write_FirstRoundNotPublished_LeavesItsEditionEmpty() =>
        (await Text(March, Language.Bokmal, new(null, null, null))).ShouldContain("\r\n2020-03,status,Status over tid,2020-03,mars 2020,Red,Rød,initiatives,2,2,,,,52,1\r\n");

    [Fact]
    public async Task Write_NoFigures_IsItsHeadings() => (await Written(new(March.Round, [], []), Language.English)).Length.ShouldBe(2);

    private static async Task<string[]> Written(ReportFigures figures, Language language) => (await Text(figures, language)).Split("\r\n");

    private static async Task<string> Text(ReportFigures figures, Language language, ReportEdition? edition = null)
    {
        using var output = new MemoryStream();
        await FigureCsv.Write(output, figures, edition ?? Second, language, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}

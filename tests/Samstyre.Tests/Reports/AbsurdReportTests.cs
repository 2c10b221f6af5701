using System.Collections.Immutable;
using System.Text;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>Whatever is reported, the report comes: in every language and as every kind of file.</summary>
public sealed class AbsurdReportTests
{
    private static readonly RoundContent Whole = MemoryPortfolio.Example.Content("2020-10");
    private const string Hostile = "<script>alert(1)</script> =HYPERLINK(\"http://x\") \u0000\u0001\ufffe \u202egnp.exe & \"'</w:t>]]>";

    /// <summary>Rounds that nobody would wish for.</summary>
    public static TheoryData<string> Rounds => ["empty", "one", "blank", "negative", "huge", "hostile", "long"];

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task Files_OfAnAbsurdRound_AreMade(string kind)
    {
        var now = ReportFigures.Of(Round(kind));
        var before = ReportFigures.Of(Round("empty"));
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var document in (ReportDocument[])[PortfolioReport.Of(now, null, [], language), PortfolioReport.Of(now, before, [], language)])
            {
                Written(output => WordReport.Write(output, document)).ShouldNotBeEmpty();
                Written(output => ExcelReport.Write(output, document)).ShouldNotBeEmpty();
                using var html = new HtmlWriter();
                HtmlBlocks.Write(html, document, HtmlLinks.None);
                var page = Encoding.UTF8.GetString(html.Written.Span);
                page.ShouldNotContain("<script>alert");
                page.ShouldNotContain("NaN", Case.Sensitive);
                page.ShouldNotContain("Infinity", Case.Sensitive);
            }
        }

        using var csv = new MemoryStream();
        await FigureCsv.Write(csv, now, new(null, null, null), Language.Bokmal, TestContext.Current.CancellationToken);
        using var json = new MemoryStream();
        await FigureJson.Write(json, now, new(null, null, null), [], TestContext.Current.CancellationToken);
        System.Text.Json.JsonDocument.Parse(json.ToArray()).RootElement.GetProperty("figures").GetArrayLength().ShouldBe(now.Figures.Length);
    }

    private static RoundContent Round(string kind) => kind switch
    {
        "empty" => Of([]),
        "one" => Of(Whole.Entries.Take(1)),
        "blank" => Of(Whole.Entries.Select(entry => (Blank(entry.Standing), new Report()))),
        "negative" => Of(Whole.Entries.Select(entry => Amounts(entry, -7m))),
        "huge" => Of(Whole.Entries.Select(entry => Amounts(entry, 1_000_000_000_000_000m))),
        "hostile" => Of(Whole.Entries.Select(entry => Texts(entry, Hostile))),
        _ => Of(Whole.Entries.Take(3).Select(entry => Texts(entry, new string('ø', 100_000)))),
    };

    private static RoundContent Of(IEnumerable<(Standing Standing, Report Report)> entries)
    {
        var all = entries.ToImmutableArray();
        return Whole with { Snapshot = Whole.Snapshot with { Standings = [.. all.Select(entry => entry.Standing)] }, Reports = [.. all.Select(entry => entry.Report)] };
    }

    private static Standing Blank(Standing standing) => standing with { Facts = new(standing.Facts.Name, null, null, null, null, null, null, null, null, null, null, 0) };

    private static (Standing, Report) Amounts((Standing Standing, Report Report) entry, decimal million)
    {
        var money = new Money(million);
        var report = entry.Report with
        {
            TotalCostMnok = money, AnnualOperatingCostMnok = money, BenefitAmountMnok = money, FundingCols = ["2020", "2021"], FundingTotal = [money, money],
            Funding = [new("HSØ", [new Money(-million), money]), new("Andre", [money, null])],
        };
        return (entry.Standing with { Facts = entry.Standing.Facts with { Budget = money, TotalCost = money, AnnualOperatingCost = money } }, report);
    }

    private static (Standing, Report) Texts((Standing Standing, Report Report) entry, string text) => (
        entry.Standing with { Facts = entry.Standing.Facts with { Name = text, Status = TrafficLight.Red } },
        entry.Report with
        {
            Name = text, Status = TrafficLight.Red, StatusCause = text, RiskText = text, Deliverables = [new(text, text, PartialDate.OfYear(2019))],
            Dependencies = [new(text, text, text, text, Level.High, text, null, null)], Funding = [new(text, [new Money(1m)])], FundingCols = ["2020"], FundingTotal = [],
        });

    private static byte[] Written(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return output.ToArray();
    }
}

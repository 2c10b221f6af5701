using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>The figures as JSON, against the schema that is public in docs/open-data.</summary>
public sealed class FigureJsonTests
{
    private static readonly ReportFigures March = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-03"));
    private static readonly JsonElement Schema = JsonElement.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "open-data", "portfolio-report.schema.json")));
    private static readonly Standing Someone = March.Round.Standings[0];

    [Theory]
    [InlineData("2020-03")]
    [InlineData("2020-10")]
    public async Task Write_ExampleRound_FitsTheSchema(string round) =>
        SchemaCheck.Misfits(Schema, await Written(ReportFigures.Of(MemoryPortfolio.Example.Content(round)))).ShouldBeEmpty();

    [Fact]
    public void Schema_ExampleInTheDocs_Fits()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "open-data.md"));
        var example = page.Split("```json")[1].Split("```")[0];
        SchemaCheck.Misfits(Schema, JsonElement.Parse(example)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"schemaVersion": 2, "portfolio": {"code": "x", "name": {"nb": "", "nn": "", "en": ""}}, "round": {"code": "x", "collectedOn": "2020-03-01"}, "provenance": [], "figures": [], "listings": []}""", "$.schemaVersion: const 1")]
    [InlineData("""{"schemaVersion": 1, "portfolio": {"code": "x", "name": {"nb": "", "nn": ""}}, "round": {"code": "x", "collectedOn": "2020-03-01"}, "provenance": [], "figures": [], "listings": []}""", """$.portfolio.name: required ["nb", "nn", "en"]""")]
    public void Schema_DocumentThatDoesNotFit_IsFound(string document, string misfit) => SchemaCheck.Misfits(Schema, JsonElement.Parse(document)).ShouldBe([misfit]);

    [Fact]
    public async Task Write_March2020_HasTheReportsNumbersAndWhatIsBehindThem()
    {
        var json = await Written(March);
        json.GetProperty("round").GetProperty("collectedOn").GetString().ShouldBe(March.Round.Round.CollectedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var status = json.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("id").GetString() == "status");
        var red = status.GetProperty("rows")[0][2];
        red.GetProperty("value").GetInt32().ShouldBe(2);
        red.GetProperty("reports").GetArrayLength().ShouldBe(2);
        red.GetProperty("initiatives").EnumerateArray().Select(one => one.GetInt32()).ShouldBe(March.Figure("status")!.Cell(0, 2).Behind.Select(standing => standing.Initiative.NationalId!.Value));
    }

    [Fact]
    public async Task Write_PublishedRevision_IsTyped()
    {
        var json = await Written(March, new(2, new(2020, 11, 5, 9, 0, 0, TimeSpan.FromHours(1)), "2019-06"));
        SchemaCheck.Misfits(Schema, json).ShouldBeEmpty();
        json.GetProperty("revision").GetInt32().ShouldBe(2);
        json.GetProperty("publishedAt").GetString().ShouldBe("2020-11-05T08:00:00Z");
        json.GetProperty("comparedWith").GetString().ShouldBe("2019-06");
        json.GetProperty("provenance")[0].GetString().ShouldBe("Mars 2020");
    }

    [Fact]
    public async Task Write_NotPublished_HasNoRevision()
    {
        var json = await Written(March);
        foreach (var member in (string[])["revision", "publishedAt", "comparedWith"]) json.GetProperty(member).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Write_Sums_HaveTheAmountOfEachInitiative()
    {
        var json = await Written(March);
        var cells = json.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("id").GetString() == "budget-by-area").GetProperty("rows")[0];
        cells[1].GetProperty("amounts").EnumerateArray().Sum(amount => amount.GetDecimal()).ShouldBe(cells[1].GetProperty("value").GetDecimal());
        cells[1].GetProperty("amounts").GetArrayLength().ShouldBe(cells[1].GetProperty("initiatives").GetArrayLength());
        cells[0].TryGetProperty("amounts", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Write_ValuesOfEveryKind_KeepTheirTypes()
    {
        var nameless = Someone with { Initiative = Someone.Initiative with { NationalId = null } };
        ImmutableArray<object?> values = ["=1+1 <b>\u0001\u202e", new LocalText("ord"), 7, 1e15m, new Money(-2.50m), PartialDate.OfMonth(2021, 3), new DateOnly(2020, 2, 29), TrafficLight.Red, null];
        var listing = new Listing("all", new("Alle"), [.. values.Select((_, place) => new ListingColumn($"k{place}", new($"K{place}"), place == 4 ? FigureUnit.MillionNok : null))], [new(nameless, values), new(null, values)], new("Ingen"));
        var json = await Written(new(March.Round, [], [listing]));
        SchemaCheck.Misfits(Schema, json).ShouldBeEmpty();
        var written = json.GetProperty("listings")[0];
        written.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("type").GetString()).ShouldBe(["text", "words", "number", "number", "number", "date", "date", "light", null]);
        var cells = written.GetProperty("rows")[0].GetProperty("cells");
        cells[0].GetString().ShouldBe("=1+1 <b>\u0001\u202e");
        cells[1].GetProperty("nn").GetString().ShouldBe("ord");
        cells[4].GetRawText().ShouldBe("-2.5");
        cells[5].GetString().ShouldBe("2021-03");
        cells[6].GetString().ShouldBe("2020-02-29");
        cells[7].GetString().ShouldBe("Red");
        cells[8].ValueKind.ShouldBe(JsonValueKind.Null);
        written.GetProperty("rows")[0].GetProperty("initiative").GetGuid().ShouldBe(nameless.Initiative.Id);
        written.GetProperty("rows")[1].GetProperty("initiative").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Write_NotReported_IsNullAndNeverZero()
    {
        var figure = March.Figure("status")! with { Categories = [new("a", new("A"))], Series = [new("s", new("S"), FigureUnit.MillionNok), new("t", new("T"), FigureUnit.Share)], Cells = [new(null, []), new(2.50m, [Someone])] };
        var row = (await Written(new(March.Round, [figure], []))).GetProperty("figures")[0].GetProperty("rows")[0];
        row[0].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        row[1].GetProperty("value").GetRawText().ShouldBe("2.5");
    }

    [Fact]
    public async Task Write_HalfACharacter_StillGivesAFile()
    {
        var listing = new Listing("all", new("Alle"), [new("name", new("Navn"))], [new(null, ["a\ud800b"])], new("Ingen"));
        (await Written(new(March.Round, [], [listing]))).GetProperty("listings")[0].GetProperty("rows")[0].GetProperty("cells")[0].GetString().ShouldBe("a\ufffdb");
    }

    [Fact]
    public async Task Write_NothingAtAll_FitsTheSchema() => SchemaCheck.Misfits(Schema, await Written(new(March.Round, [], []))).ShouldBeEmpty();

    private static async Task<JsonElement> Written(ReportFigures figures, ReportEdition? edition = null)
    {
        using var output = new MemoryStream();
        await FigureJson.Write(output, figures, edition ?? new(null, null, null), ["Mars 2020"], TestContext.Current.CancellationToken);
        return JsonElement.Parse(Encoding.UTF8.GetString(output.ToArray()));
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Samstyre.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("Samstyre.slnx was not found above the tests.");
    }
}

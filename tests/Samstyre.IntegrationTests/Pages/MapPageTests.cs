using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Pages;

/// <summary>The map of dependencies over HTTP: page, matrix and files, with a generated portfolio, an empty round and hostile names.</summary>
public sealed class MapPageTests : IAsyncLifetime
{
    private const string Hostile = "\"><script>alert(1)</script>]]>&amp;\u0001\ufffe</svg>";
    private TestServer server = null!;
    private string root = "";

    public async ValueTask InitializeAsync()
    {
        var portfolio = MemoryPortfolio.Generated(7, 120, 1).Published();
        root = $"e-health/{portfolio.History.Latest!.Round.Code}/avhengigheter";
        server = await TestServer.Start(portfolio.Source);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("nb", "Kart over avhengigheter")]
    [InlineData("nn", "Kart over avhengnader")]
    [InlineData("en", "Map of dependencies")]
    public async Task Map_EveryLanguage_HasFormTableAndFiles(string language, string title)
    {
        var html = await Text(server, $"/{language}/{root}/kart");
        html.ShouldContain($">{title}</h1>");
        html.ShouldContain("<table class=\"ds-table map-table\">");
        html.ShouldContain($"href=\"/{language}/{root}/kart.archimate.xml\"");
        html.ShouldContain("role=\"application\"");
        html.ShouldNotContain("style=\"");
    }

    [Fact]
    public async Task Map_Filters_AreThoseOfTheFiles()
    {
        const string Filter = "?kritiske=ja&uten-virksomheter=ja&uten-parter=ja&segment=co-govern";
        var html = await Text(server, $"/nb/{root}/kart{Filter}");
        using var json = JsonDocument.Parse(await Text(server, $"/nb/{root}/kart.json{Filter}"));
        var edges = json.RootElement.GetProperty("edges").EnumerateArray().ToList();
        edges.Count.ShouldBeGreaterThan(0);
        edges.ShouldAllBe(edge => edge.GetProperty("criticality").GetString() == "High");
        json.RootElement.GetProperty("nodes").EnumerateArray().ShouldAllBe(node => node.GetProperty("kind").GetString() != "Organisation" && node.GetProperty("kind").GetString() != "Party");
        html.Split("<tr><th scope=\"row\">").Length.ShouldBe(edges.Count + 1);
        html.ShouldContain("value=\"ja\" checked");
        html.ShouldContain("kart.svg?segment=co-govern&amp;kritiske=ja&amp;uten-virksomheter=ja&amp;uten-parter=ja");
    }

    [Fact]
    public async Task Map_Focus_IsFoundByNumberAndName()
    {
        using var all = JsonDocument.Parse(await Text(server, $"/nb/{root}/kart.json"));
        var busy = all.RootElement.GetProperty("nodes").EnumerateArray().First(node => node.GetProperty("kind").GetString() == "Initiative" && node.GetProperty("waitsFor").GetInt32() > 1);
        var number = busy.GetProperty("nationalId").GetInt32();
        foreach (var focus in (string[])[$"{number}", busy.GetProperty("name").GetProperty("nb").GetString()!, busy.GetProperty("id").GetString()!])
        {
            using var some = JsonDocument.Parse(await Text(server, $"/nb/{root}/kart.json?fokus={Uri.EscapeDataString(focus)}"));
            var nodes = some.RootElement.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()).ToList();
            nodes.ShouldContain(busy.GetProperty("id").GetString());
            nodes.Count.ShouldBeInRange(2, 1 + busy.GetProperty("waitsFor").GetInt32() + busy.GetProperty("waitedBy").GetInt32());
        }

        var html = await Text(server, $"/nb/{root}/kart?fokus=finnes%20ikke%20%3Cb%3E&steg=999&side=-3&segment=%27");
        html.ShouldContain("Fant ikke ett som heter dette");
        html.ShouldContain("value=\"finnes ikke &lt;b&gt;\"");
    }

    [Fact]
    public async Task Matrix_OfManyColumns_SaysWhatItShows()
    {
        var html = await Text(server, $"/nb/{root}/matrise");
        html.ShouldContain("De 40 kolonnene med flest avhengigheter av ");
        html.ShouldContain("<ul class=\"matrix-narrow plain\">");
    }

    [Theory]
    [InlineData(".json", "application/json")]
    [InlineData(".svg", "image/svg+xml")]
    [InlineData(".graphml", "application/graphml+xml")]
    [InlineData(".archimate.xml", "application/xml")]
    public async Task Files_OfHostileAndEmptyRounds_CanBeRead(string ending, string type)
    {
        Dependency[] on = [new("Tiltak 2 " + Hostile, Hostile, Hostile, null, Level.High, Hostile, null, null), new("Norsk helsenett", Hostile, null, null, null, null, null, TrafficLight.Red)];
        var hostile = MemoryPortfolio.Of(("2020-03", new(2020, 3, 31), [new() { NationalId = 1, Name = "Tiltak 1 " + Hostile, Dependencies = on }, new() { NationalId = 2, Name = "Tiltak 2 " + Hostile }]), ("2020-10", new(2020, 10, 31), []));
        await using var other = await TestServer.Start(hostile.Source);
        foreach (var round in (string[])["2020-03", "2020-10"])
        {
            using var response = await other.Client.GetAsync($"/en/e-health/{round}/avhengigheter/kart{ending}", TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (ending == ".json") JsonDocument.Parse(text).Dispose();
            else XDocument.Parse(text).Descendants().ShouldAllBe(element => element.Name.LocalName != "script");
            foreach (var page in (string[])["kart", "matrise"])
            {
                var html = await Text(other, $"/nb/e-health/{round}/avhengigheter/{page}");
                html.ShouldNotContain("<script>");
            }
        }
    }

    [Theory]
    [InlineData("kart.svg")]
    [InlineData("kart.graphml")]
    [InlineData("kart.archimate.xml")]
    public async Task Files_OfManyInitiatives_AreWhole(string file)
    {
        var text = await Text(server, $"/nn/{root}/{file}");
        text.Length.ShouldBeGreaterThan(70_000);
        XDocument.Parse(text).Root!.HasElements.ShouldBeTrue();
    }

    private static async Task<string> Text(TestServer from, string address)
    {
        using var response = await from.Client.GetAsync(address, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}

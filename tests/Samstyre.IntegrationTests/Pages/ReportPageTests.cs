using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Pages;

/// <summary>The portfolio report over HTTP: with the example portfolio, and with a generated one of more rounds.</summary>
public sealed class ReportPageTests : IAsyncLifetime
{
    private const string Report = "/nb/e-health/2020-10/rapport";
    private TestServer server = null!;
    private TestServer longer = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.Start(MemoryPortfolio.Example.Source);
        longer = await TestServer.Start(MemoryPortfolio.Generated(7, 60, 4).Published().Source);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await longer.DisposeAsync();
    }

    [Theory]
    [InlineData("nb", "Porteføljerapport oktober 2020", "Vis radene", "Innhold")]
    [InlineData("nn", "Porteføljerapport oktober 2020", "Vis radene", "Innhald")]
    [InlineData("en", "Portfolio report October 2020", "Show the rows", "Contents")]
    public async Task Get_EveryLanguage_IsWholeAndSafe(string language, string title, string rows, string contents)
    {
        using var response = await server.Client.GetAsync($"/{language}/e-health/2020-10/rapport", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'");
        var html = await Text(response);
        html.ShouldContain($"<h1 class=\"ds-heading\" data-size=\"lg\">{title}</h1>");
        html.ShouldContain($"<summary>{rows}<span");
        html.ShouldContain($">{contents}</h2>");
        html.ShouldNotContain("style=\"");
        Regex.Matches(html, "<script[^>]*>.*?</script>", RegexOptions.Singleline).Select(script => script.Value).ShouldHaveSingleItem().ShouldMatch("^<script src=\"/dist/charts-[A-Z0-9]+\\.js\" defer></script>$");
        html.ShouldContain($"<a href=\"/{language}/e-health/2020-10/rapport\" aria-current=\"page\">");
    }

    [Fact]
    public async Task Get_March2020_ShowsTheReportsNumbersWithTheRowsBehind()
    {
        var html = await Page("/nb/e-health/2020-03/rapport");
        html.ShouldContain("<th scope=\"row\">mars 2020</th><td class=\"num\">18</td><td class=\"num\">31</td><td class=\"num\">2</td><td class=\"num\">1</td>");
        html.ShouldContain("<dt>mars 2020 – Rød 2</dt>");
        html.ShouldContain("<a class=\"ds-link\" href=\"/nb/e-health/2020-03/rapport/status\">og 11 til</a>");
    }

    [Fact]
    public async Task Get_EveryFigureAndList_HasItsPage()
    {
        var html = await Page(Report);
        var addresses = Regex.Matches(html, "<figcaption>.*?href=\"([^\"]+)\"").Select(link => link.Groups[1].Value).ToList();
        addresses.Count.ShouldBeGreaterThan(5);
        foreach (var address in addresses)
        {
            var page = await Page(address);
            page.ShouldContain("<figure class=\"figure");
            page.Split("<h1").Length.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Get_FigurePage_NamesEveryRow()
    {
        var html = await Page("/nb/e-health/2020-03/rapport/status");
        var behind = html[html.IndexOf("<dl class=\"behind\">", StringComparison.Ordinal)..];
        Regex.Count(behind, "<li><a class=\"ds-link\" href=\"/nb/e-health/2020-03/tiltak/").ShouldBe(52);
    }

    [Theory]
    [InlineData("/finnes-ikke")]
    [InlineData("/%3Cscript%3E")]
    public async Task Get_UnknownFigure_IsNotFound(string figure)
    {
        using var response = await server.Client.GetAsync(Report + figure, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Text(response)).ShouldNotContain("<script>");
    }

    [Fact]
    public async Task Get_Downloads_AnswerAndCarryTheComparison()
    {
        var rounds = await Rounds();
        using var chosen = await longer.Client.GetAsync($"/nb/e-health/{rounds[^1]}/rapport?mot={rounds[0]}", TestContext.Current.CancellationToken);
        var links = Regex.Matches(await Text(chosen), "href=\"([^\"]*/rapport\\.([a-z]+)[^\"]*)\"").Select(link => (Address: link.Groups[1].Value, Ending: link.Groups[2].Value)).ToList();
        links.Select(link => link.Ending).ShouldBe(["docx", "pdf", "xlsx", "html", "csv", "json"]);
        links.ShouldAllBe(link => link.Address.EndsWith("?mot=" + rounds[0], StringComparison.Ordinal));
        foreach (var (address, _) in links)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using var response = await longer.Client.SendAsync(request, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }
    }

    [Fact]
    public async Task Get_ComparedWithAChosenRound_ChoosesItAndKeepsItInItsLinks()
    {
        var rounds = await Rounds();
        using var chosen = await longer.Client.GetAsync($"/nb/e-health/{rounds[^1]}/rapport?mot={rounds[0]}", TestContext.Current.CancellationToken);
        var html = await Text(chosen);
        html.ShouldContain($"<option value=\"{rounds[0]}\" selected>");
        html.ShouldContain($"/rapport/status?mot={rounds[0]}\"");
    }

    [Theory]
    [InlineData("finnes-ikke")]
    [InlineData("2020-10")]
    [InlineData("%22%3E%3Cscript%3E")]
    public async Task Get_ComparedWithNoEarlierRound_ComparesWithTheRoundBefore(string other)
    {
        var html = await Page($"{Report}?mot={other}");
        html.ShouldContain("Sammenlignet med mars 2020.");
        html.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task Get_ReportAsHtml_StandsAlone()
    {
        var html = await Page($"{Report}.html");
        html.ShouldContain("data:font/woff2;base64,");
        html.ShouldNotContain("<link");
        html.ShouldNotContain("href=\"/");
        Regex.Count(html[..html.IndexOf("</style>", StringComparison.Ordinal)], "url\\((?!data:)").ShouldBe(0);
    }

    private async Task<List<string>> Rounds()
    {
        var start = await longer.Client.GetAsync("/nb/e-health", TestContext.Current.CancellationToken);
        var html = await longer.Client.GetStringAsync(start.Headers.Location, TestContext.Current.CancellationToken);
        return [.. Regex.Matches(html, "href=\"/nb/e-health/([0-9-]+)\"").Select(link => link.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];
    }

    private async Task<string> Page(string address)
    {
        using var response = await server.Client.GetAsync(address, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await Text(response);
    }

    private static async Task<string> Text(HttpResponseMessage response) => Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Pages;

/// <summary>Every page over HTTP with the example portfolio.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private const string March = "/nb/e-health/2020-03";
    private const string October = "/nb/e-health/2020-10";
    private TestServer server = null!;

    public static TheoryData<string> AllPages =>
    [
        "", "/tiltak", "/tiltak?status=gul&sorter=-budsjett", "/tiltak?sok=journal", "/tiltak/164", "/virksomheter", "/virksomheter/helsedirektoratet", "/runder",
        "/avhengigheter/grunnmur", "/avhengigheter/grunnmur/RM5-T3", "/avhengigheter/belastning", "/avhengigheter/belastning?rad=ehrMunicipal&kvartal=2020-Q4&grense=-1", "/avhengigheter/forutsetninger",
    ];

    public async ValueTask InitializeAsync() => server = await TestServer.Start(MemoryPortfolio.Example.Source);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [MemberData(nameof(AllPages))]
    public async Task Get_EveryPageInEveryLanguage_IsWholeAndSafe(string page)
    {
        foreach (var language in (string[])["nb", "nn", "en"])
        {
            using var response = await Get($"/{language}/e-health/2020-10{page}");
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'");
            response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            var html = await Text(response);
            html.ShouldStartWith($"<!DOCTYPE html><html lang=\"{language}\"");
            html.ShouldEndWith("</html>");
            html.Split("<h1").Length.ShouldBe(2);
            html.ShouldNotContain("style=\"");
            html.ShouldNotContain("<script");
        }
    }

    [Fact]
    public async Task Overview_March2020_ShowsTheReportsNumbers()
    {
        var html = await Page(March);
        html.ShouldContain("52 tiltak fra 10 virksomheter har 1\u202f571\u00a0mill.\u00a0kr i budsjett for 2020.");
        html.ShouldContain("31 av 52 (60\u00a0%) har gul status.");
        foreach (var (name, address, count, percent) in new[]
        {
            ("status", "gronn", 18, 35), ("status", "gul", 31, 60), ("status", "rod", 2, 4), ("status", "ikke-oppgitt", 1, 2),
            ("risiko", "gronn", 14, 27), ("risiko", "gul", 34, 65), ("risiko", "rod", 3, 6), ("risiko", "ikke-oppgitt", 1, 2),
        })
            html.ShouldContain($"<a class=\"ds-link\" href=\"{March}/tiltak?{name}={address}\">{count}</a> <span class=\"quiet\">{percent}\u00a0%</span>");
        foreach (var (area, initiatives, million) in new[] { (1, 15, 576), (2, 9, 173), (3, 11, 351), (4, 10, 233), (5, 6, 233), (6, 1, 5) })
            Row(html, $"{March}/tiltak?omrade={area}").ShouldMatch($@"<td class=""num"">{initiatives}<svg.*<td class=""num"">{million}<svg");
        foreach (var (code, initiatives, million) in new[] { ("direktoratet-for-e-helse", 10, 635), ("helse-midt-norge", 5, 239), ("helsedirektoratet", 15, 233) })
            Row(html, $"{March}/virksomheter/{code}").ShouldMatch($@"<td class=""num"">{initiatives}<svg.*<td class=""num"">{million}<svg");
        html.ShouldContain("første innmeldingen");
    }

    [Fact]
    public async Task List_Filtered_ShowsWhatIsAskedAndKeepsItInItsLinks()
    {
        var html = await Page(March + "/tiltak?status=rod");
        html.ShouldContain("2 av 52 tiltak passer");
        html.Split("<th scope=\"row\">").Length.ShouldBe(3);
        html.ShouldContain("value=\"rod\" checked");
        html.ShouldContain($"{March}/eksport.csv?status=rod");
        html.ShouldContain("/nn/e-health/2020-03/tiltak?status=rod");
    }

    [Fact]
    public async Task List_NothingMatches_SaysWhatToDo()
    {
        var html = await Page(March + "/tiltak?sok=%3Cfinnes-ikke%3E");
        html.ShouldContain("Ingen tiltak passer");
        html.ShouldNotContain("<finnes-ikke>");
    }

    [Fact]
    public async Task Initiative_OfOctober_ShowsItsFormAndWhatChanged()
    {
        var html = await Page(October + "/tiltak/164");
        html.ShouldContain("<h1 class=\"ds-heading\" data-size=\"lg\">Regional EPJ Modernisering</h1>");
        html.ShouldContain("Før 2019");
        html.ShouldContain("felt er endret");
        html.ShouldNotContain("/kilde");
    }

    [Fact]
    public async Task Initiative_CarriedOver_SaysFromWhichRound() => (await Page(October + "/tiltak/81")).ShouldContain("Verdiene er videreført fra mars 2020.");

    [Fact]
    public async Task Initiative_InAnotherRoundOnly_IsNotFoundAndSaysWhere()
    {
        using var response = await Get(March + "/tiltak/186");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Text(response)).ShouldContain($"href=\"{October}/tiltak/186\"");
    }

    [Fact]
    public async Task Exports_OfARound_AreFiles()
    {
        using var csv = await Get(March + "/eksport.csv?status=rod");
        csv.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("e-health-2020-03.csv");
        (await Text(csv)).Split("\r\n").Length.ShouldBe(4);
        using var json = await Get(March + "/eksport.json?status=rod");
        System.Text.Json.JsonDocument.Parse(await Text(json)).RootElement.GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("/", "nn-NO", "/nn/e-health/2020-10")]
    [InlineData("/", null, "/nb/e-health/2020-10")]
    [InlineData("/en", null, "/en/e-health/2020-10")]
    [InlineData("/nb/e-health", null, "/nb/e-health/2020-10")]
    public async Task ShortAddresses_LeadToTheLatestRound(string address, string? language, string target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (language is not null) request.Headers.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language));
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe(target);
    }

    [Theory]
    [InlineData("/nn/e-health/2020-03/finst-ikkje", "Sida finst ikkje")]
    [InlineData("/en/e-health/1999-01", "The page does not exist")]
    [InlineData("/nb/ukjent/2020-03", "Siden finnes ikke")]
    [InlineData("/xx/e-health/2020-03", "Siden finnes ikke")]
    [InlineData("/nb/e-health/2020-03/tiltak/99999", "Siden finnes ikke")]
    [InlineData("/nb/e-health/2020-03/virksomheter/ukjent", "Siden finnes ikke")]
    [InlineData("/nb/e-health/2020-03/tiltak/99999/kilde", "Siden finnes ikke")]
    public async Task UnknownAddress_IsNotFoundInTheReadersLanguage(string address, string title)
    {
        using var response = await Get(address);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Text(response)).ShouldContain(title);
    }

    [Theory]
    [InlineData("ringvirkninger?fra=164&forsinket=0", "Siden viser 6 måneder.")]
    [InlineData("ringvirkninger?fra=164&forsinket=-5", "Siden viser 6 måneder.")]
    [InlineData("ringvirkninger?forsinket=999999999999", "Siden viser 6 måneder.")]
    [InlineData("ringvirkninger?fra=999", "Det adressen spør om, finnes ikke i denne runden.")]
    [InlineData("ringvirkninger?fra=HelseID", "Det adressen spør om, finnes ikke i denne runden.")]
    public async Task Address_WithSomethingWrong_IsSaidBesideTheField(string address, string sentence) => (await Page($"{October}/avhengigheter/{address}")).ShouldContain(sentence);

    [Theory]
    [InlineData("?side=9999")]
    [InlineData("/motsigelser?side=9999")]
    [InlineData("?virksomhet=finnes-ikke&tilstand=x")]
    [InlineData("/motsigelser?virksomhet=finnes-ikke&regel=x&slags=x")]
    public async Task Address_OfWhatDoesNotExist_StillShowsRows(string address)
    {
        var html = await Page($"{October}/avhengigheter{address}");
        html[html.IndexOf("<tbody>", StringComparison.Ordinal)..].ShouldContain("<tr>");
        html.ShouldNotContain("Ingen passer med valgene.");
    }

    [Fact]
    public async Task Clarifications_WithoutAStatus_AreNotSaidToBeOutOfPlace()
    {
        var html = await Page($"{October}/avhengigheter/forutsetninger");
        html.ShouldContain("På plass: 0. Ikke på plass: 0. Uten oppgitt status: 7.");
        html.ShouldNotContain("finansieringer");
    }

    [Fact]
    public async Task Failure_InTheSource_IsAPageWithoutDetails()
    {
        var broken = MemoryPortfolio.Example.Source with { Reports = (_, _, _, _, _) => throw new InvalidOperationException("secret detail") };
        await using var failing = await TestServer.Start(new ServeOptions(broken, 0, "e-health") { Log = NullLoggerProvider.Instance });
        using var response = await failing.Client.GetAsync(new Uri(October + "/tiltak/164", UriKind.Relative), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var html = await Text(response);
        html.ShouldContain("Noe gikk galt");
        html.ShouldNotContain("secret");
    }

    [Fact]
    public async Task EmptyStore_SaysHowToBegin()
    {
        var empty = new PortfolioSource((_, _) => Task.FromResult<long?>(null), (_, _, _) => Task.FromResult<PortfolioHistory?>(null), MemoryPortfolio.Example.Source.Reports, MemoryPortfolio.Example.Source.File);
        await using var started = await TestServer.Start(empty);
        (await started.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("samstyre import");
    }

    [Fact]
    public async Task Head_OfAPage_HasItsLengthAndNoBody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, March);
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(10_000);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private static string Row(string html, string href)
    {
        var link = html.IndexOf($"href=\"{href}\"", html.IndexOf("id=\"areas\"", StringComparison.Ordinal), StringComparison.Ordinal);
        link.ShouldBeGreaterThan(0, href);
        return html[link..html.IndexOf("</tr>", link, StringComparison.Ordinal)];
    }

    private Task<HttpResponseMessage> Get(string address) => server.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<string> Page(string address)
    {
        using var response = await Get(address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Text(response);
    }

    private static async Task<string> Text(HttpResponseMessage response) => Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
}

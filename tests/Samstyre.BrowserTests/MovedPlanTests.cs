using Microsoft.Playwright;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>An initiative whose plan has moved every round, with every text as long as people make them: its page, and its sheet for a meeting.</summary>
public sealed class MovedPlanTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Address = "/tiltak/2000";
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start(MemoryPortfolio.Of(
        ("2019-03", new(2019, 3, 20), Reports(2020)), ("2019-06", new(2019, 6, 20), Reports(2021)), ("2019-10", new(2019, 10, 31), Reports(2022)), ("2020-03", new(2020, 3, 20), Reports(2023))).Source);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("/moteark")]
    public async Task Pages_OfAMovedPlan_FitEveryScreen(string below)
    {
        var page = await Open("nb", below, 1280, ColorScheme.Light);
        await page.ShouldFitEveryScreen();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Page_OfAMovedPlan_StrikesEarlierDatesThroughAndSaysSo()
    {
        var page = await Open("nb", "", 1280, ColorScheme.Light);
        var first = page.Locator(".moved-dates tbody tr").First;
        (await first.Locator("s").AllTextContentsAsync()).ShouldBe(["tidligere: januar 2020", "tidligere: januar 2021", "tidligere: januar 2022"]);
        (await first.Locator("s").First.EvaluateAsync<string>("one => getComputedStyle(one).textDecorationLine")).ShouldBe("line-through");
        (await first.Locator("s .ds-sr-only").First.EvaluateAsync<int>("one => one.offsetWidth")).ShouldBeLessThanOrEqualTo(1);
        (await first.Locator("td").Last.InnerTextAsync()).ShouldBe("Flyttet 3 ganger, 36 måneder senere i alt.");
        (await first.Locator("circle.was").CountAsync()).ShouldBe(3);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task Sheet_WithEveryTextAsLongAsItMayBe_IsOneSheetOnPaper(string language)
    {
        var page = await Open(language, "/moteark", 1280, ColorScheme.Light);
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        System.Text.RegularExpressions.Regex.Count(pdf, @"/Type\s*/Page\b").ShouldBe(1);
        await page.Context.CloseAsync();
    }

    private Task<IPage> Open(string language, string below, int width, ColorScheme scheme) =>
        browser.Open(new Uri(server.Address, $"/{language}/e-health/2020-03{Address}{below}").ToString(), width, scheme);

    private static Report[] Reports(int year)
    {
        const string name = "Nasjonal samhandlingsløsning for kommunal helse- og omsorgstjeneste og sykehus";
        return
        [
            new()
            {
                Name = name, NationalId = 2000, Organisation = "Trondheim kommune", Phase = Phase.Execution, Status = TrafficLight.Yellow, Risk = TrafficLight.Red,
                Purpose = Long(900), StatusCause = Long(900), RiskText = Long(900), EndDate = PartialDate.OfMonth(year + 2, 9), TotalCostMnok = new(12345.678m + year),
                Deliverables =
                [
                    .. Enumerable.Range(1, 12).Select(month => new Deliverable($"{month} {Long(200)}", null, PartialDate.OfMonth(year, month))),
                    .. Enumerable.Range(1, 3).Select(month => new Deliverable($"Gammel {month} {Long(200)}", null, PartialDate.OfMonth(2018, month))),
                ],
                Dependencies = [.. Enumerable.Range(1, 12).Select(place => On($"{place} {Long(80)}"))],
            },
            .. Enumerable.Range(1, 12).Select(place => new Report { Name = $"Et annet tiltak med et ganske langt navn om journal og samhandling {place}", NationalId = 2000 + place, Dependencies = [On(name)] }),
        ];
    }

    private static Dependency On(string on) => new(on, Long(200), null, null, Level.High, null, PartialDate.OfMonth(2023, 9), TrafficLight.Yellow);

    private static string Long(int letters) =>
        string.Concat(Enumerable.Repeat("Felles nasjonal løsning for deling av legemiddelopplysninger mellom sykehus, fastleger og kommuner i alle regioner ", 10))[..letters];
}

using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>The pages on which the portfolio is steered and weighed: nothing for axe to complain of, and no page scrolls sideways.</summary>
public sealed class SteeringAccessibilityTests(OpenRoundFixture round) : IClassFixture<OpenRoundFixture>
{
    public static TheoryData<string> Pages() =>
    [
        Workplace.Desk + "/kandidater",
        "/en/e-health/arbeid/kandidater/ny",
        Workplace.Desk + "/balanse",
        Workplace.Desk + "/balanse?rader=virksomhet&kolonner=risiko",
        Workplace.Desk + "/balanse/bilder",
        Workplace.Desk + "/avhengigheter/simulering",
        Workplace.Desk + "/avhengigheter",
        "/nn/e-health/arbeid/avhengigheter?del=motsigelser&side=2&kritikalitet=High",
        Workplace.Desk + "/avhengigheter/navn",
        Workplace.Desk + "/neste-ar",
        Workplace.Desk + "/arshjul",
        Workplace.Desk + "/livslop",
        "/nn/e-health/arbeid/livslop?steg=InPortfolio",
        Workplace.Desk + "/livslop/51",
        Workplace.Desk + "/livslop/51?steg=Completed",
        "/en/e-health/arbeid/livslop/51?steg=Split",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfOffice_FitsEveryScreen(string address) => await Fits(await round.Office(address));

    [Fact]
    public async Task Dependency_FromTheQueue_FitsEveryScreen()
    {
        var page = await round.Office(Workplace.Desk + "/avhengigheter");
        await page.Arrive(() => page.Locator("main table th a").First.ClickAsync());
        await page.Locator("input[name=sok]").FillAsync("journal");
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Søk", Exact = true }).ClickAsync());
        await page.ShouldFitEveryScreen();
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Ordene peker på dette" }).ClickAsync());
        (await page.Locator(".ds-error-summary a").CountAsync()).ShouldBe(1);
        await page.ShouldFitEveryScreen();
        await page.Locator("input[name=mal]").First.CheckAsync();
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Ordene peker på dette" }).ClickAsync());
        await page.GotoAsync(new Uri(new Uri(page.Url), Workplace.Desk + "/avhengigheter/navn").ToString());
        (await page.Locator("main table tbody tr").CountAsync()).ShouldBe(1);
        await Fits(page);
    }

    [Fact]
    public async Task Pictures_Compared_FitEveryScreen()
    {
        var page = await round.Office(Workplace.Desk + "/balanse/bilder");
        await page.GetByLabel("Navn").FillAsync("Før møtet");
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Ta bildet" }).ClickAsync());
        await page.Arrive(() => page.Locator("main table a").First.ClickAsync());
        (await page.Locator("table.balance").CountAsync()).ShouldBe(1);
        await Fits(page);
    }

    [Fact]
    public async Task Wheel_WithAMeeting_FitsEveryScreen()
    {
        var page = await round.Office(Workplace.Desk + "/arshjul");
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Planlegg møtet" }).ClickAsync());
        (await page.Locator(".ds-error-summary a").CountAsync()).ShouldBe(3);
        await page.ShouldFitEveryScreen();
        await page.Locator("select[name=tema]").SelectOptionAsync("Balancing");
        await page.Locator("input[name=dag]").FillAsync("15.09.2020");
        await page.Locator("input[name=ansvarlig]").FillAsync("Porteføljekontoret");
        await page.Locator("textarea[name=saksunderlag]").FillAsync("Porteføljerapporten");
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Planlegg møtet" }).ClickAsync());
        (await page.Locator(".wheel a").CountAsync()).ShouldBeGreaterThan(0);
        await Fits(page);
    }

    private static async Task Fits(IPage page)
    {
        await page.ShouldFitEveryScreen();
        await page.CloseAsync();
    }
}

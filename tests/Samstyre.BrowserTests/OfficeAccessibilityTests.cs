using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>The portfolio office's pages about rounds and forms: nothing for axe to complain of, and no page scrolls sideways.</summary>
public sealed class OfficeAccessibilityTests(OpenRoundFixture round) : IClassFixture<OpenRoundFixture>
{
    public static TheoryData<string> Pages() =>
    [
        Workplace.Desk,
        Workplace.Desk + "/runder",
        Workplace.Desk + "/runder/2020-12",
        Workplace.Desk + "/runder/2020-12?stand=Approved",
        Workplace.Desk + "/runder/2020-12/filer",
        Workplace.Desk + "/runder/2020-12/tabell",
        Workplace.Desk + "/virksomhetsnavn",
        Workplace.Desk + "/grunnmur",
        Workplace.Desk + "/grunnmur?del=Measure%3ARM5-T3",
        Workplace.Desk + "/grunnmur?forutsetning=snomed-ct",
        Workplace.Desk + "/andre-venter/160",
        "/nn/e-health/arbeid/andre-venter/2",
        Workplace.Desk + "/kontroll",
        Workplace.Desk + "/kontroll/2020-12/51",
        "/nn/e-health/arbeid/rapport/2020-12",
        "/en/e-health/arbeid/runder/2020-12",
        Workplace.Desk + "/logg",
        Workplace.Desk + "/finnes-ikke",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfOffice_FitsEveryScreen(string address) => await Fits(await round.Office(address));

    [Fact]
    public async Task Round_WithoutDates_SaysSoBesideTheFieldsAndFitsEveryScreen()
    {
        var page = await round.Office(Workplace.Desk + "/runder");
        await page.Arrive(() => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Planlegg", Exact = true }).ClickAsync());
        (await page.Locator(".ds-error-summary a").CountAsync()).ShouldBeGreaterThan(0);
        await Fits(page);
    }

    [Fact]
    public async Task Chapter_OfTheReport_FitsEveryScreen()
    {
        var page = await round.Office(Workplace.Desk + "/rapport/2020-12");
        await page.Arrive(() => page.Locator(".workbench a").First.ClickAsync());
        await Fits(page);
    }

    [Fact]
    public async Task Table_StepByStep_FitsEveryScreen()
    {
        const string List = "Tiltaksnavn;Virksomhet;Tilstand;Ramme 2020 (1000 kr);Et notat med en lang overskrift som ingen kjenner\nMeldingsløft;Etaten;På plan;1500;x\n;FHI;Gul;1;\n";
        var page = await round.Office(Workplace.Desk + "/runder/2020-12/tabell");
        await page.Locator("input[name=liste]").SetInputFilesAsync(new FilePayload { Name = "liste.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(List) });
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Se på kolonnene" }).ClickAsync());
        await page.ShouldFitEveryScreen();
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Se hva som ville skjedd" }).ClickAsync());
        (await page.Locator("main table tbody tr").CountAsync()).ShouldBe(2);
        await page.ShouldFitEveryScreen();
        await page.Locator("select[name=felt-4]").SelectOptionAsync("name");
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Prøv på nytt" }).ClickAsync());
        (await page.Locator(".ds-error-summary a").CountAsync()).ShouldBe(1);
        await Fits(page);
    }

    private static async Task Fits(IPage page)
    {
        await page.ShouldFitEveryScreen();
        await page.CloseAsync();
    }
}

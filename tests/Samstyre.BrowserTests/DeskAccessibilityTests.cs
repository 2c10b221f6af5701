using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>Every page behind the login in the states that people meet it in: nothing for axe to complain of, and no page scrolls sideways.</summary>
public sealed class DeskAccessibilityTests(OpenRoundFixture round) : IClassFixture<OpenRoundFixture>
{
    private const string Form = Workplace.Desk + "/innmelding/2020-12/51";
    private const string OtherForm = Workplace.Desk + "/innmelding/2020-12/161";

    public static TheoryData<string> ReportersPages() =>
        [Workplace.Desk, Workplace.Desk + "/kandidater", Workplace.Desk + "/kandidater/ny", Form, .. FormPages(), Form + "/send", Form + "/dokument", "/nn/konto"];

    public static TheoryData<string> OfficesPages() =>
    [
        Workplace.Desk, Workplace.Desk + "/runder", Workplace.Desk + "/runder/2020-12", Workplace.Desk + "/runder/2020-12?stand=Approved", Workplace.Desk + "/runder/2020-12/filer", Workplace.Desk + "/runder/2020-12/tabell", Workplace.Desk + "/virksomhetsnavn", Workplace.Desk + "/kandidater", "/en/e-health/arbeid/kandidater/ny", Workplace.Desk + "/kontroll", Workplace.Desk + "/kontroll/2020-12/51",
        Workplace.Desk + "/balanse", Workplace.Desk + "/balanse?rader=virksomhet&kolonner=risiko", Workplace.Desk + "/balanse/bilder", Workplace.Desk + "/neste-ar", Workplace.Desk + "/arshjul",
        "/nn/e-health/arbeid/rapport/2020-12", "/en/e-health/arbeid/runder/2020-12", Workplace.Desk + "/logg", Workplace.Desk + "/livslop", "/nn/e-health/arbeid/livslop?steg=InPortfolio", Workplace.Desk + "/livslop/51", Workplace.Desk + "/livslop/51?steg=Completed", "/en/e-health/arbeid/livslop/51?steg=Split", Workplace.Desk + "/finnes-ikke",
    ];

    public static TheoryData<string> EverybodysPages() => ["/nb/logg-inn", "/nn/glemt-passord", "/nb/invitasjon/ukjent", "/en/nytt-passord/ukjent"];

    [Theory]
    [MemberData(nameof(EverybodysPages))]
    public async Task Page_BeforeLogin_FitsEveryScreen(string address) => await Fits(await round.Nobody(address));

    [Theory]
    [MemberData(nameof(ReportersPages))]
    public async Task Page_OfReporter_FitsEveryScreen(string address) => await Fits(await round.Reporter(address));

    [Theory]
    [MemberData(nameof(OfficesPages))]
    public async Task Page_OfOffice_FitsEveryScreen(string address) => await Fits(await round.Office(address));

    [Theory]
    [InlineData(Workplace.Desk)]
    [InlineData(Workplace.Desk + "/personer")]
    public async Task Page_OfAdministrator_FitsEveryScreen(string address) => await Fits(await round.Administrator(address));

    [Fact]
    public async Task Login_WithAWrongPassword_SaysSoAndFitsEveryScreen()
    {
        var page = await round.Nobody("/nb/logg-inn");
        await page.GetByLabel("E-post").FillAsync("ukjent@example.org");
        await page.GetByLabel("Passord").FillAsync("feil");
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Logg inn", Exact = true }).ClickAsync());
        (await page.Locator(".ds-error-summary").CountAsync()).ShouldBe(1);
        await Fits(page);
    }

    [Fact]
    public async Task Round_WithoutDates_SaysSoBesideTheFieldsAndFitsEveryScreen()
    {
        var page = await round.Office(Workplace.Desk + "/runder");
        await page.Arrive(() => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Planlegg", Exact = true }).ClickAsync());
        (await page.Locator(".ds-error-summary a").CountAsync()).ShouldBeGreaterThan(0);
        await Fits(page);
    }

    [Fact]
    public async Task Form_WithErrorsAndExplanationsAsked_FitsEveryScreen()
    {
        var page = await round.Reporter(OtherForm + "/status");
        await page.Locator("input[name=status][value=Red]").CheckAsync();
        await page.Locator("[name=statusCause]").FillAsync("");
        await page.Locator("input[name=risk][value=Red]").CheckAsync();
        await page.Arrive(() => page.GetByRole(AriaRole.Button, new() { Name = "Lagre", Exact = true }).ClickAsync());
        await page.ShouldFitEveryScreen();
        await page.GotoAsync(new Uri(new Uri(page.Url), OtherForm + "/send").ToString());
        (await page.Locator("main ul.ds-list a").CountAsync()).ShouldBeGreaterThan(0);
        await page.ShouldFitEveryScreen();
        await page.GotoAsync(new Uri(new Uri(page.Url), OtherForm).ToString());
        await page.ShouldFitEveryScreen();
        await page.CloseAsync();
        await Fits(await round.Office(Workplace.Desk + "/kontroll/2020-12/161"));
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

    private static IEnumerable<string> FormPages() => Domain.FormPages.All.Select(page => $"{Form}/{page.Code}");

    private static async Task Fits(IPage page)
    {
        await page.ShouldFitEveryScreen();
        await page.CloseAsync();
    }
}
